"""Small phrases that several screens say about articles and passages, said the same way everywhere."""

from __future__ import annotations

from index import Article, Passage, in_words
from tui.layout.line import joined


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun: "1 passage", "1,204 passages"."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def lines_of(passage: Passage, long: bool = False) -> str:
    """Where a passage stands in its source: "23", "23–25", and its page where it has one."""
    place = str(passage.first) if passage.first == passage.last else f"{passage.first}–{passage.last}"
    if long:
        place = f"line {place}" if passage.first == passage.last else f"lines {place}"
    return joined((passage.page, place))


def title_of(article: Article) -> str:
    """The title beside the id; empty where the file has no title but its name, which is the id."""
    return "" if article.title == article.id else article.title


def named(article: Article) -> str:
    """An article as lists and titles name it: id, marking, title."""
    return " ".join(word for word in (article.id, article.marking, title_of(article)) if word)


def date_of(article: Article) -> str:
    """The article's date with its certainty in words: "about January 2016"; "no date" where there is none."""
    return in_words(article.date) if article.date else "no date"


def authors_of(article: Article) -> str:
    """The authors on one line; "no author named" where there is none."""
    return ", ".join(article.authors) or "no author named"


def short_author(article: Article) -> str:
    """The first author's family name, "and others" after it where there are more; empty without authors."""
    if not article.authors:
        return ""
    name = article.authors[0].split(",")[0].split()[-1:] or [""]
    return name[0] + (" and others" if len(article.authors) > 1 else "")
