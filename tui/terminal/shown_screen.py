"""The screen on the other side: what it shows, what it should show, and the bytes between the two.

It takes what Textual writes and gives what is to be sent, without touching a terminal itself.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from tui.terminal.cell_grid import CellGrid
from tui.terminal.differ import write_changes
from tui.terminal.frames import Frame, FrameReader, UnknownOutputError
from tui.terminal.wire import Abilities, Wire

SYNC_START, SYNC_END = "\x1b[?2026h", "\x1b[?2026l"
_WORTH_SYNCING = 1_000
"""Bytes from which a frame may be torn on its way and is worth the marks around it."""
_ASIDE = re.compile(
    r"(?:\x1b\[\?(?:1000|1003|1004|1006|1015|1016|2004|2026|2048|25|7)[hl]|\x1b\[\?\d+\$p|\x1b\[[<>=]\d*u"
    r"|\x1b\](?:0|2|22|52);[^\x07\x1b]*(?:\x07|\x1b\\)|\x1bP(?:[^\x1b]|\x1b[^\\])*\x1b\\|\x1b\\|\x07)+"
)
"""What changes neither cells nor cursor nor pen: modes, queries, title, pointer, clipboard, bell."""


class Taken(Enum):
    """What became of something that Textual wrote."""

    FRAME = auto()
    MARK = auto()
    PASS = auto()


class ShownScreen:
    """Keeps the cells that the terminal shows and those that Textual wants, and writes the difference.

    `lost` is true while Textual has drawn something that could not be read: all passes unchanged then, until
    a frame that covers the whole screen is read again. `keeps_cursor` says whether the cursor, which Textual
    hides, must stand where Textual puts it: where text is typed, for input methods and screen readers.
    """

    def __init__(self, width: int, height: int, abilities: Abilities) -> None:
        self.abilities = abilities
        self.lost = False
        self.keeps_cursor = False
        self._reader = FrameReader()
        self._wire = Wire(width, height, abilities)
        self._wanted = CellGrid(width, height)
        self._shown: CellGrid | None = None
        self._drawn_on = False
        self._changed = False
        self._cursor = (0, 0)
        self._synced = False

    @property
    def size(self) -> tuple[int, int]:
        """Columns and rows."""
        return self._wanted.width, self._wanted.height

    @property
    def changed(self) -> bool:
        """Whether something is wanted that the terminal may not show."""
        return self._changed and not self.lost

    def take(self, data: str) -> Taken:
        """Take what Textual writes: frames are kept, marks left out, the rest is to be passed."""
        if data in (SYNC_START, SYNC_END):
            self._synced = True
            return Taken.MARK
        if _ASIDE.fullmatch(data):
            return Taken.PASS
        try:
            frame = self._reader.read(data)
        except UnknownOutputError:
            self._forget_after(data)
            return Taken.PASS
        return self._take_frame(frame)

    def resize(self, width: int, height: int) -> None:
        """The terminal has another size, and may have moved what it showed."""
        self._wire = Wire(width, height, self.abilities)
        self._wanted = self._wanted.resized(width, height)
        self.forget()

    def forget(self) -> None:
        """The terminal may show anything now: the next changes draw all of it."""
        self._shown = None
        self._wire.lose()
        self._changed = self._drawn_on

    def changes(self) -> str:
        """What to send so that the terminal shows what is wanted; it counts as shown from now on."""
        if not self.changed:
            return ""
        write_changes(self._wire, self._shown, self._wanted)
        self._wire.close_link()
        if self.keeps_cursor:
            row, column = self._cursor
            self._wire.move(min(row, self._wanted.height - 1), min(column, self._wanted.width - 1))
        self._shown = self._wanted
        self._wanted = CellGrid(self._shown.width, self._shown.height)
        self._wanted.rows = list(self._shown.rows)
        self._changed = False
        text = self._wire.take()
        if self._synced and len(text) >= _WORTH_SYNCING:
            return SYNC_START + text + SYNC_END
        return text

    def _take_frame(self, frame: Frame) -> Taken:
        if self.lost and not self._covers_all(frame):
            return Taken.PASS
        if self.lost:
            self.lost = False
            self.forget()
        self._wanted.draw(frame.pieces)
        self._cursor = frame.cursor
        self._changed = self._drawn_on = True
        return Taken.FRAME

    def _covers_all(self, frame: Frame) -> bool:
        whole = {p.row for p in frame.pieces if p.column == 0 and len(p.cells) >= self._wanted.width}
        return whole.issuperset(range(self._wanted.height))

    def _forget_after(self, data: str) -> None:
        # A bare mode such as the alternate screen draws nothing of Textual's, so what is wanted still holds.
        if not data.startswith("\x1b[?"):
            self.lost = self._drawn_on = True
        self.forget()
