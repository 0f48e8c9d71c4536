"""What the labelled articles must at least give; tests/bench/alignment.py prints the numbers reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index import Corpus, compare, similar
from tests.bench.alignment import TOPICS, f1, labels, pair_scores, pairs_of, passages_of
from tests.bench.pivot import first_right


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


@pytest.mark.parametrize("topic", TOPICS)
def test_passages_of_a_topic_are_those_that_people_named(corpus: Corpus, topic: str) -> None:
    found = passages_of(corpus, corpus.topic(topic))
    assert min(f1(found, labels(topic, annotator).passages) for annotator in (0, 1)) >= 0.94


@pytest.mark.parametrize(("topic", "level"), [("sanctions", 0.68), ("kurils", 0.5), ("arms-transfers", 0.6)])
def test_declared_rows_hold_their_level(corpus: Corpus, topic: str, level: float) -> None:
    assert pair_scores(topic, pairs_of(compare(corpus, corpus.topic(topic))))["mean"] >= level


@pytest.mark.parametrize(("topic", "level"), [("sanctions", 0.52), ("kurils", 0.22)])
def test_found_rows_hold_their_level(corpus: Corpus, topic: str, level: float) -> None:
    bare = replace(corpus.topic(topic), rows=())
    assert pair_scores(topic, pairs_of(compare(corpus, bare)))["mean"] >= level


def test_arms_transfers_are_in_one_article_and_a_clause_of_another(corpus: Corpus) -> None:
    result = compare(corpus, corpus.topic("arms-transfers"))
    told = {column.article.id: (column.state, column.strength) for column in result.columns}
    assert told == {
        "000": ("silent", None),
        "001": ("speaks", "discusses"),
        "002": ("silent", None),
        "003": ("silent", None),
        "004": ("speaks", "mentions"),
    }


def test_the_article_from_before_the_sanctions_says_why_it_is_silent(corpus: Corpus) -> None:
    column = compare(corpus, corpus.topic("sanctions")).columns[0]
    assert column.article.id == "002"
    assert column.reason == "silent: 0 of 6 passages; dated 2014-02~, before 2014-03"


def test_the_first_answer_is_right_at_least_as_often_as_by_plain_ranking(corpus: Corpus) -> None:
    right = first_right(corpus, [pair for topic in TOPICS for pair in sorted(labels(topic, 0).pairs)])
    assert right["reader"] >= max(right["TF-IDF"], right["BM25"])


def test_nothing_close_is_said_and_not_filled(corpus: Corpus) -> None:
    found = similar(corpus, "003", 21)
    assert found.hits
    assert all(hit.shared and hit.passage.article != "003" for hit in found.hits)
