"""What is said to the terminal, in as few bytes as it takes, and what is known of its state.

The state is the place of the cursor, the pen's style and the scrolling margins. A place or style that
is not known is None, and then nothing relative is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from tui.terminal.cells import Cell
from tui.terminal.styles import DEFAULT, Style, transition, with_link

RESET = "\x1b[r\x1b[m"
"""No margins, the pen as it begins; the cursor goes home."""
_WORTH_ERASING = 10
"""Blanks in a row from which ECH and a cursor move are shorter than spaces."""
_WORTH_REPEATING = 6
"""Bytes of equal cells from which REP is shorter."""
_LONG = re.compile(r"(.)\1\1\1", re.DOTALL)
"""Equal signs in a row that may be worth either."""
_STYLE, _TEXT = attrgetter("style"), attrgetter("text")


@dataclass
class Abilities:
    """What this terminal knows beyond a vt100; the least is the default.

    `newline_returns` is a fact of the tty (ONLCR): a newline also goes to the first column, and costs
    two bytes on the wire.
    """

    edits_lines: bool = False
    erases_characters: bool = False
    erases_in_colour: bool = False
    repeats: bool = False
    switches_off: bool = False
    newline_returns: bool = False


class Wire:
    """Collects what goes to a terminal of this size and follows what it does there."""

    def __init__(self, width: int, height: int, abilities: Abilities) -> None:
        self.width = width
        self.height = height
        self.abilities = abilities
        self.place: tuple[int, int | None] | None = None
        self.style: Style | None = None
        self.margins: tuple[int, int] | None = None
        self._linked = False
        self._parts: list[str] = []

    def take(self) -> str:
        """All that was collected since the last call."""
        text = "".join(self._parts)
        self._parts.clear()
        return text

    def lose(self) -> None:
        """Something else has written to the terminal: nothing is known of it."""
        self.place = self.style = self.margins = None

    def clear(self) -> None:
        """Empty the whole screen, with the pen, the margins and the cursor where they begin."""
        self._parts.append(f"{RESET}\x1b[H\x1b[2J")
        if self._linked:
            self._parts.append("\x1b]8;;\x1b\\")
            self._linked = False
        self.place, self.style, self.margins = (0, 0), DEFAULT, (0, self.height - 1)

    def move(self, row: int, column: int) -> None:
        """Go to a place by the shortest way."""
        if self.place != (row, column):
            self._parts.append(self._way(row, column))
            self.place = (row, column)

    def pen(self, style: Style) -> None:
        """Change the pen to this style."""
        if self.style is not style:
            self._parts.append(transition(self.style, style, self.abilities.switches_off))
            self.style = style
            self._linked = self._linked or bool(style.link)

    def close_link(self) -> None:
        """Leave no hyperlink open for what others write."""
        if self.style is not None and self.style.link:
            self.pen(with_link(self.style, ""))

    def put(self, cells: tuple[Cell, ...]) -> None:
        """Write cells from the cursor on, in one row."""
        assert self.place is not None
        row, column = self.place
        assert column is not None
        for style, same in groupby(cells, _STYLE):
            run = tuple(same)
            text = "".join(map(_TEXT, run))
            if _LONG.search(text):
                self._put_repeated(row, column, run)
            else:
                self._write(row, column, style, text, len(run))
            column += len(run)

    def _put_repeated(self, row: int, column: int, cells: tuple[Cell, ...]) -> None:
        for cell, same in groupby(cells):
            count = sum(1 for _ in same)
            if not cell.width:
                continue
            columns = count * cell.width
            last = column + columns >= self.width
            if cell.blank and count >= _WORTH_ERASING and not last and self._can_erase(cell):
                self.move(row, column)
                self.pen(cell.style)
                # The cursor stays before what is erased.
                self._parts.append(f"\x1b[{count}X")
            elif self._can_repeat(cell) and (count - 1) * cell.size >= _WORTH_REPEATING:
                self._write(row, column, cell.style, f"{cell.text}\x1b[{count - 1}b", columns)
            else:
                self._write(row, column, cell.style, cell.text * count, columns)
            column += columns

    def _write(self, row: int, column: int, style: Style, text: str, columns: int) -> None:
        self.move(row, column)
        self.pen(style)
        self._parts.append(text)
        # In the last column terminals differ about where the cursor is.
        self.place = (row, column + columns if column + columns < self.width else None)

    def erase_tail(self, style: Style) -> None:
        """Blank the row from the cursor on, in this style (see `can_erase`)."""
        self.pen(style)
        self._parts.append("\x1b[K")

    def can_erase_tail(self, cell: Cell) -> bool:
        """Whether erasing leaves this cell."""
        return cell.blank and cell.style.erasable and (
            self.abilities.erases_in_colour or not cell.style.background
        )  # fmt: skip

    def put_loose(self, cell: Cell) -> None:
        """Write a cell whose width is in doubt, and come out at the column after it."""
        assert self.place is not None
        row, column = self.place
        assert column is not None
        self.pen(cell.style)
        self._parts.append(" " * cell.width)
        self.place = (row, None)
        self.move(row, column)
        self._parts.append(cell.text)
        self.place = (row, None)
        if column + cell.width < self.width:
            self._parts.append(f"\x1b[{row + 1};{column + cell.width + 1}H")
            self.place = (row, column + cell.width)

    def scroll(self, top: int, bottom: int, lines: int) -> None:
        """Move the rows `top` to `bottom` up by `lines`, or down when negative; blank ones come in."""
        # Rows that come in may take the pen's background.
        if self.style is None or self.style.background or self.style.link:
            self.pen(DEFAULT)
        if self.margins != (top, bottom):
            whole = (top, bottom) == (0, self.height - 1)
            self._parts.append("\x1b[r" if whole else f"\x1b[{top + 1};{bottom + 1}r")
            self.margins, self.place = (top, bottom), (0, 0)
        count = abs(lines)
        if self.abilities.edits_lines and count > 2:
            self._go_to_row(top)
            self._parts.append(f"\x1b[{count}{'M' if lines > 0 else 'L'}")
        elif lines > 0:
            self._go_to_row(bottom)
            self._parts.append("\n" * count)
        else:
            self._go_to_row(top)
            self._parts.append("\x1bM" * count)
        returned = lines > 0 and self.abilities.newline_returns and self._parts[-1][0] == "\n"
        self.place = (self.place[0] if self.place else top, 0 if returned else None)

    def _go_to_row(self, row: int) -> None:
        if self.place is None or self.place[0] != row:
            self.move(row, 0)

    def _can_erase(self, cell: Cell) -> bool:
        return self.abilities.erases_characters and self.can_erase_tail(cell)

    def _can_repeat(self, cell: Cell) -> bool:
        return self.abilities.repeats and len(cell.text) == 1 and cell.width == 1

    def _way(self, row: int, column: int) -> str:
        ways = [f"\x1b[{row + 1};{column + 1}H" if column else f"\x1b[{row + 1}H" if row else "\x1b[H"]
        if self.place is not None:
            from_row, from_column = self.place
            down = row - from_row
            if from_column is not None and down == 0:
                ways.append(_along(column - from_column))
            elif from_column == column and self._within(from_row, row):
                ways.append(_step(abs(down), "B" if down > 0 else "A"))
            ways += self._from_margin(from_row, down, column)
        return min(ways, key=_wire_size)

    def _from_margin(self, from_row: int, down: int, column: int) -> list[str]:
        """Ways that begin with a return or newlines, which are safe above the lower margin only."""
        if down == 0:
            return ["\r" + _along(column)]
        if 0 < down <= 3 and self._within(from_row, from_row + down):
            returns = "" if self.abilities.newline_returns else "\r"
            return [returns + "\n" * down + _along(column)]
        return []

    def _within(self, start: int, end: int) -> bool:
        """Whether a relative move stays within the margins: outside of them terminals differ."""
        if self.margins is None:
            return False
        top, bottom = self.margins
        return top <= min(start, end) and max(start, end) <= bottom


def _along(columns: int) -> str:
    if columns < 0:
        return "\b" * -columns if columns >= -3 else _step(-columns, "D")
    return _step(columns, "C") if columns else ""


def _step(count: int, letter: str) -> str:
    return f"\x1b[{count}{letter}" if count > 1 else f"\x1b[{letter}" if count else ""


def _wire_size(text: str) -> int:
    return len(text) + text.count("\n")
