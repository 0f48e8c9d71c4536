"""How an answer spreads over articles, sources, years, sections and topics, each with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from time import monotonic
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from index.dates import earliest
from index.search.evaluate import evaluate
from index.search.parser import parse
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus

Facets = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

# Values shown of each facet: more do not help to narrow down.
_SHOWN = 12


def facets(corpus: Corpus, index: Index, found: Set[int], owned: Counter[int], *, typing: bool) -> Facets:
    """Count the passages found by the values of each facet, most first; a facet without any is left out."""
    articles: Counter[str] = Counter()
    sources: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for ordinal, count in owned.items():
        article = index.articles[ordinal]
        articles[article.id] += count
        if article.source:
            sources[article.source] += count
        if year := _year(article.date):
            years[year] += count
    names, places = index.sections
    sections = Counter(map(places.__getitem__, found))
    sections.pop(-1, None)
    told = {
        "article": articles,
        "source": sources,
        "year": years,
        "section": Counter({names[place]: count for place, count in sections.items()}),
        "topic": Counter(
            {name: len(found & documents) for name, documents in _topics(corpus, index, typing).items()}
        ),
    }
    return tuple(
        (name, tuple((value, count) for value, count in counter.most_common(_SHOWN) if count))
        for name, counter in told.items()
        if any(counter.values())
    )


def _year(date: str | None) -> str:
    if not date:
        return ""
    try:
        return f"{earliest(date).year:04d}"
    except ValueError:
        return ""


# While someone types, topics are worked out for so long at a time, in seconds, and shown when all are known.
_PATIENCE = 0.01

_KNOWN: WeakKeyDictionary[Index, tuple[object, dict[str, frozenset[int]]]] = WeakKeyDictionary()


def _topics(corpus: Corpus, index: Index, typing: bool) -> dict[str, frozenset[int]]:
    """Give the passages of each topic, worked out once for an index and its topics."""
    topics = corpus.topics()
    known = _KNOWN.get(index)
    if known is None or known[0] is not topics:
        known = (topics, {})
        _KNOWN[index] = known
    documents = known[1]
    deadline = monotonic() + _PATIENCE
    for topic in topics:
        if topic.id not in documents:
            if typing and monotonic() > deadline:
                return {}
            found = evaluate(index, parse(topic.asks).tree).documents
            documents[topic.id] = frozenset(found - index.notes)
    return documents
