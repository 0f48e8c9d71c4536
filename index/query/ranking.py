"""Which passages come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from heapq import nlargest, nsmallest

from index.query.answer import Answer
from index.query.articles import standing
from index.query.scoring import Weights, scorer_of
from index.store.index import Index

# So many of the best passages are compared by how much they have of a query that has at most so many words.
_COMPARED = 200
_SHORT = 6

Ranked = list[tuple[float, int]]


def best_passages(index: Index, answer: Answer, limit: int) -> list[int]:
    """Give the best passages: those with every word, then those with more of a short query, then by weight.

    The words of a longer query are spread over an article, so that a passage gains from where it stands. Of
    equals the earlier in the corpus comes first.
    """
    if answer.whole is None:
        return [document for _, document in heaviest(index, answer.parts, answer.documents, limit)]
    first = [document for _, document in heaviest(index, answer.parts, answer.whole, limit)]
    wanted = limit - len(first)
    if wanted <= 0:
        return first
    others = answer.documents - answer.whole
    candidates = heaviest(index, answer.parts, others, max(wanted, _COMPARED))
    if len(answer.parts) > _SHORT:
        gained = standing(index, answer, {index.owners[document] for _, document in candidates})
        lifted = {document: weight + gained[index.owners[document]] for weight, document in candidates}
        return first + [document for _, document in _largest(index, lifted, wanted)]
    scorer = scorer_of(index)
    told = [(part, scorer.idf(len(part))) for part in answer.parts]
    total = sum(weight for _, weight in told) or 1.0

    def covering(ranked: tuple[float, int]) -> tuple[float, float, int, int]:
        weight, document = ranked
        covered = sum(weight for part, weight in told if document in part) / total
        return (-round(covered, 1), -weight, index.owners[document], document)

    return first + [document for _, document in sorted(candidates, key=covering)[:wanted]]


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
