"""A pty at the end of a slow link that buffers all it is given, as SSH and the kernel do."""

from __future__ import annotations

import time
from typing import Any

from tests.terminal.pty_session import PtySession

_SLICE = 0.005
"""Seconds between two deliveries."""


class SlowLink(PtySession):
    """A session whose output arrives at `bits` per second, in order, however fast the program writes it."""

    def __init__(self, *arguments: Any, bits: int = 100_000, **options: Any) -> None:
        self._rate = bits / 8
        self._under_way = bytearray()
        self._credit = 0.0
        self._counted = time.monotonic()
        super().__init__(*arguments, **options)

    @property
    def under_way(self) -> int:
        """Bytes written by the program that have not arrived."""
        return len(self._under_way)

    def pump(self, seconds: float) -> bool:
        """Take what arrives within these seconds; False when nothing did."""
        end = time.monotonic() + seconds
        while True:
            left = end - time.monotonic()
            self._under_way += self.read(min(max(left, 0.0), _SLICE))
            if self._deliver():
                return True
            if left <= 0:
                return False

    def _deliver(self) -> bool:
        now = time.monotonic()
        self._credit = self._credit + (now - self._counted) * self._rate if self._under_way else 0.0
        self._counted = now
        count = min(int(self._credit), len(self._under_way))
        if not count:
            return False
        self._credit -= count
        self.show(bytes(self._under_way[:count]))
        del self._under_way[:count]
        return True
