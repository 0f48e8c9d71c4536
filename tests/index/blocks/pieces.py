"""Blocks of a text written in a test, in the fewest words."""

from __future__ import annotations

import textwrap

from index.blocks import Built, build_blocks
from index.formats.source import Source
from index.model import Block
from tests.index.blocks.holds import assert_nothing_lost

LONG = (
    "This paragraph is here so that the text has one that is long enough to be told from a heading, and it "
    "ends as paragraphs do."
)


def blocks_of(text: str, *, form: str = "text", pages: tuple[tuple[int, str], ...] = ()) -> list[Block]:
    """The blocks of a text, which lose nothing."""
    lines = tuple(textwrap.dedent(text).strip("\n").split("\n"))
    blocks = build_blocks(Source(form, lines, pages=pages)).blocks
    assert_nothing_lost(lines, blocks)
    return list(blocks)


def built(text: str) -> Built:
    """The blocks of a text with what its front says."""
    return build_blocks(Source("text", tuple(text.split("\n"))))


def kinds(blocks: list[Block]) -> list[str]:
    """The kinds of blocks, in order."""
    return [block.kind for block in blocks]


def texts(blocks: list[Block], kind: str) -> list[str]:
    """The texts of the blocks of a kind, in order."""
    return [block.text for block in blocks if block.kind == kind]
