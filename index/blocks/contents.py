"""Tables of contents: lines that end with the number of a page, which rises from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.blocks.piece import Piece

# The last four dots of a row, after something: the dots before them would be tried one by one.
_DOT_LEADERS = re.compile(r"\S[^\S\n]{0,150}(?:\.\s?){4}\s*(?:\d{1,4}|[ivxlc]{1,6})\s*$", re.MULTILINE)
_LEADERS = re.compile(r"(?:\.\s?){4}")
_ROW = re.compile(r"\S.*\s{3}(\d{1,4})")
_LONGEST = 250
# So many rows are a table of contents, with so few lines between two of them that are none: its parts.
_ROWS = 4
_BETWEEN = 3


def mark_contents(pieces: Sequence[Piece]) -> None:
    """Give their kind to the entries of a table of contents that stand apart from one another."""
    rows: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        page = _page(piece) if piece.raw[-1:].isdigit() else 0
        if not page:
            continue
        if rows and (page < rows[-1][1] or number - rows[-1][0] > _BETWEEN):
            _settle(pieces, rows)
            rows = []
        rows.append((number, page))
    _settle(pieces, rows)


def _page(piece: Piece) -> int:
    if len(piece.raw) > _LONGEST or piece.kind != "body" or piece.sure:
        return 0
    row = _ROW.fullmatch(piece.raw.rpartition("\n")[2].strip())
    return int(row[1]) if row else 0


def _settle(pieces: Sequence[Piece], rows: Sequence[tuple[int, int]]) -> None:
    """Mark rows with what stands between them, unless that is text."""
    if len(rows) < _ROWS or rows[0][1] == rows[-1][1]:
        return
    between = [pieces[at] for (low, _), (high, _) in pairwise(rows) for at in range(low + 1, high)]
    if not any(piece.ended and len(piece.raw) > _LONGEST for piece in between):
        for piece in [*between, *(pieces[number] for number, _ in rows)]:
            if piece.kind == "body" and not piece.sure:
                piece.kind = "boilerplate"


def has_leaders(piece: Piece) -> bool:
    """Whether most lines of a piece lead to a page by a row of dots."""
    tail = piece.raw[-200:].rstrip()
    if piece.sure or tail.count(".") < 4 or not tail[-1:].isalnum() or not _LEADERS.search(tail):
        return False
    lines = piece.raw.count("\n") + 1
    return len(_DOT_LEADERS.findall(piece.raw)) >= max(1, lines // 2)
