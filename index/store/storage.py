"""Whoosh storages that keep to themselves: no shared temporary names, and no memory maps.

Whoosh copies its maps into memory, and a map ends the program when its file is cut short by another; plain
reads do neither.
"""

from __future__ import annotations

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
    """Storage in a folder, for one reader or writer, that can close all that was opened through it.

    Whoosh leaves files open when one of them is damaged.
    """

    def __init__(self, folder: str) -> None:
        super().__init__(folder, supports_mmap=False)
        self._opened: list[Any] = []

    def open_file(self, name: str, **options: Any) -> Any:
        """Open a file for reading."""
        file = super().open_file(name, **options)
        self._opened.append(file)
        return file

    def release(self) -> None:
        """Close every file that is still open for reading."""
        for file in self._opened:
            if not file.is_closed:
                file.close()
        self._opened.clear()
