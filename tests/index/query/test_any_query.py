"""Whatever is typed is answered, quickly and consistently."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Corpus, search
from tests.index.query.test_parsing import QUERIES


@pytest.fixture(scope="module")
def corpus(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    corpus = Corpus.open(seeds, cache=tmp_path_factory.mktemp("cache"))
    corpus.index()
    return corpus


@given(query=QUERIES, complete=st.booleans(), notes=st.booleans())
@settings(max_examples=settings.default.max_examples * 2)
def test_any_query_is_answered_in_one_piece(corpus: Corpus, query: str, complete: bool, notes: bool) -> None:
    result = search(corpus, query, limit=7, complete=complete, notes=notes)
    assert result.query == query
    assert sum(result.counts.values()) == result.total >= len(result.hits)
    assert len(result.hits) == min(7, result.total)
    assert set(result.counts) | set(result.without) == {article.id for article in corpus.articles()}
    whole = [hit.whole for hit in result.hits]
    assert whole == sorted(whole, reverse=True)
    for hit in result.hits:
        assert notes or hit.passage.kind != "note" or "note" in query
        assert all(0 <= start < end <= len(hit.passage.text) for start, end in hit.spans)


WORDS = st.sampled_from(
    [
        "russia",
        "japan",
        "kurile",
        "sanctions",
        "islands",
        '"peace treaty"',
        "s-400",
        "abe",
        "gas*",
        "the",
        "putin",
    ]
)


@given(WORDS, WORDS)
def test_operators_are_those_of_sets(corpus: Corpus, one: str, other: str) -> None:
    def found(query: str) -> set[tuple[str, int]]:
        hits = search(corpus, query, limit=500, notes=True).hits
        return {(hit.passage.article, hit.passage.n) for hit in hits}

    assert found(f"{one} AND {other}") == found(one) & found(other)
    assert found(f"{one} OR {other}") == found(one) | found(other)
    assert found(f"({one}) AND NOT {other}") == found(one) - found(other)
    assert found(f"article:001 AND {one}") == {key for key in found(one) if key[0] == "001"}


@given(
    st.lists(
        WORDS.filter(lambda word: word not in ('"peace treaty"', "the")), min_size=2, max_size=4, unique=True
    )
)
def test_passages_with_all_words_come_first(corpus: Corpus, words: list[str]) -> None:
    plain = search(corpus, " ".join(words), limit=500)
    every = search(corpus, " AND ".join(words), limit=500)
    assert {hit.passage for hit in plain.hits if hit.whole} == {hit.passage for hit in every.hits}


def test_a_search_nobody_waits_for_any_more_gives_nothing(corpus: Corpus) -> None:
    assert search(corpus, "russia", cancelled=lambda: True).total == 0
