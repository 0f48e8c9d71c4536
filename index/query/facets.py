"""How an answer spreads over articles, sources, years, sections and topics, each with counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from index.dates import earliest
from index.query.evaluate import evaluate
from index.query.parser import parse
from index.query.tree import TopicRef
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus
    from index.topics.model import Topic

_Value = TypeVar("_Value")
Facets = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

# Values shown of each facet: more do not help to narrow down.
_SHOWN = 12


def facets(corpus: Corpus, index: Index, found: Set[int], owned: Counter[int], *, typing: bool) -> Facets:
    """Count the passages found by the values of each facet, most first; a facet without any is left out.

    While someone is `typing`, sections and topics are left out: they cost more than the search.
    """
    names, years = _facts(index)
    sources: defaultdict[str, int] = defaultdict(int)
    written: defaultdict[str, int] = defaultdict(int)
    for ordinal, count in owned.items():
        sources[names[ordinal]] += count
        written[years[ordinal]] += count
    told: dict[str, Iterable[tuple[str, int]]] = {
        "article": [(index.articles[ordinal].id, count) for ordinal, count in _most(owned.items())],
        "source": sources.items(),
        "year": written.items(),
    }
    if not typing:
        told["section"] = _sections(index, found).items()
        told["topic"] = [(name, len(found & documents)) for name, documents in _topics(corpus, index).items()]
    shown = {
        name: tuple(_most((value, count) for value, count in values if value and count))
        for name, values in told.items()
    }
    return tuple((name, values) for name, values in shown.items() if values)


def _most(values: Iterable[tuple[_Value, int]]) -> list[tuple[_Value, int]]:
    return sorted(values, key=itemgetter(1), reverse=True)[:_SHOWN]


def _facts(index: Index) -> tuple[list[str], list[str]]:
    """Give source and year of every article, empty where unknown, worked out once for an index."""
    known = index.kept.get("facts")
    if not isinstance(known, tuple):
        articles = index.articles
        known = [article.source for article in articles], [_year(article.date) for article in articles]
        index.kept["facts"] = known
    return known


def _sections(index: Index, found: Set[int]) -> Counter[str]:
    names, places = index.sections
    counted = Counter(map(places.__getitem__, found))
    return Counter({names[place]: count for place, count in counted.items() if place >= 0})


@lru_cache(maxsize=4096)
def _year(date: str | None) -> str:
    if not date:
        return ""
    try:
        return f"{earliest(date).year:04d}"
    except ValueError:
        return ""


def _topics(corpus: Corpus, index: Index) -> dict[str, Set[int]]:
    """Give the passages of each topic, worked out once for an index and its topics."""
    topics = corpus.topics()
    known = index.kept.get("topics")
    if not isinstance(known, _Known) or known.topics is not topics:
        passages = {topic.id: evaluate(index, _asked(topic)).documents - index.notes for topic in topics}
        known = index.kept["topics"] = _Known(topics, passages)
    return known.passages


def _asked(topic: Topic) -> TopicRef:
    barred = parse(topic.bars).tree if topic.bars else None
    return TopicRef(0, 0, topic.id, topic.label, parse(topic.asks).tree, barred)


@dataclass(frozen=True)
class _Known:
    topics: object
    passages: dict[str, Set[int]]
