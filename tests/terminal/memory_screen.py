"""pyte's terminal in memory, mended where it is not what terminals are."""

from __future__ import annotations

import pyte


class MemoryScreen(pyte.Screen):
    """A `pyte.Screen` in which rows that move up take blank rows along, and margins hold what is in them.

    pyte keeps no row that was neither written nor read, and its DL leaves what stood where such a row would
    come: its screen is right or stale by whether somebody has looked at it before. And a cursor outside of
    its margins it takes to the nearest of them where it goes up or down, where terminals go by lines.
    """

    def delete_lines(self, count: int | None = None) -> None:
        """Delete lines from the cursor's on (DL), with every row there to be moved."""
        for row in range(self.lines):
            self.buffer[row]
        super().delete_lines(count)

    def cursor_down(self, count: int | None = None) -> None:
        """Go down (CUD, and LF where nothing scrolls), below the margins to the last line."""
        if self.margins is not None and self.cursor.y > self.margins.bottom:
            self.cursor.y = min(self.cursor.y + (count or 1), self.lines - 1)
        else:
            super().cursor_down(count)

    def cursor_up(self, count: int | None = None) -> None:
        """Go up (CUU, and RI where nothing scrolls), above the margins to the first line."""
        if self.margins is not None and self.cursor.y < self.margins.top:
            self.cursor.y = max(self.cursor.y - (count or 1), 0)
        else:
            super().cursor_up(count)
