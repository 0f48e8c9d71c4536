"""One whole index, open for reading: passages by number, articles by place, terms by their postings.

Passages are numbered across segments, each article's own side by side, and only passages of the present
version of an article count: what was replaced is left out everywhere.
"""

from __future__ import annotations

import threading
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sized
from functools import cached_property

from index.model import Article, Passage
from index.store.catalogue import Catalogue, DamagedError, Row
from index.store.held import Held
from index.store.reader import Postings, Segment
from index.store.schema import POSITIONED
from index.store.shelf import Shelf
from index.store.vocabulary import Vocabulary, merge_vocabularies

# Passages held after they were read: those of the last few dozen searches.
_PASSAGES = 1_000
# Postings held after they were read: about 12 bytes each.
_HELD = 500_000
# Places of terms held after they were read: about 150 bytes each.
_MASKED = 250_000
# When so many passages are wanted that they are in nearly every block of a term, all of it is read and held:
# small words come again in every phrase.
_NEARLY_ALL = 4


class Index:
    """An open index. `articles` are by file name; a passage is known by its number (`document`).

    `kept` holds what others worked out from the index, and goes with it.
    """

    def __init__(self, shelf: Shelf, catalogue: Catalogue, stamp: object) -> None:
        """Open what a catalogue names; raises DamagedError when that is not whole."""
        storage = shelf.held(catalogue)
        self.stamp = stamp
        self.catalogue = catalogue
        self.kept: dict[str, object] = {}
        self._lock = threading.RLock()
        self._read: Held[tuple[str, str], Postings] = Held(_HELD)
        self._masks: Held[tuple[str, str], dict[int, int]] = Held(_MASKED)
        self._passages: dict[int, Passage] = {}
        try:
            self._segments = tuple(Segment(storage, info) for info in catalogue.segments)
        except Exception as error:
            # Whoosh raises nearly anything on a damaged file (struct.error, EOFError, KeyError …).
            storage.release()
            raise DamagedError(f"the index cannot be opened: {error}") from error
        self._bases: list[int] = []
        total = 0
        for segment in catalogue.segments:
            self._bases.append(total)
            total += segment.count
        self._total = total
        named = {info.name: base for info, base in zip(catalogue.segments, self._bases, strict=True)}
        self._rows: tuple[Row, ...] = tuple(row for row in catalogue.rows if row.article is not None)
        self.articles: tuple[Article, ...] = tuple(row.article for row in self._rows if row.article)
        self._starts = [named[row.segment] + row.base if row.runs else 0 for row in self._rows]
        self._ordinals = {article.id: ordinal for ordinal, article in enumerate(self.articles)}

    # Passages and articles

    @cached_property
    def owners(self) -> array[int]:
        """The ordinal in `articles` of each passage's article, -1 for a passage that was replaced."""
        owners = array("i", [-1]) * self._total
        for ordinal, (row, start) in enumerate(zip(self._rows, self._starts, strict=True)):
            owners[start : start + row.count] = array("i", [ordinal]) * row.count
        return owners

    @cached_property
    def count(self) -> int:
        """How many passages there are."""
        return sum(row.count for row in self._rows)

    @cached_property
    def notes(self) -> frozenset[int]:
        """The passages that are notes."""
        return self.of_kind("note")

    @cached_property
    def _dead(self) -> bool:
        return self.count != self._total

    def of_kind(self, kind: str) -> frozenset[int]:
        """Give the passages of one kind."""
        found: list[int] = []
        for row, start in zip(self._rows, self._starts, strict=True):
            for run in row.runs:
                if run.kind == kind:
                    found.extend(range(start, start + run.count))
                start += run.count
        return frozenset(found)

    @cached_property
    def sections(self) -> tuple[tuple[str, ...], array[int]]:
        """The names of all sections, and for each passage the place of its own among them (-1 for none)."""
        names: dict[str, int] = {}
        places = array("i", [-1]) * self._total
        for row, start in zip(self._rows, self._starts, strict=True):
            for run in row.runs:
                if run.section:
                    place = names.setdefault(run.section, len(names))
                    places[start : start + run.count] = array("i", [place]) * run.count
                start += run.count
        return tuple(names), places

    def documents(self, article_id: str) -> range:
        """Give the numbers of an article's passages in text order; none for an unknown article."""
        ordinal = self._ordinals.get(article_id)
        if ordinal is None:
            return range(0)
        start = self._starts[ordinal]
        return range(start, start + self._rows[ordinal].count)

    def article_of(self, document: int) -> Article:
        """Give the article that a passage stands in."""
        return self.articles[self.owners[document]]

    def passage(self, document: int) -> Passage:
        """Read a passage by its number; raises IndexError for one that is not there."""
        found = self._passages.get(document)
        if found is not None:
            return found
        if not 0 <= document < self._total or (owner := self.owners[document]) < 0:
            raise IndexError(document)
        with self._lock, _Honest():
            place = bisect_right(self._bases, document) - 1
            found = self._segments[place].passage(document - self._bases[place], self.articles[owner].id)
            if len(self._passages) >= _PASSAGES:
                self._passages.clear()
            self._passages[document] = found
            return found

    def passages(self, article_id: str | None = None) -> Iterator[Passage]:
        """Read the passages of an article, or of all, in order of file name and text."""
        ids = [article.id for article in self.articles] if article_id is None else [article_id]
        for one in ids:
            for document in self.documents(one):
                yield self.passage(document)

    # Terms

    def document_frequency(self, term: str, field: str = "text") -> int:
        """Count the passages that have a term (a stem, unless the field is `word`)."""
        if self._dead:
            return len(self.postings(field, term).documents)
        with self._lock, _Honest():
            return sum(segment.document_frequency(field, term) for segment in self._segments)

    def postings(self, field: str, term: str) -> Postings:
        """Read the passages that have a term, ascending, with how often they have it."""
        key = (field, term)
        found = self._read.get(key)
        if found is None:
            with self._lock:
                found = self._postings(field, term)
            found = self._read.hold(key, found, len(found.weights) + 1)
        return found

    def _postings(self, field: str, term: str) -> Postings:
        documents: array[int] = array("I")
        weights: list[int] = []
        for base, segment in zip(self._bases, self._segments, strict=True):
            with _Honest():
                found = segment.postings(field, term)
            if found is None:
                continue
            if base:
                documents.extend(array("I", [document + base for document in found.documents]))
            else:
                documents.extend(found.documents)
            weights.extend(found.weights)
        if self._dead:
            owners = self.owners
            alive = [i for i, document in enumerate(documents) if owners[document] >= 0]
            if len(alive) < len(documents):
                documents = array("I", [documents[i] for i in alive])
                weights = [weights[i] for i in alive]
        return Postings(documents, weights)

    def masks(self, field: str, term: str, wanted: Iterable[int] | None) -> Mapping[int, int]:
        """Read where a term stands in each of the wanted passages: bit `p` is set for word position `p`.

        None asks for all passages that have the term.
        """
        key = (field, term)
        known = self._masks.get(key)
        if known is None:
            whole = wanted is None or (
                isinstance(wanted, Sized)
                and self.document_frequency(term, field) <= _NEARLY_ALL * len(wanted)
            )
            known = self._read_masks(field, term, None if whole else wanted)
            if not whole:
                return known
            known = self._masks.hold(key, known, len(known) + 1)
        if wanted is None:
            return known
        return {document: known[document] for document in wanted if document in known}

    def _read_masks(self, field: str, term: str, wanted: Iterable[int] | None) -> dict[int, int]:
        ordered = None if wanted is None else sorted(wanted)
        found: dict[int, int] = {}
        for base, segment in zip(self._bases, self._segments, strict=True):
            local = None
            if ordered is not None:
                first = bisect_left(ordered, base)
                last = bisect_left(ordered, base + segment.info.count, first)
                local = [document - base for document in ordered[first:last]]
            if local is None or local:
                with self._lock, _Honest():
                    read = segment.masks(field, term, local)
                found.update({document + base: mask for document, mask in read.items()} if base else read)
        if wanted is None and self._dead:
            owners = self.owners
            return {document: mask for document, mask in found.items() if owners[document] >= 0}
        return found

    def lengths(self, field: str) -> bytes:
        """Give the length of a field in every passage as Whoosh's length bytes, by passage number."""
        if field not in self._lengths:
            with self._lock, _Honest():
                self._lengths[field] = b"".join(segment.lengths(field) for segment in self._segments)
        return self._lengths[field]

    @cached_property
    def _lengths(self) -> dict[str, bytes]:
        return {}

    def mean_length(self, field: str) -> float:
        """Give the mean length of a field in words, over all passages."""
        place = POSITIONED.index(field)
        total = sum(row.lengths[place] for row in self._rows if row.runs)
        return total / self.count if self.count else 0.0

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All words of the corpus as they are spelt (folded), with the passages that have them counted."""
        with self._lock, _Honest():
            parts = [segment.vocabulary() for segment in self._segments]
        return merge_vocabularies(parts)


class _Honest:
    """Turns what Whoosh raises on a damaged file into a DamagedError."""

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        """Raise DamagedError for any error of the reading."""
        if isinstance(error, Exception) and not isinstance(error, DamagedError):
            raise DamagedError(f"the index cannot be read: {type(error).__name__}: {error}") from error
