"""Telling whether a file is still what it was when it was read, without reading it again.

A disk's clock is coarse: a file that is written twice within one tick shows the same times, and what was
read between the two writes would be held for good. So a file that was looked at within a tick of its last
change is not settled, and is compared by its bytes when it is looked at next, as git does with its index.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

_SECOND = 1_000_000_000
# Most disks stamp files by the kernel's tick, of at most 10 ms; FAT, whose stamps are whole seconds, by 2 s.
_TICK = _SECOND // 20
_COARSE_TICK = 2 * _SECOND


@dataclass(frozen=True, slots=True)
class FileState:
    """Size and times (nanoseconds) of a file, and whether any later change must show in them.

    The clock is this machine's: for a share whose own clock differs, `settled` is a guess.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    settled: bool

    def is_same(self, other: FileState) -> bool:
        """Whether a file in this state has not changed since it was in the other."""
        return other.settled and self.at == other.at

    @property
    def at(self) -> tuple[int, int, int]:
        """Size and times, without what is known of them."""
        return (self.size, self.mtime_ns, self.ctime_ns)


def state_of(status: os.stat_result, now: int) -> FileState:
    """Tell a file's state; `now` is the time in nanoseconds before it was looked at."""
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    tick = _TICK if changed % _SECOND else _COARSE_TICK
    settled = abs(now - changed) > tick
    return FileState(status.st_size, status.st_mtime_ns, status.st_ctime_ns, settled)


def open_file(path: Path) -> BufferedReader:
    """Open a file for reading; raises OSError, also for a pipe or a device, on which a reader would wait."""
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "it is not a file")
    return os.fdopen(handle, "rb")


def digest_of(path: Path) -> str:
    """Digest the bytes of a file as `Article.digest` does; raises OSError."""
    with open_file(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
