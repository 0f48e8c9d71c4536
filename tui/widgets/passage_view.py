"""One passage whole, beside a list or over it."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Passage
from tui.layout import passage as layout
from tui.layout.line import Line, Offsets
from tui.widgets.rows_view import RowsView


class PassageView(RowsView, can_focus=False):
    """The passage that a list's cursor is on, with its matched words marked."""

    DEFAULT_CSS = """
    PassageView { padding: 0 0 0 1; margin: 0 0 0 1; border-left: solid $faint; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[Article | None, Passage, Sequence[Offsets], Sequence[str]] | None = None

    def on_mount(self) -> None:
        """Part it from the list with what this terminal can draw."""
        if not self.draws_lines:
            self.styles.border_left = ("ascii", "ansi_default")

    def show(
        self, article: Article | None, passage: Passage, spans: Sequence[Offsets], words: Sequence[str]
    ) -> None:
        """Show a passage from its beginning, or from further down so that a matched word is seen.

        `words` are marked in the title and in the section's heading.
        """
        if self._shown == (article, passage, spans, words):
            return
        self._shown = (article, passage, spans, words)
        self.rebuild()

    def clear(self) -> None:
        """Show nothing."""
        if self._shown is not None:
            self._shown = None
            self.rebuild()

    def build(self, width: int) -> None:
        """Lay the passage out for a width."""
        lines: Sequence[Line] = ()
        if self._shown is not None:
            article, passage, spans, words = self._shown
            lines = layout.lay_out(article, passage, width, spans, words=words)
        self.put(lines)
        found = (at for at, line in enumerate(lines) if any(run.tone == "match" for run in line))
        first = next(found, 0)
        self.go_to(0 if first < self.visible_height - 1 else first - self.visible_height // 2)
