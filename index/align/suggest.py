"""Words that an analyst may add to a topic: what its passages say that others seldom do."""

from __future__ import annotations

import math
from collections.abc import Iterator

from index.align.corpora import gather, weights_of
from index.align.declared import Spoken
from index.align.finding import Words, counts, words_of
from index.align.likeness import Weights
from index.align.telling import is_empty
from index.align.terms import terms
from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.store.index import Index
from index.topics.model import Topic

# A word that stands beside the topic hardly more often than anywhere would bring in what is not the topic.
_LIFT = 2.0
_NAME = 2.0
_PASSAGES = 2
# Candidates whose passages are counted in the whole index, the most frequent first.
_TRIED = 60


def suggest(corpus: Corpus, topic: Topic, *, most: int = 8) -> tuple[str, ...]:
    """Words and names to add to a topic, the most telling first: "also said: Northern Territories, Etorofu".

    Each stands beside the topic's words in two passages or more, and there clearly more often than elsewhere.
    Names come before other words, and a pair of words takes the place of its parts.
    """
    return on_whole_index(corpus, lambda index: _suggest(corpus, index, topic, most))


def _suggest(corpus: Corpus, index: Index, topic: Topic, most: int) -> tuple[str, ...]:
    spoken = gather(corpus, index, topic, None).spoken
    weights = weights_of(index, topic)
    known = {term.stems for term in words_of(topic).asked}
    having: dict[tuple[str, ...], set[int]] = {}
    spelt: dict[tuple[str, ...], str] = {}
    for number, each in enumerate(spoken):
        for stems, text in _candidates(each, weights):
            if stems not in known:
                having.setdefault(stems, set()).add(number)
                spelt.setdefault(stems, text)
    often = [stems for stems, numbers in having.items() if len(numbers) >= _PASSAGES]
    often.sort(key=lambda stems: (-len(having[stems]) * len(stems), stems))
    scored = []
    for stems in often[:_TRIED]:
        here = len(having[stems])
        everywhere = max(here, _passages(index, spelt[stems]))
        lift = here * (index.count - len(index.notes)) / (everywhere * len(spoken))
        if lift >= _LIFT:
            named = all(part[:1].isupper() for part in spelt[stems].split())
            scored.append((-here * len(stems) * math.log(lift) * (_NAME if named else 1), stems))
    chosen: list[tuple[str, ...]] = []
    for _, stems in sorted(scored):
        if not any(set(stems) & set(other) for other in chosen):
            chosen.append(stems)
    return tuple(spelt[stems] for stems in chosen[:most])


def _candidates(spoken: Spoken, weights: Weights) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words and pairs of neighbours in the sentences that have a word of the topic, that word left out."""
    reading = spoken.reading
    taken = {at for first, last in spoken.places for at in range(first, last + 1)}
    free = [
        at not in taken
        and reading.sentence_of(at) in spoken.sentences
        and word.stem in reading.content
        and not is_empty(word.stem)
        and word.word.isalpha()
        and not word.word.endswith("ly")
        for at, word in enumerate(reading.words)
    ]
    text = reading.passage.text
    for at, word in enumerate(reading.words):
        if not free[at]:
            continue
        if word.stem not in weights.common:
            yield (word.stem,), text[word.start : word.end]
        after = reading.words[at + 1] if at + 1 < len(free) and free[at + 1] else None
        if after is not None and text[word.end : after.start] == " ":
            yield (word.stem, after.stem), text[word.start : after.end]


def _passages(index: Index, word: str) -> int:
    found = counts(index, Words(terms([word]), ()))
    return sum(document not in index.notes for document in found)
