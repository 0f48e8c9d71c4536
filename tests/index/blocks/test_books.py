"""Books and exported texts: labels, tables of contents and ornaments are told from headings."""

from __future__ import annotations

import pytest

from tests.index.blocks.pieces import LONG, blocks_of, kinds, texts


def test_a_labelled_title_is_the_title() -> None:
    blocks = blocks_of(
        f"The eBook of Folk Lore\n\nTitle: Folk Lore\n\nAuthor: Ann Writer\n\n{LONG}\n\n{LONG}"
    )
    assert texts(blocks, "title") == ["Folk Lore"]


def test_a_table_of_contents_is_boilerplate_with_the_parts_in_it() -> None:
    contents = "\n\n".join(
        [
            "   I. FESTIVAL CUSTOMS              19",
            "          PART II.",
            "  II. PREHISTORIC MONUMENTS AND THE\n      SUPERSTITIONS                109",
            " III. NATURAL OBJECTS              137",
            "  IV. CHAPELS AND HOLY WELLS       165",
        ]
    )
    blocks = blocks_of(f"Folk Lore\n\nCONTENTS.\n\n{contents}\n\n{LONG}\n\n{LONG}")
    assert kinds(blocks)[2:7] == ["boilerplate"] * 5


def test_single_rows_with_falling_numbers_are_no_table_of_contents() -> None:
    rows = "\n\n".join(f"Port number {n}        {40 - n}" for n in range(1, 6))
    assert not texts(blocks_of(f"Folk Lore\n\n{LONG}\n\n{rows}\n\n{LONG}"), "boilerplate")


@pytest.mark.parametrize(
    "line",
    [
        "“At eve last Midsummer no sleep I sought.”", "_Le Vallon, Guernsey, April, 1903._",
        "It is still told by his descendants.[106]", "Character set encoding: UTF-8",
        "Status      Pending      Awaited",
    ],
)  # fmt: skip
def test_what_ends_as_sentences_do_or_stands_in_columns_is_no_heading(line: str) -> None:
    assert not texts(blocks_of(f"Folk Lore\n\n{LONG}\n\n{line}\n\n{LONG}\n\n{LONG}"), "heading")


def test_a_heading_in_quotation_marks_and_capitals_may_end_with_a_full_stop() -> None:
    blocks = blocks_of(f"Folk Lore\n\n{LONG}\n\n“THE LOVERS’ LEAP.”\n\n{LONG}\n\n{LONG}")
    assert texts(blocks, "heading") == ["“THE LOVERS’ LEAP.”"]


def test_a_line_between_stars_is_boilerplate() -> None:
    text = f"Folk Lore\n\n{LONG}\n\n*** START OF THIS EBOOK ***\n\n{LONG}\n\n{LONG}"
    assert kinds(blocks_of(text))[2] == "boilerplate"
