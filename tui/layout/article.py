"""An article laid out in rows at a width, block by block and only where it is looked at.

A place is a block and a row in it, so that an article of any length opens at once, and a new width keeps the
place: it is carried over as an offset into a block's text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from index import ArticleText, Block
from tui.layout.block_rows import Row, Setting, rows_of

SETTING = Setting()


class Spot(NamedTuple):
    """A row: the index of its block in the article, and its number in the block."""

    block: int
    row: int


class Anchor(NamedTuple):
    """A place that no width changes: the index of a block and an offset into its text."""

    block: int
    offset: int


class Article:
    """The rows of one article, made when they are asked for and kept until the setting changes."""

    def __init__(self, text: ArticleText, setting: Setting = SETTING) -> None:
        self.text = text
        self.blocks: Sequence[Block] = text.blocks
        self.setting = setting
        self._rows: dict[int, tuple[Row, ...]] = {}
        # How many characters stand before each block: what a part of the article weighs.
        self._before = [0, *accumulate(len(block.text) + 1 for block in self.blocks)]

    def rows(self, block: int) -> tuple[Row, ...]:
        """The rows of a block."""
        rows = self._rows.get(block)
        if rows is None:
            before = self.blocks[block - 1] if block else None
            rows = self._rows[block] = rows_of(self.text, self.blocks[block], before, self.setting)
        return rows

    def set(self, setting: Setting) -> None:
        """Change the setting; the rows are made anew."""
        if setting != self.setting:
            self.setting = setting
            self._rows.clear()

    def row(self, spot: Spot) -> Row:
        """The row at a spot."""
        return self.rows(spot.block)[spot.row]

    @property
    def first(self) -> Spot:
        """The first row; there is one unless the article has no text at all."""
        return self._skip_empty(Spot(0, 0), 1)

    @property
    def empty(self) -> bool:
        """Whether there is no row at all."""
        return self._skip_empty(Spot(0, 0), 1).block >= len(self.blocks)

    def step(self, spot: Spot, by: int) -> tuple[Spot, int]:
        """The spot so many rows further (or back), and how many rows that was: fewer at an end."""
        block, row = spot
        wanted = by
        while by > 0:
            room = len(self.rows(block)) - 1 - row
            if by <= room:
                return Spot(block, row + by), wanted
            following = self._skip_empty(Spot(block + 1, 0), 1)
            if following.block >= len(self.blocks):
                return Spot(block, row + room), wanted - (by - room)
            by -= room + 1
            block, row = following
        while by < 0:
            if row >= -by:
                return Spot(block, row + by), wanted
            by += row + 1
            back = block - 1
            while back >= 0 and not self.rows(back):
                back -= 1
            if back < 0:
                return Spot(block, 0), wanted - (by - 1)
            block, row = back, len(self.rows(back)) - 1
        return Spot(block, row), wanted

    def rows_between(self, first: Spot, last: Spot) -> int:
        """How many rows further the last row is than the first."""
        if first.block == last.block:
            return last.row - first.row
        between = sum(len(self.rows(block)) for block in range(first.block + 1, last.block))
        return len(self.rows(first.block)) - first.row + between + last.row

    def window(self, top: Spot, height: int) -> list[tuple[Spot, Row]]:
        """The rows that are seen from a top row on, at most `height`."""
        seen: list[tuple[Spot, Row]] = []
        block, row = top
        while block < len(self.blocks) and len(seen) < height:
            for number, found in enumerate(self.rows(block)[row:], row):
                seen.append((Spot(block, number), found))
                if len(seen) == height:
                    break
            block, row = block + 1, 0
        return seen

    def last_top(self, height: int) -> Spot:
        """The top row with which the last row of the article is the last row of the window."""
        block = len(self.blocks) - 1
        while block > 0 and not self.rows(block):
            block -= 1
        end = Spot(block, max(len(self.rows(block)) - 1, 0))
        return self.step(end, -(height - 1))[0]

    def anchor(self, spot: Spot) -> Anchor:
        """The place of a row in the text."""
        if not self.blocks or not self.rows(spot.block):
            return Anchor(spot.block, 0)
        return Anchor(spot.block, self.row(spot).start if spot.row else -1)

    def spot(self, anchor: Anchor) -> Spot:
        """The row where an offset of a block's text is shown; below zero, the block's first row of all."""
        block = min(max(anchor.block, 0), max(len(self.blocks) - 1, 0))
        rows = self.rows(block) if self.blocks else ()
        if not rows:
            return self._skip_empty(Spot(block, 0), 1) if self.blocks else Spot(0, 0)
        if anchor.offset < 0:
            return Spot(block, 0)
        found = 0
        for number, row in enumerate(rows):
            if row.of_text and row.start <= anchor.offset:
                found = number
        return Spot(block, found)

    def first_text_row(self, block: int) -> Spot:
        """The block's first row with text of its own."""
        for number, row in enumerate(self.rows(block)):
            if row.of_text:
                return Spot(block, number)
        return Spot(block, 0)

    def passed(self, spot: Spot, end: bool = False) -> float:
        """The part of the article before a row (or up to its end), from 0 to 1."""
        if not end:
            return min(self.weight(spot.block, self.row(spot).start), 1.0)
        rows, at = self.rows(spot.block), spot.row
        if at == len(rows) - 1 and self._skip_empty(Spot(spot.block + 1, 0), 1).block >= len(self.blocks):
            return 1.0
        # The file's own lines, which stand under the text, have no part of it.
        while at and not rows[at].end:
            at -= 1
        return min(self.weight(spot.block, rows[at].end), 1.0)

    def weight(self, block: int, offset: int) -> float:
        """The part of the article before an offset of a block's text, from 0 to 1."""
        return (self._before[block] + offset) / max(self._before[-1], 1)

    def at(self, part: float) -> Anchor:
        """The place before which this part of the article stands."""
        weight = int(part * self._before[-1])
        block = max(min(bisect_right(self._before, weight) - 1, len(self.blocks) - 1), 0)
        return Anchor(block, weight - self._before[block])

    def _skip_empty(self, spot: Spot, by: int) -> Spot:
        block = spot.block
        while 0 <= block < len(self.blocks) and not self.rows(block):
            block += by
        return Spot(block, 0)
