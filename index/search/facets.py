"""How an answer spreads over articles, sources, years, sections and topics, each with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
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


def facets(corpus: Corpus, index: Index, found: Mapping[int, object], owned: Counter[int]) -> Facets:
    """Count the passages found, by the value of each facet; facets with nothing to tell apart are left out."""
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
            {name: len(found.keys() & documents) for name, documents in _topics(corpus, index).items()}
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


_KNOWN: WeakKeyDictionary[Index, tuple[object, dict[str, frozenset[int]]]] = WeakKeyDictionary()


def _topics(corpus: Corpus, index: Index) -> dict[str, frozenset[int]]:
    """Give the passages of each topic, worked out once for an index and its topics."""
    topics = corpus.topics()
    known = _KNOWN.get(index)
    if known is None or known[0] is not topics:
        documents = {
            topic.id: frozenset(evaluate(index, parse(topic.asks).tree).scores.keys() - index.notes)
            for topic in topics
        }
        known = (topics, documents)
        _KNOWN[index] = known
    return known[1]
