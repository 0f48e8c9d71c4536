"""What the other articles say about the same as one passage."""

from __future__ import annotations

from index.align.corpora import weights_of
from index.align.likeness import Weights, cosine
from index.align.reading import Reading
from index.align.telling import shared_words
from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.model import BriefingError, Passage
from index.results import Likeness, Similar
from index.store.index import Index

# Passages that are looked at word by word, the most promising by their postings.
_CANDIDATES = 120
# Postings that are read to choose them, of the rarest words first: what many passages have chooses none.
_POSTINGS = 60_000
# What is less alike than this, or shares fewer telling words, is alike by chance.
CLOSE = 0.08
_SHARED = 2
# The usual constants of BM25: how soon a repeated word stops counting, and how much length counts.
_SATURATION = 1.2
_LENGTH = 0.75


def similar(corpus: Corpus, article_id: str, line: int, *, limit: int = 10) -> Similar:
    """The passages of other articles that say something alike, best first; none where nothing is close.

    Raises BriefingError where the article has no passage at the line or after it.
    """
    return on_whole_index(corpus, lambda index: _similar(index, article_id, line, limit))


def _similar(index: Index, article_id: str, line: int, limit: int) -> Similar:
    passage = passage_at(index, article_id, line)
    reading = Reading(passage)
    weights = weights_of(index)
    own = weights.vector(reading)
    others = [Reading(index.passage(document)) for document in _candidates(index, weights, reading)]
    mean = sum(map(_length, others)) / len(others) if others else 1.0
    found = [
        (_score(reading, other, weights, mean), other)
        for other in others
        if cosine(own, weights.vector(other)) >= CLOSE
    ]
    found.sort(key=lambda each: (-each[0], each[1].passage.article, each[1].passage.n))
    hits: list[Likeness] = []
    for _, other in found:
        shared = shared_words([(reading, frozenset()), (other, frozenset())], weights)
        if len(shared) >= _SHARED and len(hits) < limit:
            hits.append(Likeness(other.passage, shared))
    return Similar(passage, tuple(hits))


def _score(reading: Reading, other: Reading, weights: Weights, mean: float) -> float:
    """How much another passage says of what this one says: BM25 with this passage as the query.

    Lengths, of which `mean` is the mean, count words that carry meaning.
    """
    norm = _SATURATION * (1 - _LENGTH + _LENGTH * _length(other) / mean)
    total = 0.0
    for stem, places in reading.content.items():
        often = len(other.content.get(stem, ()))
        if often:
            total += len(places) * weights.rarity(stem) * often * (_SATURATION + 1) / (often + norm)
    return total


def _length(reading: Reading) -> int:
    return sum(map(len, reading.content.values()))


def passage_at(index: Index, article_id: str, line: int) -> Passage:
    """The passage that holds a source line, or the next one after it; BriefingError where there is none."""
    passages = list(index.passages(article_id))
    after = [passage for passage in passages if line <= passage.last]
    if not after:
        last = f"; its last passage ends on line {max(each.last for each in passages)}" if passages else ""
        raise BriefingError(f"{article_id} has no passage on line {line}{last}")
    return min(after, key=lambda passage: passage.first)


def _candidates(index: Index, weights: Weights, reading: Reading) -> list[int]:
    """Passages of other articles that have the rare words of this one, the most promising first."""
    home = index.documents(reading.passage.article)
    notes = index.notes
    stems = sorted(reading.content, key=lambda stem: (-weights.rarity(stem), stem))
    scores: dict[int, float] = {}
    read = 0
    for stem in stems:
        rarity = weights.rarity(stem)
        read += index.document_frequency(stem)
        if read > _POSTINGS and scores:
            break
        for document in index.postings("text", stem).documents:
            scores[document] = scores.get(document, 0.0) + rarity
    apart = [document for document in scores if document not in home and document not in notes]
    return sorted(apart, key=lambda document: (-scores[document], document))[:_CANDIDATES]
