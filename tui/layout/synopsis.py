"""A topic side by side: which columns are on the page, and where each cell of its rows stands.

The columns of a row share its lines, and its shorter cells stay while a taller one goes by, so that whatever
is on the screen of one column stands beside what the others say on the same sub-point. Where the screen is
narrow the same rows are stacked, one article under another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index import Column, Comparison, absence
from tui.layout.held import Body
from tui.layout.line import Line

STACKED_UNDER = 100
_MIN_TEXT = 36
_MANY = 12


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for the cursor: one passage in a cell, or an empty cell (`index` -1).

    `row` and `column` count the comparison's rows and columns; `top` and `bottom` are lines, half open;
    `x` is the terminal cell of its marker and `width` how wide it is with it.
    """

    row: int
    column: int
    index: int
    top: int
    bottom: int
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class SynopsisLayout:
    """A page of the side by side: a head that stands still, lines, spots in reading order, and rows' rules.

    `rules` maps a row's number to the line of its rule; rows that have nothing to show are not in it. `end`
    is the line after the last row; `bodies` are the rows' cells where they stand side by side.
    """

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    rules: dict[int, int]
    columns: tuple[int, ...]
    stacked: bool
    end: int
    bodies: Mapping[int, Body] = field(default_factory=dict)

    def find(self, row: int, column: int, index: int) -> int | None:
        """The number of the spot that is there, or the nearest in the same row and column, row, or below."""
        best: tuple[int, int] | None = None
        for at, spot in enumerate(self.spots):
            if spot.row < row:
                score = 3_000_000 + (row - spot.row)
            elif spot.row > row:
                score = 2_000_000 + (spot.row - row)
            elif spot.column != column:
                score = 1_000_000 + abs(spot.column - column)
            else:
                score = abs(spot.index - index)
            if best is None or score < best[0]:
                best = (score, at)
        return best[1] if best else None

    def reach_of(self, row: int) -> tuple[int, int]:
        """The lines of a row with its rule, half open."""
        if row in self.bodies:
            return (self.rules[row], self.bodies[row].bottom)
        return (self.rules[row], max((spot.bottom for spot in self.spots if spot.row == row), default=0))

    def row_at(self, line: int) -> int | None:
        """The row that a line belongs to, or None above the first and below the last."""
        found = None
        if line >= self.end:
            return None
        for row, top in self.rules.items():
            if top <= line:
                found = row
        return found

    def column_at(self, line: int) -> int | None:
        """The column in whose stacked passage a line stands, below the passage's name; else None."""
        spots = self.spots if self.stacked else ()
        return next((spot.column for spot in spots if spot.top < line < spot.bottom), None)


def fitting(width: int) -> int:
    """How many columns of text fit side by side: three at 120 cells, five at 200; 1 means stacked."""
    if width < STACKED_UNDER:
        return 1
    return max((width + 2) // (_MIN_TEXT + 4), 1)


def choose(
    comparison: Comparison, chosen: Sequence[str] = (), speaking: bool | None = None
) -> tuple[int, ...]:
    """The columns to show, by number: those chosen (else all), and only those who speak if wanted.

    Above twelve articles the silent are left out unless `speaking` is False.
    """
    everyone = range(len(comparison.columns))
    picked = [at for at in everyone if comparison.columns[at].article.id in chosen] or list(everyone)
    if speaking is None:
        speaking = len(picked) > _MANY
    if speaking:
        picked = [at for at in picked if comparison.columns[at].state == "speaks"]
    return tuple(picked)


def base_of(comparison: Comparison, picked: Sequence[int], pinned: str = "") -> int | None:
    """The base column: the pinned one if it is shown, else the first that speaks, else the first."""
    for at in picked:
        if comparison.columns[at].article.id == pinned:
            return at
    for at in picked:
        if comparison.columns[at].state == "speaks":
            return at
    return picked[0] if picked else None


def page_of(
    picked: Sequence[int], base: int | None, fit: int, page: int, pinned: bool = False
) -> tuple[tuple[int, ...], int, int]:
    """The columns of a page, its number as it is in range (from 0), and how many pages there are.

    The base stands on each page: in its own place where the page comes up to it, else before the others.
    One that was `pinned` by hand stands first on all.
    """
    if len(picked) <= fit or base is None:
        return tuple(picked), 0, 1
    rest = [at for at in picked if at != base]
    step = max(fit - 1, 1)
    pages = -(-len(rest) // step)
    page = max(min(page, pages - 1), 0)
    begin = max(min(page * step, len(rest) - step), 0)
    beside = rest[begin : begin + step]
    place = picked.index(base)
    if not pinned and begin <= place <= begin + len(beside):
        return (*beside[: place - begin], base, *beside[place - begin :]), page, pages
    return (base, *beside), page, pages


@dataclass(frozen=True, slots=True)
class Page:
    """The columns of a comparison that are on the screen.

    `picked` are all that are to be shown, `columns` those on this page, `base` the one that stays on every
    page; all by number. `number` counts pages from 0.
    """

    picked: tuple[int, ...]
    columns: tuple[int, ...]
    base: int | None
    number: int
    pages: int


@dataclass
class Columns:
    """Which columns are wanted: the articles chosen, only those who speak, the pinned base, the page.

    `speaking` None leaves out the silent only where there are many.
    """

    chosen: tuple[str, ...] = ()
    speaking: bool | None = None
    pinned: str = ""
    page: int = 0

    def at(self, comparison: Comparison, width: int) -> Page:
        """The page at a width; under 100 cells all columns are on one."""
        picked = choose(comparison, self.chosen, self.speaking)
        base, fit = base_of(comparison, picked, self.pinned), fitting(width)
        if fit == 1:
            return Page(picked, picked, base, 0, 1)
        by_hand = base is not None and comparison.columns[base].article.id == self.pinned
        columns, number, pages = page_of(picked, base, fit, self.page, by_hand)
        return Page(picked, columns, base, number, pages)

    def turn_to(self, comparison: Comparison, width: int, article: str) -> None:
        """Choose the page that an article is on."""
        self.page = 0
        while True:
            page = self.at(comparison, width)
            if any(comparison.columns[number].article.id == article for number in page.columns):
                return
            if page.number + 1 >= page.pages:
                self.page = 0
                return
            self.page += 1


def gap_rows(comparison: Comparison, picked: Sequence[int]) -> tuple[int, ...]:
    """The rows in which articles that speak on the topic differ: some are in the row and some are not."""
    speakers = {
        comparison.columns[at].article.id for at in picked if comparison.columns[at].state == "speaks"
    }
    return tuple(
        at
        for at, row in enumerate(comparison.rows)
        if row.cells and len(speakers & row.cells.keys()) < len(speakers)
    )


def quiet(columns: Iterable[Column]) -> str:
    """How many articles are silent and how many could not be read, in words; empty where none is either."""
    states = [column.state for column in columns]
    silent, unread = states.count("silent"), states.count("unread")
    named = ((silent, "silent"), (unread, "unreadable"))
    return ", ".join(f"{number:,} {name}" for number, name in named if number)


def not_shown(comparison: Comparison) -> str:
    """How many articles have no column, in words; empty where all have one."""
    count = comparison.more_speaking
    more = f"{count:,} more that {'speaks' if count == 1 else 'speak'}" if count else ""
    return ", ".join(filter(None, (more, quiet(comparison.others))))


def elsewhere(comparison: Comparison, row: int, columns: Sequence[int]) -> tuple[str, ...]:
    """The ids of the articles that stand in a row, where none of the `columns` does; else nothing."""
    cells = comparison.rows[row].cells
    if any(comparison.columns[at].article.id in cells for at in columns):
        return ()
    return tuple(cells)


def why_empty(column: Column) -> str:
    """Why an article has nothing in a row, in words: silent, on the topic but not here, or not read."""
    if column.state == "unread":
        return "could not be read"
    if column.state == "silent":
        return "silent"
    return absence(column)
