"""One way to cite a passage, wherever it is quoted: on the screen, in the clipboard, in every export."""

from __future__ import annotations

from index.dates import in_words
from index.model import Article, Passage

_HASH = 12


def citation(article: Article, passage: Passage) -> str:
    """Author, title, source, date with its certainty, file and lines, and the beginning of the file's hash.

    What is not known is left out rather than guessed. The analyst's own words on the source follow in
    brackets, and a marking is given as it stands.
    """
    parts = [
        ", ".join(article.authors),
        f"“{article.title}”",
        article.source,
        dated(article),
        f"{article.file}, {lines_of(passage)}",
        f"sha256 {article.digest[:_HASH]}" if article.digest else "",
    ]
    told = ", ".join(part for part in parts if part)
    if article.descriptor:
        told += f" [{article.descriptor}]"
    return f"{article.marking} {told}" if article.marking else told


def dated(article: Article) -> str:
    """The date as given with what it means in words, or that there is none."""
    if not article.date:
        return "no date"
    words = in_words(article.date)
    return article.date if words == article.date else f"{article.date} ({words})"


def lines_of(passage: Passage) -> str:
    """The source lines of a passage, and its page where the source has pages."""
    first, last = passage.lines
    lines = f"line {first}" if first == last else f"lines {first}–{last}"
    return f"{lines}, {passage.page}" if passage.page else lines


def quoted(article: Article, passage: Passage, said: str = "") -> str:
    """A passage verbatim with its citation on the line below, as it is copied; `said` is a word on it."""
    return f"{passage.text}\n— {citation(article, passage)}{f' ({said})' if said else ''}\n"
