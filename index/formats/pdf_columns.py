"""Two columns of text that a program drew row by row, across both: they look like a table and are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.formats.pdf_calls import Characters

if TYPE_CHECKING:
    from index.formats.pdf_lines import Line

# So many rows, and such a part of a page's lines.
_ROWS = 6
_PART = 0.5
# Cells of a table are words or figures; halves of a page are this long, and sentences go on from one to the
# next.
_LONG = 20
_GOES_ON = 0.3

_WIDE_LINE = re.compile(r"[^\s\ufffe][^\r\n\ufffe]{59,160}")
_SPACE = re.compile(" +")
_SAMPLE = 3


def is_woven(characters: Characters, text: str, gap: float) -> bool | None:
    """Whether the long lines of a page have a gap in their middle, in ems; None where there are too few."""
    found = list(_WIDE_LINE.finditer(text))
    if len(found) < _ROWS:
        return None
    gaps = 0
    for match in found[:: max(1, len(found) // _SAMPLE)][:_SAMPLE]:
        start, end = match.span()
        third = (end - start) // 3
        _, top, _, bottom = characters.box(start)
        gaps += any(
            characters.box(space.end())[0] - characters.box(space.start() - 1)[2] > gap * (top - bottom)
            for space in _SPACE.finditer(text, start + third, end - third)
        )
    return gaps > _SAMPLE // 2


def unweave(lines: list[Line]) -> list[Line]:
    """The lines of a page, those of its left column before those of its right one where rows hold both."""
    rows = [line for line in lines if len(line.cells) == 2 and line.gaps]
    if len(rows) < max(_ROWS, _PART * len(lines)) or not (_is_text(rows, 0) and _is_text(rows, 1)):
        return lines
    starts = sorted(row.gaps[0][1] for row in rows)
    start = starts[len(starts) // 2]
    rows = [row for row in rows if abs(row.gaps[0][1] - start) < row.size]
    if len(rows) < _ROWS:
        return lines
    end = max(row.gaps[0][0] for row in rows)
    whole: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    woven = set(map(id, rows))
    for line in lines:
        if id(line) in woven:
            first, second = line.cells
            left.append(replace(line, text=first, right=line.gaps[0][0], cells=(), gaps=(), start=-1))
            right.append(replace(line, text=second, left=line.gaps[0][1], cells=(), gaps=(), start=-1))
        elif line.left >= start - line.size:
            right.append(line)
        elif line.right <= end + line.size and left:
            left.append(line)
        else:
            whole += [*left, *right, line]
            left, right = [], []
    return [*whole, *left, *right]


def _is_text(rows: Sequence[Line], cell: int) -> bool:
    """Whether the cells of a column are lines of sentences that go on from one to the next."""
    texts = [row.cells[cell] for row in rows]
    goes_on = sum(text[:1].islower() for text in texts[1:])
    return sum(map(len, texts)) >= _LONG * len(texts) and goes_on >= _GOES_ON * len(texts)
