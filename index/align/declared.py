"""Which passages of a topic stand in which declared row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.align.finding import Words, places_in
from index.align.reading import Places, Reading
from index.align.terms import terms
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

    @property
    def sentences(self) -> frozenset[int]:
        """The sentences that have a word of the topic or of the row: what the passage says here."""
        reading = self.spoken.reading
        return self.spoken.sentences | {reading.sentence_of(place[0]) for place in self.places}


# More passages of an article than this in one row hide what it says there.
_MOST_AN_ARTICLE = 3


def standing(row: TopicRow, spoken: Sequence[Spoken]) -> list[Standing]:
    """The passages that stand in a row, in the order given: of each article those with most of its words.

    A passage stands in a row when a word of the row stands in one sentence with a word of the topic, or when
    two different words of the row stand in the passage.
    """
    asked = terms(row.any)
    by_article: dict[str, list[tuple[int, int, int]]] = {}
    for number, each in enumerate(spoken):
        found = [places for term in asked if (places := places_in(Words((term,), ()), each.reading))]
        beside = each.sentences
        close = sum(any(each.reading.sentence_of(place[0]) in beside for place in places) for places in found)
        if close or len(found) > 1:
            by_article.setdefault(each.article, []).append((-close, -len(found), number))
    kept = sorted(rank[2] for ranks in by_article.values() for rank in sorted(ranks)[:_MOST_AN_ARTICLE])
    whole = Words(asked, ())
    return [Standing(spoken[each], tuple(places_in(whole, spoken[each].reading))) for each in kept]
