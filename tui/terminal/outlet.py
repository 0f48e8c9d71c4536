"""The way out to the terminal: bytes go when it takes them, and nobody waits.

The tty is opened a second time, so that non-blocking writes do not change what stdin and the shell share.
"""

from __future__ import annotations

import asyncio
import os
import select
import time
from collections.abc import Callable


class Outlet:
    """Writes to the terminal on descriptor `fd` (usually 2) from within an event loop.

    `on_drained` is called when all that was held back has gone; `on_broken` when the terminal is gone.
    """

    def __init__(
        self,
        fd: int,
        loop: asyncio.AbstractEventLoop,
        on_drained: Callable[[], None],
        on_broken: Callable[[], None],
    ) -> None:
        self._loop = loop
        self._on_drained = on_drained
        self._on_broken = on_broken
        self._held = bytearray()
        self._watching = False
        self.broken = False
        self.fd = _opened_again(fd)

    @property
    def idle(self) -> bool:
        """Whether everything sent so far was taken."""
        return not self._held

    def send(self, data: bytes) -> None:
        """Write at once what the terminal takes, the rest as soon as it does, in order."""
        if self.broken or not data:
            return
        self._held += data
        if not self._watching:
            self._write()
            if self._held and not self.broken:
                self._watch()

    def drain(self, seconds: float) -> bool:
        """Wait at most so long until all is taken; for the way out, where the loop runs no more."""
        end = time.monotonic() + seconds
        while self._held and not self.broken:
            left = end - time.monotonic()
            if left <= 0 or not select.select([], [self.fd], [], left)[1]:
                return False
            self._write()
        return not self._held

    def close(self) -> None:
        """Give the descriptor back; what the terminal has not taken by now is dropped."""
        self._unwatch()
        if self.fd >= 0:
            os.close(self.fd)
            self.fd = -1
        self._held.clear()

    def _write(self) -> None:
        try:
            while self._held:
                taken = os.write(self.fd, self._held)
                del self._held[:taken]
        except BlockingIOError:
            return
        except OSError:
            self.broken = True
            self._held.clear()
            self._unwatch()
            self._loop.call_soon_threadsafe(self._on_broken)

    def _watch(self) -> None:
        self._watching = True
        self._loop.add_writer(self.fd, self._writable)

    def _unwatch(self) -> None:
        if self._watching:
            self._watching = False
            self._loop.remove_writer(self.fd)

    def _writable(self) -> None:
        self._write()
        if not self._held:
            self._unwatch()
            self._on_drained()


def _opened_again(fd: int) -> int:
    for name in (os.ttyname(fd), "/dev/tty"):
        try:
            return os.open(name, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
        except OSError:
            continue
    # Neither name leads to it (a tty of another user or namespace): share it, and let writes block.
    return os.dup(fd)
