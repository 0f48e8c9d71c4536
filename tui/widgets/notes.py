"""The notes of a page, shown under it one after another."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from index import Block
from tui.layout.line import wrap

_MOST_ROWS = 8


class NotesPanel(Widget):
    """One note at a time, at the foot of the page; the next call shows the next one, the last closes it."""

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__(id="notes")
        self.display = False
        self._notes: list[Block] = []
        self._at = -1
        self._rows: list[str] = []

    @property
    def note(self) -> Block | None:
        """The note that is shown."""
        return self._notes[self._at] if self.display and 0 <= self._at < len(self._notes) else None

    def show_next(self, notes: Sequence[Block]) -> None:
        """Show the first of these notes, or the one after the note that is shown; after the last, close."""
        if not self.display:
            self._notes, self._at = list(notes), -1
        self._at += 1
        if self._at >= len(self._notes):
            self.close()
            return
        self.display = True
        self._lay_out()

    def close(self) -> bool:
        """Close; whether it was open."""
        was_open = bool(self.display)
        self.display = False
        self._notes, self._at = [], -1
        return was_open

    def on_resize(self) -> None:
        """Wrap for the new width."""
        if self.display:
            self._lay_out()

    def _lay_out(self) -> None:
        note = self.note
        if note is None:
            return
        width = max(min((self.size.width or self.screen.size.width) - 2, 100), 10)
        head = f"note {note.note} · {self._at + 1} of {len(self._notes)} on this page · line {note.first}"
        lines = [note.text[a:b] for a, b in wrap(note.text, width - 1)]
        if len(lines) > _MOST_ROWS:
            lines = [*lines[: _MOST_ROWS - 1], "… (the whole note is at the end of the article)"]
        self._rows = [head, *lines]
        self.styles.height = min(len(self._rows), max(self.screen.size.height // 2, 2))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The head, then the note."""
        width = self.size.width
        text = self._rows[y] if y < len(self._rows) else ""
        style = self.rich_style
        if y == 0:
            style += self.get_component_rich_style("notes--head", partial=True)
        return Strip([Segment(" " + text.replace("\n", " "), style)]).adjust_cell_length(width, style)

    COMPONENT_CLASSES = {"notes--head"}  # noqa: RUF012 (Textual's own form)
