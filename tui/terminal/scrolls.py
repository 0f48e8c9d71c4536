"""Finding rows that moved together, so that the terminal can move them itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tui.terminal.cells import Row

_TRIED = 3
"""Distances tried, the most frequent first."""
_OVERHEAD = 12
"""Bytes of a scroll, about: margins, a move and the scroll itself."""
_ROW_OVERHEAD = 5
"""Bytes of going to a row that has changes."""
_AT_LEAST = 3
"""Changed rows below which moving cannot be shorter than drawing."""


@dataclass(frozen=True, slots=True)
class Scroll:
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
    for left, right in _bands(old, new, changed):
        before = [row[left:right] for row in old]
        after = [row[left:right] for row in new]
        for lines in _distances(before, after, changed):
            for top, bottom in _regions(before, after, lines, margins):
                gain = _gain(old, new, top, bottom, lines)
                # Margins that are set already need not be written.
                gain += 7 if (top, bottom) == margins else 0
                if gain > saved:
                    best, saved = Scroll(top, bottom, lines), gain
        if best is not None:
            break
    return best


def _bands(old: Sequence[Row], new: Sequence[Row], changed: Sequence[int]) -> list[tuple[int, int]]:
    width = len(new[0])
    columns = [x for y in changed for x in _ends(old[y], new[y])]
    band = (min(columns), max(columns) + 1)
    return [(0, width)] if band == (0, width) else [(0, width), band]


def _ends(old: Row, new: Row) -> tuple[int, int]:
    left = next(x for x, (a, b) in enumerate(zip(old, new, strict=True)) if a is not b)
    right = next(x for x in range(len(new) - 1, -1, -1) if old[x] is not new[x])
    return left, right


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
    first = row[0]
    return first.blank and all(cell is first for cell in row)


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


def _gain(old: Sequence[Row], new: Sequence[Row], top: int, bottom: int, lines: int) -> int:
    gain = 0
    for y in range(top, bottom + 1):
        origin = y + lines
        gain += _cost(old[y], new[y])
        gain -= _cost(old[origin], new[y]) if top <= origin <= bottom else _cost_of_new(new[y])
    return gain


def _cost(old: Row, new: Row) -> int:
    if old is new or old == new:
        return 0
    return _ROW_OVERHEAD + sum(b.size for a, b in zip(old, new, strict=True) if a is not b)


def _cost_of_new(row: Row) -> int:
    cells = sum(not cell.blank for cell in row)
    return _ROW_OVERHEAD + cells if cells else 0
