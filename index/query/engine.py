"""Search: a query in, everything a reader should know of its answer out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal

from index.hygiene import clean
from index.model import Article
from index.query.answer import Answer, CancelledError
from index.query.articles import best_articles
from index.query.evaluate import evaluate
from index.query.facets import facets
from index.query.marking import Marker, marker, surfaces
from index.query.parser import Parsed, parse
from index.query.ranking import best_passages
from index.query.reading import TopicQuery
from index.query.snippet import snippet
from index.query.spelling import spellings, suggestion
from index.query.thesaurus import Entry, entry, named
from index.query.tree import And, Bag, Node, Nothing, Or, Where
from index.query.wording import read_as
from index.results import ArticleHits, Hit, SearchResult
from index.store.catalogue import DamagedError
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus

Order = Literal["best", "date", "title", "count"]


def search(
    corpus: Corpus,
    query: str,
    *,
    limit: int = 20,
    notes: bool = False,
    complete: bool = False,
    order: Order = "best",
    by_article: bool = False,
    cancelled: Callable[[], bool] | None = None,
) -> SearchResult:
    """Answer a query.

    At most `limit` hits are given, best first: passages with all of the words before those with some. Notes
    are counted and left out unless `notes`, or unless the query asks for their kind. `complete` tells that
    the last word is still being typed. `order` is that of the articles. With `by_article` the best `limit`
    articles of all are given, otherwise those of the hits. A search that is `cancelled` answers with
    nothing. Mistakes in the query are told in the answer; nothing is raised for them.
    """
    parsed = parse(query, complete=complete, topic=_topics(corpus))
    for attempt in range(2):
        try:
            index = corpus.index()
            return _answer(corpus, index, parsed, limit, notes, order, by_article, complete, cancelled)
        except CancelledError:
            break
        except DamagedError:
            # Seen only when files are damaged while they are open: the corpus itself is whole.
            corpus.refresh(rebuild=True)
            if attempt:
                raise
    return SearchResult(query, "", 0, (), (), {}, ())


def _topics(corpus: Corpus) -> TopicQuery:
    def find(name: str) -> tuple[str, str, str, str]:
        topic = corpus.topic(name)
        return topic.id, topic.label, topic.asks, topic.bars

    return find


def _thesaurus(corpus: Corpus) -> list[Entry]:
    return [
        entry(topic.id, topic.label, topic.asks, (*topic.alt, *topic.hidden)) for topic in corpus.topics()
    ]


def _read(query: str) -> Node:
    return parse(query).tree


def _answer(
    corpus: Corpus,
    index: Index,
    parsed: Parsed,
    limit: int,
    notes: bool,
    order: Order,
    by_article: bool,
    typing: bool,
    cancelled: Callable[[], bool] | None,
) -> SearchResult:
    if isinstance(parsed.tree, Nothing):
        every = tuple(article.id for article in index.articles)
        return SearchResult(parsed.query, "", 0, (), (), {}, every, problems=parsed.problems)
    answer = evaluate(index, parsed.tree, cancelled, lambda bag: named(bag, _thesaurus(corpus), _read))
    left_out = 0
    if not notes and not _asks_for_notes(parsed.tree):
        left_out = answer.leave_out(index.notes)
    best = best_passages(index, answer, limit)
    marks = marker(parsed.tree, answer.forms, answer.topics)
    made: dict[int, Hit] = {}

    def hit(document: int) -> Hit:
        if document not in made:
            made[document] = _hit(index, document, answer, marks)
        return made[document]

    hits = tuple(hit(document) for document in best)
    owned = Counter(map(index.owners.__getitem__, answer.documents))
    counts = {index.articles[ordinal].id: owned[ordinal] for ordinal in sorted(owned)}
    if by_article:
        ranked = best_articles(index, answer, limit)
        groups = [
            ArticleHits(index.articles[ordinal], round(weight, 4), owned[ordinal], tuple(map(hit, documents)))
            for ordinal, (weight, documents) in ranked.items()
        ]
    else:
        groups = _grouped(index, hits, best, owned)
    return SearchResult(
        query=parsed.query,
        read_as=clean(read_as(parsed.tree, answer.corrected, answer.topics))[0],
        total=len(answer.documents),
        hits=hits,
        articles=_ordered(groups, order),
        counts=counts,
        without=tuple(article.id for article in index.articles if article.id not in counts),
        notes=left_out,
        suggestion=suggestion(index, parsed, answer, typing=typing),
        problems=tuple(sorted((*parsed.problems, *answer.problems), key=lambda problem: problem.start)),
        spellings=spellings(index, parsed.tree, answer, hits, marks, typing=typing),
        facets=facets(corpus, index, answer.documents, owned, typing=typing),
    )


def _asks_for_notes(tree: Node) -> bool:
    match tree:
        case Where(name="kind", value=value):
            return value.casefold().rstrip("s") == "note"
        case And(parts=parts) | Or(parts=parts):
            return any(_asks_for_notes(part) for part in parts)
        case Bag(required=required):
            return any(_asks_for_notes(part) for part in required)
        case _:
            return False


def _hit(index: Index, document: int, answer: Answer, marks: Marker) -> Hit:
    passage = index.passage(document)
    spans = marks.spans(passage.text)
    return Hit(
        passage=passage,
        score=round(answer.weight(document), 4),
        spans=spans,
        matched=tuple(surfaces(passage.text, spans)),
        snippet=snippet(passage.text, spans),
        whole=answer.whole is None or document in answer.whole,
    )


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
