"""A line of the screen's frame: something at its left end, something at its right."""

from __future__ import annotations

from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.line import cut

# What is left of an end that gives way is not shown if it is narrower.
_LEAST = 8


class Bar(Widget):
    """One line with two ends; where there is no room for both, the one that is not `first` gives way.

    It draws itself only when its words change, so that a key that leaves them as they are writes nothing.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    def __init__(
        self, *, id: str, left: str = "", right: str = "", first: Literal["left", "right"] = "right"
    ) -> None:
        super().__init__(id=id)
        self._first = first
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
        del y
        width = self.size.width
        kept = min(cell_len(self._left), width * 2 // 3) if self._first == "left" else 0
        right = cut(self._right, max(width - 2 - kept, 0))
        if self._first == "left" and right != self._right and cell_len(right) < _LEAST:
            right = ""
        room = width - cell_len(right) - (1 if right else 0)
        left = cut(self._left, max(room, 0))
        text = left + " " * (width - cell_len(left) - cell_len(right)) + right
        return Strip([Segment(text, self.rich_style)], width)
