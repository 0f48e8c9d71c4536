"""Small words that say something count in a short query, and find nothing by themselves."""

from __future__ import annotations

import pytest

from index import Corpus, search
from tests.index.store.small_corpora import write


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("small")
    texts = {
        "a.txt": "The captain was guilty, as the guilty captain said; guilty of all that was said.\n",
        "b.txt": "The court found that the captain of the ferry was not guilty, as it told the paper.\n",
        "c.txt": "The ferry did not sail on that day, as the weather was against it, the paper said.\n",
    }
    return Corpus.open(write(folder / "texts", texts), cache=folder / "cache")


@pytest.mark.parametrize("typing", [True, False])
@pytest.mark.parametrize("query", ["not guilty", "guilty not", "the guilty not"])
def test_passages_with_the_small_word_come_first_and_no_others_are_found(
    corpus: Corpus, query: str, typing: bool
) -> None:
    hits = search(corpus, query, complete=typing).hits
    assert [(hit.passage.article, hit.whole) for hit in hits] == [("b", True), ("a", False)]
    assert hits[0].matched[-2:] == ("not", "guilty")


def test_under_an_operator_the_small_word_must_be_there(corpus: Corpus) -> None:
    assert set(search(corpus, "(not guilty) AND captain").counts) == {"b"}


def test_articles_that_only_have_the_small_word_are_not_ranked_either(corpus: Corpus) -> None:
    found = search(corpus, "not guilty", by_article=True)
    assert {group.article.id for group in found.articles} == {"a", "b"}


def test_a_pasted_text_goes_by_its_other_words(corpus: Corpus) -> None:
    asked = search(corpus, "the captain was not found guilty of it at all, said the paper")
    assert asked.read_as == "captain found guilty said paper"
    assert search(corpus, "not the").read_as == "not"
    assert search(corpus, "of the").read_as == "of the"
