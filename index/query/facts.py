"""What a query asks of articles and not of their words: their id, kind, language and date."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.dates import earliest, latest
from index.query.tree import Dates, Where
from index.store.index import Index


def where(index: Index, node: Where) -> Iterable[int]:
    """Give the passages of the kind, language or article that is asked for; an id may be cut short."""
    value = node.value.casefold()
    if node.name == "kind":
        return index.of_kind(value.rstrip("s"))
    articles = index.articles
    if node.name == "lang":
        chosen = [one.id for one in articles if one.language.casefold().startswith(value)]
    else:
        chosen = [one.id for one in articles if value in (one.id.casefold(), one.file.casefold())]
        chosen = chosen or [one.id for one in articles if one.id.casefold().startswith(value)]
    return [document for one in chosen for document in index.documents(one)]


def dated(index: Index, node: Dates) -> Iterable[int]:
    """Give the passages of articles that may have been written in a span of days; undated ones are out."""
    found: list[int] = []
    for article in index.articles:
        days = _days(article.date or "")
        if days and (not node.last or days[0] <= node.last) and (not node.first or days[1] >= node.first):
            found.extend(index.documents(article.id))
    return found


@lru_cache(maxsize=65536)
def _days(edtf: str) -> tuple[str, str] | None:
    try:
        return earliest(edtf).isoformat(), latest(edtf).isoformat()
    except ValueError:
        return None
