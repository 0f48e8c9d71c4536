"""Search: a query in, everything a reader should know of its answer out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from heapq import nlargest
from typing import TYPE_CHECKING, Literal

from index.model import Article
from index.results import ArticleHits, Hit, SearchResult
from index.search.evaluate import Answer, CancelledError, evaluate
from index.search.facets import facets
from index.search.marking import Marker, marker, surfaces
from index.search.parser import Parsed, parse
from index.search.snippet import snippet
from index.search.spelling import spellings, suggestion
from index.search.tree import And, Bag, Node, Nothing, Or, Where
from index.search.wording import read_as
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
    the last word is still being typed. `order` is that of the articles. With `by_article` the best `limit` articles of all
    are given, otherwise those of the hits. A search that is `cancelled` answers with nothing. Mistakes in
    the query are told in the answer; nothing is raised for them.
    """
    parsed = parse(query, complete=complete, topic=_topics(corpus))
    for attempt in range(2):
        try:
            index = corpus.index()
            return _answer(corpus, index, parsed, limit, notes, order, by_article, cancelled)
        except CancelledError:
            break
        except DamagedError:
            # Seen only when files are damaged while they are open: the corpus itself is whole.
            corpus.refresh(rebuild=True)
            if attempt:
                raise
    return SearchResult(query, "", 0, (), (), {}, ())


def _topics(corpus: Corpus) -> Callable[[str], tuple[str, str, str]]:
    def find(name: str) -> tuple[str, str, str]:
        topic = corpus.topic(name)
        return topic.id, topic.label, topic.asks

    return find


def _answer(
    corpus: Corpus,
    index: Index,
    parsed: Parsed,
    limit: int,
    notes: bool,
    order: Order,
    by_article: bool,
    cancelled: Callable[[], bool] | None,
) -> SearchResult:
    if isinstance(parsed.tree, Nothing):
        every = tuple(article.id for article in index.articles)
        return SearchResult(parsed.query, "", 0, (), (), {}, every, problems=parsed.problems)
    answer = evaluate(index, parsed.tree, cancelled)
    left_out = 0
    if not notes and not _asks_for_notes(parsed.tree):
        left_out = _without_notes(index, answer)
    scores = answer.scores
    best = _best(answer, limit)
    marks = marker(parsed.tree, answer.forms)
    made: dict[int, Hit] = {}

    def hit(document: int) -> Hit:
        if document not in made:
            made[document] = _hit(index, document, answer, marks)
        return made[document]

    hits = tuple(hit(document) for document in best)
    owned = Counter(map(index.owners.__getitem__, scores))
    counts = {index.articles[ordinal].id: owned[ordinal] for ordinal in sorted(owned)}
    groups = _by_article(index, answer, best, owned, limit, by_article, hit)
    return SearchResult(
        query=parsed.query,
        read_as=read_as(parsed.tree, answer.corrected),
        total=len(scores),
        hits=hits,
        articles=_ordered(groups, order),
        counts=counts,
        without=tuple(article.id for article in index.articles if article.id not in counts),
        notes=left_out,
        suggestion=suggestion(index, parsed, answer),
        problems=tuple(sorted((*parsed.problems, *answer.problems), key=lambda problem: problem.start)),
        spellings=spellings(index, parsed.tree, answer, hits),
        facets=facets(corpus, index, scores, owned),
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


def _without_notes(index: Index, answer: Answer) -> int:
    among = answer.scores.keys() & index.notes
    if among:
        answer.scores = {
            document: weight for document, weight in answer.scores.items() if document not in among
        }
        if answer.whole is not None:
            answer.whole = answer.whole - among
    return len(among)


def _best(answer: Answer, limit: int) -> list[int]:
    """Give the best passages, those with every word first; of equals the earlier in the corpus."""
    scores, whole = answer.scores, answer.whole
    if whole is None:
        return nlargest(limit, scores, key=lambda document: (scores[document], -document))
    first = nlargest(limit, whole, key=lambda document: (scores[document], -document))
    if len(first) < limit:
        others = (document for document in scores if document not in whole)
        first += nlargest(limit - len(first), others, key=lambda document: (scores[document], -document))
    return first


def _hit(index: Index, document: int, answer: Answer, marks: Marker) -> Hit:
    passage = index.passage(document)
    spans = marks.spans(passage.text)
    return Hit(
        passage=passage,
        score=round(answer.scores[document], 4),
        spans=spans,
        matched=tuple(surfaces(passage.text, spans)),
        snippet=snippet(passage.text, spans),
        whole=answer.whole is None or document in answer.whole,
    )


def _by_article(
    index: Index,
    answer: Answer,
    best: list[int],
    owned: Counter[int],
    limit: int,
    by_article: bool,
    hit: Callable[[int], Hit],
) -> list[ArticleHits]:
    chosen: dict[int, list[int]] = {}
    for document in best:
        chosen.setdefault(index.owners[document], []).append(document)
    if by_article:
        chosen = _best_articles(index, answer, limit)
    groups = []
    for ordinal, documents in chosen.items():
        top = max(answer.scores[document] for document in documents)
        hits = tuple(hit(document) for document in documents)
        groups.append(ArticleHits(index.articles[ordinal], round(top, 4), owned[ordinal], hits))
    return groups


# Passages shown for an article in a ranking of articles.
_SHOWN = 5


def _best_articles(index: Index, answer: Answer, limit: int) -> dict[int, list[int]]:
    """Rank all articles by their best passages: those with every word in one passage first."""
    owners, whole = index.owners, answer.whole
    passages: dict[int, list[tuple[bool, float, int]]] = {}
    for document, weight in answer.scores.items():
        key = (whole is None or document in whole, weight, -document)
        passages.setdefault(owners[document], []).append(key)

    def rank(ordinal: int) -> tuple[float, int]:
        top = nlargest(3, (weight for _, weight, _ in passages[ordinal]))
        return (sum(weight * share for weight, share in zip(top, (1.0, 0.2, 0.1), strict=False)), -ordinal)

    ranked = nlargest(limit, passages, key=rank)
    return {
        ordinal: [-document for _, _, document in nlargest(_SHOWN, passages[ordinal])] for ordinal in ranked
    }


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
