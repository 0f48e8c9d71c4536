"""Articles as they come from a browser, a printer or a mailer: what stands round them is told from them."""

from __future__ import annotations

import pytest

from index.blocks import Built, build_blocks
from index.formats.source import Source
from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


def built(text: str) -> Built:
    return build_blocks(Source("text", tuple(text.split("\n"))))


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


def test_a_periodicals_volume_and_pages_are_no_title() -> None:
    found = built(
        f"Comparative Strategy Vol. 33, No. 2 (2014), pp. 101-118\n\nISLANDS WITHOUT PEOPLE\n\n"
        f"PETER J. HOLLOWAY\nDepartment of Politics, University of Dunmore\n\n{LONG}\n\n{LONG}"
    )
    assert [block.kind for block in found.blocks[:4]] == ["byline", "title", "byline", "byline"]
    assert found.front.source == "Comparative Strategy"


def test_questions_and_answers_are_no_headings() -> None:
    text = f"A talk at the port\n\n{LONG}\n\nQ: And the border?\n\nA: It was there. {LONG}\n\n{LONG}"
    assert not texts(blocks_of(text), "heading")


def test_keywords_are_no_heading() -> None:
    text = f"A title of it\n\n{LONG}\n\nKeywords: territory, maritime claims, signaling\n\n{LONG}"
    assert not texts(blocks_of(text), "heading")


def test_lines_that_count_up_are_heads_and_feet_of_pages() -> None:
    blocks = blocks_of(f"A title of it\n\n{LONG}\n\n101\n\n102          P. J. HOLLOWAY\n\n{LONG}\n\n103")
    assert kinds(blocks) == ["title", "body", "boilerplate", "boilerplate", "body", "boilerplate"]


def test_a_running_title_with_a_page_number_is_cut_out_of_the_sentence_that_it_breaks() -> None:
    blocks = blocks_of(
        f"The Conference That Failed\n\n{LONG}\n\n47\n\nThey do not record that the Persian delegate left "
        "the room,\n\n48  The Conference That Failed\n\nnor that he did not come back."
    )
    assert kinds(blocks) == ["title", "body", "boilerplate", "body"]
    assert blocks[-1].text.endswith("left the room, nor that he did not come back.")


def test_a_sentence_goes_on_with_a_link() -> None:
    blocks = blocks_of(
        f"A title of it\n\n{LONG}\n\nIt was left alone because nobody in any capital had time to end\n\n"
        f"[it](#). Each of them has its defenders.\n\n{LONG}"
    )
    assert "had time to end it. Each" in blocks[2].text


def test_two_notes_at_the_end_are_tied_where_both_have_markers() -> None:
    blocks = blocks_of(
        f"A title of it\n\n{LONG}\n\nHe had “never seen a line; only ink.”12 The minutes record laughter, and "
        "they sat down again.\n\nEach side published its own account of that afternoon.13 They agree.\n\n"
        "12 Minutes of the Fourth Session, 1920, p. 9.\n13 Compare Curzon to Norman, 3 March 1920."
    )
    assert [block.note_refs for block in blocks if block.note_refs] == [(12,), (13,)]
    assert [block.note for block in blocks if block.kind == "note"] == [12, 13]


def test_the_heading_of_notes_is_a_heading() -> None:
    notes = "Notes\n\n¹ Annual Traffic, 2014.\n² Ibid., 5."
    text = f"A title of it\n\n{LONG} One more.¹\n\n{LONG} And two.²\n\n{notes}"
    assert texts(blocks_of(text), "heading") == ["Notes"]
