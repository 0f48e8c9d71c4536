"""Cells of a row that stay on the screen while a taller one beside them goes by.

A row is as high as its tallest cell. Where it begins above the screen, its shorter cells hang down from the
screen's top as far as the row reaches, so that what is read of the tall one has the others beside it; of one
that is itself higher than the screen, that is its end. Nothing is passed over: each line of each cell is on
the screen at some time on the way through the row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.layout.line import Line, Run, pad, plain

if TYPE_CHECKING:
    from tui.layout.synopsis import Spot, SynopsisLayout

GUTTER = 2


@dataclass(frozen=True, slots=True)
class Body:
    """The cells of a row: the line of their top, their lines from left to right, and their text's width."""

    top: int
    cells: tuple[tuple[Line, ...], ...]
    width: int

    @property
    def bottom(self) -> int:
        """The line after the last."""
        return self.top + max(map(len, self.cells), default=0)

    def shifts(self, scroll: int, height: int) -> tuple[int, ...]:
        """How far below the row's top each cell stands on a screen of `height` lines from `scroll` on."""
        tallest, above = self.bottom - self.top, scroll - self.top
        return tuple(
            min(max(above - max(len(cell) - height, 0), 0), tallest - len(cell)) for cell in self.cells
        )

    def line(self, at: int, shifts: Sequence[int]) -> Line:
        """A line of the row with each cell as far below the row's top as is said."""
        places = [at - self.top - shift for shift in shifts]
        return beside(
            [
                cell[place] if 0 <= place < len(cell) else ()
                for cell, place in zip(self.cells, places, strict=True)
            ],
            self.width,
        )


@dataclass(frozen=True, slots=True)
class Held:
    """A layout as it stands at a scroll: `body` is the row that begins above the screen, if one does.

    `spots` are the layout's, those of that row where they are seen.
    """

    layout: SynopsisLayout
    scroll: int
    height: int
    body: Body | None
    shifts: tuple[int, ...]
    spots: Sequence[Spot]

    def line(self, at: int) -> Line | None:
        """A line of the row that begins above the screen; None for any other."""
        body = self.body
        return body.line(at, self.shifts) if body is not None and body.top <= at < body.bottom else None


def hold(layout: SynopsisLayout, scroll: int, height: int) -> Held:
    """The layout at a scroll, on a screen of so many lines."""
    row = layout.row_at(scroll)
    body = layout.bodies.get(row) if row is not None else None
    if row is None or body is None or not any(shifts := body.shifts(scroll, height)):
        return Held(layout, scroll, height, None, (), layout.spots)
    down = dict(zip(layout.columns, shifts, strict=True))
    spots = [
        replace(spot, top=spot.top + down[spot.column], bottom=spot.bottom + down[spot.column])
        if spot.row == row
        else spot
        for spot in layout.spots
    ]
    return Held(layout, scroll, height, body, shifts, spots)


def beside(parts: Sequence[Line], width: int) -> Line:
    """Lines of cells beside one another, each padded to a width, with a line between them."""
    runs: list[Run] = []
    for at, part in enumerate(parts):
        if at:
            runs.append(Run(" │", "rule"))
        runs.append(Run(" " * GUTTER))
        runs += pad(part, width) if plain(part) else (Run(" " * width),)
    return tuple(runs)
