"""A topic side by side on the screen: rows of cells with a cursor in them, under heads that stand still."""

from __future__ import annotations

from collections.abc import Sequence

from index import Comparison
from tui.layout import moves, side_by_side, silences, stacked, synopsis
from tui.layout.held import Held, hold
from tui.layout.line import Line
from tui.layout.synopsis import Columns, Spot, SynopsisLayout
from tui.layout.verdicts import NO_REMARKS
from tui.widgets.synopsis_cursor import NOTHING, SynopsisCursor
from tui.widgets.synopsis_head import SynopsisHead

_TALL_FROM = 30
# A rule so many lines over a passage is shown with it, and who is not in its row.
_NEAR = 4


class SynopsisView(SynopsisCursor):
    """Rows of cells, side by side where there is room and stacked where there is not.

    The cursor is kept as row, article and passage, so that a new width or other columns leave it in place.
    """

    def __init__(self, head: SynopsisHead, *, id: str) -> None:
        super().__init__(id=id)
        self._head = head
        self._was_held = hold(NOTHING, 0, 0)
        self._laid_out_for = 0
        # How many lines under the top of the screen the cursor's cell stood when silences took its place.
        self._hung: int | None = None
        # What `show` was asked for, and the cursor and scroll that came of it.
        self._opening: tuple[tuple[int, str, int], tuple[int, int] | None] | None = None
        self._opened = (0, 0)
        self.columns = Columns()
        self.silences = False
        self.why = False
        self.remarks = NO_REMARKS

    @property
    def entries(self) -> Sequence[Spot]:
        """The places for the cursor where they are seen, in reading order."""
        return self._held.spots

    @property
    def _held(self) -> Held:
        """The layout as it stands at this scroll."""
        scroll, height, was = int(self.scroll_offset.y), self.visible_height, self._was_held
        if was.layout is not self._layout or (was.scroll, was.height) != (scroll, height):
            self._was_held = hold(self._layout, scroll, height)
        return self._was_held

    def line_at(self, at: int) -> Line:
        """The line that is seen in a place: of a row that begins above the screen, with its cells hanging."""
        return self._held.line(at) or super().line_at(at)

    def show(
        self,
        comparison: Comparison,
        at: tuple[int, str, int] = (0, "", 0),
        scroll: tuple[int, int] | None = None,
    ) -> None:
        """Show a comparison with the cursor at a row, article and passage.

        `scroll` is the first line to show, with the width at which lines were counted.
        """
        self._comparison = comparison
        self._wanted = at
        self._layout, self._hung = NOTHING, None
        self.columns.turn_to(comparison, self.size.width, at[1])
        self.rebuild()
        self.open_at(at, scroll)

    def open_at(self, at: tuple[int, str, int], scroll: tuple[int, int] | None) -> None:
        """Scroll as `show` does, and again where the height changes before anybody moves."""
        self._opening = (at, scroll)
        if scroll is not None and scroll[0] == self.size.width:
            self.go_to(scroll[1])
        elif self.cell is not None and self.at[:2] == at[:2]:
            self.go_to(self._layout.rules[at[0]])
            super().move_to(self._cursor)
        else:
            self.go_to(0)
        self._opened = (self._cursor, int(self.scroll_offset.y))

    def stay(self) -> None:
        """Have the cursor's cell in sight from now on, though nobody has moved."""
        self._opening = None

    def keep_in_sight(self) -> None:
        """Where nobody has moved yet, open anew: the heads take their room after the rows are shown."""
        if self._opening is not None and self._opened == (self._cursor, int(self.scroll_offset.y)):
            self.open_at(*self._opening)
        else:
            super().keep_in_sight()

    def build(self, width: int) -> None:
        """Lay out for a width, the cursor staying where it is and as high on the screen."""
        comparison = self._comparison
        if comparison is None:
            return
        self._opening = None
        before, scroll = self.spot, int(self.scroll_offset.y)
        hung = self._hung if before is None else before.top - scroll
        self._hung = hung if self.silences else None
        if self.silences:
            self._layout = NOTHING
            self._head.show(NOTHING, comparison, scroll)
            everyone = synopsis.choose(comparison, self.columns.chosen, False)
            self.put(silences.lay_out(comparison, everyone, width, self.remarks))
            self.post_message(self.Moved(self))
            return
        if synopsis.fitting(width) != synopsis.fitting(self._laid_out_for):
            self.columns.turn_to(comparison, width, self._wanted[1])
        self._laid_out_for = width
        self._layout = self._lay_out(comparison, width)
        self._head.show(self._layout, comparison, scroll)
        self.put(self._layout.lines)
        found = moves.wanted(self._layout, comparison, *self._wanted)
        if found is not None:
            self._cursor = found
            if hung is not None:
                self.go_to(self._layout.spots[found].top - hung)
            if self._wanted != (0, "", 0) and (hung is None or self.cut_off):
                super().move_to(found)
        self.refresh()
        self.post_message(self.Moved(self))

    def _lay_out(self, comparison: Comparison, width: int) -> SynopsisLayout:
        page = self.page_shown = self.columns.at(comparison, width)
        if synopsis.fitting(width) == 1:
            return stacked.lay_out(comparison, page.columns, width, self.why, self.remarks)
        tall = self.app.size.height >= _TALL_FROM
        base = page.base if page.pages > 1 else None
        return side_by_side.lay_out(comparison, page.columns, width, base, self.why, tall, self.remarks)

    def move_to(self, at: int, scroll: int | None = None) -> None:
        """Put the cursor on a place and bring it on the screen."""
        super().move_to(at, scroll)
        self._wanted = self.at

    def scroll_for(self, at: int) -> int:
        """The first line on the screen where the cursor comes to a place: all of a lower row, if it fits."""
        layout, before, spot = self._layout, self.spot, self._layout.spots[at]
        found, height = super().scroll_for(at), self.visible_height
        if layout.stacked or before is None:
            return found
        if before.row < spot.row:
            top, bottom = layout.reach_of(spot.row)
            if bottom <= found + height:
                return found
            return max(min(bottom - height, top), found) if bottom - top <= height else top
        # A cell that hangs down from the top of the screen goes back to its own place as one scrolls to it.
        seen = hold(layout, found, height).spots[at]
        if found <= seen.top < found + height:
            return found
        return moves.reveal(spot.top, spot.bottom, found, height, spot.top)

    def to_number(self, number: int) -> None:
        """Go to a row by its number, from 1; to the last where there are not so many."""
        if self._comparison is not None:
            self.go_to_row(min(number, len(self._comparison.rows)) - 1)

    def page(self, lines: int) -> None:
        """Scroll by lines, the cursor going with the screen."""
        super().page(lines)
        self._wanted = self.at

    def turn(self, by: int) -> bool:
        """Show the next (1) or previous (-1) page of columns; whether there is one."""
        page, comparison = self.page_shown, self._comparison
        if comparison is None or not 0 <= page.number + by < page.pages:
            return False
        self.columns.page = page.number + by
        turned = self.columns.at(comparison, self.size.width)
        first = next((at for at in turned.columns if at != turned.base), 0)
        row, _, index = self.at
        self._stand_at(row, comparison.columns[first].article.id, index)
        return True

    def stand_at(self, row: int, article: str, index: int) -> None:
        """Put the cursor on a passage of an article, on the page of columns that has it."""
        if self._comparison is not None:
            self.columns.turn_to(self._comparison, self.size.width, article)
            self._stand_at(row, article, index)

    def _stand_at(self, *wanted: *tuple[int, str, int]) -> None:
        """Lay out anew with the cursor there."""
        self._layout = NOTHING
        self._wanted = wanted
        self.rebuild()

    def go_to_row(self, row: int) -> bool:
        """Show a row from its top, the cursor in its column if it can be; whether it was in another row."""
        spot, layout = self.spot, self._layout
        found = moves.in_row(layout, row, spot.column, self.visible_height) if spot is not None else None
        if spot is None or found is None:
            return False
        there = layout.spots[found].row
        self.go_to(layout.rules[there])
        self.move_to(found, layout.rules[there] if layout.stacked else None)
        return there != spot.row

    def sideways(self, by: int) -> bool:
        """Go to the column beside, turning the page of columns where it ends; whether there is one."""
        spot = self.spot
        if spot is None:
            return False
        found = moves.beside(self.entries, self._cursor, self._layout.columns, by, self._layout.stacked)
        if found is None:
            return not self._layout.stacked and self.turn(by)
        self.move_to(found)
        return True

    def next_down(self) -> int | None:
        """The place below in the same column."""
        return moves.below(self._layout.spots, self._cursor, self._layout.stacked)

    def next_up(self) -> int | None:
        """The place above in the same column."""
        return moves.above(self._layout.spots, self._cursor, self._layout.stacked)

    def begin_of(self, at: int) -> int:
        """Of the first cell of a column in a row, the row's top, so that all of it is seen in passing."""
        spots = self._layout.spots
        above = moves.above(spots, at, self._layout.stacked)
        if self._layout.stacked or (above is not None and spots[above].row == spots[at].row):
            return self.entries[at].top
        return spots[at].top

    def end_of(self, at: int) -> int:
        """Of the last cell of a column in a row, the end of the row."""
        spots = self._layout.spots
        following = moves.below(spots, at, self._layout.stacked)
        if self._layout.stacked or (following is not None and spots[following].row == spots[at].row):
            return self.entries[at].bottom
        return self._layout.reach_of(spots[at].row)[1]

    def preferred(self) -> Sequence[int]:
        """The places of the cursor's column."""
        spot = self.spot
        if spot is None or self._layout.stacked:
            return ()
        return [at for at, other in enumerate(self._layout.spots) if other.column == spot.column]

    def head_of(self, at: int) -> int:
        """The row's rule over its first line."""
        spot = self.entries[at]
        rule = self._layout.rules[spot.row]
        return rule if spot.top - rule <= _NEAR else spot.top

    def entry_at(self, x: int, line: int) -> int | None:
        """The place at a cell of a line."""
        places = enumerate(self.entries)
        over = (at for at, e in places if e.top <= line < e.bottom and e.x <= x < e.x + e.width)
        return next(over, None)

    @property
    def reach(self) -> tuple[int, int]:
        """Where the cell's marker is and how wide the cell is with it."""
        spot = self._layout.spots[self._cursor]
        return (spot.x, spot.width)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say in the head which row one is in while its rule is above the screen."""
        super().watch_scroll_y(old_value, new_value)
        self._head.tell_row(int(new_value))
