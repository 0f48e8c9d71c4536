"""Why a passage stands in a row, told in words and never as a number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from index.align.likeness import Weights, shared_words, spelling
from index.align.reading import Places, Reading

_MOST = 6
_LABEL = 3


def spellings(reading: Reading, places: Iterable[Places]) -> tuple[str, ...]:
    """The words at some places as the passage spells them, each once."""
    found: dict[str, str] = {}
    for place in places:
        start, end = reading.span(place)
        word = reading.passage.text[start:end]
        found.setdefault(word.casefold(), word)
    return tuple(found.values())


def why(
    reading: Reading,
    topic: Sequence[Places],
    row: Sequence[Places],
    others: Sequence[Reading],
    weights: Weights,
) -> str:
    """The reason in words: topic words, row words, what the row's others share, what only this has."""
    parts = [f"topic words: {_list(spellings(reading, topic))}"]
    if row:
        parts.append(f"row words: {_list(spellings(reading, row))}")
    apart = [other for other in others if other.passage.article != reading.passage.article]
    if apart:
        theirs = {stem for other in apart for stem in other.content}
        telling = sorted(
            (stem for stem in reading.content if stem not in weights.common),
            key=lambda stem: (-weights.rarity(stem), reading.at[stem][0]),
        )
        both = [spelling(reading, stem) for stem in telling if stem in theirs]
        only = [spelling(reading, stem) for stem in telling if stem not in theirs]
        names = ", ".join(dict.fromkeys(other.passage.article for other in apart))
        if both:
            parts.append(f"also in {names}: {_list(both)}")
        if only:
            parts.append(f"only here: {_list(only)}")
    return "; ".join(parts)


def _list(words: Iterable[str]) -> str:
    return ", ".join(list(words)[:_MOST])


def label_of(readings: Sequence[Reading], weights: Weights) -> str:
    """A label for a found row: the words that its articles share, or the telling words of one alone."""
    shared = shared_words(readings, weights, most=_LABEL)
    if len(shared) >= _LABEL:
        return ", ".join(shared)
    reading = readings[0]
    stems = [stem for stem in reading.content if stem not in weights.common]
    stems.sort(key=lambda stem: (-len(reading.at[stem]) * weights.rarity(stem), reading.at[stem][0]))
    own = [spelling(reading, stem) for stem in stems]
    return ", ".join(list(dict.fromkeys((*shared, *own)))[:_LABEL])
