"""A few lines that are as high as what they say."""

from __future__ import annotations

from collections.abc import Sequence

from tui.layout.line import Line
from tui.widgets.rows_view import RowsView


class InfoLines(RowsView, can_focus=False):
    """Lines between the frame and a view, with no more room than they need and never less than `least`."""

    DEFAULT_CSS = """
    InfoLines { height: 1; }
    """

    def __init__(self, *, id: str, least: int = 0, most: int = 6) -> None:
        super().__init__(id=id)
        self._least = least
        self.most = most
        """How many lines it has room for."""
        self.styles.height = least

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        height = max(min(len(lines), self.most), self._least)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        super().put(lines)
