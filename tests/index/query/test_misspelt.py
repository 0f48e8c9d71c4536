"""What nobody wrote in the five articles is taken for, or offered as, what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, SearchResult, search
from tests.index.store.small_corpora import write

ALL = {"000", "001", "002", "003", "004"}


def first(result: SearchResult) -> str:
    return result.hits[0].passage.text


def test_a_misspelt_name_is_taken_for_the_one_in_the_texts(corpus: Corpus) -> None:
    result = search(corpus, "Medvedyev Kuril visit")
    assert result.suggestion == "Medvedev Kuril visit"
    assert "medvedev" in result.read_as
    assert {"Medvedev", "Kuril"} <= set(result.hits[0].matched)
    assert result.hits[0].whole


@pytest.mark.parametrize("word", ["negociations", "dissputed", "territoral", "hegdging"])
def test_all_that_a_corrected_word_finds_is_marked(corpus: Corpus, word: str) -> None:
    hits = search(corpus, word, limit=99).hits
    assert hits
    assert all(hit.spans for hit in hits)


def test_a_name_that_is_further_from_the_one_in_the_texts_is_offered(corpus: Corpus) -> None:
    assert (search(corpus, "Medvyev").total, search(corpus, "Medvyev").suggestion) == (0, "Medvedev")


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ("Streltsov", "author:Streltsov"),
        ("Eurasia Daily Monitor", 'source:"Eurasia Daily Monitor"'),
    ],
)
def test_an_author_or_source_that_no_text_names_is_asked_for_as_such(
    corpus: Corpus, query: str, offered: str
) -> None:
    result = search(corpus, query)
    assert (result.total, result.suggestion) == (0, offered)
    assert search(corpus, offered).total > 0


def test_a_name_that_is_not_there_is_not_taken_for_a_word_that_is(corpus: Corpus) -> None:
    result = search(corpus, "Merkel")
    assert (result.total, result.suggestion) == (0, None)
    assert result.without == tuple(sorted(ALL))


def test_a_word_misspelt_by_a_letter_that_has_the_stem_anyway(corpus: Corpus) -> None:
    assert "rapprochement" in first(search(corpus, "rapprochment")).lower()


def test_a_word_that_may_still_become_another_is_not_mended_while_it_is_typed(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "articles", {"a.txt": "A herb garden lies there.", "b.txt": "The harbour is closed."}
    )
    corpus = Corpus.open(folder, cache=tmp_path / "cache")
    assert search(corpus, "garden harb", complete=True).suggestion is None
    assert search(corpus, "garden harb").suggestion == "garden herb"


@pytest.mark.parametrize(
    ("query", "offered"),
    [
        ('"Nothern Territories"', '"Northern Territories"'),
        ('"peace treety"', '"peace treaty"'),
        ("\u201cKuril Ilands\u201d", "\u201cKuril Islands\u201d"),
        ('"islands treety"~9', '"islands treaty"~9'),
        ('gas OR ("peace treety" AND islands)', 'gas OR ("peace treaty" AND islands)'),
        ('islands OR "peace treety"', None),
        ('islands AND "peace treety"', 'islands AND "peace treaty"'),
        ("author:streltsof", "author:streltsov"),
        ("gas author:(Dmitry Streltsof)", "gas author:(Dmitry Streltsov)"),
        ('author:"Dmitry Streltsof"', 'author:"Dmitry Streltsov"'),
        ("title:skeptcal", "title:skeptical"),
        ("section:econmic", "section:economic"),
        ("title:hikiwake", None),
        ("author:Putin", None),
        ('"treety"', '"treaty"'),
        ('"peece trea', '"peace trea'),
    ],
)
def test_misspelt_words_in_phrases_and_fields_are_mended_from_what_stands_there(
    corpus: Corpus, query: str, offered: str | None
) -> None:
    for typing in (True, False):
        assert search(corpus, query, complete=typing).suggestion == offered
    assert offered is None or search(corpus, offered).total > 0


def test_a_misspelt_word_that_is_barred_shuts_nothing_out(corpus: Corpus) -> None:
    assert search(corpus, "islands NOT Putim").total == search(corpus, "islands").total
