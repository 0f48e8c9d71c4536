"""Whoosh storages that keep to themselves: no shared temporary names, and no memory maps.

Whoosh copies its maps into memory, and a map ends the program when its file is cut short by another; plain
reads do neither.
"""

from __future__ import annotations

import secrets
import weakref
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from index.store.engine import FileStorage, RamStorage


class PrivateMemory(RamStorage):  # type: ignore[misc]
    """Storage in memory; Whoosh's own puts temporary files under one fixed name that two programs share."""

    def held(self, names: Iterable[str]) -> PrivateMemory:
        """Give these files for reading, whatever becomes of them here."""
        other = PrivateMemory()
        other.files = {name: self.files[name] for name in names}
        return other

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
        self._held: dict[str, Any] = {}
        self._sizes: dict[str, int] = {}
        weakref.finalize(self, _close, self._opened)

    def hold(self, names: Iterable[str]) -> None:
        """Open these files now, so that they can be read when a writer has removed them; raises OSError."""
        for name in names:
            self._sizes[name] = super().file_length(name)
            self._held[name] = self.open_file(name)

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading, or give it once where it is held."""
        held = self._held.pop(name, None)
        return held if held is not None else self._noted(super().open_file(name, **options))

    def file_exists(self, name: str) -> bool:
        """Whether there is such a file, also where it is held and gone from the folder."""
        return name in self._sizes or bool(super().file_exists(name))

    def file_length(self, name: str) -> int:
        """Give the size of a file, as it was when it was held."""
        return self._sizes[name] if name in self._sizes else int(super().file_length(name))

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
