"""How an answer spreads over articles, sources, years, kinds, sections and topics, each with counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from index.dates import earliest
from index.query.evaluate import evaluate
from index.query.parser import parse
from index.query.tree import TopicRef
from index.query.widened import Every
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus
    from index.topics.model import Topic

_Value = TypeVar("_Value")
# Values shown of each facet: more do not help to narrow down.
_SHOWN = 12


class Facets(NamedTuple):
    """The first values of each facet with their counts, and how many more the facets have that have more."""

    shown: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    more: tuple[tuple[str, int], ...]


def facets(
    corpus: Corpus,
    index: Index,
    found: Set[int],
    wider: Mapping[str, Set[int]],
    owned: Counter[int],
    *,
    typing: bool,
) -> Facets:
    """Count the passages found by the values of each facet, most first; a facet without any is left out.

    A facet that is filtered is counted in the passages that are found without its filters (`wider`), so that
    its other values can be chosen too. `owned` are the passages found of each article. While someone is
    `typing`, kinds, sections and topics are left out: they cost more than the search.
    """
    names, years, languages = _facts(index)

    def of_articles(facet: str) -> Counter[int]:
        documents = wider.get(facet)
        if documents is None:
            return owned
        if isinstance(documents, Every):
            return documents.owned
        return Counter(map(index.owners.__getitem__, documents))

    articles = of_articles("article")
    told: dict[str, Iterable[tuple[str, int]]] = {
        "article": [(index.articles[at].id, count) for at, count in _most(articles.items())],
        "source": _summed(names, of_articles("source")),
        "year": _summed(years, of_articles("year")),
    }
    if languages:
        told["lang"] = _summed(languages, of_articles("lang"))
    if not typing:
        told["kind"] = _kinds(index, wider.get("kind", found))
        told["section"] = _sections(index, wider.get("section", found)).items()
        told["topic"] = [(name, len(found & documents)) for name, documents in _topics(corpus, index).items()]
    shown: dict[str, tuple[tuple[str, int], ...]] = {}
    more = {"article": len(articles) - _SHOWN}
    for name, values in told.items():
        counted = [(value, count) for value, count in values if value and count]
        shown[name] = tuple(_most(counted))
        more.setdefault(name, len(counted) - _SHOWN)
    return Facets(
        tuple((name, most) for name, most in shown.items() if most),
        tuple((name, number) for name, number in more.items() if number > 0),
    )


def _summed(values: Sequence[str], owned: Counter[int]) -> Iterable[tuple[str, int]]:
    summed: defaultdict[str, int] = defaultdict(int)
    for ordinal, count in owned.items():
        summed[values[ordinal]] += count
    return summed.items()


def _most(values: Iterable[tuple[_Value, int]]) -> list[tuple[_Value, int]]:
    return sorted(values, key=itemgetter(1), reverse=True)[:_SHOWN]


def _facts(index: Index) -> tuple[list[str], list[str], list[str]]:
    """Give source, year and language of every article, empty where unknown, worked out once for an index.

    Where all articles are in one language, none is given.
    """
    known = index.kept.get("facts")
    if not isinstance(known, tuple):
        articles = index.articles
        languages = [article.language for article in articles]
        known = (
            [article.source for article in articles],
            [_year(article.date) for article in articles],
            languages if len(set(languages)) > 1 else [],
        )
        index.kept["facts"] = known
    return known


def _kinds(index: Index, found: Set[int]) -> list[tuple[str, int]]:
    """Count the kinds of passages, none where all are text: few are anything else."""
    others = [(kind, len(found & _of_kind(index, kind))) for kind in ("quote", "note")]
    beside = sum(count for _, count in others)
    return [("body", len(found) - beside), *others] if beside else []


def _of_kind(index: Index, kind: str) -> frozenset[int]:
    known = index.kept.get(kind)
    if not isinstance(known, frozenset):
        known = index.kept[kind] = index.of_kind(kind)
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
