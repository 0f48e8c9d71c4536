"""Words side by side or near one another, found by shifting masks of their positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Masks = Mapping[int, int]


def adjacent(words: Sequence[Masks]) -> dict[int, int]:
    """Find the passages where words follow one another, with the places where the first stands."""
    found = dict(words[0])
    for offset, following in enumerate(words[1:], 1):
        found = {
            document: both
            for document, mask in found.items()
            if (there := following.get(document)) is not None and (both := mask & (there >> offset))
        }
    return found


def near_by(words: Sequence[Masks], slop: int) -> dict[int, int]:
    """Find the passages where all words stand together with at most `slop` others between, in any order."""
    width = len(words) - 1 + slop
    found: dict[int, int] = {}
    for document in set(words[0]).intersection(*words[1:]):
        together = -1
        for word in words:
            together &= _spread(word[document], width)
        if together:
            found[document] = together & -together
    return found


def _spread(mask: int, width: int) -> int:
    """Set every bit that has a set bit of the mask at most `width` places above it."""
    done = 0
    mask <<= width
    while done < width:
        step = min(done + 1, width - done)
        mask |= mask >> step
        done += step
    return mask
