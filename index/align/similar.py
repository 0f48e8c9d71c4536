"""What the other articles say about the same as one passage."""

from __future__ import annotations

import math

from index.align.corpora import weights_of
from index.align.likeness import Weights
from index.align.nearest import nearest
from index.align.reading import Reading
from index.align.telling import shared_words
from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.model import BriefingError
from index.results import Likeness, Similar
from index.store.index import Index

# Passages that are looked at word by word, the nearest by their postings.
_CANDIDATES = 120
# What shares less is alike by chance: of passages set beside quite other texts one in eight shares more.
_CLOSE = 0.27


def similar(corpus: Corpus, article_id: str, line: int, *, limit: int = 10) -> Similar:
    """The passages of other articles that say something alike, best first; none where nothing is close.

    Raises BriefingError where the article has no passage at the line or after it.
    """
    return on_whole_index(corpus, lambda index: _similar(index, article_id, line, limit))


def _similar(index: Index, article_id: str, line: int, limit: int) -> Similar:
    document = _document_at(index, article_id, line)
    passage = index.passage(document)
    reading = Reading(passage)
    weights = weights_of(index)
    hits: list[Likeness] = []
    for near in nearest(index, weights, document, _CANDIDATES):
        other = Reading(index.passage(near))
        if closeness(reading, other, weights) < _CLOSE:
            continue
        shared = shared_words([(reading, frozenset()), (other, frozenset())], weights)
        if shared:
            hits.append(Likeness(other.passage, shared))
        if len(hits) == limit:
            break
    return Similar(passage, tuple(hits))


def closeness(one: Reading, other: Reading, weights: Weights) -> float:
    """How much two passages share: the part of their words, rare ones counting most, times how many they are.

    The part is the mean (geometric) of both passages' parts; the number goes in by its square root, as two
    long passages that share many words share but a small part of them.
    """
    shared = one.content.keys() & other.content.keys()
    both = sum(map(weights.rarity, shared))
    parts = [both / (sum(map(weights.rarity, each.content)) or 1.0) for each in (one, other)]
    return math.sqrt(parts[0] * parts[1] * len(shared))


def _document_at(index: Index, article_id: str, line: int) -> int:
    """The number of the passage that holds a source line, or of the next one after it."""
    passages = list(zip(index.passages(article_id), index.documents(article_id), strict=True))
    after = [(passage.first, document) for passage, document in passages if line <= passage.last]
    if not after:
        last = f"; its last passage ends on line {max(each.last for each, _ in passages)}" if passages else ""
        raise BriefingError(f"{article_id} has no passage on line {line}{last}")
    return min(after)[1]
