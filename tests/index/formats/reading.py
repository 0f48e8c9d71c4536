"""Reading a document as the program does, for the tests of formats."""

from __future__ import annotations

from pathlib import Path

from index.article import read_article
from index.formats.source import Mark, Source
from index.model import ArticleText, Block

FILES = Path(__file__).parent / "files"


def article_of(name: str) -> ArticleText:
    """The article in one of the kept documents."""
    text, _ = read_article(FILES / name, name, {})
    return text


def blocks_of(text: ArticleText, *kinds: str) -> list[Block]:
    """The blocks of some kinds."""
    return [block for block in text.blocks if block.kind in kinds]


def block_with(text: ArticleText, words: str) -> Block:
    """The one block that has some words."""
    (block,) = [block for block in text.blocks if words in block.text]
    return block


def marked(source: Source, *kinds: str) -> list[str]:
    """The text of the marks of some kinds, lines joined with newlines."""
    return [
        "\n".join(source.lines[mark.first - 1 : mark.last]) for mark in source.marks if mark.kind in kinds
    ]


def mark_with(source: Source, words: str) -> Mark:
    """The one mark that has some words."""
    (mark,) = [mark for mark in source.marks if words in "\n".join(source.lines[mark.first - 1 : mark.last])]
    return mark
