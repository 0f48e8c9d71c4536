"""Writing a Whoosh segment in one go: postings are gathered in memory and written term by term.

Whoosh's own writer makes a Token object for each word and sorts through temporary files; writing straight
through its codec gives the same segment several times sooner, and touches no lock and no table of contents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from zlib import crc32

from index.model import Article, Passage
from index.store.analysis import pieces, runs
from index.store.engine import W3Codec, W3Segment
from index.store.schema import BLOB, BLOBS, POSITIONED, pack, schema

Postings = dict[str, tuple[list[int], list[int], list[bytes]]]

# Postings in a block, and how hard it is compressed: larger blocks are read in fewer steps, and a harder
# compression costs more time than it saves space (3: 40 MB for 20,000 passages, 0: 86 MB).
_BLOCK = 256
_COMPRESSION = 1
# Bytes of the checksum of a passage: what is quoted is as it was read, or not shown.
_SUM = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage on its way into the index, with the metadata that is indexed beside it.

    `head` is the text of title and heading that this passage answers for.
    """

    passage: Passage
    article: Article
    head: str


def entries(article: Article, passages: Iterable[Passage]) -> Iterator[Entry]:
    """Give the passages of an article as entries; the first of each section answers for its heading."""
    section: str | None = None
    first = True
    for passage in passages:
        heads = [article.title] if first else []
        if passage.section and passage.section != section:
            heads.append(passage.section)
        section, first = passage.section, False
        yield Entry(passage, article, "\n".join(heads))


def freeze(passage: Passage) -> bytes:
    """Write a passage as the stored blob; its article is known by its place in the segment."""
    held = [
        passage.n,
        passage.kind,
        passage.section,
        passage.first,
        passage.last,
        passage.text,
        passage.page,
    ]
    blob = json.dumps(held, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return crc32(blob).to_bytes(_SUM, "little") + blob


def thaw(blob: bytes, article: str) -> Passage:
    """Read a passage of an article from the stored blob; raises ValueError for one that is damaged."""
    if crc32(blob[_SUM:]).to_bytes(_SUM, "little") != blob[:_SUM]:
        raise ValueError("a passage is damaged")
    blob = blob[_SUM:]
    return Passage(article, *json.loads(blob.decode("utf-8", "surrogatepass")))


@dataclass(frozen=True, slots=True)
class Terms:
    """A text as terms: its length in words, where each stem stands, and how often each word as spelt does."""

    length: int
    stems: dict[str, list[int]]
    words: dict[str, int]


def terms(text: str) -> Terms:
    """Analyse a text for the index."""
    stems: dict[str, list[int]] = {}
    words: dict[str, int] = {}
    position = 0
    for run in runs(text):
        count, parts = pieces(run.group())
        for word, stem, _, _, offset in parts:
            held = stems.get(stem)
            if held is None:
                stems[stem] = [position + offset]
            else:
                held.append(position + offset)
            words[word] = words.get(word, 0) + 1
        position += count
    return Terms(position, stems, words)


@lru_cache(maxsize=64)
def heading_terms(text: str) -> Terms:
    """Analyse a title or the like, which neighbouring passages share."""
    return terms(text)


class SegmentWriter:
    """Gathers passages and writes them as one segment."""

    def __init__(self, storage: Any, name: str) -> None:
        self._schema = schema()
        self._codec = W3Codec(blocklimit=_BLOCK, compression=_COMPRESSION)
        self._segment = W3Segment(self._codec, name, segid=name)
        self._storage = storage
        self._documents = self._codec.per_document_writer(storage, self._segment)
        self._postings: dict[str, Postings] = {name: {} for name in self._schema.names()}
        self._lengths: dict[str, list[int]] = {name: [] for name in POSITIONED}
        self.count = 0

    def add(self, entry: Entry) -> None:
        """Take one passage in; passages are numbered in the order in which they come."""
        passage, article = entry.passage, entry.article
        document = self.count
        self.count += 1
        self._documents.start_doc(document)
        self._documents.add_column_value(BLOB, BLOBS, freeze(passage))
        text, head = terms(passage.text), heading_terms(entry.head)
        self._positioned("text", text, document)
        self._positioned("head", head, document)
        self._positioned("title", heading_terms(article.title), document)
        self._positioned("section", heading_terms(passage.section or ""), document)
        words = text.words
        if head.words:
            words = dict(words)
            for word, times in head.words.items():
                words[word] = words.get(word, 0) + times
        _post(self._postings["word"], document, words)
        for field, value in (("author", " ".join(article.authors)), ("source", article.source)):
            _post(self._postings[field], document, dict.fromkeys(heading_terms(value).stems, 1))
        self._documents.finish_doc()

    def lengths(self, first: int) -> tuple[int, ...]:
        """Count the words in each positioned field of the passages from one on."""
        return tuple(sum(self._lengths[field][first:]) for field in POSITIONED)

    def finish(self) -> list[tuple[str, int]]:
        """Write the segment out, and give its words with their counts."""
        self._segment.set_doc_count(self.count)
        self._documents.close()
        writer = self._codec.field_writer(self._storage, self._segment)
        for name in sorted(self._postings):
            writer.start_field(name, self._schema[name])
            lengths = self._lengths.get(name)
            postings = self._postings[name]
            for key, term in sorted((term.encode("utf-8", "surrogatepass"), term) for term in postings):
                documents, weights, values = postings[term]
                writer.start_term(key)
                _fill(writer._postwriter, documents, weights, values, lengths)
                writer.finish_term()
            writer.finish_field()
        writer.close()
        return sorted((word, len(found[0])) for word, found in self._postings["word"].items())

    def _positioned(self, field: str, found: Terms, document: int) -> None:
        self._lengths[field].append(found.length)
        self._documents.add_field(field, self._schema[field], None, found.length)
        postings = self._postings[field]
        for stem, positions in found.stems.items():
            held = postings.get(stem)
            if held is None:
                postings[stem] = held = ([], [], [])
            held[0].append(document)
            held[1].append(len(positions))
            held[2].append(pack(positions))


def _post(postings: Postings, document: int, counts: Mapping[str, int]) -> None:
    for term, times in counts.items():
        held = postings.get(term)
        if held is None:
            postings[term] = held = ([], [], [])
        held[0].append(document)
        held[1].append(times)


def _fill(
    writer: Any, documents: list[int], weights: list[int], values: list[bytes], lengths: list[int] | None
) -> None:
    # Whole blocks are handed over at once: `add_posting` checks the types of each posting by itself.
    size = writer._blocklimit
    for start in range(0, len(documents), size):
        if start:
            writer._write_block()
        block = documents[start : start + size]
        writer._ids.extend(block)
        writer._weights.extend(weights[start : start + size])
        writer._maxweight = max(weights[start : start + size])
        if lengths is None:
            writer._minlength, writer._maxlength = 1, 1
        else:
            writer._values.extend(values[start : start + size])
            sizes = [lengths[document] for document in block]
            writer._minlength, writer._maxlength = min(sizes), max(sizes)
