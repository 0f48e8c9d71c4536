"""What the other articles say about the same as one passage."""

from __future__ import annotations

from index.align.corpora import weights_of
from index.align.likeness import Weights, cosine
from index.align.reading import Reading
from index.align.telling import shared_words
from index.corpus import Corpus
from index.model import BriefingError, Passage
from index.results import Likeness, Similar
from index.store.index import Index

# Passages that are looked at word by word, the most promising by their postings.
_CANDIDATES = 120
# Terms of the passage that are looked up; beyond these a passage's words are too common to choose by.
_TERMS = 40
# What is less alike than this shares a few words by chance.
CLOSE = 0.07
_SHARED = 2


def similar(corpus: Corpus, article_id: str, line: int, *, limit: int = 10) -> Similar:
    """The passages of other articles that say something alike, best first; none where nothing is close.

    Raises BriefingError where the article has no passage at the line or after it.
    """
    index = corpus.index()
    passage = passage_at(index, article_id, line)
    reading = Reading(passage)
    weights = weights_of(index)
    own = weights.vector(reading)
    found: list[tuple[float, Passage, tuple[str, ...]]] = []
    for document in _candidates(index, weights, reading):
        other = Reading(index.passage(document))
        close = cosine(own, weights.vector(other))
        if close < CLOSE:
            continue
        shared = shared_words([(reading, frozenset()), (other, frozenset())], weights)
        if len(shared) >= _SHARED:
            found.append((close, other.passage, shared))
    found.sort(key=lambda each: (-each[0], each[1].article, each[1].n))
    return Similar(passage, tuple(Likeness(other, shared) for _, other, shared in found[:limit]))


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
    for stem in stems[:_TERMS]:
        rarity = weights.rarity(stem)
        for document in index.postings("text", stem).documents:
            scores[document] = scores.get(document, 0.0) + rarity
    apart = [document for document in scores if document not in home and document not in notes]
    return sorted(apart, key=lambda document: (-scores[document], document))[:_CANDIDATES]
