"""Why a passage stands in a row, told in words and never as a number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from index.align.declared import Standing
from index.align.likeness import Weights, same_word, spelling, whole_spelling
from index.align.reading import Places, Reading
from index.align.telling import telling

_MOST = 6


def why(member: Standing, row: Sequence[Standing], weights: Weights) -> str:
    """The reason in words: topic words, row words, what other articles of the row share, what only this has.

    "Also in a, b" is in both of these, and a word in other articles is told with those that it is in.
    """
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
        homes = _homes(reading, apart)
        shared = [stem for stem in telling(reading, weights) if homes[stem]]
        spelt = dict.fromkeys((_spelt(reading, stem, homes), homes[stem]) for stem in shared)
        told: dict[tuple[str, ...], list[str]] = {}
        for word, articles in list(spelt)[:_MOST]:
            told.setdefault(articles, []).append(word)
        for articles in sorted(told, key=len, reverse=True):
            parts.append(f"also in {', '.join(articles)}: {', '.join(told[articles])}")
        here = [stem for stem in telling(reading, weights, member.sentences) if not homes[stem]]
        if here:
            parts.append(f"only here: {_list(_spelt(reading, stem, homes) for stem in here)}")
    return "; ".join(parts)


def too_far(member: Standing) -> str:
    """Why a passage that has words of a row does not stand in it."""
    reading = member.spoken.reading
    first, last = reading.passage.lines
    lines = f"line {first}" if first == last else f"lines {first}–{last}"
    return f"row words in {lines}, too far from the topic's words: {_list(spellings(reading, member.places))}"


def _homes(reading: Reading, others: Sequence[Reading]) -> dict[str, tuple[str, ...]]:
    """The articles of the others that have each word of a passage too, by its stem."""
    return {
        stem: tuple(
            dict.fromkeys(
                other.passage.article
                for other in others
                if stem in other.content and same_word(reading, other, stem)
            )
        )
        for stem in reading.content
    }


def _spelt(reading: Reading, stem: str, homes: Mapping[str, tuple[str, ...]]) -> str:
    """A word as the passage spells it, a hyphenated one whole where all of it is told together."""
    first, last = reading.run(reading.at[stem][0])
    pieces = {reading.words[at].stem for at in range(first, last + 1)} & homes.keys()
    alike = all(homes[piece] == homes[stem] for piece in pieces)
    return whole_spelling(reading, stem) if alike else spelling(reading, stem)


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
