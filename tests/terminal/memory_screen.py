"""pyte's terminal in memory, mended where it is not what terminals are."""

from __future__ import annotations

import pyte


class MemoryScreen(pyte.Screen):
    """A `pyte.Screen` in which rows that move up take blank rows with them.

    pyte keeps no row that was neither written nor read, and its DL leaves what stood where such a row would
    come: its screen is right or stale by whether somebody has looked at it before.
    """

    def delete_lines(self, count: int | None = None) -> None:
        """Delete lines from the cursor's on (DL), with every row there to be moved."""
        for row in range(self.lines):
            self.buffer[row]
        super().delete_lines(count)
