"""Reading one segment: postings by whole blocks, lengths as bytes, passages by number.

Whoosh's matchers step from posting to posting through Python; taking their blocks as they are decoded is
what makes search quick.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from index.model import Passage
from index.store.catalogue import SegmentInfo
from index.store.engine import SegmentReader as WhooshReader
from index.store.engine import TermNotFound, W3Codec, W3Segment
from index.store.schema import BLOB, BLOBS, schema, unpack
from index.store.segment import thaw
from index.store.vocabulary import Vocabulary, read_vocabulary

# Terms whose blocks are known: about 12 bytes a block of 256 passages.
_BLOCKS = 5_000


@dataclass(frozen=True, slots=True)
class Postings:
    """The passages of a term within a segment, ascending, each with how often it has the term."""

    documents: array[int]
    weights: list[int]


class Segment:
    """One open segment. Not safe for threads: the index that holds it lets one in at a time."""

    def __init__(self, storage: Any, info: SegmentInfo) -> None:
        self.info = info
        known = W3Segment(W3Codec(), info.name, doccount=info.count, segid=info.name)
        self.whoosh = WhooshReader(storage, schema(), known)
        self._lengths: dict[str, bytes] = {}
        self._blobs: Any = None
        self._blocks: dict[tuple[str, str], tuple[array[int], array[int]]] = {}

    def document_frequency(self, field: str, term: str) -> int:
        """Count the passages with a term, deleted ones included."""
        try:
            return int(self.whoosh.doc_frequency(field, _key(term)))
        except (TermNotFound, KeyError):
            return 0

    def postings(self, field: str, term: str) -> Postings | None:
        """Read all postings of a term, or None when there are none."""
        matcher = self._matcher(field, term)
        if matcher is None:
            return None
        documents: array[int] = array("I")
        weights: list[int] = []
        while True:
            matcher._read_weights()
            documents.extend(_ids(matcher))
            weights.extend(map(int, matcher._weights))
            if matcher._lastblock:
                return Postings(documents, weights)
            matcher._goto(matcher._nextoffset)

    def masks(self, field: str, term: str, wanted: Iterable[int] | None) -> dict[int, int]:
        """Read where a term stands in the wanted passages, which must ascend, as masks of word positions.

        None asks for all passages that have the term.
        """
        matcher = self._matcher(field, term)
        found: dict[int, int] = {}
        if matcher is None:
            return found
        if wanted is None:
            while True:
                matcher._read_values()
                found.update(zip(_ids(matcher), map(unpack, matcher._values), strict=True))
                if matcher._lastblock:
                    return found
                matcher._goto(matcher._nextoffset)
        lasts, offsets = self._blocks_of(field, term, matcher)
        values: dict[int, bytes] = {}
        block = -1
        for document in wanted:
            place = bisect_left(lasts, document)
            if place == len(lasts):
                break
            if block != place:
                block = place
                matcher._goto(offsets[place])
                matcher._read_values()
                values = dict(zip(_ids(matcher), matcher._values, strict=True))
            value = values.get(document)
            if value is not None:
                found[document] = unpack(value)
        return found

    def _blocks_of(self, field: str, term: str, matcher: Any) -> tuple[array[int], array[int]]:
        """Give the last passage and the place of each block of a term: small words come in every phrase."""
        key = (field, term)
        if key not in self._blocks:
            lasts, offsets = array("I", [matcher._maxid]), array("Q", [matcher._baseoffset])
            while not matcher._lastblock:
                offsets.append(matcher._nextoffset)
                matcher._goto(matcher._nextoffset)
                lasts.append(matcher._maxid)
            if len(self._blocks) >= _BLOCKS:
                self._blocks.clear()
            self._blocks[key] = (lasts, offsets)
        return self._blocks[key]

    def lengths(self, field: str) -> bytes:
        """Give the length of a field in every passage, as Whoosh's length bytes."""
        if field not in self._lengths:
            name = W3Codec.column_filename(self.whoosh.segment(), f"_{field}_len")
            data = self._whole(name) if self.whoosh.storage().file_exists(name) else b""
            self._lengths[field] = data[: self.info.count].ljust(self.info.count, b"\0")
        return self._lengths[field]

    def vocabulary(self) -> Vocabulary:
        """Read the words of the segment, those of deleted passages included."""
        return read_vocabulary(self._whole(f"{self.info.name}.voc"))

    def _whole(self, name: str) -> bytes:
        storage = self.whoosh.storage()
        with storage.open_file(name) as file:
            return bytes(file.get(0, storage.file_length(name)))

    def passage(self, document: int, article: str) -> Passage:
        """Read a passage, which is of the article given."""
        if self._blobs is None:
            self._blobs = self.whoosh._perdoc.column_reader(BLOB, BLOBS)
        return thaw(self._blobs[document], article)

    def terms(self, field: str) -> Iterable[bytes]:
        """Give all terms of a field in order."""
        for name, term in self.whoosh._terms.terms_from(field, b""):
            if name != field:
                break
            yield term

    def _matcher(self, field: str, term: str) -> Any:
        try:
            return self.whoosh.postings(field, _key(term))
        except (TermNotFound, KeyError):
            return None


def _ids(matcher: Any) -> Iterable[int]:
    """Give the passages of the block that a matcher stands on, which Whoosh keeps as differences."""
    if matcher._data is None:
        matcher._read_data()
    return accumulate(matcher._data[0])


def _key(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")
