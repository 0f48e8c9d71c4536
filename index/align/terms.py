"""A word or phrase of a topic, ready to be looked for in a passage or in the index.

Places are kept as masks, bit `p` for word position `p`: a phrase is then found by shifting and a great many
passages are gone through quickly. A run is a length in words with the mask of where runs of it begin.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.store.analysis import runs, tokens
from index.store.schema import mask_of, places
from index.topics.model import NEAR

Runs = list[tuple[int, int]]
"""Lengths in words, each with the mask of the positions where runs of that length begin."""


@dataclass(frozen=True, slots=True)
class Term:
    """The stems that must follow one another. `joined` is the stem of a hyphenated word written as one.

    With `slop` the stems may stand in any order with at most so many other words between.
    """

    text: str
    stems: tuple[str, ...]
    joined: str = ""
    slop: int | None = None

    def find(self, mask: Callable[[str], int]) -> Runs:
        """Where the term stands, given a mask of positions for each stem."""
        found: Runs = []
        if self.slop is not None:
            found += _near([mask(stem) for stem in self.stems], len(self.stems) + self.slop)
        else:
            starts = mask(self.stems[0])
            for step, stem in enumerate(self.stems[1:], 1):
                if not starts:
                    break
                starts &= mask(stem) >> step
            if starts:
                found.append((len(self.stems), starts))
        whole = mask(self.joined) if self.joined else 0
        return [*found, (1, whole)] if whole else found


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


def within_sentences(found: Runs, begins: int) -> Runs:
    """The runs that no sentence ends in; `begins` is the mask of the words that begin one."""
    kept = [
        (length, starts & ~_touching(begins >> 1, length - 1) if length > 1 else starts)
        for length, starts in found
    ]
    return [(length, starts) for length, starts in kept if starts]


def settle(asked: Runs, barred: Runs) -> Runs:
    """The runs that count: of those that overlap the longer, and none inside a barred run.

    Nothing counts where a barred run stands by itself, away from all that was asked.
    """
    cover = 0
    kept: Runs = []
    for length, starts in sorted(asked, reverse=True):
        new = starts & ~_touching(cover, length)
        if length > 1:
            new = _apart(new, length)
        if new:
            kept.append((length, new))
            cover |= _spread(new, length)
    if not barred:
        return kept
    shut = 0
    for length, starts in barred:
        if starts & ~_touching(cover, length):
            return []
        shut |= _spread(starts, length)
    left = [(length, starts & ~_inside(shut, length)) for length, starts in kept]
    return [(length, starts) for length, starts in left if starts]


def count(found: Runs) -> int:
    """How many runs there are."""
    return sum(starts.bit_count() for _, starts in found)


def _spread(starts: int, length: int) -> int:
    """All positions that runs of a length cover."""
    cover = starts
    for step in range(1, length):
        cover |= starts << step
    return cover


def _touching(cover: int, length: int) -> int:
    """Where a run of a length would touch a cover."""
    touching = cover
    for step in range(1, length):
        touching |= cover >> step
    return touching


def _inside(cover: int, length: int) -> int:
    """Where a run of a length would lie wholly in a cover."""
    inside = cover
    for step in range(1, length):
        inside &= cover >> step
    return inside


def _apart(starts: int, length: int) -> int:
    """Of runs that overlap one another, the first of each."""
    kept: list[int] = []
    free = -1
    for start in places(starts):
        if start > free:
            kept.append(start)
            free = start + length - 1
    return mask_of(kept)


def _near(masks: list[int], width: int) -> Runs:
    """The tightest windows of at most so many words that hold one place of each mask, all different."""
    if not all(masks):
        return []
    standing = [places(mask) for mask in masks]
    found: dict[int, list[int]] = {}
    # From the end: a window is tight where none that begins later ends as soon.
    least = math.inf
    for first in sorted(set().union(*standing), reverse=True):
        taken = _first_of_each(standing, first, width)
        if first in taken and (last := max(taken)) < least:
            least = last
            found.setdefault(last - first + 1, []).append(first)
    return [(length, mask_of(starts[::-1])) for length, starts in sorted(found.items())]


def _first_of_each(standing: Sequence[Sequence[int]], first: int, width: int) -> list[int]:
    """The first place in each row from one on, all different; nothing where the window is too narrow."""
    taken: list[int] = []
    for row in standing:
        at = bisect_left(row, first)
        while at < len(row) and row[at] in taken:
            at += 1
        if at == len(row) or row[at] >= first + width:
            return []
        taken.append(row[at])
    return taken
