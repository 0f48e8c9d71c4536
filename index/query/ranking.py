"""Which passages come first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from heapq import nlargest, nsmallest

from index.query.answer import Answer
from index.query.articles import standing
from index.query.scoring import Weights, scorer_of
from index.query.small import SHORT
from index.store.index import Index

# So many of the best passages are compared by how much they have of a short query.
_COMPARED = 200

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
    if len(answer.parts) > SHORT:
        gained = standing(index, answer, {index.owners[document] for _, document in candidates})
        lifted = {document: weight + gained[index.owners[document]] for weight, document in candidates}
        return first + [document for _, document in _largest(index, lifted, wanted)]
    return first + _fullest(index, answer.parts, [document for _, document in candidates])[:wanted]


def _fullest(index: Index, parts: Sequence[Weights], documents: Sequence[int]) -> list[int]:
    """Order passages by the share of the query that they have, to a tenth; equals stay as they are."""
    scorer = scorer_of(index)
    total = 0.0
    covered = [0.0] * len(documents)
    for part in parts:
        much = scorer.idf(len(part))
        total += much
        covered = [
            before + much if document in part else before
            for before, document in zip(covered, documents, strict=True)
        ]
    tenths = {share: round(share / (total or 1.0), 1) for share in set(covered)}
    order = sorted(range(len(documents)), key=lambda place: -tenths[covered[place]])
    return [documents[place] for place in order]


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
    least = nlargest(limit, weights.values())[-1] if len(weights) > limit else 0.0
    owners = index.owners
    found = [(-weight, owners[document], document) for document, weight in weights.items() if weight >= least]
    return [(-weight, document) for weight, _, document in nsmallest(limit, found)]
