"""Finding rows that moved together, so that the terminal can move them itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from operator import is_not
from typing import NamedTuple

from tui.terminal.cells import BLANK, Row, changed_columns

_TRIED = 3
"""Distances tried, the most frequent first."""
_OVERHEAD = 12
"""Bytes of a scroll, about: margins, a move and the scroll itself."""
_ROW_OVERHEAD = 5
"""Bytes of going to a row that has changes."""
_AT_LEAST = 3
"""Changed rows below which moving cannot be shorter than drawing."""


class Scroll(NamedTuple):
    """Rows `top` to `bottom` (inclusive) move up by `lines`, or down when negative."""

    top: int
    bottom: int
    lines: int


def find_scroll(old: Sequence[Row], new: Sequence[Row], margins: tuple[int, int] | None) -> Scroll | None:
    """The move that saves most of what must be written to get from `old` to `new`, if any does.

    Rows count as moved when they are equal in the columns that changed at all, so that a pane that
    stands still beside them is drawn again only where that is the cheaper way.
    """
    changed = [y for y, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b and a != b]
    if len(changed) < _AT_LEAST:
        return None
    best, saved = None, _OVERHEAD
    costs: list[int] = []
    for left, right in _bands(old, new, changed):
        before = [row[left:right] for row in old]
        after = [row[left:right] for row in new]
        for lines in _distances(before, after, changed):
            for top, bottom in _regions(before, after, lines, margins):
                costs = costs or [_cost(a, b) for a, b in zip(old, new, strict=True)]
                gain = sum(costs[top : bottom + 1]) - _cost_after(old, new, top, bottom, lines)
                # Margins that are set already need not be written.
                gain += 7 if (top, bottom) == margins else 0
                if gain > saved:
                    best, saved = Scroll(top, bottom, lines), gain
        if best is not None:
            break
    return best


def _bands(old: Sequence[Row], new: Sequence[Row], changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The whole width, and, if nothing moved there, the columns that changed at all."""
    width = len(new[0])
    yield 0, width
    columns = [changed_columns(old[y], new[y]) for y in changed]
    band = (min(x.index(1) for x in columns), max(x.rindex(1) for x in columns) + 1)
    if band != (0, width):
        yield band


def _distances(before: Sequence[Row], after: Sequence[Row], changed: Sequence[int]) -> list[int]:
    places: defaultdict[Row, list[int]] = defaultdict(list)
    for y, row in enumerate(before):
        if not _is_empty(row):
            places[row].append(y)
    votes = Counter(
        origin - y for y in changed for origin in places.get(after[y], ())[:4] if origin != y
    )  # fmt: skip
    return [lines for lines, _ in votes.most_common(_TRIED)]


def _is_empty(row: Row) -> bool:
    return row[0].blank and row.count(row[0]) == len(row)


def _regions(
    before: Sequence[Row], after: Sequence[Row], lines: int, margins: tuple[int, int] | None
) -> list[tuple[int, int]]:
    height = len(after)
    arrived = [
        y for y in range(max(0, -lines), min(height, height - lines))
        if before[y + lines] == after[y] and not _is_empty(after[y]) and before[y] != after[y]
    ]  # fmt: skip
    if not arrived:
        return []
    top, bottom = arrived[0] + min(lines, 0), arrived[-1] + max(lines, 0)
    regions = [(top, bottom)]
    if margins is not None and margins[0] <= top and bottom <= margins[1] and margins != (top, bottom):
        regions.append(margins)
    return regions


def _cost_after(old: Sequence[Row], new: Sequence[Row], top: int, bottom: int, lines: int) -> int:
    """What is left to write in these rows when they have moved."""
    return sum(
        _cost(old[y + lines], new[y]) if top <= y + lines <= bottom else _cost_of_new(new[y])
        for y in range(top, bottom + 1)
    )


def _cost(old: Row, new: Row) -> int:
    if old is new or old == new:
        return 0
    return _ROW_OVERHEAD + sum(map(is_not, old, new))


def _cost_of_new(row: Row) -> int:
    cells = len(row) - row.count(BLANK)
    return _ROW_OVERHEAD + cells if cells else 0
