"""Where the cursor is in a topic side by side: in a row, at an article, on a passage or an empty cell."""

from __future__ import annotations

from index import Cell, Column, Comparison, Row
from tui.layout.synopsis import Page, Spot, SynopsisLayout, elsewhere
from tui.widgets.entries_view import EntriesView

NOTHING = SynopsisLayout((), (), (), {}, (), stacked=True, end=0)
"""The layout before there is a comparison."""


class SynopsisCursor(EntriesView):
    """The part of the side by side that knows what the cursor is on, by the layout's places."""

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self._layout = NOTHING
        self._comparison: Comparison | None = None
        # The cursor's row, article and passage, kept for another layout.
        self._wanted = (0, "", 0)
        self.page_shown = Page((), (), None, 0, 1)

    @property
    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    @property
    def spot(self) -> Spot | None:
        """The place that the cursor is on."""
        return self._layout.spots[self._cursor] if self._cursor < len(self._layout.spots) else None

    @property
    def at(self) -> tuple[int, str, int]:
        """Where the cursor is: row, article, number of the passage in the cell (-1 in an empty one)."""
        spot = self.spot
        if spot is None or self._comparison is None:
            return self._wanted
        return (spot.row, self._comparison.columns[spot.column].article.id, spot.index)

    @property
    def cell(self) -> Cell | None:
        """The passage that the cursor is on, None in an empty cell."""
        row, column, spot = self.row, self.column, self.spot
        if row is None or column is None or spot is None or spot.index < 0:
            return None
        return row.cells[column.article.id][spot.index]

    @property
    def row(self) -> Row | None:
        """The row that the cursor is in."""
        spot, comparison = self.spot, self._comparison
        return comparison.rows[spot.row] if spot is not None and comparison is not None else None

    @property
    def column(self) -> Column | None:
        """The column that the cursor is in."""
        spot, comparison = self.spot, self._comparison
        return comparison.columns[spot.column] if spot is not None and comparison is not None else None

    @property
    def elsewhere(self) -> tuple[str, ...]:
        """The articles that stand in the cursor's row, where none of them is on the page."""
        spot, comparison = self.spot, self._comparison
        if spot is None or comparison is None:
            return ()
        return elsewhere(comparison, spot.row, self._layout.columns)
