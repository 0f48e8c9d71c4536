"""Bringing an index up to date: only what changed is read, and small segments are taken together.

A new segment takes in the passages of changed articles and of segments that are small beside it, so that
their number grows with the logarithm of the corpus and no reader ever waits.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace

from index.model import Article, Block, Passage
from index.store.catalogue import Catalogue, DamagedError, Row, SegmentInfo, passage_runs
from index.store.index import Index
from index.store.segment import SegmentWriter, entries
from index.store.shelf import Shelf
from index.store.vocabulary import write_vocabulary

# A segment is written from memory; this many passages of a hundred words take about 150 MB.
_LARGEST = 20_000


class Writer:
    """Writes the articles that are new to an index into segments, and publishes the next generation."""

    def __init__(self, shelf: Shelf, root: str, old: Index | None, kept: Sequence[Row]) -> None:
        """Begin a generation in which the `kept` rows of the old index stay as they are."""
        self._shelf = shelf
        self._storage = shelf.storage()
        self._root = root
        self._old = old
        self._rows: dict[str, Row] = {row.file: row for row in kept}
        self._segments: list[SegmentInfo] = []
        self._writer: SegmentWriter | None = None
        self._name = ""

    def add(self, row: Row, article: Article, passages: Sequence[Passage]) -> None:
        """Index an article; `row` tells its file."""
        if self._writer is not None and self._writer.count and self._writer.count + len(passages) > _LARGEST:
            self._flush()
        if self._writer is None:
            self._name = "s" + secrets.token_hex(6)
            self._writer = SegmentWriter(self._storage, self._name)
        base = self._writer.count
        for entry in entries(article, passages):
            self._writer.add(entry)
        self._rows[row.file] = replace(
            row,
            article=article,
            segment=self._name,
            base=base,
            runs=passage_runs(passages),
            lengths=self._writer.lengths(base),
        )

    def leave(self, row: Row) -> None:
        """Keep the place of a file that could not be read."""
        self._rows[row.file] = row

    def publish(self) -> Catalogue:
        """Write what is left, publish the generation and give its catalogue."""
        self._absorb()
        if self._writer is not None:
            self._flush()
        rows = tuple(self._rows[file] for file in sorted(self._rows))
        used = {row.segment for row in rows if row.runs}
        old = self._old.catalogue.segments if self._old else ()
        segments = [info for info in (*old, *self._segments) if info.name in used]
        segments.sort(key=lambda info: -info.count)
        generation = self._old.catalogue.generation + 1 if self._old else 1
        catalogue = Catalogue(self._root, generation, rows, tuple(segments))
        self._shelf.publish(catalogue)
        return catalogue

    def _absorb(self) -> None:
        """Take in old segments that are small beside what was written, or mostly replaced."""
        if self._old is None:
            return
        alive: dict[str, int] = {}
        for row in self._rows.values():
            alive[row.segment] = alive.get(row.segment, 0) + row.count
        new = sum(info.count for info in self._segments) + (self._writer.count if self._writer else 0)
        for info in sorted(self._old.catalogue.segments, key=lambda info: info.count):
            left = alive.get(info.name, 0)
            small = left <= 2 * new and left + new <= _LARGEST
            if left and (small or 2 * left < info.count):
                for row in [row for row in self._rows.values() if row.segment == info.name and row.runs]:
                    self._copy(row)
                new += left

    def _copy(self, row: Row) -> None:
        assert self._old is not None
        assert row.article is not None
        self.add(row, row.article, list(self._old.passages(row.article.id)))

    def _flush(self) -> None:
        assert self._writer is not None
        words = self._writer.finish()
        self._shelf.put(f"{self._name}.voc", write_vocabulary(words))
        names = [name for name in self._storage.list() if name.startswith(f"{self._name}_")]
        files = {name: self._shelf.size(name) for name in [*names, f"{self._name}.voc"]}
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
