"""Who speaks on a topic, who only mentions it, and why an article is silent."""

from __future__ import annotations

from collections.abc import Iterable

from index import dates
from index.model import Article, Unread
from index.results import Column, Strength
from index.topics.model import Topic


def strength_of(words: int) -> Strength | None:
    """Twice or more is to discuss a topic, once is to mention it; holds for a passage and for an article."""
    return "discusses" if words > 1 else "mentions" if words else None


def column(article: Article, topic: Topic, passages: int, words: int, notes: int) -> Column:
    """An article's column; `passages` and `words` count in its text, `notes` the notes on the topic."""
    of = article.passages - article.notes
    strength = strength_of(words)
    if strength is None:
        return Column(article, "silent", None, 0, of, silence(article, topic, of, notes))
    told = "1 passage, one mention" if words == 1 else f"{passages} passage{'s' * (passages != 1)}"
    return Column(article, "speaks", strength, passages, of, told)


def silence(article: Article, topic: Topic, of: int, notes: int = 0) -> str:
    """Why an article is silent, in words: what was looked through, and whether it could have known."""
    parts = [f"silent: 0 of {of} passage{'s' * (of != 1)}"]
    if article.date and topic.since and is_before(article.date, topic.since):
        parts.append(f"dated {article.date}, before {topic.since}")
    if notes:
        parts.append("a note mentions it" if notes == 1 else f"{notes} notes mention it")
    return "; ".join(parts)


def absence(column: Column) -> str:
    """Why a column is empty in a row, in words: silent, not read, or speaking elsewhere on the topic."""
    if column.state != "speaks":
        return column.reason
    verb = "mentioned" if column.strength == "mentions" else "on the topic"
    return f"{verb} ({column.passages} passage{'s' * (column.passages != 1)}), not in this row"


def is_before(date: str, since: str) -> bool:
    """Whether the last day that a date can mean lies before the first of another; False for no date."""
    try:
        return dates.latest(date) < dates.earliest(since)
    except ValueError:
        return False


def unread_column(unread: Unread) -> Column:
    """The column of a file that could not be read: not silent, for nobody knows what it says."""
    article = Article(id=unread.file, file=unread.file, title=unread.file)
    return Column(article, "unread", None, 0, 0, f"could not be read: {unread.reason}")


def by_date(article: Article) -> tuple[bool, str, str]:
    """The order of columns: the first day that the date can mean, then the id; undated articles last."""
    try:
        first = dates.earliest(article.date).isoformat() if article.date else ""
    except ValueError:
        first = ""
    return (not first, first, article.id)


def in_column_order(articles: Iterable[Article]) -> list[Article]:
    """Articles as they stand in a comparison, from left to right."""
    return sorted(articles, key=by_date)
