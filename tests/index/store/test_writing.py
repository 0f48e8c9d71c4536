"""What is written is a Whoosh segment that stock Whoosh reads, and what it finds there is what we find."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Corpus
from index.store.engine import SegmentReader, W3Codec, W3Segment
from index.store.index import Index
from index.store.schema import places, schema
from index.store.storage import PrivateFiles


@pytest.fixture
def index(seeds: Path) -> Index:
    return Corpus.open(seeds).index()


@pytest.fixture
def stock(index: Index, own_home: Path) -> Iterator[SegmentReader]:
    (folder,) = (own_home / "cache" / "briefing").iterdir()
    (info,) = index.catalogue.segments
    segment = W3Segment(W3Codec(), info.name, doccount=info.count, segid=info.name)
    files = PrivateFiles(str(folder))
    yield SegmentReader(files, schema(), segment)
    files.release()


def test_every_passage_of_every_article_is_there_once(index: Index, seeds: Path) -> None:
    corpus = Corpus.open(seeds)
    for article in corpus.articles():
        blocks = [block for block in corpus.text(article.id).blocks if block.is_passage]
        assert [(one.n, one.text, one.lines) for one in index.passages(article.id)] == [
            (block.n, block.text, (block.first, block.last)) for block in blocks
        ]
        assert len(blocks) == article.passages


def test_stock_whoosh_reads_the_same_postings(index: Index, stock: SegmentReader) -> None:
    terms = [text for name, text in stock.all_terms() if name == "text"]
    assert len(terms) > 1000
    for term in terms:
        matcher = stock.postings("text", term)
        read = {}
        while matcher.is_active():
            read[matcher.id()] = matcher.value_as("positions")
            matcher.next()
        ours = index.masks("text", term.decode(), read)
        assert {document: places(mask) for document, mask in ours.items()} == read


def test_stock_whoosh_counts_as_we_do(index: Index, stock: SegmentReader) -> None:
    for term in ("kuril", "sanction", "the", "s400"):
        assert stock.doc_frequency("text", term.encode()) == index.document_frequency(term)
        assert stock.frequency("text", term.encode()) == sum(index.postings("text", term).weights)


def test_reading_all_masks_is_reading_each(index: Index) -> None:
    every = index.masks("text", "russia", None)
    assert every == index.masks("text", "russia", index.postings("text", "russia").documents)
    assert all(mask.bit_count() >= 1 for mask in every.values())


def test_kinds_and_sections_are_known_without_reading_passages(index: Index) -> None:
    names, places = index.sections
    for article in index.articles:
        for document, passage in zip(index.documents(article.id), index.passages(article.id), strict=True):
            assert (document in index.notes) == (passage.kind == "note")
            assert (names[places[document]] if places[document] >= 0 else None) == passage.section
