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
        f"A title\n\n{LONG}\n\nHe had “never seen a line; only ink.”12 The minutes record laughter, and "
        "they sat down again.\n\nEach side published its own account of that afternoon.13 They agree.\n\n"
        "12 Minutes of the Fourth Session, 1920, p. 9.\n13 Compare Curzon to Norman, 3 March 1920."
    )
    assert [block.note_refs for block in blocks if block.note_refs] == [(12,), (13,)]
    assert [block.note for block in blocks if block.kind == "note"] == [12, 13]


def test_the_heading_of_notes_is_a_heading() -> None:
    notes = "Notes\n\n¹ Annual Traffic, 2014.\n² Ibid., 5."
    text = f"A title of it\n\n{LONG} One more.¹\n\n{LONG} And two.²\n\n{notes}"
    assert texts(blocks_of(text), "heading") == ["Notes"]


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


def test_a_numbered_text_is_not_its_own_notes() -> None:
    said = "He said in 2012 that they had “waited longer than the fish,” and that it had not been asked."
    blocks = blocks_of(f"Talks resume\n\n1. (U) {said}\n\n2. (U) {said}\n\n3. (SBU) {said}")
    assert kinds(blocks) == ["title", "body", "body", "body"]


def test_an_address_or_a_book_number_above_a_text_is_no_title() -> None:
    blocks = blocks_of(f"ISSN 1234-5678\n\nThe Question\n\nby\n\nT. R. Hasegawa\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["byline", "title", "byline", "byline", "body", "body"]
    blocks = blocks_of(f"The Question\n\nhttps://example.org/why\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "byline", "body", "body"]


def test_who_posted_it_stands_after_the_date() -> None:
    found = built(f"Why the harbour froze\n\nPosted on May 4, 2016 by Jelena Ristic\n\n{LONG}\n\n{LONG}")
    assert (found.front.authors, found.front.date) == (["Jelena Ristic"], "2016-05-04")


def test_numbers_within_a_sentence_are_no_list_where_it_is_wrapped() -> None:
    blocks = blocks_of("""
        The future of the measure

        How would one measure it? Votes are no guide, since votes are taken only
        when they are already won. I propose three indicators that are easy to see:
        (1) the time between expiry and renewal; (2) the number of footnotes in it;
        and (3) the rank of the officials who announce it.
        """)
    assert kinds(blocks) == ["title", "body"]


def test_round_brackets_after_a_full_stop_mark_notes_that_are_there() -> None:
    blocks = blocks_of(
        f"The Question\n\n{LONG} It can be left alone.(1)\n\n{LONG} They do not freeze.(2)\n\nNOTES\n\n"
        "(1) The term is Stephan's; see The Islands (1974).\n\n(2) On the straits see the review of 1989."
    )
    assert [block.note_refs for block in blocks if block.note_refs] == [(1,), (2,)]
    assert not any(block.note_refs for block in blocks_of(f"The Question\n\n{LONG} It is so.(1)\n\n{LONG}"))


def test_a_number_between_dashes_is_a_pages() -> None:
    assert kinds(blocks_of(f"The Question\n\n{LONG}\n\n- 2 -\n\n{LONG}"))[2] == "boilerplate"


def test_a_word_is_joined_over_a_page_end_however_short_the_line() -> None:
    blocks = blocks_of(
        f"The Question\n\n{LONG}\n\nIt rises in Kyrgyz-\n\nstan and is dammed. {LONG}\n\n{LONG}"
    )
    assert blocks[2].text.startswith("It rises in Kyrgyzstan and is dammed")


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


def test_a_title_in_capitals_on_two_lines_is_one() -> None:
    blocks = blocks_of(f"RUSSIA AND JAPAN:\nA PEACE THAT NEVER COMES\n\nANN WRITER*\n\n{LONG}\n\n{LONG}")
    assert texts(blocks, "title") == ["RUSSIA AND JAPAN: A PEACE THAT NEVER COMES"]


def test_the_office_under_an_authors_star_is_a_byline() -> None:
    office = "* Senior Lecturer, School of Studies. The author is grateful to two referees."
    blocks = blocks_of(f"The Question\n\nANN WRITER*\n\n{LONG}\n\n{office}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks)[:4] == ["title", "byline", "body", "byline"]


def test_the_words_of_a_letter_with_a_marker_at_their_end_are_a_quotation() -> None:
    said = "The islands will be handed over only if all foreign troops are withdrawn from its territory.1"
    note = "In the famous note of January 1960:"
    blocks = blocks_of(
        f"The Question\n\n{LONG}\n\n{note}\n\n{said}\n\n{LONG} It was so.2\n\n{LONG}\n\n"
        "1 Izvestiia, 29 January 1960.\n2 Yomiuri shimbun, 17 April 1991."
    )
    assert texts(blocks, "quote") == [said.removesuffix("1")]


def test_a_roman_number_in_brackets_marks_a_note_that_is_there() -> None:
    text = (
        f"The Question\n\n{LONG}[i] One more.\n\n{LONG} It is blunt.[ii]\n\n"
        "[i] V. Larin, “Window,” Politika, 2013.\n\n[ii] G. Rozman, “Thinking,” Problems, 2008."
    )
    blocks = blocks_of(text)
    assert [block.note_refs for block in blocks if block.note_refs] == [(1,), (2,)]
    assert [block.note for block in blocks if block.kind == "note"] == [1, 2]
    assert not any(block.note_refs for block in blocks_of(f"The Question\n\n{LONG}[i] One more.\n\n{LONG}"))


def test_what_an_archive_stamps_on_each_page_is_furniture() -> None:
    stamps = [
        f"This content downloaded from 10.0.2.4 on 3 Feb 2017 11:0{n}\nAll use subject to http://example.org/terms"
        for n in range(3)
    ]
    text = f"The Question\n\n{LONG}\n\n{stamps[0]}\n\n{LONG}\n\n{stamps[1]}\n\n{LONG}\n\n{stamps[2]}"
    assert kinds(blocks_of(text))[2::2] == ["boilerplate"] * 3


def test_articles_named_under_a_button_after_the_text_are_boilerplate() -> None:
    foot = "Most Popular\n\n1. Why the yen fell\n2. Ten inns to visit before you die"
    assert kinds(blocks_of(f"The Question\n\n{LONG}\n\n{LONG}\n\n{foot}"))[3:] == ["boilerplate"] * 3


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


def test_a_paragraph_that_begins_with_an_emphasised_name_is_one_of_its_own() -> None:
    method = "The method that adds a password takes (realm, uri, user)"
    text = f"The Question\n\n{LONG}\n\n{method}\n\n*uri* can be many. {LONG}"
    assert texts(blocks_of(text), "body")[-1].startswith("uri can be many.")


def test_authors_on_two_lines_are_two() -> None:
    found = built(f"The Question\n\nBy ANN WRITER\nand MARY READER\n\n{LONG}\n\n{LONG}")
    assert [block.kind for block in found.blocks[:2]] == ["title", "byline"]
    assert found.front.authors == ["Ann Writer", "Mary Reader"]


def test_where_an_author_works_is_no_author() -> None:
    found = built(f"The Question\n\nAuthor: Tomas Berg, ANU\n\n{LONG}\n\n{LONG}")
    assert found.front.authors == ["Tomas Berg"]


def test_a_head_that_comes_back_with_the_next_number_is_of_a_page() -> None:
    head = "Bulletin of Affairs / No 5                              "
    blocks = blocks_of(f"The Question\n\n{LONG}\n\n{head}17\n\n{LONG}\n\n{head}18")
    assert kinds(blocks) == ["title", "body", "boilerplate", "body", "boilerplate"]
