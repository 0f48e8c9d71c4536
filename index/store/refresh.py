"""Bringing an index up to date: only what changed is read, and small segments are taken together.

A new segment takes in the passages of changed articles and of segments that are small beside it, so that
their number grows with the logarithm of the corpus and no reader ever waits.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from index.model import Article, Block, Passage
from index.store.catalogue import Catalogue, DamagedError, Row, Run, SegmentInfo, passage_runs
from index.store.index import Index
from index.store.segment import SegmentWriter, entries
from index.store.shelf import Shelf
from index.store.vocabulary import write_vocabulary

# A segment is written from memory; this many passages of a hundred words take about 350 MB.
_LARGEST = 40_000


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the passages of an article file went: their segment, the first of them, and what they are."""

    segment: str
    base: int
    runs: tuple[Run, ...]
    lengths: tuple[int, ...]


class Writer:
    """Writes articles into segments as they are read, and publishes them as the next generation."""

    def __init__(self, shelf: Shelf, root: str, old: Index | None) -> None:
        self._shelf = shelf
        self._storage = shelf.storage()
        self._root = root
        self._old = old
        self._placed: dict[str, Placed] = {}
        self._segments: list[SegmentInfo] = []
        self._writer: SegmentWriter | None = None
        self._name = ""

    def has(self, file: str) -> bool:
        """Whether an article file was added."""
        return file in self._placed

    def add(self, file: str, article: Article, passages: Sequence[Passage]) -> None:
        """Index the article in a file."""
        if self._writer is not None and self._writer.count and self._writer.count + len(passages) > _LARGEST:
            self._flush()
        if self._writer is None:
            self._name = "s" + secrets.token_hex(6)
            self._writer = SegmentWriter(self._storage, self._name)
        base = self._writer.count
        for entry in entries(article, passages):
            self._writer.add(entry)
        self._placed[file] = Placed(self._name, base, passage_runs(passages), self._writer.lengths(base))

    def publish(self, rows: Sequence[Row]) -> Catalogue:
        """Publish these files as the next generation, and give its catalogue.

        A row whose file was added gets its place; of the others those with passages stay where they are in
        the old index.
        """
        self._absorb([row for row in rows if row.runs and row.file not in self._placed])
        if self._writer is not None:
            self._flush()
        placed = tuple(self._place(row) for row in rows)
        used = {row.segment for row in placed if row.runs}
        old = self._old.catalogue.segments if self._old else ()
        segments = [info for info in (*old, *self._segments) if info.name in used]
        segments.sort(key=lambda info: -info.count)
        generation = self._old.catalogue.generation + 1 if self._old else 1
        catalogue = Catalogue(self._root, generation, placed, tuple(segments))
        self._shelf.publish(catalogue)
        return catalogue

    def _place(self, row: Row) -> Row:
        place = self._placed.get(row.file)
        if place is None or row.article is None:
            return row
        return replace(row, segment=place.segment, base=place.base, runs=place.runs, lengths=place.lengths)

    def _absorb(self, staying: Sequence[Row]) -> None:
        """Take in old segments that are small beside what was written, or mostly replaced."""
        if self._old is None:
            return
        alive: dict[str, int] = {}
        for row in staying:
            alive[row.segment] = alive.get(row.segment, 0) + row.count
        new = sum(info.count for info in self._segments) + (self._writer.count if self._writer else 0)
        for info in sorted(self._old.catalogue.segments, key=lambda info: info.count):
            left = alive.get(info.name, 0)
            small = left <= 2 * new and left + new <= _LARGEST
            if left and (small or 2 * left < info.count):
                for row in staying:
                    if row.segment == info.name and row.article is not None:
                        self.add(row.file, row.article, list(self._old.passages(row.article.id)))
                new += left

    def _flush(self) -> None:
        assert self._writer is not None
        words = self._writer.finish()
        self._shelf.put(f"{self._name}.voc", write_vocabulary(words))
        names = [name for name in self._storage.list() if name.startswith(f"{self._name}_")]
        files = {name: self._shelf.seal(name) for name in [*names, f"{self._name}.voc"]}
        self._segments.append(SegmentInfo(self._name, self._writer.count, files))
        self._writer = None


def open_index(shelf: Shelf) -> Index | None:
    """Open the newest whole index of a place, or None when there is none that can be used.

    A writer may replace files between reading the catalogue and opening them; then the newer one is read.
    """
    for _ in range(5):
        stamp = shelf.stamp()
        with suppress(DamagedError):
            catalogue = shelf.load()
            return Index(shelf, catalogue, stamp) if catalogue is not None else None
        if shelf.stamp() == stamp:
            return None
    return None


def passages_of(article: Article, blocks: Iterable[Block]) -> list[Passage]:
    """Give the blocks of an article that are passages."""
    return [
        Passage(
            article.id, block.n, block.kind, block.section, block.first, block.last, block.text, block.page
        )
        for block in blocks
        if block.is_passage
    ]
