"""A form feed in a plain text begins a page, and blocks know theirs."""

from __future__ import annotations

from index.blocks import build_blocks
from index.formats.text import read_text


def test_form_feeds_begin_pages() -> None:
    source = read_text(b"First page.\n\n\fSecond page.\n\n\f\nThird page.\n")
    assert source.pages == ((1, "p. 1"), (3, "p. 2"), (5, "p. 3"))
    assert [(block.text, block.page) for block in build_blocks(source).blocks] == [
        ("First page.", "p. 1"),
        ("Second page.", "p. 2"),
        ("Third page.", "p. 3"),
    ]


def test_a_text_without_form_feeds_has_no_pages() -> None:
    assert read_text(b"Text.\n").pages == ()
