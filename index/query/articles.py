"""Articles weighed as wholes: which come first, and what a passage gains from the one it stands in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Set
from heapq import nlargest
from math import log

from index.query.answer import Answer, word_itself
from index.query.scoring import Weights, scorer_of
from index.store.engine import byte_to_length
from index.store.index import Index

# Passages shown of an article in a ranking of articles.
_SHOWN = 3

# BM25F over whole articles, with the usual constants; a word of a title or heading counts twice.
_K1 = 1.2
_B = 0.75
_FIELDS = (("text", 1), ("head", 2))
# How much the best passage counts beside the whole: words that stand together are more about one thing.
_PASSAGE = 1.0

Counts = Mapping[int, int]


def best_articles(index: Index, answer: Answer, limit: int) -> dict[int, tuple[float, list[int]]]:
    """Rank articles as wholes: for each of the best, by ordinal, its weight and its best passages.

    Plain words are counted over all passages of an article that answer, as if it were one text; its best
    passage counts beside that.
    """
    passages: dict[int, list[tuple[bool, float, int]]] = {}
    owners, whole = index.owners, answer.whole
    for document in answer.documents:
        key = (whole is None or document in whole, answer.weight(document), -document)
        passages.setdefault(owners[document], []).append(key)
    weights = _weigh(index, answer, lambda stem: _counted(index, stem, answer.documents), of_all=True)
    for part in _others(answer):
        best: dict[int, float] = {}
        for document in part.keys() & answer.documents:
            ordinal = owners[document]
            best[ordinal] = max(best.get(ordinal, 0.0), part[document])
        for ordinal, weight in best.items():
            weights[ordinal] = weights.get(ordinal, 0.0) + weight

    def rank(ordinal: int) -> tuple[float, int]:
        best = max(weight for _, weight, _ in passages[ordinal])
        return (weights.get(ordinal, 0.0) + _PASSAGE * best, -ordinal)

    return {
        ordinal: (
            rank(ordinal)[0],
            [-document for _, _, document in nlargest(_SHOWN, passages[ordinal])],
        )
        for ordinal in nlargest(limit, passages, key=rank)
    }


def standing(index: Index, answer: Answer, ordinals: Set[int]) -> Mapping[int, float]:
    """Weigh a few articles, by ordinal, by the plain words of a query in all their passages."""
    owned = {ordinal: index.documents(index.articles[ordinal].id) for ordinal in ordinals}
    weights = _weigh(index, answer, lambda stem: _looked_up(index, stem, owned), of_all=False)
    return {ordinal: weights.get(ordinal, 0.0) for ordinal in ordinals}


def _weigh(
    index: Index, answer: Answer, counted: Callable[[str], Counts], *, of_all: bool
) -> dict[int, float]:
    stems: dict[str, float] = {}
    for asked in answer.words:
        word = word_itself(asked.node, answer.forms)
        if word is not None and word not in answer.corrected:
            stems.update(dict.fromkeys(word.pieces, asked.emphasis))
    total: dict[int, float] = {}
    scorer = scorer_of(index)
    lengths = _lengths(index)
    mean = sum(lengths.values()) / (len(lengths) or 1) or 1.0
    for stem, emphasis in stems.items():
        counts = counted(stem)
        # How many articles have a stem is known when all were counted; else its passages say how rare it is.
        rarity = _idf(len(counts), len(lengths)) if of_all else scorer.idf(_passages(index, stem))
        weight = emphasis * (_K1 + 1) * rarity
        for ordinal, times in counts.items():
            saturated = times / (times + _K1 * (1 - _B + _B * lengths.get(ordinal, mean) / mean))
            total[ordinal] = total.get(ordinal, 0.0) + weight * saturated
    return total


def _idf(frequency: int, of: int) -> float:
    return log(1 + (of - frequency + 0.5) / (frequency + 0.5))


def _passages(index: Index, stem: str) -> int:
    return min(len(index.postings("text", stem).documents), index.count)


def _others(answer: Answer) -> list[Weights]:
    """Give the weights of what is no plain word: patterns, guesses, phrases."""
    found = []
    for asked in answer.words:
        word = word_itself(asked.node, answer.forms)
        if word is None or word in answer.corrected:
            found.append(asked.weights)
    return found


def _counted(index: Index, stem: str, within: Set[int]) -> Counts:
    counts: dict[int, int] = {}
    owners = index.owners
    for field, much in _FIELDS:
        found = index.postings(field, stem)
        for document, times in zip(found.documents, found.weights, strict=True):
            if document in within:
                ordinal = owners[document]
                counts[ordinal] = counts.get(ordinal, 0) + much * times
    return counts


def _looked_up(index: Index, stem: str, owned: Mapping[int, range]) -> Counts:
    counts: dict[int, int] = {}
    for field, much in _FIELDS:
        found = index.postings(field, stem)
        documents = found.documents
        for ordinal, own in owned.items() if documents else ():
            first = bisect_left(documents, own.start)
            if first < len(documents) and documents[first] < own.stop:
                last = bisect_left(documents, own.stop, first)
                counts[ordinal] = counts.get(ordinal, 0) + much * sum(found.weights[first:last])
    return counts


def _lengths(index: Index) -> Weights:
    def measure() -> Weights:
        lengths = Weights()
        decode: Callable[[int], int] = byte_to_length
        for field, _ in _FIELDS:
            for ordinal, length in zip(index.owners, map(decode, index.lengths(field)), strict=True):
                if ordinal >= 0:
                    lengths[ordinal] = lengths.get(ordinal, 0) + length
        return lengths

    return scorer_of(index).kept(("length", ""), measure)
