"""Words side by side or near one another, found by shifting masks of their positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

Masks = Mapping[int, int]


def starting(word: Masks, offset: int) -> Masks:
    """Give the places where a phrase may start of which this is the word at an offset from 0."""
    return {document: mask >> offset for document, mask in word.items() if mask >> offset} if offset else word


def adjacent(starts: Masks, word: Masks, offset: int) -> Masks:
    """Keep those starts of a phrase that have the word at its offset."""
    return {
        document: both for document, mask in word.items() if (both := starts[document] & (mask >> offset))
    }


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
