"""Sentences and questions that are pasted as queries: they work as well as keywords."""

from __future__ import annotations

from pathlib import Path

from index import Corpus, search
from tests.index.store.small_corpora import write


def corpus_of(folder: Path, texts: dict[str, str]) -> Corpus:
    return Corpus.open(write(folder / "texts", texts), cache=folder / "cache")


def files(corpus: Corpus, query: str, *, by_article: bool = False) -> list[str]:
    result = search(corpus, query, by_article=by_article)
    return [group.article.id for group in result.articles]


def test_what_a_question_says_again_and_again_counts_for_more(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        {
            "a.txt": "Alpha report\n\nThe harbour was closed for the winter, as the captain of it said.\n",
            "b.txt": "Beta report\n\nThe glacier was crossed in the winter, as the guide of it said.\n",
        },
    )
    asked = "harbour or glacier: which glacier is it, and what does the glacier do"
    assert files(corpus, asked)[0] == "b"
    assert files(corpus, asked, by_article=True)[0] == "b"
    assert (
        files(corpus, asked.replace("glacier", "x").replace("harbour", "glacier harbour harbour"))[0] == "a"
    )


def test_a_question_mark_within_a_pasted_text_is_no_wildcard(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path, {"a.txt": "Alpha report\n\nThe harbour was closed for the winter, they said.\n"}
    )
    result = search(corpus, "What of the harbour? Is it closed? And who said so?")
    assert result.hits[0].whole
    assert result.hits[0].matched == ("harbour", "closed", "said")
    assert "?" not in result.read_as
    assert search(corpus, "harbou? closed").hits[0].matched == ("harbour", "closed")


def test_a_word_of_the_title_lifts_the_text_that_has_it_too_above_one_that_only_has_it(
    tmp_path: Path,
) -> None:
    same = "The harbour was closed for the winter, as the captain of the ferry told the paper.\n"
    corpus = corpus_of(tmp_path, {"a.txt": f"The weather\n\n{same}", "b.txt": f"The harbour\n\n{same}"})
    assert files(corpus, "harbour") == ["b", "a"]


def test_a_passage_with_the_word_comes_before_one_under_a_title_with_it(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        {
            "a.txt": "The harbour\n\nThe ferry was late again, as the captain told the paper on that day.\n",
            "b.txt": "The weather\n\nThe harbour was closed again, as the captain told the paper that day.\n",
        },
    )
    assert files(corpus, "harbour") == ["b", "a"]


def test_a_passage_of_an_article_that_is_all_about_it_comes_first(tmp_path: Path) -> None:
    asked = "The ferry and the captain in the harbour at the pier with the cargo of timber for the island"
    passage = "The ferry left the harbour on time, as they told the paper.\n"
    about = "The captain had timber on board.\n\nAt the pier the cargo for the island lay ready.\n"
    other = "A singer had friends on board.\n\nIn the hall the music for the evening was ready.\n"
    corpus = corpus_of(
        tmp_path,
        {"a.txt": f"Alpha report\n\n{passage}\n{other}", "b.txt": f"Beta report\n\n{passage}\n{about}"},
    )
    hits = [hit for hit in search(corpus, asked).hits if "ferry" in hit.matched]
    assert [hit.passage.article for hit in hits] == ["b", "a"]
