"""What stands still over a topic side by side: the heads of the columns, and the row that one reads in."""

from __future__ import annotations

from index import Comparison
from tui.layout import side_by_side
from tui.layout.line import Line
from tui.layout.synopsis import SynopsisLayout
from tui.widgets.rows_view import RowsView


class SynopsisHead(RowsView, can_focus=False):
    """The heads of a layout; its last line names the row whose own rule is above the screen."""

    DEFAULT_CSS = """
    SynopsisHead { height: 0; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._layout: SynopsisLayout | None = None
        self._comparison: Comparison | None = None
        self._last: Line = ()

    def show(self, layout: SynopsisLayout, comparison: Comparison, scroll: int) -> None:
        """Show the heads of a layout of which `scroll` is the first line on the screen."""
        self._layout, self._comparison = layout, comparison
        self._last = layout.head[-1] if layout.head else ()
        self.styles.height = len(layout.head)
        self.put(layout.head)
        self.tell_row(scroll)

    def tell_row(self, scroll: int) -> None:
        """Name the row that goes on at the first line on the screen."""
        layout, comparison = self._layout, self._comparison
        if layout is None or comparison is None or not layout.head:
            return
        row, last = layout.row_at(scroll), layout.head[-1]
        if row is not None and scroll > layout.rules[row]:
            last = side_by_side.within(comparison, row, self.screen.size.width, layout.column_at(scroll))
        if self._last != last:
            self._last = last
            self.put_line(len(layout.head) - 1, last)
