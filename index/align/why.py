"""Why a passage stands in a row, told in words and never as a number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.align.declared import Standing
from index.align.likeness import Weights, whole_spelling
from index.align.reading import Places, Reading
from index.align.telling import telling

_MOST = 6


def why(member: Standing, row: Sequence[Standing], weights: Weights) -> str:
    """The reason in words: topic words, row words, what the row's others share, what only this has."""
    reading = member.spoken.reading
    parts = [f"topic words: {_list(spellings(reading, member.spoken.places))}"]
    if member.places:
        parts.append(f"row words: {_list(spellings(reading, member.places))}")
    if member.of:
        beside = sum(other.spoken.article == member.spoken.article for other in row)
        parts.append(
            f"{beside} of {member.of} passages here of {member.spoken.article}, "
            "with most of the row's words and most like the others'"
        )
    apart = [other.spoken.reading for other in row if other.spoken.article != member.spoken.article]
    if apart:
        theirs = {stem for other in apart for stem in other.content}
        words = telling(reading, weights)
        both = [whole_spelling(reading, stem) for stem in words if stem in theirs]
        here = [stem for stem in telling(reading, weights, member.sentences) if stem not in theirs]
        names = ", ".join(dict.fromkeys(other.passage.article for other in apart))
        if both:
            parts.append(f"also in {names}: {_list(both)}")
        if here:
            parts.append(f"only here: {_list(whole_spelling(reading, stem) for stem in here)}")
    return "; ".join(parts)


def spellings(reading: Reading, places: Iterable[Places]) -> tuple[str, ...]:
    """The words at some places as the passage spells them, each once."""
    found: dict[str, str] = {}
    for place in places:
        start, end = reading.span(place)
        word = reading.passage.text[start:end]
        found.setdefault(word.casefold(), word)
    return tuple(found.values())


def _list(words: Iterable[str]) -> str:
    return ", ".join(list(dict.fromkeys(words))[:_MOST])
