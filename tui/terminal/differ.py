"""Writing the difference between the screen that is shown and the one that is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tui.terminal.cell_grid import CellGrid
from tui.terminal.cells import Cell, Row, changed_columns, is_loose
from tui.terminal.scrolls import find_scroll
from tui.terminal.wire import Wire

_ERASE_COST = 3
"""Bytes of erasing to the end of a row."""
_GAP = 4
"""Bytes of a move over a gap of up to nine columns; over one column it is a byte less."""
_STRETCH = re.compile(b"\1+")
"""Changed columns next to one another."""


def write_changes(wire: Wire, shown: CellGrid | None, wanted: CellGrid) -> None:
    """Make the terminal show what is wanted; `shown` is what it shows now, None when that is not known."""
    if shown is None:
        wire.clear()
        shown = CellGrid(wanted.width, wanted.height)
    scroll = find_scroll(shown.rows, wanted.rows, wire.margins)
    if scroll is not None:
        wire.scroll(scroll.top, scroll.bottom, scroll.lines)
        shown = shown.scrolled(scroll.top, scroll.bottom, scroll.lines)
    for number, (old, new) in enumerate(zip(shown.rows, wanted.rows, strict=True)):
        if old is not new and old != new:
            _write_row(wire, number, old, new)


def _write_row(wire: Wire, number: int, old: Row, new: Row) -> None:
    if is_loose(old) or is_loose(new):
        _write_whole_row(wire, number, new)
        return
    changed = changed_columns(old, new)
    tail = _tail_to_erase(wire, new, changed)
    for start, end in _runs(changed[:tail], new):
        wire.move(number, start)
        wire.put(new[start:end])
    if tail < len(new):
        wire.move(number, changed.index(1, tail))
        wire.erase_tail(new[-1].style)


def _tail_to_erase(wire: Wire, new: Row, changed: bytes) -> int:
    """The column from which the row is erased rather than written; its width when it is not."""
    width, last = len(new), new[-1]
    if not wire.can_erase_tail(last):
        return width
    tail = width
    while tail and new[tail - 1] is last:
        tail -= 1
    return tail if changed.count(1, tail) > _ERASE_COST else width


def _runs(changed: bytes, new: Row) -> Iterator[tuple[int, int]]:
    """Stretches of columns to write: changed ones, with the gaps that are shorter than a move over them."""
    start = end = -1
    for stretch in _STRETCH.finditer(changed):
        head, after = _whole(new, stretch.start())[0], _whole(new, stretch.end() - 1)[1]
        gap = head - end
        if end < 0:
            start = head
        elif gap > _GAP or (gap > 0 and not _cheaper_to_write(new[end:head], new[end - 1], new[head])):
            yield start, end
            start = head
        end = max(end, after)
    if end >= 0:
        yield start, end


def _whole(row: Row, x: int) -> tuple[int, int]:
    """The columns of the cell that covers this column."""
    width = row[x].width
    if width == 1:
        return x, x + 1
    while x and not width:
        x -= 1
        width = row[x].width
    return x, x + max(1, width)


def _cheaper_to_write(gap: Row, before: Cell, after: Cell) -> bool:
    # A gap in the style before or after it needs no change of the pen of its own.
    style, size = gap[0].style, 0
    if style is not before.style and style is not after.style:
        return False
    for cell in gap:
        if cell.style is not style:
            return False
        size += cell.size
    return size <= (_GAP if len(gap) > 1 else _GAP - 1)


def _write_whole_row(wire: Wire, number: int, new: Row) -> None:
    """Write all of a row whose widths are in doubt, coming back to the column after each doubtful cell."""
    wire.move(number, 0)
    start = 0
    for x, cell in enumerate(new):
        if cell.loose:
            _put_from(wire, number, new, start, x)
            wire.move(number, x)
            wire.put_loose(cell)
            start = x + cell.width
    _put_from(wire, number, new, start, len(new))


def _put_from(wire: Wire, number: int, row: Row, start: int, end: int) -> None:
    if start < end:
        wire.move(number, start)
        wire.put(row[start:end])
