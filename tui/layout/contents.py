"""The contents of an article: its sections, with their lines and lengths."""

from __future__ import annotations

from collections.abc import Sequence

from index import Block
from tui.layout.line import Tone
from tui.layout.listing import Listing
from tui.layout.words import counted


def sections(blocks: Sequence[Block]) -> list[int]:
    """The indexes of the blocks with which a section begins: title, headings, the notes."""
    found: list[int] = []
    before = ""
    for index, block in enumerate(blocks):
        named = block.kind in ("title", "heading") and block.text.strip()
        if named or (block.kind == "note" and before not in ("note", "heading")):
            found.append(index)
        if block.kind != "boilerplate":
            before = block.kind
    return found or ([0] if blocks else [])


def contents(blocks: Sequence[Block], width: int) -> Listing:
    """The list of sections, in text order; their words are counted as the library counts an article's."""
    listing = Listing(width)
    begins = sections(blocks)
    for begin, end in zip(begins, [*begins[1:], len(blocks)], strict=True):
        block = blocks[begin]
        counted_kinds = ("note",) if block.kind == "note" else ("body", "quote")
        words = sum(len(part.text.split()) for part in blocks[begin:end] if part.kind in counted_kinds)
        name = "Notes" if block.kind == "note" else block.text
        indent = "  " * max(block.level - 1, 0) if block.kind == "heading" else ""
        tone: Tone = "head" if block.kind == "title" else "text"
        listing.entry((indent + name, f"line {block.first} · {counted(words, 'word')}", tone))
    return listing
