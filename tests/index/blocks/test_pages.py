"""Heads, feet and ends of pages are taken out of the text that they break."""

from __future__ import annotations

from tests.index.blocks.pieces import LONG, blocks_of, kinds


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


def test_a_number_between_dashes_is_a_pages() -> None:
    assert kinds(blocks_of(f"The Question\n\n{LONG}\n\n- 2 -\n\n{LONG}"))[2] == "boilerplate"


def test_what_an_archive_stamps_on_each_page_is_furniture() -> None:
    stamps = [
        f"This content downloaded from 10.0.2.4 on 3 Feb 2017 11:0{n}\nAll use subject to http://example.org/terms"
        for n in range(3)
    ]
    text = f"The Question\n\n{LONG}\n\n{stamps[0]}\n\n{LONG}\n\n{stamps[1]}\n\n{LONG}\n\n{stamps[2]}"
    assert kinds(blocks_of(text))[2::2] == ["boilerplate"] * 3


def test_a_head_that_comes_back_with_the_next_number_is_of_a_page() -> None:
    head = "Bulletin of Affairs / No 5                              "
    blocks = blocks_of(f"The Question\n\n{LONG}\n\n{head}17\n\n{LONG}\n\n{head}18")
    assert kinds(blocks) == ["title", "body", "boilerplate", "body", "boilerplate"]


def test_a_word_is_joined_over_a_page_end_however_short_the_line() -> None:
    blocks = blocks_of(
        f"The Question\n\n{LONG}\n\nIt rises in Kyrgyz-\n\nstan and is dammed. {LONG}\n\n{LONG}"
    )
    assert blocks[2].text.startswith("It rises in Kyrgyzstan and is dammed")
