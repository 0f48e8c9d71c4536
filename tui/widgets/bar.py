"""A line of the screen's frame: something at its left end, something at its right."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.line import cut


class Bar(Widget):
    """One line with two ends; the left gives way when there is no room for both.

    It draws itself only when its words change, so that a key that leaves them as they are writes nothing.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str, left: str = "", right: str = "") -> None:
        super().__init__(id=id)
        self._left = left
        self._right = right

    def put(self, left: str, right: str = "") -> None:
        """Show these words."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    @property
    def words(self) -> str:
        """What the line says, its ends parted by a blank."""
        return f"{self._left} {self._right}".strip()

    def render_line(self, y: int) -> Strip:
        """The line, filled to the width of the screen."""
        width = self.size.width
        right = cut(self._right, max(width - 2, 0))
        room = width - cell_len(right) - (1 if right else 0)
        left = cut(self._left, max(room, 0))
        text = left + " " * (width - cell_len(left) - cell_len(right)) + right
        return Strip([Segment(text, self.rich_style)], width)
