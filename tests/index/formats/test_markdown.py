"""Markdown is cut as CommonMark cuts it, and its marks do not reach the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.blocks import build_blocks
from index.formats.text import read_text
from index.model import Block
from tests.index.blocks.holds import assert_nothing_lost


def blocks_of(text: str) -> list[Block]:
    source = read_text(text.encode(), format_name="markdown")
    blocks = build_blocks(source).blocks
    assert_nothing_lost(source.lines, blocks)
    return list(blocks)


def test_blocks() -> None:
    text = (
        "---\ntitle: Other\n---\n# A *title*\n\nA paragraph\nof two lines.\n\n> quoted\n>\n> twice\n\n- "
        "one\n  more\n- two\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n```python\nx = "
        "1\n```\n\nUnder\n-----\n\nText.\n\n***\n\n<!-- hidden -->\n"
    )
    assert [(block.kind, block.text) for block in blocks_of(text)] == [
        ("boilerplate", "---\ntitle: Other\n---"),
        ("title", "A title"),
        ("body", "A paragraph of two lines."),
        ("quote", "quoted"),
        ("quote", "twice"),
        ("body", "- one more"),
        ("body", "- two"),
        ("body", "| a | b |\n|---|---|\n| 1 | 2 |"),
        ("body", "x = 1"),
        ("heading", "Under"),
        ("body", "Text."),
        ("boilerplate", "***"),
        ("boilerplate", "<!-- hidden -->"),
    ]


def test_inline_marks() -> None:
    block = blocks_of(
        "Escaped \\*star\\*, &amp; and &nbsp;so, a<br>b, [named][x], [X], ![picture](p.png) "
        "<http://a.org>.\n\n[x]: http://b.org\n"
    )[0]
    assert block.text == "Escaped *star*, & and so, ab, named, [X], picture http://a.org."
    assert [(span.kind, span.value) for span in block.spans] == [
        ("link", "http://b.org"),
        ("link", "http://a.org"),
    ]


def test_an_entity_cannot_bring_a_control_character() -> None:
    text = blocks_of("Here &#27;[31m and &#x202e; and &zwsp; stand as they were typed.")[0].text
    assert "\x1b" not in text
    assert "\u202e" not in text


MARKS = st.lists(
    st.sampled_from(
        [
            "# ",
            "> ",
            "- ",
            "1. ",
            "    ",
            "```",
            "\n",
            "\n\n",
            "a",
            "*",
            "_",
            "[",
            "](",
            ")",
            "|",
            "---",
            "<b>",
            "&amp;",
            "[^1]",
            "[^1]: ",
            "<!--",
            "-->",
        ]
    ),
    max_size=40,
)


@given(MARKS.map("".join))
def test_any_markdown_loses_nothing(text: str) -> None:
    blocks_of(text)
