"""The first part of a long file, read on its own, so that its first screen need not wait for all of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from index.model import Article, ArticleText, BriefingError

# Files below these sizes, in bytes, are read whole as quickly as one can see; pages are dearer than text.
_LONG = 1_000_000
_LONG_PDF = 200_000
# What is read of a long text: some dozens of screens.
_HEAD = 256 * 1024


def is_long(path: Path) -> bool:
    """Whether a file takes so long to read that a person would wait; OSError when it cannot be looked at."""
    return path.stat().st_size > (_LONG_PDF if path.suffix.lower() == ".pdf" else _LONG)


def read_beginning(path: Path, article: Article, declared: Mapping[str, object]) -> ArticleText | None:
    """The first part of an article, None where its file is short enough to be read whole.

    `article` is what is known of the whole, `declared` the file's entry in articles.toml. The part has no
    blocks where the file's format lets none be read before the rest. Raises OSError.
    """
    if not is_long(path):
        return None
    from index.article import blocks_of
    from index.formats.read import read_head

    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    try:
        source = read_head(_whole_paragraphs(head), path)
        if source is None:
            return ArticleText(article, (), ())
        return ArticleText(article, source.lines, blocks_of(source, declared).blocks)
    except (BriefingError, RecursionError, MemoryError):
        # What is wrong with the file is told when all of it is read.
        return ArticleText(article, (), ())


def _whole_paragraphs(head: bytes) -> bytes:
    """The beginning of a file as far as its last paragraph that is whole, or its last line or word."""
    # Characters of two or four bytes are not divided.
    width = 4 if b"\0\0\0" in head else 2 if b"\0" in head else 1
    for end in (b"\n\n", b"\r\n\r\n", b"\n\0\n", b"\n", b" "):
        at = head.rfind(end)
        if at > 0:
            return head[: at - at % width]
    return head
