"""Reading what Textual writes: cells and where they go.

A frame of Textual 8.2.8 (`_compositor.LayoutUpdate`, `ChopsUpdate`) is cursor moves, each followed by
styled text, an optional newline that the next move makes void, and the place of the cursor last.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.terminal.cells import Cell, Row, add_text
from tui.terminal.styles import DEFAULT, apply_sgr, with_link

_MOVE = re.compile(r"\x1b\[(\d+);(\d+)H")
_TOKEN = re.compile(
    r"(?P<text>[^\x00-\x1f\x7f-\x9f]+)|\x1b\[(?P<sgr>[\d;]*)m|\x1b\]8;[^;\x1b\x07]*;(?P<link>[^\x1b\x07]*)\x1b\\"
)
_KEPT = 4096
"""Pieces remembered with their cells: some screens full, so that a row that moved is not read again."""


class UnknownOutputError(Exception):
    """Something that is not a frame as it is known here."""


class Piece(NamedTuple):
    """Cells that go to one row from one column on; both count from 0."""

    row: int
    column: int
    cells: Row


class Frame(NamedTuple):
    """What one update draws, in order, and where it leaves the cursor (row, column)."""

    pieces: list[Piece]
    cursor: tuple[int, int]


class FrameReader:
    """Turns what Textual writes into pieces of rows, and remembers those it has read."""

    def __init__(self) -> None:
        self._known: dict[str, Row] = {}

    def read(self, data: str) -> Frame:
        """The frame in this output; raises UnknownOutputError for anything else."""
        parts = _MOVE.split(data)
        if parts[0] or len(parts) < 4:
            raise UnknownOutputError(data[:80])
        pieces: list[Piece] = []
        for index in range(1, len(parts), 3):
            body = parts[index + 2]
            if body:
                row, column = int(parts[index]) - 1, int(parts[index + 1]) - 1
                pieces.append(Piece(row, column, self._cells(body)))
        if parts[-1]:
            raise UnknownOutputError(parts[-1][:80])
        return Frame(pieces, (int(parts[-3]) - 1, int(parts[-2]) - 1))

    def _cells(self, body: str) -> Row:
        cells = self._known.get(body)
        if cells is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            cells = self._known[body] = _read_body(body.removesuffix("\n"))
        return cells


def _read_body(body: str) -> Row:
    cells: list[Cell] = []
    style, place = DEFAULT, 0
    for token in _TOKEN.finditer(body):
        if token.start() != place:
            break
        place = token.end()
        if text := token["text"]:
            add_text(cells, text, style)
        elif token["sgr"] is not None:
            known = apply_sgr(style, token["sgr"])
            if known is None:
                raise UnknownOutputError(token.group())
            style = known
        else:
            style = with_link(style, token["link"])
    if place != len(body) or style is not DEFAULT:
        raise UnknownOutputError(body[place : place + 80])
    return tuple(cells)
