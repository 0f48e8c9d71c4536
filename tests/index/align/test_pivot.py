"""What the others say about one passage: the nearest first, and nothing where nothing is near."""

from __future__ import annotations

from pathlib import Path

from index import similar
from tests.index.align.corpora import corpus_of

STORM = "And there arose a great storm of wind, and the waves beat into the ship, so that it was now full."
TOLD = "The tailor measured cloth for a coat in the afternoon and sold four buttons to a travelling musician."
BEFORE = "The fishermen mended their nets beside the harbour before they put out with empty barrels."
AFTER = "On the far shore a herd of swine fed upon the hillside among the tombs of the old city."


def test_what_shares_only_common_words_is_not_near(tmp_path: Path) -> None:
    taxes = [
        "The council voted on the budget for roads and bridges after a long debate about taxes.",
        "Teachers asked for smaller classes, and the mayor promised a committee within the year.",
    ]
    corpus = corpus_of(tmp_path, {"one": [STORM, TOLD], "two": taxes})
    assert not similar(corpus, "one", 3).hits


def test_one_telling_word_is_enough_where_it_is_most_of_what_is_said(tmp_path: Path) -> None:
    others = ["The council voted on roads.", "Teachers asked for smaller classes."]
    corpus = corpus_of(
        tmp_path, {"one": ["He wept over Jerusalem.", TOLD], "two": ["Jerusalem wept.", *others]}
    )
    (hit, *_) = similar(corpus, "one", 3).hits
    assert hit.passage.text == "Jerusalem wept."


def test_of_two_passages_equally_near_the_one_in_like_company_comes_first(tmp_path: Path) -> None:
    apart = corpus_of(
        tmp_path,
        {
            "asked": [BEFORE, STORM, AFTER],
            "other": [TOLD, STORM, TOLD.upper()],
            "parallel": [BEFORE, STORM, AFTER],
        },
    )
    found = [hit.passage.article for hit in similar(apart, "asked", 5).hits]
    assert found == ["parallel", "other"]
    within = corpus_of(
        tmp_path / "again",
        {
            "a": [BEFORE, STORM, AFTER],
            "b": [STORM, TOLD, TOLD.upper(), BEFORE, STORM, AFTER],
        },
    )
    assert [hit.passage.first for hit in similar(within, "a", 5).hits] == [11, 3]


def test_the_first_passage_of_an_article_has_no_company_before_it(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, {"one": [STORM, AFTER], "two": [STORM, AFTER], "zero": [BEFORE]})
    assert [hit.passage.article for hit in similar(corpus, "one", 3).hits] == ["two"]


def test_no_more_answers_are_given_than_asked_for(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, {name: [STORM, TOLD, AFTER] for name in ("one", "two", "three", "four")})
    assert len(similar(corpus, "one", 3, limit=2).hits) == 2
