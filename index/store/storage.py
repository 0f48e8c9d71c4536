"""Whoosh storages that keep to themselves: no shared temporary names, and no memory maps.

Whoosh copies its maps into memory, and a map ends the program when its file is cut short by another; plain
reads do neither.
"""

from __future__ import annotations

from index.store.engine import FileStorage, RamStorage


class PrivateMemory(RamStorage):  # type: ignore[misc]
    """Storage in memory; Whoosh's own puts temporary files under one fixed name that two programs share."""

    def temp_storage(self, name: str | None = None) -> PrivateMemory:  # noqa: ARG002
        """Give another storage in memory."""
        return PrivateMemory()


class PrivateFiles(FileStorage):  # type: ignore[misc]
    """Storage in a folder, for one reader or writer."""

    def __init__(self, folder: str) -> None:
        super().__init__(folder, supports_mmap=False)
