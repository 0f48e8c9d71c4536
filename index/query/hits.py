"""The passages that answer, as a reader meets them: marked and cut, by article, with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from operator import is_
from typing import TYPE_CHECKING, Literal, NamedTuple

from index.model import Article
from index.query.answer import Answer
from index.query.articles import best_articles
from index.query.facets import Facets, facets
from index.query.marking import Marker, Spans, surfaces
from index.query.ranking import best_passages
from index.query.scoring import Weights
from index.query.snippet import snippet
from index.results import ArticleHits, Hit
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus

Order = Literal["best", "date", "title", "count"]


class Wanted(NamedTuple):
    """What is wanted of an answer: how many hits, in which order, and how they are marked.

    With `by_article` the best articles of all are given, otherwise those of the best hits. `wider` has the
    passages that would be found without the filters of a facet, by the facets that are filtered.
    """

    limit: int
    order: Order
    by_article: bool
    marks: Marker
    wider: Mapping[str, Set[int]]


class Found(NamedTuple):
    """The hits best first and by article; the number of passages found in each article that has any."""

    hits: tuple[Hit, ...]
    articles: tuple[ArticleHits, ...]
    counts: dict[str, int]
    without: tuple[str, ...]
    facets: Facets


class _Before(NamedTuple):
    wanted: Wanted
    parts: tuple[Weights, ...]
    documents: Set[int]
    whole: Set[int] | None
    found: Found


def gather(corpus: Corpus, index: Index, answer: Answer, wanted: Wanted, *, typing: bool) -> Found:
    """Gather the best hits of an answer.

    The last letters of a word that is being typed seldom change what is found: it is then given again.
    """
    if not typing:
        return _gather(corpus, index, answer, wanted, typing=False)
    before = index.kept.get("before")
    if not (isinstance(before, _Before) and _same(before, answer, wanted)):
        found = _gather(corpus, index, answer, wanted, typing=True)
        before = index.kept["before"] = _Before(wanted, answer.parts, answer.documents, answer.whole, found)
    return before.found


def _same(before: _Before, answer: Answer, wanted: Wanted) -> bool:
    return (
        before.wanted == wanted
        and len(before.parts) == len(answer.parts)
        and all(map(is_, before.parts, answer.parts))
        and before.whole == answer.whole
        and before.documents == answer.documents
    )


def _gather(corpus: Corpus, index: Index, answer: Answer, wanted: Wanted, *, typing: bool) -> Found:
    best = best_passages(index, answer, wanted.limit)
    made: dict[int, Hit] = {}
    heads = _Heads(wanted.marks)

    def hit(document: int) -> Hit:
        if document not in made:
            made[document] = _hit(index, document, answer, wanted.marks, heads)
        return made[document]

    hits = tuple(hit(document) for document in best)
    owners = index.owners
    owned = Counter([owners[document] for document in answer.documents])
    counts = {index.articles[ordinal].id: owned[ordinal] for ordinal in sorted(owned)}
    if wanted.by_article:
        ranked = best_articles(index, answer, wanted.limit)
        groups = [
            ArticleHits(index.articles[ordinal], round(weight, 4), owned[ordinal], tuple(map(hit, documents)))
            for ordinal, (weight, documents) in ranked.items()
        ]
    else:
        groups = _grouped(index, hits, best, owned)
    return Found(
        hits=hits,
        articles=_ordered(groups, wanted.order),
        counts=counts,
        without=tuple(article.id for article in index.articles if article.id not in counts),
        facets=facets(corpus, index, answer.documents, wanted.wider, owned, typing=typing),
    )


def _hit(index: Index, document: int, answer: Answer, marks: Marker, heads: _Heads) -> Hit:
    passage = index.passage(document)
    spans = marks.spans(passage.text)
    section, title = passage.section or "", index.article_of(document).title
    heading, titled = heads["section", section], heads["title", title]
    # Without words in its text the passage answers for the heading or the title that has them.
    matched = surfaces(passage.text, spans) or surfaces(section, heading)
    if not spans:
        matched += [one for one in surfaces(title, titled) if one not in matched]
    return Hit(
        passage=passage,
        score=round(answer.weight(document), 4),
        spans=spans,
        matched=tuple(matched),
        snippet=snippet(passage.text, spans),
        whole=answer.whole is None or document in answer.whole,
        heading=heading,
        title=titled,
    )


class _Heads(dict[tuple[str, str], Spans]):
    """What is marked in each title and heading: many passages share one."""

    def __init__(self, marks: Marker) -> None:
        self.marks = marks

    def __missing__(self, head: tuple[str, str]) -> Spans:
        found = self[head] = self.marks.head_spans(*head)
        return found


def _grouped(
    index: Index, hits: Sequence[Hit], best: Sequence[int], owned: Counter[int]
) -> list[ArticleHits]:
    groups: dict[int, list[Hit]] = {}
    for hit, document in zip(hits, best, strict=True):
        groups.setdefault(index.owners[document], []).append(hit)
    return [
        ArticleHits(index.articles[ordinal], max(hit.score for hit in within), owned[ordinal], tuple(within))
        for ordinal, within in groups.items()
    ]


def _ordered(groups: list[ArticleHits], order: Order) -> tuple[ArticleHits, ...]:
    def day(article: Article) -> str:
        return article.date or "9999"

    if order == "date":
        groups = sorted(groups, key=lambda group: (day(group.article), group.article.id))
    elif order == "title":
        groups = sorted(groups, key=lambda group: (group.article.title.casefold(), group.article.id))
    elif order == "count":
        groups = sorted(groups, key=lambda group: -group.count)
    return tuple(groups)
