"""Articles as they come from a browser, a printer or a mailer: what stands round them is told from them."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Why the strait matters", "View this email in your browser",
        "You are receiving this email because you signed up.",
    ],
)  # fmt: skip
def test_lines_for_the_visitor_are_boilerplate_wherever_they_stand(line: str) -> None:
    blocks = blocks_of(f"A title of it\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "body", "boilerplate", "body", "body"]


def test_topics_and_buttons_after_the_text_are_boilerplate() -> None:
    foot = "Topics\n\nMoldova\n\nEurope\n\nReuse this content"
    assert kinds(blocks_of(f"A title of it\n\n{LONG}\n\n{LONG}\n\n{foot}"))[3:] == ["boilerplate"] * 4


def test_counts_of_shares_above_the_text_are_boilerplate() -> None:
    assert (
        kinds(blocks_of(f"A title of it\n\nShares 214\n\nComments: 88\n\n{LONG}"))[1:3] == ["boilerplate"] * 2
    )


def test_questions_and_answers_are_no_headings() -> None:
    text = f"A talk at the port\n\n{LONG}\n\nQ: And the border?\n\nA: It was there. {LONG}\n\n{LONG}"
    assert not texts(blocks_of(text), "heading")


def test_keywords_are_no_heading() -> None:
    text = f"A title of it\n\n{LONG}\n\nKeywords: territory, maritime claims, signaling\n\n{LONG}"
    assert not texts(blocks_of(text), "heading")


def test_a_sentence_goes_on_with_a_link() -> None:
    blocks = blocks_of(
        f"A title of it\n\n{LONG}\n\nIt was left alone because nobody in any capital had time to end\n\n"
        f"[it](#). Each of them has its defenders.\n\n{LONG}"
    )
    assert "had time to end it. Each" in blocks[2].text


def test_numbers_within_a_sentence_are_no_list_where_it_is_wrapped() -> None:
    blocks = blocks_of("""
        The future of the measure

        How would one measure it? Votes are no guide, since votes are taken only
        when they are already won. I propose three indicators that are easy to see:
        (1) the time between expiry and renewal; (2) the number of footnotes in it;
        and (3) the rank of the officials who announce it.
        """)
    assert kinds(blocks) == ["title", "body"]


def test_what_asks_for_something_is_boilerplate() -> None:
    box = "Diplomat Brief\nWeekly Newsletter\nGet briefed on the story of the week.\nGet the Newsletter"
    blocks = blocks_of(
        f"The Question\n\nFacebook Twitter Google+ Email\n\n{LONG}\n\n{box}\n\n{LONG}\n\n{LONG}"
    )
    assert kinds(blocks) == ["title", "boilerplate", "body", "boilerplate", "body", "body"]


def test_lines_of_a_text_that_is_not_wrapped_are_paragraphs() -> None:
    long = f"{LONG} {LONG}"
    blocks = blocks_of(
        f"The Question\n\n{long}\n\n{long}\n\nOne line ends.\nAnother line ends here.\n\n{long}"
    )
    assert [block.last - block.first for block in blocks] == [0] * 6


def test_articles_named_under_a_button_after_the_text_are_boilerplate() -> None:
    foot = "Most Popular\n\n1. Why the yen fell\n2. Ten inns to visit before you die"
    assert kinds(blocks_of(f"The Question\n\n{LONG}\n\n{LONG}\n\n{foot}"))[3:] == ["boilerplate"] * 3


def test_a_paragraph_that_begins_with_an_emphasised_name_is_one_of_its_own() -> None:
    method = "The method that adds a password takes (realm, uri, user)"
    text = f"The Question\n\n{LONG}\n\n{method}\n\n*uri* can be many. {LONG}"
    assert texts(blocks_of(text), "body")[-1].startswith("uri can be many.")
