"""Which passages of a topic stand in which declared row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from index.align.finding import Words, places_in
from index.align.kin import kin
from index.align.reading import Places, Reading
from index.align.telling import is_empty
from index.align.terms import Term, terms
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

    @cached_property
    def own(self) -> frozenset[int]:
        """The positions of the topic's words."""
        return frozenset(at for first, last in self.places for at in range(first, last + 1))

    @cached_property
    def sentences(self) -> frozenset[int]:
        """The sentences that have a word of the topic."""
        return frozenset(self.reading.sentence_of(place[0]) for place in self.places)

    @cached_property
    def told(self) -> frozenset[int]:
        """The sentences that speak of the topic: those with a word of it, and those that take these up."""
        return self.reading.going_on(self.sentences)


@dataclass(frozen=True)
class Standing:
    """A passage in a row, with the row's words that put it there.

    `of` counts the passages of its article that could stand there, where only some of them do.
    """

    spoken: Spoken
    places: tuple[Places, ...]
    of: int = 0

    @property
    def sentences(self) -> frozenset[int]:
        """The sentences that have a word of the topic or of the row: what the passage says here."""
        reading = self.spoken.reading
        return self.spoken.sentences | {reading.sentence_of(place[0]) for place in self.places}


def standing(row: TopicRow, spoken: Sequence[Spoken]) -> tuple[list[Standing], list[Standing]]:
    """The passages that stand in a row, in the order given, and those whose words of the row are too far off.

    A passage stands in a row when it has a word of the row in a sentence that speaks of the topic, or else a
    phrase of the row, or two different words of the row, anywhere; "despite" and the like, which are about
    nothing by themselves, count only in such a sentence. Where no passage does, one other word anywhere is
    enough: a row is not called empty while somebody may speak on it.
    """
    asked = sorted(terms(row.any), key=lambda term: -len(term.stems))
    found: list[Standing] = []
    loose: list[Standing] = []
    far: list[Standing] = []
    for each in spoken:
        words = _words(asked, each.reading)
        near = any(each.reading.sentence_of(place[0]) in each.told for _, places in words for place in places)
        full = [term for term, _ in words if len(term.stems) > 1 or not is_empty(term.stems[0])]
        if near or len(full) > 1 or any(_is_phrase(term) for term in full):
            found.append(Standing(each, _places(words)))
        elif full:
            loose.append(Standing(each, _places(words)))
        elif words:
            far.append(Standing(each, _places(words)))
    return (found, [*loose, *far]) if found else (loose, far)


def _places(words: Sequence[tuple[Term, list[Places]]]) -> tuple[Places, ...]:
    return tuple(sorted(place for _, places in words for place in places))


def _words(asked: Sequence[Term], reading: Reading) -> list[tuple[Term, list[Places]]]:
    """The words of a row that a passage has, longest first, each where no longer one stands.

    Two words that stand in the same places ("nationalist", "nationalistic") are one.
    """
    taken: set[int] = set()
    words: list[tuple[Term, list[Places]]] = []
    for term in asked:
        free = [
            place
            for place in places_in(Words(kin(term), ()), reading)
            if taken.isdisjoint(range(place[0], place[1] + 1))
        ]
        if free:
            words.append((term, free))
            taken.update(position for place in free for position in range(place[0], place[1] + 1))
    return words


def _is_phrase(term: Term) -> bool:
    return len(term.stems) > 1 and not term.joined
