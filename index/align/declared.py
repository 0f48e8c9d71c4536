"""Which passages of a topic stand in which declared row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.align.reading import Places, Reading
from index.align.terms import merged, terms
from index.topics.model import TopicRow


@dataclass(frozen=True)
class Spoken:
    """A passage that is on a topic, with the places of the topic's words in it."""

    reading: Reading
    places: tuple[Places, ...]

    @property
    def article(self) -> str:
        """The id of the article that it stands in."""
        return self.reading.passage.article

    @property
    def sentences(self) -> frozenset[int]:
        """The sentences that have a word of the topic."""
        return frozenset(self.reading.sentence_of(place[0]) for place in self.places)


@dataclass(frozen=True)
class Standing:
    """A passage in a row, with the row's words that put it there."""

    spoken: Spoken
    places: tuple[Places, ...]


def standing(row: TopicRow, spoken: Sequence[Spoken]) -> list[Standing]:
    """The passages that have a word of the row in a sentence with a word of the topic."""
    asked = terms(row.any)
    found = []
    for each in spoken:
        places = merged(place for term in asked for place in term.find(each.reading))
        near = each.sentences
        if any(each.reading.sentence_of(place[0]) in near for place in places):
            found.append(Standing(each, tuple(places)))
    return found
