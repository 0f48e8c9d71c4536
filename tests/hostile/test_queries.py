"""Query → results: whatever is typed or pasted is answered in time, and what is told of it is clean."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import BriefingError, Corpus, Topic, compare, search
from index.results import SearchResult
from tests.hostile.dangers import first_danger
from tests.hostile.queries import long_queries, queries

# Processor seconds that an answer may take, however bad the query.
SECONDS = 3.0


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory, seeds: Path) -> Corpus:
    opened = Corpus.open(seeds, cache=tmp_path_factory.mktemp("cache"))
    opened.refresh()
    return opened


def assert_whole(result: SearchResult, query: str) -> None:
    """What must hold of any answer."""
    assert result.query == query
    told = [result.read_as, result.suggestion or "", *(problem.message for problem in result.problems)]
    told += [word for word, _ in result.spellings]
    assert [danger for danger in map(first_danger, told) if danger] == []
    assert len(result.hits) <= result.total
    for problem in result.problems:
        assert 0 <= problem.start <= problem.end <= len(query)
    for hit in result.hits:
        size = len(hit.passage.text)
        assert 0 <= hit.snippet[0] <= hit.snippet[1] <= size
        ends = [end for span in hit.spans for end in span]
        assert ends == sorted(ends)
        assert all(0 <= end <= size for end in ends)


@given(query=queries, complete=st.booleans())
def test_any_query_is_answered(corpus: Corpus, query: str, complete: bool) -> None:
    assert_whole(search(corpus, query, complete=complete), query)


@given(query=queries)
def test_any_query_makes_a_topic(corpus: Corpus, query: str) -> None:
    columns = None
    try:
        result = compare(corpus, Topic.adhoc(query))
    except BriefingError as error:
        told: tuple[str, ...] = (str(error),)
    else:
        told = (result.label, result.read_as, result.topic)
        columns = len(result.columns)
    assert columns in (None, 5)
    assert [danger for danger in map(first_danger, told) if danger] == []


@pytest.mark.parametrize("name", long_queries())
def test_too_much_of_a_query_is_answered_in_time(corpus: Corpus, name: str) -> None:
    query = long_queries()[name]
    for complete in (False, True):
        before = time.process_time()
        assert_whole(search(corpus, query, complete=complete), query)
        assert time.process_time() - before < SECONDS
