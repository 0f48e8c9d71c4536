"""Whoosh storages that keep to themselves: no shared temporary names, and no memory maps.

Whoosh copies its maps into memory, and a map ends the program when its file is cut short by another; plain
reads do neither.
"""

from __future__ import annotations

import secrets
import weakref
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.store.engine import FileStorage, RamStorage


class PrivateMemory(RamStorage):  # type: ignore[misc]
    """Storage in memory; Whoosh's own puts temporary files under one fixed name that two programs share."""

    def temp_storage(self, name: str | None = None) -> PrivateMemory:  # noqa: ARG002
        """Give another storage in memory."""
        return PrivateMemory()

    def release(self) -> None:
        """Keep everything: memory needs no closing."""


class PrivateFiles(FileStorage):  # type: ignore[misc]
    """Storage in a folder that closes all that was opened through it, at the latest when it is dropped.

    Whoosh leaves files open when one of them is damaged, and when a writer is given up.
    """

    def __init__(self, folder: str) -> None:
        super().__init__(folder, supports_mmap=False)
        self._opened: list[Any] = []
        weakref.finalize(self, _close, self._opened)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        return self._noted(super().open_file(name, **options))

    def create_file(self, name: str, **options: Any) -> Any:
        """Open a new file for writing."""
        return self._noted(super().create_file(name, **options))

    def temp_storage(self, name: str | None = None) -> PrivateFiles:
        """Give another such storage in a folder within this one, by a name that nobody else has."""
        within = Path(self.folder) / (name or f"s{secrets.token_hex(6)}.tmp")
        within.mkdir(0o700, exist_ok=True)
        return PrivateFiles(str(within))

    def release(self) -> None:
        """Close every file that is still open."""
        _close(self._opened)

    def _noted(self, file: Any) -> Any:
        self._opened[:] = [other for other in self._opened if not other.is_closed]
        self._opened.append(file)
        return file


def _close(files: list[Any]) -> None:
    while files:
        file = files.pop()
        # What a full disk did not take is lost with the rest of the file.
        with suppress(OSError):
            if not file.is_closed:
                file.close()
