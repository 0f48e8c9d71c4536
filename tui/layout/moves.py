"""Where the cursor goes in a view whose entries have places, as functions of those places alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from index import Comparison
    from tui.layout.synopsis import Spot, SynopsisLayout


# A passage has begun on the screen with its name, its place and a line of text.
_BEGUN = 3


class HasPlace(Protocol):
    """An entry with the lines it fills, half open."""

    @property
    def top(self) -> int:
        """The first line."""

    @property
    def bottom(self) -> int:
        """The line after the last."""


def reveal(top: int, bottom: int, scroll: int, height: int, head: int) -> int:
    """The least scroll that shows lines `top` to `bottom`, or their beginning where they are taller.

    `head` is an earlier line (a group's head) that is shown with them unless that would cut their end off.
    """
    first = top if bottom - top <= height < bottom - head else head
    if first < scroll:
        return first
    if bottom > scroll + height:
        return min(bottom - height, first)
    return scroll


def visible(
    entries: Sequence[HasPlace],
    scroll: int,
    height: int,
    end_of: Callable[[int], int],
    prefer: Sequence[int] = (),
) -> int | None:
    """The first entry that begins on the screen, else the one that fills it; `prefer` are looked at first.

    `end_of` gives the line after the last of an entry with what belongs to it.
    """
    for numbers in (prefer, range(len(entries))):
        for at in numbers:
            if scroll <= entries[at].top < scroll + height:
                return at
        for at in numbers:
            if entries[at].top < scroll + height and end_of(at) > scroll:
                return at
    return None


def below(spots: Sequence[Spot], at: int, stacked: bool) -> int | None:
    """The next spot down: in the same column, or in reading order where articles are stacked."""
    return _along(spots, at, range(at + 1, len(spots)), stacked)


def above(spots: Sequence[Spot], at: int, stacked: bool) -> int | None:
    """The next spot up."""
    return _along(spots, at, range(at - 1, -1, -1), stacked)


def beside(spots: Sequence[Spot], at: int, columns: Sequence[int], by: int, stacked: bool) -> int | None:
    """The spot in the column to the right (`by` 1) or left (-1), the one nearest in height.

    Where articles are stacked it is the first passage of the next or previous article, on into the next row.
    """
    here = spots[at]
    if stacked:
        found = [n for n, spot in enumerate(spots) if (spot.row, spot.column) != (here.row, here.column)]
        if by > 0:
            return next((n for n in found if n > at), None)
        before = [n for n in found if n < at]
        if not before:
            return None
        last = spots[before[-1]]
        return next(n for n, spot in enumerate(spots) if (spot.row, spot.column) == (last.row, last.column))
    place = columns.index(here.column) + by
    if not 0 <= place < len(columns):
        return None
    same = [n for n, spot in enumerate(spots) if spot.row == here.row and spot.column == columns[place]]
    return min(same, key=lambda n: abs(spots[n].top - here.top), default=None)


def wanted(layout: SynopsisLayout, comparison: Comparison, row: int, article: str, index: int) -> int | None:
    """The number of the spot at a row, article and passage, or of the nearest there is now.

    Of an article without a column it is the first in the row that speaks.
    """
    columns = comparison.columns
    number = next((at for at, column in enumerate(columns) if column.article.id == article), None)
    if number is None and row < len(comparison.rows):
        cells = comparison.rows[row].cells
        number = next((at for at in layout.columns if columns[at].article.id in cells), 0)
    return layout.find(row, number or 0, index)


def in_row(layout: SynopsisLayout, row: int, column: int, height: int) -> int | None:
    """The spot to go to in a row that is shown from its top: the first of a column, or the nearest to it.

    Where articles are stacked and the column is not in the row, or its text begins below a screen of
    `height` lines, it is the first in the row.
    """
    found = layout.find(row, column, 0)
    if found is None or not layout.stacked:
        return found
    spot = layout.spots[found]
    if spot.column == column and spot.top + _BEGUN <= layout.rules[spot.row] + height:
        return found
    return next(at for at, each in enumerate(layout.spots) if each.row == spot.row)


def _along(spots: Sequence[Spot], at: int, numbers: range, stacked: bool) -> int | None:
    if stacked:
        return numbers[0] if len(numbers) else None
    return next((n for n in numbers if spots[n].column == spots[at].column), None)


def passage_beside(spots: Sequence[Spot], at: int, by: int) -> int | None:
    """The place of the next passage in reading order (1), or of the one before (-1), over empty cells."""
    ahead = range(at + 1, len(spots)) if by > 0 else range(at - 1, -1, -1)
    return next((place for place in ahead if spots[place].index >= 0), None)
