"""The title is told from the rubrics, mastheads and printed lines above it."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of, built, kinds, texts


@pytest.mark.parametrize("rubric", ["World news", "INTERVIEW", "Chapter 4", "Opinion"])
def test_a_rubric_above_a_title_is_not_the_title(rubric: str) -> None:
    blocks = blocks_of(f"{rubric}\n\nWhy the harbour froze\n\nBy Ann Writer\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks)[:3] == ["byline", "title", "byline"]
    assert texts(blocks, "title") == ["Why the harbour froze"]


def test_a_rubric_alone_is_the_title() -> None:
    assert texts(blocks_of(f"Interview\n\n{LONG}\n\n{LONG}"), "title") == ["Interview"]


def test_a_title_with_the_sites_name_and_the_time_is_what_a_browser_printed() -> None:
    printed = "Why the harbour froze - The Harbor Post          3/11/18, 9:14 AM"
    text = f"{printed}\n\nWhy the harbour froze\n\n{LONG}\n\nhttps://example.org/why/   Page 1 of 2\n\n{LONG}"
    assert kinds(blocks_of(text)) == ["boilerplate", "title", "body", "boilerplate", "body"]


def test_a_periodicals_volume_and_pages_are_no_title() -> None:
    found = built(
        f"Comparative Strategy Vol. 33, No. 2 (2014), pp. 101-118\n\nISLANDS WITHOUT PEOPLE\n\n"
        f"PETER J. HOLLOWAY\nDepartment of Politics, University of Dunmore\n\n{LONG}\n\n{LONG}"
    )
    assert [block.kind for block in found.blocks[:4]] == ["byline", "title", "byline", "byline"]
    assert found.front.source == "Comparative Strategy"


def test_the_title_under_a_masthead_stands_right_above_its_author() -> None:
    found = built(
        "CHINA BRIEF\nVolume XIV, Issue 6\nMarch 20, 2014\nA Quiet Visit to the Steppe\nBy: David Cohen\n\n"
        f"{LONG}\n\n{LONG}"
    )
    assert found.front.title == "A Quiet Visit to the Steppe"
    assert found.front.authors == ["David Cohen"]
    assert [block.kind for block in found.blocks[:5]] == ["byline", "byline", "byline", "title", "byline"]


def test_a_title_with_its_author_on_the_line_goes_before_other_lines() -> None:
    found = built(
        f"Pacific Forum      Honolulu\n\nPacNet\n\nThe limits of the pivot by Anna Keller\n\n{LONG}\n\n{LONG}"
    )
    assert (found.front.title, found.front.authors) == ("The limits of the pivot", ["Anna Keller"])


def test_the_subject_of_a_cable_is_its_title() -> None:
    found = built(f"REVIEW     RESTRICTED     No. 112\n\nSUBJECT: TALKS RESUME IN NEMURO\n\n{LONG}\n\n{LONG}")
    assert found.front.title == "TALKS RESUME IN NEMURO"


def test_an_address_or_a_book_number_above_a_text_is_no_title() -> None:
    blocks = blocks_of(f"ISSN 1234-5678\n\nThe Question\n\nby\n\nT. R. Hasegawa\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["byline", "title", "byline", "byline", "body", "body"]
    blocks = blocks_of(f"The Question\n\nhttps://example.org/why\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "byline", "body", "body"]


def test_a_title_in_capitals_on_two_lines_is_one() -> None:
    blocks = blocks_of(f"RUSSIA AND JAPAN:\nA PEACE THAT NEVER COMES\n\nANN WRITER*\n\n{LONG}\n\n{LONG}")
    assert texts(blocks, "title") == ["RUSSIA AND JAPAN: A PEACE THAT NEVER COMES"]
