"""An index kept in memory, where there is no folder to write to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from index.store.catalogue import Catalogue, Seal


class MemoryShelf:
    """An index in memory, for when no folder can be written: gone with the program, otherwise the same."""

    def __init__(self) -> None:
        from index.store.storage import PrivateMemory

        self._storage = PrivateMemory()
        self._catalogue: Catalogue | None = None

    def load(self) -> Catalogue | None:
        """Give the catalogue as last published, or None."""
        return self._catalogue

    def stamp(self) -> object:
        """Give a value that changes when another catalogue is published."""
        return self._catalogue.generation if self._catalogue else None

    def storage(self) -> Any:
        """Give the Whoosh storage of the place, for writing."""
        return self._storage

    def held(self, catalogue: Catalogue) -> Any:
        """Give a storage of the files that a catalogue names; memory is not checked."""
        return self._storage.held(catalogue.files)

    def seal(self, _name: str, /) -> Seal:
        """Give an empty seal: memory is not checked."""
        return Seal(0, 0, 0, 0, 0)

    def put(self, name: str, data: bytes) -> None:
        """Keep a file of ours beside the segments."""
        self._storage.files[name] = data

    def publish(self, catalogue: Catalogue) -> None:
        """Make the catalogue the one that readers find, and drop files that it does not name."""
        self._catalogue = catalogue
        for name in set(self._storage.list()) - set(catalogue.files):
            self._storage.delete_file(name)

    def await_writer(self, seconds: float) -> None:
        """Do nothing: nobody else writes here."""

    def tidy(self, catalogue: Catalogue) -> None:
        """Do nothing: no other program has left anything in this memory."""

    @contextmanager
    def writing(self) -> Iterator[bool]:
        """Hold nothing: nobody else sees this memory."""
        yield True
