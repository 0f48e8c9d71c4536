"""Keeping the index of a corpus: where it lies, whether it is current, and bringing it up to date."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.hygiene import clean_name
from index.listing import Listing
from index.model import ArticleText, BriefingError
from index.store.catalogue import DamagedError, Row
from index.store.changes import FileState
from index.store.memory import MemoryShelf
from index.store.shelf import DiskShelf, Shelf

if TYPE_CHECKING:
    from index.store.index import Index

Progress = Callable[[int, int, str], None]

# While another program writes the first index there is nothing to read; a small corpus is done sooner.
_PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh found and did; `passages` counts all of the index, `seconds` the time it took."""

    added: int
    changed: int
    removed: int
    passages: int
    seconds: float


class Keeper:
    """Keeps the index of one corpus in a folder, or in memory when that cannot be; `problem` then says why.

    Safe for threads: one builds, the others go on with the index that there is, or wait for the first one;
    articles can be read all the while.
    """

    def __init__(self, root: Path, folder: Path) -> None:
        self.problem = ""
        self._root = root
        self._folder = folder
        self._lock = threading.RLock()
        self._kept: Shelf | None = None
        self._index: Index | None = None
        self._current: tuple[Index, tuple[Row, ...]] | None = None

    def rows(self) -> tuple[Row, ...]:
        """Give the rows of the last catalogue; what it does not know is read from the files."""
        try:
            catalogue = self._shelf().load()
        except DamagedError:
            return ()
        return catalogue.rows if catalogue is not None else ()

    def index(self, listing: Listing) -> Index:
        """Give the newest whole index, brought up to date first where files changed.

        While another thread brings it up to date the one that there is, is given at once.
        """
        from index.store.refresh import open_index

        if not self._lock.acquire(blocking=False):
            found = self._index or open_index(self._shelf())
            if found is not None and _knows_no_more(found, listing):
                return found
            self._lock.acquire()
        try:
            rows = listing.last().rows
            shelf = self._shelf()
            if self._index is None or self._index.stamp != shelf.stamp():
                self._index = open_index(shelf)
                if self._index is not None:
                    shelf.tidy(self._index.catalogue)
            if not self._is_current(rows):
                if self._index is None or not _alike(self._index.catalogue.rows, rows):
                    self.refresh(listing)
                elif _states(self._index.catalogue.rows) != _states(rows):
                    self._note_states(shelf, listing)
                assert self._index is not None
                self._current = (self._index, rows)
            assert self._index is not None
            return self._index
        finally:
            self._lock.release()

    def refresh(self, listing: Listing, rebuild: bool = False, progress: Progress | None = None) -> Refreshed:
        """Bring the index up to date; see `Corpus.refresh`."""
        started = time.monotonic()
        with self._lock:
            try:
                done = self._refresh(listing, rebuild, progress)
            except (OSError, DamagedError) as error:
                self._give_up(error)
                done = self._refresh(listing, rebuild, progress)
            return replace(done, seconds=time.monotonic() - started)

    def _note_states(self, shelf: Shelf, listing: Listing) -> None:
        """Let the next start know that files were touched, so that it need not compare their bytes again."""
        with suppress(OSError, DamagedError), shelf.writing() as mine:
            if mine:
                self._write(shelf, listing, False, None)

    def _is_current(self, rows: tuple[Row, ...]) -> bool:
        # By identity: comparing the rows of a large corpus would cost more than a search.
        return self._current is not None and self._current[0] is self._index and self._current[1] is rows

    def _shelf(self) -> Shelf:
        if self._kept is None:
            try:
                self._kept = DiskShelf(self._folder)
            except (OSError, DamagedError) as error:
                self._give_up(error)
        assert self._kept is not None
        return self._kept

    def _give_up(self, error: Exception) -> None:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        self.problem = f"{clean_name(str(self._folder))}: {reason}; the index is kept in memory"
        self._kept, self._index = MemoryShelf(), None

    def _refresh(self, listing: Listing, rebuild: bool, progress: Progress | None) -> Refreshed:
        from index.store.refresh import open_index

        shelf = self._shelf()
        deadline = time.monotonic() + _PATIENCE
        while True:
            with shelf.writing() as mine:
                if mine:
                    return self._write(shelf, listing, rebuild, progress)
            self._index = open_index(shelf)
            if self._index is not None:
                return Refreshed(0, 0, 0, self._index.count, 0.0)
            left = deadline - time.monotonic()
            if left <= 0:
                raise OSError(0, "another program has been writing the index for long")
            shelf.await_writer(left)

    def _write(self, shelf: Shelf, listing: Listing, rebuild: bool, progress: Progress | None) -> Refreshed:
        from index.store.index import Index
        from index.store.refresh import Writer, open_index, passages_of

        old = None if rebuild else open_index(shelf)
        writer = Writer(shelf, str(self._root), old)

        def read(file: str, text: ArticleText) -> None:
            writer.add(file, text.article, passages_of(text.article, text.blocks))

        rows = listing.look(anew=rebuild, read=read, progress=progress).rows
        known = {row.file: row for row in old.catalogue.rows} if old else {}
        removed = len(known.keys() - {row.file for row in rows})
        changed = [row for row in rows if not _is_alike(row, known.get(row.file))]
        if old is not None and not removed and _states(old.catalogue.rows) == _states(rows) and not changed:
            self._index = old
            return Refreshed(0, 0, 0, old.count, 0.0)
        listed: list[Row] = []
        for row in rows:
            before = known.get(row.file)
            if row.article is None or writer.has(row.file):
                listed.append(row)
            elif before is not None and _is_same_text(row, before):
                listed.append(row.placed_as(before))
            else:
                if progress is not None:
                    progress(len(listed), len(rows), clean_name(row.file))
                listed.append(_added(row, listing, read))
        catalogue = writer.publish(listed)
        self._index = Index(shelf, catalogue, shelf.stamp())
        again = sum(row.file in known for row in changed)
        return Refreshed(len(changed) - again, again, removed, self._index.count, 0.0)


def _added(row: Row, listing: Listing, read: Callable[[str, ArticleText], None]) -> Row:
    """Index an article that was listed before the index was written, and so is not read again."""
    assert row.article is not None
    try:
        text = listing.text(row.article.id)
    except BriefingError as error:
        return replace(row, article=None, reason=str(error), runs=())
    read(row.file, text)
    return replace(row, article=text.article)


def _knows_no_more(index: Index, listing: Listing) -> bool:
    """Whether all articles of an index are in the list of articles: one that is gone cannot be opened."""
    look = listing.so_far()
    listed = {row.article.id for row in look.rows if row.article is not None} if look else set()
    return all(article.id in listed for article in index.articles)


def _alike(rows: Sequence[Row], others: Sequence[Row]) -> bool:
    """Whether rows are of the same files with the same texts, and articles of the same ids."""
    return len(rows) == len(others) and all(map(_is_alike, rows, others))


def _is_alike(row: Row, other: Row | None) -> bool:
    if other is None or row.file != other.file or row.declared != other.declared:
        return False
    if row.article is None or other.article is None:
        return row.article is other.article and row.reason == other.reason
    return row.article.id == other.article.id and row.article.digest == other.article.digest


def _is_same_text(row: Row, other: Row) -> bool:
    """Whether the passages of a row are those of another, whatever the ids of their articles."""
    assert row.article is not None
    same = other.article is not None and row.article.digest == other.article.digest
    return same and row.declared == other.declared


def _states(rows: Sequence[Row]) -> list[FileState]:
    return [row.state for row in rows]
