"""What page ends, printers and mailers broke is made whole, and says what was done."""

from __future__ import annotations

import pytest

from index.blocks import build_blocks
from index.formats.source import Mark, Source
from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


def repairs(text: str, kind: str) -> list[tuple[str, str]]:
    return [
        (repair.removed, repair.put)
        for block in blocks_of(text)
        for repair in block.repairs
        if repair.kind == kind
    ]


def test_a_paragraph_broken_by_blank_lines_is_one() -> None:
    blocks = blocks_of(
        f"A title\n\n{LONG}\n\nTokyo has openly expressed serious fears of a confrontation. Japan\n\n"
        f"is also uncertain about how others would respond to an incident there.\n\n{LONG}"
    )
    assert texts(blocks, "body")[1] == (
        "Tokyo has openly expressed serious fears of a confrontation. Japan is also uncertain about how "
        "others "
        "would respond to an incident there."
    )
    assert [repair.kind for repair in blocks[2].repairs] == ["paragraph join"]
    assert (blocks[2].first, blocks[2].last) == (5, 7)


def test_a_sentence_goes_on_after_an_article_or_preposition_whatever_the_case() -> None:
    blocks = blocks_of(f"A title\n\n{LONG}\n\nIt is so in the context of the\n\nMoscow agreement.\n\n{LONG}")
    assert "It is so in the context of the Moscow agreement." not in texts(blocks, "heading")
    long = "It is particularly so in the context of the economic and"
    blocks = blocks_of(f"A title\n\n{LONG}\n\n{long}\n\nMilitary rise of China.\n\n{LONG}")
    assert f"{long} Military rise of China." in texts(blocks, "body")


def test_ended_paragraphs_stay_apart() -> None:
    assert len(texts(blocks_of(f"A title\n\n{LONG}\n\n{LONG}\n\nthen a small one."), "body")) == 3


def test_page_numbers_and_running_titles_within_a_sentence_are_cut_and_told() -> None:
    page = (
        "The {} sentence runs on to the very end of the page and goes\n\n{}\n\n"
        "The Book of Runs\n\non over it."
    )
    names = {"first": 4, "second": 5, "third": 6}
    blocks = blocks_of(
        "\n\n".join(["The Book of Runs", LONG, *(page.format(*name) for name in names.items())])
    )
    assert texts(blocks, "body")[1:] == [
        f"The {name} sentence runs on to the very end of the page and goes on over it." for name in names
    ]
    assert {repair.kind for block in blocks for repair in block.repairs} == {"page number and running title"}


def test_a_running_title_is_taken_out_of_the_word_it_split() -> None:
    blocks = blocks_of(
        f"Relations of Two: A View\n\n{LONG}\n\nGood relations with Ja-Relations of Two: A View pan "
        f"matter. They rank "
        f"in 14th Relations of Two: place among partners.\n\n{LONG}"
    )
    assert (
        texts(blocks, "body")[1]
        == "Good relations with Japan matter. They rank in 14th place among partners."
    )


def test_a_title_that_a_sentence_speaks_of_stays() -> None:
    sentence = "The study of Relations of Two: A View appeared in the spring and was read by many."
    assert sentence in texts(blocks_of(f"Relations of Two: A View\n\n{LONG}\n\n{sentence}"), "body")


def test_wrapped_lines_are_one_paragraph_and_early_ends_part_them() -> None:
    blocks = blocks_of(
        """
        A title

        The licenses for most software and other practical works are designed
        to take away your freedom to share and change the works. By contrast,
        this one is intended to guarantee it.
        The second paragraph begins without an empty line, as books have them,
        and it goes on for another line.
        """
    )
    assert kinds(blocks) == ["title", "body", "body"]
    assert blocks[1].text.endswith("works. By contrast, this one is intended to guarantee it.")


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("the inter-\nnational agreement is old", "the international agreement is old"),
        ("the speci\u2010\nfied line is longer now", "the specified line is longer now"),
        ("the soft\u00ad\nware is as free as beer", "the software is as free as beer"),
        ("so\u00adft hy\u00adphens in one line only", "soft hyphens in one line only"),
        ("good Sino-\nRussian relations they are", "good Sino-Russian relations they are"),
        ("long-term and short-\nterm long- or short-term", "long-term and short-term long- or short-term"),
        ("as told on pages 17-\n19 of the paper here", "as told on pages 17-19 of the paper here"),
        ("Russia’spartners are many more", "Russia’s partners are many more"),
        ("two  spaces\u00a0and a no-break one", "two spaces and a no-break one"),
        ("日本語の文章です。\n次の行", "日本語の文章です。次の行"),
    ],
)
def test_hyphens_and_spaces(raw: str, text: str) -> None:
    assert blocks_of(f"A title\n\n{LONG}\n\n{raw}")[2].text == text


def test_what_was_glued_is_told() -> None:
    assert repairs(f"A title\n\n{LONG}\n\nthis is Russia’spartners’ view", "glued words") == [("", " ")]


def test_line_ends_of_tables_code_and_verse_stay() -> None:
    blocks = blocks_of(
        f"""
        A title

        {LONG}

        Year    Exports   Imports
        2014    1.5       2.8
        2015    1.7       2.9

        ```
        if (x) {{ y(); }}
        ```
        """
    )
    assert blocks[2].text.count("\n") == 2
    assert blocks[3].text == "if (x) { y(); }"
    assert [span.kind for span in blocks[3].spans] == ["code"]


def test_terms_stand_over_what_they_mean() -> None:
    text = (
        "NAME\n       ls - list directory contents\n\nOPTIONS\n       -a, --all\n"
        "              do not ignore\n              entries"
    )
    blocks = blocks_of(f"A title\n\n{LONG}\n\n{text}")
    assert texts(blocks, "heading") == ["NAME", "OPTIONS"]
    assert blocks[-1].text == "-a, --all\ndo not ignore entries"


def test_page_headers_on_one_line_with_their_number_are_told_from_the_text() -> None:
    pages = "\n\n".join(
        f"{LONG}\n\n{page}            NAVAL REVIEW\nBROWN    {page + 1}" for page in (44, 46, 48)
    )
    blocks = blocks_of(f"A title of it\n\n{pages}\n\n{LONG}")
    assert kinds(blocks)[1:4] == ["body", "boilerplate", "boilerplate"]
    assert set(kinds(blocks)[1:]) == {"body", "boilerplate"}


def test_a_sentence_goes_on_over_a_page_that_the_format_knows() -> None:
    start = "A long sentence runs on to the very end of the page and then it goes"
    lines = ("A title of it", "", LONG, "", start, "7", "The Book", "on over here until it ends.", LONG)
    marks = (Mark(6, 6, "boilerplate"), Mark(7, 7, "boilerplate"))
    blocks = build_blocks(Source("pdf", lines, marks=marks, markup=False)).blocks
    assert f"{start} on over here until it ends." in [block.text for block in blocks]
