"""The query that compares what a search lists where no passage has all of its words."""

import pytest

from index import Corpus, Topic, any_word, compare, search


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


@pytest.mark.parametrize(
    ("query", "asks"),
    [
        ("Hokkaido gas", "Hokkaido OR gas"),
        ("the Hokkaido gas", "Hokkaido OR gas"),
        ("Hokkaido gas -Abe", "(Hokkaido OR gas) AND NOT Abe"),
        ("Hokkaido gas date:2015", "(Hokkaido OR gas) AND date:2015"),
        ('"peace treaty" Hokkaido', '"peace treaty"'),
        ("weapons exports Hokkaido", "weapons OR exports OR Hokkaido OR topic:arms-transfers"),
        ("Hokaido gas", "Hokaido OR gas"),
    ],
)
def test_it_finds_what_the_search_lists_and_a_comparison_has_all_of_it(
    corpus: Corpus, query: str, asks: str
) -> None:
    some = any_word(corpus, query)
    assert some is not None
    listed = search(corpus, query, limit=100)
    assert not any(hit.whole for hit in listed.hits)
    # What only a heading or title says is listed, and no passage's own.
    own = {(hit.passage.article, hit.passage.n) for hit in listed.hits if hit.spans}
    assert (some.query, some.total) == (asks, len(own))
    rows = compare(corpus, Topic.adhoc(some.query)).rows
    standing = {
        (cell.passage.article, cell.passage.n) for row in rows for each in row.cells.values() for cell in each
    }
    assert standing == own


@pytest.mark.parametrize(
    "query", ["sanctions", "sanctions pressure", "Hokkaido AND gas", "zyx qwv", "kind:quote", ""]
)
def test_there_is_none_where_passages_have_all_the_words_or_all_were_demanded(
    corpus: Corpus, query: str
) -> None:
    assert any_word(corpus, query) is None
