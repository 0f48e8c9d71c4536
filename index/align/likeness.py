"""How alike two passages are: the words, names and numbers that both have, the rare ones counting most."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from index.align.reading import Reading

# A name that two passages share says more than a common word does. A topic's own words need no weight of
# their own: many passages have them, so that they count little.
NAME = 1.5

Vector = Mapping[str, float]


@dataclass
class Weights:
    """How much each stem counts in a corpus: the logarithm of how rare it is.

    `frequencies` are the numbers of passages that have each stem, of `passages` in all; `common` are stems
    that are never named as telling (the topic's own). `told` keeps the telling words of each passage.
    """

    frequencies: Mapping[str, int]
    passages: int
    common: frozenset[str] = frozenset()
    told: dict[tuple[str, int, frozenset[int] | None], list[str]] = field(default_factory=dict)
    _rarity: dict[str, float] = field(default_factory=dict)

    def rarity(self, stem: str) -> float:
        """The logarithm of all passages over those that have the stem; 0 for one that all have."""
        known = self._rarity.get(stem)
        if known is None:
            known = math.log((self.passages + 1) / max(1, min(self.frequencies.get(stem, 0), self.passages)))
            self._rarity[stem] = known
        return known

    def vector(self, reading: Reading) -> dict[str, float]:
        """The passage's stems with their weights."""
        weighed: dict[str, float] = {}
        for stem, places in reading.content.items():
            weight = (1 + math.log(len(places))) * self.rarity(stem)
            weighed[stem] = weight * NAME if is_name(reading, stem) else weight
        return weighed


def is_name(reading: Reading, stem: str) -> bool:
    """Whether a stem is written with a capital wherever it stands in the passage within a sentence."""
    return stem in reading.names


def same_word(one: Reading, other: Reading, stem: str) -> bool:
    """Whether two passages that have a stem have it in one word, as "Islands" and "islands" are.

    Where only one of them has it in a name, it must be spelt alike but for what is put to its end: Pacific is
    no pacifism, and the States nothing stated.
    """
    if _first_word(one, stem) == _first_word(other, stem):
        return True
    ours, theirs = _forms(one, stem), _forms(other, stem)
    if not ours.isdisjoint(theirs) or is_name(one, stem) == is_name(other, stem):
        return True
    return any(mine.startswith(word) or word.startswith(mine) for mine in ours for word in theirs)


def _first_word(reading: Reading, stem: str) -> str:
    return reading.words[reading.at[stem][0]].word


def _forms(reading: Reading, stem: str) -> set[str]:
    """The words of a stem in a passage; "territories" as "territory"."""
    words = {reading.words[at].word for at in reading.at[stem]}
    return {f"{word[:-3]}y" if word.endswith("ies") else word for word in words}


def cosine(one: Vector, other: Vector) -> float:
    """The cosine of two weighted passages, from 0 for nothing shared to 1 for the same words."""
    if len(other) < len(one):
        one, other = other, one
    product = sum(weight * other[stem] for stem, weight in one.items() if stem in other)
    if not product:
        return 0.0
    return product / math.sqrt(_square(one) * _square(other))


def _square(vector: Vector) -> float:
    return sum(weight * weight for weight in vector.values())


def whole_spelling(reading: Reading, stem: str) -> str:
    """A stem as the passage first spells it, with the rest of a hyphenated word of which it is a piece."""
    start, end = reading.span(reading.run(reading.at[stem][0]))
    return reading.passage.text[start:end]


def spelling(reading: Reading, stem: str) -> str:
    """A stem as the passage first spells it."""
    word = reading.words[reading.at[stem][0]]
    return reading.passage.text[word.start : word.end]
