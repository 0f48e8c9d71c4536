"""What a query was read as can be typed, and finds the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from index import Corpus, search
from index.query.parser import parse
from index.query.wording import read_as
from tests.index.query.test_parsing import QUERIES


@pytest.fixture(scope="module")
def corpus(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus.open(seeds, cache=tmp_path_factory.mktemp("cache"))


def found(corpus: Corpus, query: str) -> list[tuple[str, int]]:
    hits = search(corpus, query, limit=999, notes=True).hits
    return sorted((hit.passage.article, hit.passage.n) for hit in hits)


LEAVES = st.sampled_from(
    [
        *("islands", "putin", "against", "the", "not", "S-400", '"S-400"', '"peace treaty"', '"peace trea*"'),
        *('"islands kuril"~5', "kuril*", "k?ril", "abe~", "title:cold", "title:(cold war)", "article:001"),
        *("date:>2015-06", "date:2014..2016", "section:'economic ties'", "kind:note", "Medvedyev", "WAR"),
    ]
)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(" ".join),
        st.lists(inner, min_size=2, max_size=3).map(" AND ".join),
        st.lists(inner, min_size=2, max_size=3).map(" OR ".join),
        inner.map("NOT ({})".format),
        inner.map("-({})".format),
        inner.map("({})".format),
    ),
    max_leaves=8,
)


@given(st.one_of(TREES, QUERIES.filter(lambda query: "topic" not in query)))
@example("(islands putin) article:001")
@example("(islands putin) AND article:001")
@example("islands kuri? the")
@example('NOT (the of "peace treaty")')
@example('the islands of the "peace treaty"')
def test_what_a_query_was_read_as_finds_the_same_when_it_is_typed(corpus: Corpus, query: str) -> None:
    typed = read_as(parse(query).tree, {})
    # A letter and a number side by side are one name, as `s 400` is.
    assume(not any(after[0].isnumeric() for after in re.findall(r"\b[^\W\d_] (?=(\w))", typed)))
    assert found(corpus, typed) == found(corpus, query)


def test_a_misspelt_word_is_told_beside_what_can_be_typed(corpus: Corpus) -> None:
    assert search(corpus, "Medvedyev visit").read_as == "medvedev visit; Medvedyev is taken for medvedev"


def test_words_narrowed_by_a_field_are_told_as_words_of_which_some_will_do(corpus: Corpus) -> None:
    narrowed = search(corpus, "(islands putin) article:001")
    assert narrowed.read_as == "islands putin article:001"
    assert search(corpus, narrowed.read_as).total == narrowed.total > 7
    needed = search(corpus, "(islands putin) AND article:001")
    assert needed.read_as == "islands AND putin AND article:001"
    assert search(corpus, needed.read_as).total == needed.total == 7
