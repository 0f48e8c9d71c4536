"""Which passages of other articles say most of what one passage says, from the postings alone."""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from weakref import WeakKeyDictionary

from index.align.likeness import Weights
from index.align.reading import Reading
from index.store.engine import byte_to_length
from index.store.index import Index

# Postings that are read for a passage, of the rarest words first: what many passages have tells none apart.
_POSTINGS = 60_000
# The usual constants of BM25: how soon a repeated word stops counting, and how much length counts.
_SATURATION = 1.2
_LENGTH = 0.75
# How much the passages before and after count: parallel texts run on side by side. Of a tenth to a quarter
# made little difference on gospels, treaties, licences and news.
_BESIDE = 0.2

Scores = dict[int, float]


def nearest(index: Index, weights: Weights, document: int, most: int) -> list[int]:
    """The passages of other articles that say most of what a passage says, best first, at most `most`.

    Notes are left out. What the passages before and after it have in common with those before and after
    another counts a little, so that of two passages that are equally near the one in like company is first.
    """
    owners = index.owners
    total = _scores(index, weights, document)
    for step in (-1, 1):
        beside = document + step
        if not 0 <= beside < len(owners) or owners[beside] != owners[document] or beside in index.notes:
            continue
        for near, score in _scores(index, weights, beside).items():
            other = near - step
            if other in total and owners[other] == owners[near]:
                total[other] += _BESIDE * score
    return nlargest(most, total, key=lambda near: (total[near], -near))


def _scores(index: Index, weights: Weights, document: int) -> Scores:
    """How much each passage of another article says of what one says: BM25, with 1 for the best."""
    reading = Reading(index.passage(document))
    lengths, norms = index.lengths("text"), _norms(index)
    scores: Scores = {}
    read = 0
    for stem in sorted(reading.content, key=lambda stem: (-weights.rarity(stem), stem)):
        found = index.postings("text", stem)
        read += len(found.weights)
        if read > _POSTINGS and scores:
            break
        weight = len(reading.content[stem]) * weights.rarity(stem) * (_SATURATION + 1)
        for near, often in zip(found.documents, found.weights, strict=True):
            scores[near] = scores.get(near, 0.0) + weight * often / (often + norms[lengths[near]])
    home = index.documents(reading.passage.article)
    apart = {near: score for near, score in scores.items() if near not in home and near not in index.notes}
    best = max(apart.values(), default=0.0) or 1.0
    return {near: score / best for near, score in apart.items()}


_known: WeakKeyDictionary[Index, list[float]] = WeakKeyDictionary()


def _norms(index: Index) -> list[float]:
    """What BM25 adds to a word's count, by length byte; the mean length is that of passages without notes."""
    if index not in _known:
        sizes = Counter(
            byte
            for document, byte in enumerate(index.lengths("text"))
            if index.owners[document] >= 0 and document not in index.notes
        )
        mean = sum(byte_to_length(byte) * often for byte, often in sizes.items()) / (sizes.total() or 1)
        _known[index] = [
            _SATURATION * (1 - _LENGTH + _LENGTH * byte_to_length(byte) / (mean or 1)) for byte in range(256)
        ]
    return _known[index]
