"""A line of the screen's frame: something at its left end, something at its right."""

from __future__ import annotations

import re
from typing import Literal

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.layout.line import cut

First = Literal["left", "right", "both"]

# What is left of an end that gives way is not shown if it is narrower.
_LEAST = 8


class Bar(Widget):
    """One line with two ends; where there is no room for them, the one that is not `first` gives way.

    With `both` the left end has two thirds of the line. A right end that gives way to the left is not cut
    but left out: beside a remark, half of a place tells nothing.

    It draws itself only when its words change, so that a key that leaves them as they are writes nothing.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str, left: str = "", right: str = "", first: First = "right") -> None:
        super().__init__(id=id)
        self._first = first
        self._left = _on_one_line(left)
        self._right = _on_one_line(right)

    def put(self, left: str, right: str = "", first: First | None = None) -> None:
        """Show these words; `first` is the end that keeps its room from now on."""
        left, right, first = _on_one_line(left), _on_one_line(right), first or self._first
        if (left, right, first) != (self._left, self._right, self._first):
            self._left, self._right, self._first = left, right, first
            self.refresh()

    @property
    def words(self) -> str:
        """What the line says, its ends parted by a blank."""
        return f"{self._left} {self._right}".strip()

    def render_line(self, y: int) -> Strip:
        """The line, filled to the width of the screen."""
        del y
        width = self.size.width
        wanted = cell_len(self._left)
        kept = {"left": wanted, "both": min(wanted, width * 2 // 3), "right": 0}[self._first]
        right = _fitted(self._right, max(width - 2 - kept, 0))
        if right != self._right and (self._first == "left" or cell_len(right) < _LEAST):
            right = ""
        left = _fitted(self._left, max(width - cell_len(right) - (1 if right else 0), 0))
        text = left + " " * (width - cell_len(left) - cell_len(right)) + right
        return Strip([Segment(text, self.rich_style)], width)


def _on_one_line(text: str) -> str:
    return re.sub(r"[^\S ]+", " ", text)


def _fitted(text: str, width: int) -> str:
    """The text as it is where it fits: blanks between keys part them."""
    return text if cell_len(text) <= width else cut(text, width)
