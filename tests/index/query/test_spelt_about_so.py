"""Fuzzy words: what is spelt about so, the nearest first."""

from __future__ import annotations

import pytest

from index import Corpus, search
from tests.index.store.small_corpora import write


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("fuzzy")
    texts = {
        "a.txt": "The has-beens said that it was as it was, and so it has been; was it as they say?\n",
        "b.txt": "A gap, a gap and a gap again: gaps were all that the guide of the glacier saw there.\n",
        "c.txt": "The ministry sold its gas abroad, as the captain of the tanker told the paper that day.\n",
        "d.txt": "A negotiation is no negociation, the guide said; a negotiatoin is no way to go on there.\n",
        "e.txt": "The negotiatons went on for days, the captain of the tanker told the paper on that day.\n",
    }
    return Corpus.open(write(folder / "texts", texts), cache=folder / "cache")


def found(corpus: Corpus, query: str) -> list[str]:
    return [hit.passage.article for hit in search(corpus, query).hits]


def test_the_word_itself_comes_before_others_and_small_words_are_never_meant(corpus: Corpus) -> None:
    assert found(corpus, "gas~") == ["c", "b"]
    assert search(corpus, "gas~").hits[0].matched == ("gas",)


def test_a_nearer_word_comes_before_a_farther_one_that_stands_there_more_often(corpus: Corpus) -> None:
    assert found(corpus, "negotiatons~") == ["e", "d"]


def test_a_short_word_keeps_its_first_letter_and_a_long_one_need_not(corpus: Corpus) -> None:
    assert found(corpus, "cap~") == []
    assert found(corpus, "kanker~1") == ["c", "e"]


def test_a_small_word_is_found_when_it_is_asked_for_itself(corpus: Corpus) -> None:
    assert found(corpus, "was~") == ["a", "d"]
    assert found(corpus, "wos~") == []


def test_a_title_is_found_by_the_same_rule() -> None:
    five = Corpus.open()
    assert search(five, "title:dold~").total == 0
    assert search(five, "title:skeptecal~").total > 0
