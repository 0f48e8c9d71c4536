"""Which passages and which articles come first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from heapq import nlargest, nsmallest
from math import log

from index.query.answer import Answer
from index.query.scoring import Scorer, Weights, scorer_of
from index.query.tree import Completion, Word
from index.store.engine import byte_to_length
from index.store.index import Index

# So many of the best passages are compared by how much they have of a query that has at most so many words.
_COMPARED = 200
_SHORT = 6

# Passages shown of an article in a ranking of articles.
_SHOWN = 3

# BM25 over whole articles, with the usual constants; a title or heading counts like the text.
_K1 = 1.2
_B = 0.75
# How much the best passage counts beside the whole: words that stand together are more about one thing (on
# 1,500 questions to Python's documentation nDCG@10 rises from 0.680 to 0.705).
_PASSAGE = 0.5


Ranked = list[tuple[float, int]]


def best_passages(index: Index, answer: Answer, limit: int) -> list[int]:
    """Give the best passages: those with every word, then those with more of a short query, then by weight.

    Of equals the earlier in the corpus comes first.
    """
    if answer.whole is None:
        return [document for _, document in heaviest(index, answer.parts, answer.documents, limit)]
    first = [document for _, document in heaviest(index, answer.parts, answer.whole, limit)]
    wanted = limit - len(first)
    if wanted <= 0:
        return first
    others = answer.documents - answer.whole
    if not 1 < len(answer.parts) <= _SHORT:
        return first + [document for _, document in heaviest(index, answer.parts, others, wanted)]
    scorer = scorer_of(index)
    told = [(part, scorer.idf(len(part))) for part in answer.parts]
    total = sum(weight for _, weight in told) or 1.0

    def covering(ranked: tuple[float, int]) -> tuple[float, float, int, int]:
        weight, document = ranked
        covered = sum(weight for part, weight in told if document in part) / total
        return (-round(covered, 1), -weight, index.owners[document], document)

    candidates = sorted(heaviest(index, answer.parts, others, max(wanted, _COMPARED)), key=covering)
    return first + [document for _, document in candidates[:wanted]]


def heaviest(index: Index, parts: Sequence[Weights], among: Set[int], limit: int) -> Ranked:
    """Find the passages with the largest sums of weights, largest first, the earlier of equals first.

    Parts are taken from the one that may give most; once the rest together cannot lift a new passage into
    the result, only passages already met are looked at.
    """
    if len(parts) == 1:
        part = parts[0]
        return _largest(
            index, {document: part[document] for document in among} if len(among) < len(part) else part, limit
        )
    if len(among) <= 20 * limit:
        return _largest(index, _sums(parts, among), limit)
    ordered = sorted(parts, key=lambda part: -part.peak)
    left = sum(part.peak for part in ordered)
    met: dict[int, float] = {}
    least = 0.0
    for place, part in enumerate(ordered):
        if len(met) >= limit:
            least = min(nlargest(limit, met.values()))
            if left < least:
                close = [(document, weight) for document, weight in met.items() if weight + left >= least]
                rest = ordered[place:]
                others = _sums(rest, dict(close).keys())
                return _largest(
                    index, {document: weight + others[document] for document, weight in close}, limit
                )
        left -= part.peak
        for document in among & part.keys() if len(among) < len(part) or not among >= part.keys() else part:
            met[document] = met.get(document, 0.0) + part[document]
    for document in among - met.keys() if len(met) < limit else ():
        met[document] = 0.0
    return _largest(index, met, limit)


def _sums(parts: Sequence[Weights], among: Set[int]) -> dict[int, float]:
    sums = dict.fromkeys(among, 0.0)
    for part in parts:
        weight_of = part.get
        sums = {document: weight + weight_of(document, 0.0) for document, weight in sums.items()}
    return sums


def _largest(index: Index, weights: Mapping[int, float], limit: int) -> Ranked:
    owners = index.owners

    def place(document: int) -> tuple[int, int]:
        return (owners[document], document)

    if len(weights) > limit:
        least = min(nlargest(limit, weights.values()))
        above = [(weight, document) for document, weight in weights.items() if weight > least]
        equal = nsmallest(
            limit - len(above),
            (document for document, weight in weights.items() if weight == least),
            key=place,
        )
        found = above + [(least, document) for document in equal]
    else:
        found = [(weight, document) for document, weight in weights.items()]
    return sorted(found, key=lambda one: (-one[0], place(one[1])))


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
    weights = _weigh(index, scorer_of(index), answer)

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


def _weigh(index: Index, scorer: Scorer, answer: Answer) -> Mapping[int, float]:
    """Weigh articles by their plain words, each counted over the article; other words by the best passage."""
    stems: dict[str, None] = {}
    others: list[Weights] = []
    for part, word in answer.words:
        held = word.word if isinstance(word, Completion) else word
        if isinstance(held, Word) and word not in answer.corrected:
            stems.update(dict.fromkeys(held.pieces))
        else:
            others.append(part)
    total: dict[int, float] = {}
    lengths = _lengths(index, scorer)
    mean = sum(lengths.values()) / (len(lengths) or 1) or 1.0
    for stem in stems:
        counts = _counts(index, stem, answer.documents)
        idf = log(1 + (len(lengths) - len(counts) + 0.5) / (len(counts) + 0.5))
        for ordinal, times in counts.items():
            saturated = times * (_K1 + 1) / (times + _K1 * (1 - _B + _B * lengths.get(ordinal, mean) / mean))
            total[ordinal] = total.get(ordinal, 0.0) + idf * saturated
    for part in others:
        best: dict[int, float] = {}
        for document in part.keys() & answer.documents:
            ordinal = index.owners[document]
            best[ordinal] = max(best.get(ordinal, 0.0), part[document])
        for ordinal, weight in best.items():
            total[ordinal] = total.get(ordinal, 0.0) + weight
    return total


def _counts(index: Index, stem: str, within: Set[int]) -> Mapping[int, int]:
    counts: dict[int, int] = {}
    owners = index.owners
    for field in ("text", "head"):
        found = index.postings(field, stem)
        for document, times in zip(found.documents, found.weights, strict=True):
            if document in within:
                ordinal = owners[document]
                counts[ordinal] = counts.get(ordinal, 0) + times
    return counts


def _lengths(index: Index, scorer: Scorer) -> Weights:
    def measure() -> Weights:
        lengths = Weights()
        decode: Callable[[int], int] = byte_to_length
        for field in ("text", "head"):
            for ordinal, length in zip(index.owners, map(decode, index.lengths(field)), strict=True):
                if ordinal >= 0:
                    lengths[ordinal] = lengths.get(ordinal, 0) + length
        return lengths

    return scorer.kept(("length", ""), measure)
