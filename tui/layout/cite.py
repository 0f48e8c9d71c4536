"""A citation on one line: who, what, where, when and how sure, and the lines of the file."""

from __future__ import annotations

from index import Article, Passage
from tui.layout.words import date_of, lines_of

_DIGEST = 12


def citation(article: Article, passage: Passage) -> str:
    """The citation of a passage, with the short hash of the file it was taken from."""
    parts = [
        ", ".join(article.authors),
        f"“{article.title}”",
        article.source,
        date_of(article),
        f"{article.file}, {lines_of(passage, long=True)}",
        f"sha256 {article.digest[:_DIGEST]}" if article.digest else "",
    ]
    return "— " + ", ".join(part for part in parts if part)
