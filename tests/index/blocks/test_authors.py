"""Who wrote an article is found at its head or its foot, and nobody else is."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of, built, kinds


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Tom Hale in Chisinau", "Tom Hale"),
        ("By Tom Hale in Chisinau", "Tom Hale"),
        ("Interviewed by Tom Hale for Caucasus Digest, 14 June 2019", "Tom Hale"),
    ],
)
def test_a_reporter_with_a_place_or_a_paper_is_the_author(line: str, author: str) -> None:
    found = built(f"Why the harbour froze\n\n{line}\n\n{LONG}\n\n{LONG}")
    assert found.front.authors == [author]
    assert found.blocks[1].kind == "byline"


def test_a_subtitle_with_an_article_is_no_author() -> None:
    found = built(f"Grain and Ships\n\nA Policy Brief\n\n{LONG}\n\n{LONG}")
    assert not found.front.authors


def test_who_the_author_is_at_the_end_names_the_author() -> None:
    who = "Elif Demir is a researcher at the Centre for Maritime Policy in Izmir."
    found = built(f"Grain and Ships\n\n{LONG}\n\n{LONG}\n\nAbout the author\n\n{who}")
    assert found.front.authors == ["Elif Demir"]
    assert [block.kind for block in found.blocks[-2:]] == ["byline", "byline"]


def test_who_posted_it_stands_after_the_date() -> None:
    found = built(f"Why the harbour froze\n\nPosted on May 4, 2016 by Jelena Ristic\n\n{LONG}\n\n{LONG}")
    assert (found.front.authors, found.front.date) == (["Jelena Ristic"], "2016-05-04")


def test_the_office_under_an_authors_star_is_a_byline() -> None:
    office = "* Senior Lecturer, School of Studies. The author is grateful to two referees."
    blocks = blocks_of(f"The Question\n\nANN WRITER*\n\n{LONG}\n\n{office}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks)[:4] == ["title", "byline", "body", "byline"]


def test_a_name_that_signs_the_text_is_a_byline() -> None:
    blocks = blocks_of(f"The Question\n\nBy Ann Writer\n\n{LONG}\n\nAnn Writer\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "byline", "body", "byline", "body", "body"]


def test_a_correspondents_line_says_for_whom() -> None:
    found = built(f"The Question\n\nKenji Arakawa, special to the Review\n\n{LONG}\n\n(MORE)\n\n{LONG}")
    assert found.front.authors == ["Kenji Arakawa"]
    assert [block.kind for block in found.blocks] == ["title", "byline", "body", "boilerplate", "body"]


def test_a_name_above_a_date_is_the_author_however_large_it_is_set() -> None:
    text = f"# The Question\n\n### Ann Writer\n\n### January 3, 2024\n\n## Abstract\n\n{LONG}\n\n{LONG}"
    assert kinds(blocks_of(text))[:4] == ["title", "byline", "byline", "heading"]
    assert kinds(blocks_of(f"# Thinkers\n\n## Max Weber\n\n{LONG}\n\n{LONG}"))[:2] == ["title", "heading"]


def test_an_item_that_names_an_office_is_no_byline_without_an_authors_star() -> None:
    text = f"The Question\n\n{LONG}\n\n* A commit whose author is malformed crashes it.\n\n{LONG}\n\n{LONG}"
    assert "byline" not in kinds(blocks_of(text))


def test_authors_on_two_lines_are_two() -> None:
    found = built(f"The Question\n\nBy ANN WRITER\nand MARY READER\n\n{LONG}\n\n{LONG}")
    assert [block.kind for block in found.blocks[:2]] == ["title", "byline"]
    assert found.front.authors == ["Ann Writer", "Mary Reader"]


def test_where_an_author_works_is_no_author() -> None:
    found = built(f"The Question\n\nAuthor: Tomas Berg, ANU\n\n{LONG}\n\n{LONG}")
    assert found.front.authors == ["Tomas Berg"]


def test_a_dated_sentence_without_spaces_is_no_byline() -> None:
    text = (
        "北方領土問題\n\n安倍総理は2016年12月に長門市でプーチン大統領と会談した。\n\n日本政府は条約を目指す。"
    )
    assert kinds(blocks_of(text)) == ["title", "body", "body"]
