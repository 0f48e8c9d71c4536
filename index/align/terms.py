"""A word or phrase of a topic, ready to be looked for in a passage or in the index."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.align.reading import Places, Reading
from index.store.analysis import runs, tokens
from index.topics.model import NEAR


@dataclass(frozen=True, slots=True)
class Term:
    """The stems that must follow one another. `joined` is the stem of a hyphenated word written as one.

    With `slop` the stems may stand in any order with at most so many other words between.
    """

    text: str
    stems: tuple[str, ...]
    joined: str = ""
    slop: int | None = None

    def find(self, reading: Reading) -> list[Places]:
        """Where the term stands in a passage, in order."""
        whole = self.joined or (self.stems[0] if len(self.stems) == 1 else "")
        joined = [*reading.joined.get(whole, ()), *((at, at) for at in reading.at.get(self.joined, ()))]
        return occurrences(self, [reading.at.get(stem, ()) for stem in self.stems], joined)


@lru_cache(maxsize=4096)
def term(text: str) -> Term | None:
    """Read a word or phrase of a topic; None for one without letters or digits."""
    near = re.fullmatch(NEAR, text)
    words = near[1] if near else text
    stems: list[str] = []
    joined = ""
    last = -1
    for token in tokens(words):
        if token.position <= last:
            joined = token.stem
        else:
            stems.append(token.stem)
            last = token.position
    if not stems:
        return None
    if len(list(runs(words))) > 1:
        joined = ""
    return Term(text, tuple(stems), joined, int(near[2]) if near and len(stems) > 1 else None)


def terms(texts: Iterable[str]) -> tuple[Term, ...]:
    """Read words and phrases, leaving out those without letters or digits."""
    return tuple(found for text in texts if (found := term(text)) is not None)


def occurrences(
    asked: Term, positions: Iterable[Iterable[int]], joined: Iterable[Places] = ()
) -> list[Places]:
    """Where a term stands, given the ascending positions of each of its stems, and of its joined form."""
    places = [list(each) for each in positions]
    found = set(joined)
    if asked.slop is not None:
        found |= _near(places, len(places) + asked.slop)
    elif len(places) == 1:
        found |= {(place, place) for place in places[0]}
    else:
        later = [set(each) for each in places]
        size = len(places)
        found |= {
            (first, first + size - 1)
            for first in places[0]
            if all(first + step in later[step] for step in range(1, size))
        }
    return sorted(found)


def _near(places: list[list[int]], width: int) -> set[Places]:
    """The tightest windows of at most so many words that hold one place of each list, all different."""
    found: set[Places] = set()
    for first in sorted({place for each in places for place in each}):
        taken: set[int] = set()
        for each in places:
            inside = (place for place in each if first <= place < first + width and place not in taken)
            best = next(inside, None)
            if best is None:
                break
            taken.add(best)
        else:
            if min(taken) == first:
                found.add((first, max(taken)))
    return {one for one in found if not any(other != one and _within(other, one) for other in found)}


def _within(inner: Places, outer: Places) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def merged(places: Iterable[Places]) -> list[Places]:
    """Runs of words without overlap: the longer of two that overlap, the first of two as long."""
    kept: list[Places] = []
    for one in sorted(set(places)):
        if kept and one[0] <= kept[-1][1]:
            if one[1] - one[0] > kept[-1][1] - kept[-1][0]:
                kept[-1] = one
        else:
            kept.append(one)
    return kept
