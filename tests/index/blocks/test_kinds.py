"""Headings, quotations, bylines, captions and boilerplate are told by their look, and only they."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


@pytest.mark.parametrize(
    "heading",
    [
        "Conclusion", "The problem of a peace treaty", "Japan's aspirations", "II. THE SECOND PART",
        "2.1 Naming", "What next?", "# Marked", "**Strong**", "Underlined\n----------",
        "3. Basic Permissions.",
    ],
)  # fmt: skip
def test_headings(heading: str) -> None:
    blocks = blocks_of(f"A title of it\n\n{LONG}\n\n{heading}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "body", "heading", "body", "body"]
    assert blocks[3].section == blocks[2].text
    assert blocks[1].section is None


@pytest.mark.parametrize(
    "line",
    [
        "and so it went on,", "He was there.", "(Contributed by Raymond Hettinger)", "http://example."
            "org/page",
        "• an item of a list", "which is why", "Among them were the",
    ],
)  # fmt: skip
def test_short_lines_that_are_no_headings(line: str) -> None:
    assert not texts(blocks_of(f"A title of it\n\n{LONG}\n\n{line}\n\n{LONG}"), "heading")


def test_the_last_line_is_no_heading() -> None:
    assert not texts(blocks_of(f"A title\n\n{LONG}\n\nA last short line"), "heading")


def test_a_title_and_its_author_on_one_line() -> None:
    blocks = blocks_of(f"The future of relations by Andrei Cazacu\n\n{LONG}")
    assert blocks[0].text == "The future of relations"
    assert [(repair.kind, repair.removed) for repair in blocks[0].repairs] == [
        ("byline", " by Andrei Cazacu")
    ]


def test_a_title_with_by_in_it_stays_whole() -> None:
    assert blocks_of(f"Judged by Their Deeds\n\n{LONG}")[0].text == "Judged by Their Deeds"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Writer", "Ann Writer", "19.09.2016 10:56", "Published: May 3, 2014", "Publication: "
            "Daily Monitor Volume: 13",
        "Ann Writer | March 3, 2014", "Journal of Risk, Vol. 4, No. 6, June 2016",
    ],
)  # fmt: skip
def test_bylines_at_the_top(line: str) -> None:
    assert kinds(blocks_of(f"A title of it\n\n{line}\n\n{LONG}")) == ["title", "byline", "body"]


def test_who_the_author_is_stands_at_the_top_or_at_the_end() -> None:
    who = "Ann Writer is a senior fellow at the Institute and teaches at the University. Follow her at @annw."
    assert kinds(blocks_of(f"A title of it\n\nBy Ann Writer\n\n{LONG}\n\n{who}"))[-1] == "byline"
    office = "Dmitry STRELTSOV, Professor Head of Department of Studies MGIMO-University"
    assert kinds(blocks_of(f"A title of it\n\n{LONG}\n\n{office}"))[-1] == "byline"


@pytest.mark.parametrize(
    "line",
    [
        "The ministers in Sochi (Source: EPA)",
        "A minister visiting the islands (Source:",
        "Figure 3. Trade in 2015",
        "Photo: Ann Writer",
    ],
)
def test_captions(line: str) -> None:
    assert "caption" in kinds(blocks_of(f"A title of it\n\n{line}\n\n{LONG}\n\n{LONG}"))


@pytest.mark.parametrize(
    "line",
    [
        "EMAIL",
        "« Back",
        "Share this article",
        "Print | Email | Tweet",
        "© 2015 The Paper. All rights reserved.",
        "* * *",
    ],
)
def test_boilerplate_before_the_text(line: str) -> None:
    assert kinds(blocks_of(f"A title of it\n\n{line}\n\n{LONG}"))[1] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Now Reading A title of it", "Back to top", "Leave a comment",
        "The views expressed here are those of the author and do not represent the Institute.",
        "Commentaries represent the views of the respective authors. Other views are always welcomed.",
    ],
)  # fmt: skip
def test_boilerplate_after_the_text(line: str) -> None:
    assert kinds(blocks_of(f"A title of it\n\n{LONG}\n\n{line}"))[-1] == "boilerplate"


def test_a_button_in_the_middle_of_a_manual_is_a_heading() -> None:
    assert texts(blocks_of(f"A manual\n\n{LONG}\n\nSearch\n\n{LONG}"), "heading") == ["Search"]


def test_a_menu_before_the_text_is_boilerplate() -> None:
    menu = "\n".join(["Home", "About us", "World", "Politics", "Opinion", "Subscribe", "Log in"])
    assert set(kinds(blocks_of(f"{menu}\n\nThe real title of it\n\n{LONG}"))[:7]) == {"boilerplate"}


@pytest.mark.parametrize(
    "intro", ["Lavrov stated:", "According to the article announcing it:", "One recent study observes:"]
)
def test_a_sentence_that_hands_over_introduces_a_quotation(intro: str) -> None:
    blocks = blocks_of(f"A title of it\n\n{LONG} {intro}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks) == ["title", "body", "quote", "body"]


def test_a_colon_alone_introduces_none() -> None:
    assert "quote" not in kinds(blocks_of(f"A title of it\n\n{LONG} To run it, do this:\n\n{LONG}\n\n{LONG}"))


def test_quoted_lines_lose_their_marks() -> None:
    blocks = blocks_of(f"A title of it\n\n{LONG}\n\n> It was so,\n> they said.\n\n{LONG}")
    assert texts(blocks, "quote") == ["It was so, they said."]


def test_links_emphasis_and_addresses_become_spans() -> None:
    blocks = blocks_of(
        f"A title of it\n\nSee [the *plan*](#) and [page](http://a.org/b_(c)), or http://x.org/a_b_c. "
        f"It __is__ `x*y*z`. {LONG}"
    )
    text = blocks[1].text
    assert text.startswith("See the plan and page, or http://x.org/a_b_c. It is x*y*z.")
    found = [(text[span.start : span.end], span.kind, span.value) for span in blocks[1].spans]
    assert found == [
        ("the plan", "link", ""), ("plan", "emphasis", ""), ("page", "link", "http://a.org/b_(c)"),
        ("http://x.org/a_b_c", "link", "http://x.org/a_b_c"), ("is", "strong", ""), ("x*y*z", "code", ""),
    ]  # fmt: skip


def test_a_dead_link_cut_by_a_break_is_joined() -> None:
    blocks = blocks_of(
        f"A title of it\n\n{LONG}\n\nThe newly released [National Military](#)\n\n[Strategy](#), which "
        f"ranks it. {LONG}"
    )
    assert blocks[2].text.startswith("The newly released National Military Strategy, which ranks it.")


@pytest.mark.parametrize(
    "text",
    [
        "2 * 3 * 4 is a_b_c and **kwargs",
        "snake_case_name and 5*6",
        "a [sic] and [the] plan",
        ":mod:`os` and :py:class:`~collections.deque`",
    ],
)
def test_marks_that_mean_nothing_stay(text: str) -> None:
    assert blocks_of(f"A title of it\n\n{text} are here. {LONG}")[1].text == f"{text} are here. {LONG}"


def test_a_breadcrumb_and_the_end_of_a_page_are_boilerplate() -> None:
    foot = "Related Content\nThe Future of Gas\nEnergy Choices\nTags: Energy\nPrivacy Policy\nTerms of Use"
    blocks = blocks_of(f"Home > Analysis > Commentary\n\nA title of it\n\n{LONG}\n\n{foot}")
    assert kinds(blocks) == ["boilerplate", "title", "body", *["boilerplate"] * 6]


def test_a_letter_is_named_by_its_subject() -> None:
    blocks = blocks_of(f"From: Ann\nTo: Bob\nDate: 3 March 2015\nSubject: The visit\n\n{LONG}")
    assert kinds(blocks) == ["byline", "byline", "byline", "title", "body"]
    assert blocks[3].text == "The visit"


def test_paragraphs_set_further_in_than_the_others_are_quotations() -> None:
    plain = "The text goes on for a line of it, wrapped\nat a width, and it ends."
    inner = "        They said that it was so, and they\n        said it for more than a line."
    blocks = blocks_of("\n\n".join(["A title of it", LONG, plain, plain, plain, inner, *[plain] * 8]))
    assert kinds(blocks).count("quote") == 1
