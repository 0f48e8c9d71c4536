"""Search: a query in, everything a reader should know of its answer out."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import TYPE_CHECKING

from index.hygiene import clean
from index.query.answer import Answer, CancelledError
from index.query.evaluate import evaluate
from index.query.hits import Order, Wanted, gather
from index.query.marking import marker
from index.query.parser import Parsed, parse
from index.query.reading import TopicQuery
from index.query.spelling import spellings, suggestion
from index.query.thesaurus import Entry, entry, named
from index.query.tree import And, Bag, Node, Nothing, Or, Where
from index.query.widened import every, widened
from index.query.wording import read_as
from index.results import SearchResult
from index.store.catalogue import DamagedError
from index.store.index import Index

if TYPE_CHECKING:
    from index.corpus import Corpus


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
    parsed = parse(query, complete=complete, topic=topics_of(corpus))
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


def topics_of(corpus: Corpus) -> TopicQuery:
    """Give what finds a topic of the corpus that a query names."""

    def find(name: str) -> tuple[str, str, str, str]:
        topic = corpus.topic(name)
        return topic.id, topic.label, topic.asks, topic.bars

    return find


def thesaurus(corpus: Corpus) -> list[Entry]:
    """Give the topics of the corpus as other words for what they are called."""
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
        ids = tuple(article.id for article in index.articles)
        return SearchResult(parsed.query, "", 0, (), (), {}, ids, problems=parsed.problems)

    with_notes = notes or _asks_for_notes(parsed.tree)
    hidden = frozenset() if with_notes else index.notes

    def ask(tree: Node) -> Answer:
        return evaluate(index, tree, cancelled, lambda bag: named(bag, thesaurus(corpus), _read))

    def find(tree: Node) -> Set[int]:
        return every(index, with_notes) if isinstance(tree, Nothing) else ask(tree).documents - hidden

    answer = ask(parsed.tree)
    left_out = answer.leave_out(hidden)
    wider = {facet: find(tree) for facet, tree in widened(parsed.tree)}
    marks = marker(parsed.tree, answer.forms, answer.topics, answer.head_forms)
    found = gather(corpus, index, answer, Wanted(limit, order, by_article, marks, wider), typing=typing)
    return SearchResult(
        query=parsed.query,
        read_as=clean(read_as(parsed.tree, answer.corrected, answer.topics))[0],
        total=len(answer.documents),
        hits=found.hits,
        articles=found.articles,
        counts=found.counts,
        without=found.without,
        notes=left_out,
        suggestion=suggestion(index, parsed, answer, found.hits, typing=typing),
        problems=tuple(sorted((*parsed.problems, *answer.problems), key=lambda problem: problem.start)),
        spellings=spellings(index, parsed.tree, answer, found.hits, marks, typing=typing),
        facets=found.facets.shown,
        more=found.facets.more,
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
