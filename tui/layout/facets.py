"""The facets of a result as filter words, and a query with a filter word put in or taken out.

A filter is a word of the query language (`article:001`, `kind:note`), so that what narrows a search is seen
in its query and can be typed, saved and taken out again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index import SearchResult

# A phrase, or a filter word: an optional minus, a field, and a value that may be quoted.
_FIELDS = "article|kind|source|year|date|section|topic|author|lang|title"
_PART = re.compile(rf'"[^"]*"?|(?<!\S)(?P<filter>-?(?:{_FIELDS}):(?:"[^"]*"?|[^\s"()]+))')
_AFTER = re.compile(r"(?:^|\s)(?:AND|OR|NOT)\s+$")
_BEFORE = re.compile(r"\s+(?:AND|OR)\s")
_OPEN_END = re.compile(r"(?:(?:^|\s)(?:AND|OR|NOT|-))+$")
_PLAIN = re.compile(r"(?!(?:AND|OR|NOT)$)\w[\w.-]*")
_QUOTES = str.maketrans(dict.fromkeys('"\u201c\u201d\u201e\u201f\u00ab\u00bb', " "))
# Fields whose values are names, of which one may have the words of another: quotes ask for the whole.
_NAMES = ("section", "source")


def filters_of(query: str) -> tuple[str, ...]:
    """The filter words that stand in a query, in order."""
    return tuple(match[0] for match in _filters(query))


def filters_in(result: SearchResult) -> tuple[str, ...]:
    """The filter words that narrow a result: those of its query without what could not be read.

    A word with a mistake in it was searched if the query was read as having it word for word, one without
    if it was read as having its field.
    """
    found: list[str] = []
    read = result.read_as.replace('"', "")
    for match in _filters(result.query):
        asked = match[0].removeprefix("-").replace('"', "")
        mistaken = any(each.start < match.end() and match.start() < each.end for each in result.problems)
        if (asked if mistaken else asked.partition(":")[0] + ":") in read:
            found.append(match[0])
    return tuple(found)


def without_hit(result: SearchResult, most: int) -> tuple[str, ...]:
    """The articles without a hit, also without those filters that choose articles.

    Where so many articles as a facet has at `most` can be chosen, it is not known which have none.
    """
    if not any(word.startswith("article:") for word in filters_in(result)):
        return result.without
    others = dict(dict(result.facets).get("article", ()))
    return () if len(others) >= most else tuple(each for each in result.without if each not in others)


def filter_word(field: str, value: str) -> str:
    """The filter word for a facet's value, quoted unless it is read as it stands; a year is a date."""
    if field == "year":
        return f"date:{value}"
    text = " ".join(value.translate(_QUOTES).split())
    plain = field not in _NAMES and _PLAIN.fullmatch(text)
    return f"{field}:{text}" if plain else f'{field}:"{text}"'


def opposite(word: str) -> str:
    """The filter word that leaves out what this one asks for, or asks for what it leaves out."""
    return word[1:] if word.startswith("-") else f"-{word}"


def with_filter(query: str, word: str) -> str:
    """The query with a filter word added at its end, once; its opposite is taken out."""
    if opposite(word) in filters_of(query):
        query = without_filter(query, opposite(word))
    if word in filters_of(query):
        return query
    return f"{_ended(query)} {word}".strip()


def _ended(query: str) -> str:
    """The query with its last quote closed, and without an operator that nothing follows."""
    query = _OPEN_END.sub("", query.rstrip())
    return query + '"' if query.count('"') % 2 else query


def without_filter(query: str, word: str) -> str:
    """The query with a filter word taken out wherever it stands."""
    kept: list[str] = []
    at = 0
    for match in _filters(query):
        if match[0] == word:
            kept.append(query[at : match.start()].rstrip())
            at = match.end()
    kept.append(query[at:])
    return "".join(kept).strip()


def _filters(query: str) -> Iterator[re.Match[str]]:
    """The filter words that stand by themselves: not in brackets, and beside no operator."""
    for match in _PART.finditer(query):
        before, after = query[: match.start()], query[match.end() :]
        bracketed = before.count("(") > before.count(")")
        if match["filter"] and not (bracketed or _AFTER.search(before) or _BEFORE.match(after)):
            yield match
