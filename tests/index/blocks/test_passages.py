"""A text that has a sentence has a passage, however short it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import read_article
from tests.index.blocks.pieces import LONG, blocks_of, kinds

SENTENCES = st.sampled_from(
    [
        "One sentence.", "They met in 2012.", "In March 2012 they met.", "By 2012, relations had improved.",
        "Source: it was read by all men.", "Read more about it today.", "A study by Ann Writer.",
        "Published on 3 March 2014.", "“It was so.”", "The views expressed here are those of the author.",
    ]
)  # fmt: skip
ABOVE = st.sampled_from(["", "Report", "A title of it", "Print", "By Ann Writer", "March 3, 2014", "* * *"])


@pytest.mark.parametrize("name", ["Report", "A title of it", "Search"])
@pytest.mark.parametrize("text", ["One sentence.", "One sentence stands here.", LONG])
def test_a_sentence_under_a_name_is_body(name: str, text: str) -> None:
    assert kinds(blocks_of(f"{name}\n\n{text}")) == ["title", "body"]


def test_a_sentence_alone_is_body() -> None:
    assert kinds(blocks_of("One sentence.")) == ["body"]


def test_sentences_under_a_name_are_all_body() -> None:
    assert kinds(blocks_of("Report\n\nOne sentence.\n\nAnother sentence.")) == ["title", "body", "body"]


def test_a_sentence_alone_is_no_title_of_its_article(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("One sentence by Ann Writer.\n", encoding="utf-8")
    article, _ = read_article(path, path.name, {})
    assert (article.article.title, article.article.authors, article.article.passages) == ("brief", (), 1)
    assert article.blocks[0].text == "One sentence by Ann Writer."


def test_a_title_without_a_text_is_found_and_names_its_article(tmp_path: Path) -> None:
    path = tmp_path / "brief.txt"
    path.write_text("Preliminary Report on Algebraic Languages\n\nMarch 3, 2014\n", encoding="utf-8")
    article, _ = read_article(path, path.name, {})
    assert (article.article.title, article.article.date) == (
        "Preliminary Report on Algebraic Languages",
        "2014-03-03",
    )
    assert [block.kind for block in article.blocks] == ["body", "byline"]


@pytest.mark.parametrize("line", ["Print", "Share", "« Back"])
def test_a_button_that_names_nothing_is_no_title(line: str) -> None:
    assert kinds(blocks_of(f"{line}\n\n{LONG}")) == ["boilerplate", "body"]


def test_a_name_over_a_title_is_no_title() -> None:
    assert kinds(blocks_of(f"Report\n\nThe real title of it\n\n{LONG}")) == ["boilerplate", "title", "body"]


@given(ABOVE, SENTENCES, ABOVE)
def test_every_text_with_a_sentence_has_a_passage(above: str, sentence: str, below: str) -> None:
    assert "body" in kinds(blocks_of(f"{above}\n\n{sentence}\n\n{below}"))
