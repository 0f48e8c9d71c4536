"""A query in which `@name` stands for a search that was saved under that name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# A phrase, or a name that stands by itself, with or without a bracket or minus before it.
_PART = re.compile(r'"[^"]*"?|(?<![^\s(-])@(?P<name>[^\s()"]+)')
_NAME = re.compile(r'[^\s()"]+')
_OPERATOR = re.compile(r'"[^"]*"?|(?<!\S)(?P<mark>AND|OR|NOT)(?!\S)|(?P<minus>-)@')
_BRACKETS = re.compile(r'"[^"]*"?|[()]')

Saved = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Query:
    """A query as it was typed and as it is searched, `text`.

    `names` are those that stand for saved searches: where each stands as typed, and what it stands for in
    what is searched. `is_known` is False where the query begins with a name that none was saved under.
    """

    typed: str
    text: str
    names: tuple[tuple[range, range], ...] = ()
    is_known: bool = True

    def as_typed(self, start: int, end: int) -> tuple[int, int]:
        """The place, as typed, of a part of what is searched; that of a name for what it stands for."""
        before = 0
        for typed, searched in self.names:
            if end <= searched.start:
                break
            if start < searched.stop:
                return typed.start, typed.stop
            before = searched.stop - typed.stop
        return start - before, end - before


def name_of(given: str) -> str:
    """The name under which a search is saved: what was given without what would end a name in a query."""
    return "-".join(_NAME.findall(given.strip().lstrip("@")))


def read(typed: str, saved: Saved) -> Query:
    """Put the saved searches in place of their names, of which the first may be cut short.

    Where there are operators each stands in brackets, so that words beside it narrow it as a whole.
    """
    typed = typed.strip()
    if typed[:1] == "@" and (whole := saved.get(typed[1:])):
        return Query(typed, whole, ((range(len(typed)), range(len(whole))),))
    found = [(match, _query(match, saved)) for match in _PART.finditer(typed) if match["name"]]
    known = [(match, query) for match, query in found if query]
    alone = len(known) == 1 and known[0][0][0] == typed
    bracketed = not alone and any(_has_operator(query) for query in (typed, *(query for _, query in known)))
    text, at = "", 0
    names: list[tuple[range, range]] = []
    for match, query in known:
        text += typed[at : match.start()]
        begin = len(text)
        text += query if alone else f"({_closed(query)})" if bracketed else _closed(query)
        names.append((range(match.start(), match.end()), range(begin, len(text))))
        at = match.end()
    is_known = not typed.startswith("@") or bool(names and names[0][0].start == 0)
    return Query(typed, text + typed[at:], tuple(names), is_known)


def _query(name: re.Match[str], saved: Saved) -> str:
    if name["name"] in saved or name.start():
        return saved.get(name["name"], "")
    begun = [query for other, query in saved.items() if other.startswith(name["name"])]
    return begun[0] if len(begun) == 1 else ""


def _has_operator(query: str) -> bool:
    return any(match["mark"] or match["minus"] for match in _OPERATOR.finditer(query))


def _closed(query: str) -> str:
    """The query with its last quote and its brackets closed, so that it ends where it ends."""
    query += '"' * (query.count('"') % 2)
    opened = before = 0
    for mark in _marks(query):
        opened += 1 if mark == "(" else -1
        if opened < 0:
            opened, before = 0, before + 1
    return "(" * before + query + ")" * opened


def _marks(query: str) -> Iterator[str]:
    return (match[0] for match in _BRACKETS.finditer(query) if match[0] in "()")
