"""One passage whole, beside a list or over it."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Hit
from tui.layout import passage as layout
from tui.layout.line import Line
from tui.widgets.rows_view import RowsView


class PassageView(RowsView, can_focus=False):
    """The passage that a list's cursor is on, with its matched words marked."""

    DEFAULT_CSS = """
    PassageView { padding: 0 0 0 1; margin: 0 0 0 1; border-left: solid $faint; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._shown: tuple[Article | None, Hit] | None = None

    def on_mount(self) -> None:
        """Part it from the list with what this terminal can draw."""
        if not self.draws_lines:
            self.styles.border_left = ("ascii", "ansi_default")

    def show(self, article: Article | None, hit: Hit) -> None:
        """Show a passage from its beginning, or from further down so that a matched word is seen."""
        if self._shown != (article, hit):
            self._shown = (article, hit)
            self.rebuild()

    def clear(self) -> None:
        """Show nothing."""
        if self._shown is not None:
            self._shown = None
            self.rebuild()

    def build(self, width: int) -> None:
        """Lay the passage out for a width."""
        lines: Sequence[Line] = ()
        text = 0
        if self._shown is not None:
            article, hit = self._shown
            lines = layout.lay_out(article, hit.passage, width, hit.spans, hit.heading, hit.title)
            # Words in title and heading are seen anyway where there are some in the text.
            text = lines.index(()) if hit.spans else 0
        self.put(lines)
        marked = (any(run.tone == "match" for run in line) for line in lines[text:])
        first = text + next((at for at, is_marked in enumerate(marked) if is_marked), -text)
        self.go_to(0 if first < self.visible_height - 1 else first - self.visible_height // 2)
