"""An export of some articles says which, and says nothing of the others."""

from __future__ import annotations

import re

import pytest

from index import Corpus, compare, matrix, render


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return Corpus.open()


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "html"])
def test_an_export_of_chosen_articles_says_so_and_speaks_of_no_others(corpus: Corpus, form: str) -> None:
    chosen = compare(corpus, corpus.topic("sanctions"), articles=["003", "002"])
    text = " ".join(render(chosen, corpus, form).split())
    assert "Chosen: 2 of 5 articles: 002, 003" in text
    assert "Nobody of those chosen on: " in text
    whole = compare(corpus, corpus.topic("sanctions"), articles=["000", "001", "002", "003", "004"])
    for every in (whole, compare(corpus, corpus.topic("sanctions"))):
        assert "hosen" not in render(every, corpus, form)


@pytest.mark.parametrize("form", ["plain", "markdown", "csv", "html"])
def test_a_matrix_of_some_articles_says_so_and_has_no_others(corpus: Corpus, form: str) -> None:
    some = matrix(corpus).among({"004", "000"})
    text = " ".join(render(some, corpus, form).split())
    assert "Chosen: 2 of 5 articles: 004, 000" in text
    assert "Arms transfers" in text
    assert not {"001", "003"} & set(re.findall(r"\b00\d\b", text))
