"""Whatever is typed is answered, quickly and consistently."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index import Corpus, search
from tests.index.query.test_parsing import QUERIES


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def corpus(seeds: Path, cache: Path) -> Corpus:
    corpus = Corpus.open(seeds, cache=cache)
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
    def found(query: str, *, own: bool = False) -> set[tuple[str, int]]:
        hits = search(corpus, query, limit=500, notes=True).hits
        return {(hit.passage.article, hit.passage.n) for hit in hits if hit.spans or not own}

    assert found(f"{one} AND {other}") == found(one) & found(other)
    assert found(f"{one} OR {other}") == found(one) | found(other)
    # What stands in the heading above a passage bars nothing.
    assert found(f"({one}) AND NOT {other}") == found(one) - found(other, own=True)
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


TYPED = st.sampled_from(
    [
        "islands kuril",
        "russian sanctions",
        "peace treaty 1956",
        "the s-400 missile",
        '"peace treaty" abe',
        "title:cold wars",
        "topic:kurils gas",
        "putin -abe",
    ]
)


@given(queries=st.lists(TYPED, min_size=1, max_size=2), by_article=st.booleans(), data=st.data())
@settings(max_examples=settings.default.max_examples // 4)
def test_an_answer_is_the_same_whatever_was_typed_before(
    seeds: Path, cache: Path, corpus: Corpus, queries: list[str], by_article: bool, data: st.DataObject
) -> None:
    ends = [(query, end) for query in queries for end in range(1, len(query) + 1)]
    asked = data.draw(st.sampled_from(ends))
    fresh = Corpus.open(seeds, cache=cache)
    for query, end in ends[: ends.index(asked) + 1]:
        result = search(corpus, query[:end], limit=9, complete=True, by_article=by_article)
    assert result == search(fresh, asked[0][: asked[1]], limit=9, complete=True, by_article=by_article)
