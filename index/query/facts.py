"""What a query asks of articles and not of their words: id, kind, language, date, and names in full."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from index.dates import earliest, latest
from index.query.lexer import QUOTES
from index.query.tree import Dates, Field, Where
from index.store.index import Index

_BLANKS = str.maketrans(dict.fromkeys(QUOTES, " "))


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


def named(index: Index, node: Field) -> Iterable[int]:
    """Give the passages of the section or source whose whole name stands in quotes, none if none has it.

    So what is counted under a name is what is found by it, though longer names have all of its words.
    """
    text = node.text
    if not (len(text) > 2 and text[0] in QUOTES and text[-1] in QUOTES):
        return ()
    name = _unquoted(text)
    if node.name == "source":
        chosen = [one.id for one in index.articles if _unquoted(one.source) == name]
        return [document for one in chosen for document in index.documents(one)]
    if node.name != "section":
        return ()
    places = _sections(index).get(name)
    return [document for document, place in enumerate(index.sections[1]) if place in places] if places else ()


class _Names(dict[str, set[int]]):
    """The places of sections among all by their names."""


def _sections(index: Index) -> _Names:
    """Give the places of sections by their names without quotes, worked out once for an index."""
    known = index.kept.get("section names")
    if isinstance(known, _Names):
        return known
    made = _Names()
    for place, name in enumerate(index.sections[0]):
        made.setdefault(_unquoted(name), set()).add(place)
    index.kept["section names"] = made
    return made


def _unquoted(name: str) -> str:
    return " ".join(name.translate(_BLANKS).split())


@lru_cache(maxsize=65536)
def _days(edtf: str) -> tuple[str, str] | None:
    try:
        return earliest(edtf).isoformat(), latest(edtf).isoformat()
    except ValueError:
        return None
