"""Names that are spelt another way elsewhere in the corpus: Sergei and Sergey, Zelensky and Zelenskyy.

Names from other scripts have no one spelling. Two spellings are taken for one name where they sound the same
by the habits of transcription, or differ by one letter of a long name; they are offered, never searched
unasked, because two people may well differ by no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from index.query.expansion import edit_distance
from index.query.marking import Marker
from index.store.analysis import STOP_WORDS
from index.store.index import Index

# Shorter names are too much like one another.
_SHORTEST = 4
# Names of so many letters may differ by any one letter, and somewhat shorter ones by two that change places,
# also where one goes on (Diaoyu, Diayoutai).
_LONG = 7
_SWAPPED = 6
_MORE = 3
# So many letters at the beginning are the same in all spellings.
_SAME = 2
# Passages looked at to see whether a word is written as a name.
_READ = 4

# What is written one way or another for one sound, in the order in which it is levelled.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tz", "ts"),
        (r"[tc]ch|cz", "ch"),
        (r"d?zh", "j"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"ph|ff", "f"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"q|ck|c(?!h)", "k"),
        (r"(?<=[^aeiouy])[yj](?=[eo])", ""),
        (r"(?<![eiyj])e*[iyj][eiyj]*", "i"),
        (r"o[ou]", "u"),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=65536)
def sound(name: str) -> str:
    """Give the one form that all transcriptions of a folded name have in common."""
    for pattern, written in _SOUNDS:
        name = pattern.sub(written, name)
    return name


def variants(index: Index, name: str) -> list[str]:
    """Give the other spellings of a folded name that the corpus has, commonest first.

    Both must be written with one capital where they stand; inflected forms are found anyway and are none.
    """
    if len(name) < _SHORTEST or not name.isalpha() or name in STOP_WORDS or not _is_name(index, name):
        return []
    words = index.vocabulary
    found = [
        (-words.counts[place], words.words[place])
        for place in words.starting(name[:_SAME])
        if _alike(name, words.words[place], words.stems[place] == _stem_of(index, name))
    ]
    return [other for _, other in sorted(found) if _is_name(index, other)]


def _alike(name: str, other: str, inflected: bool) -> bool:
    if inflected or abs(len(name) - len(other)) > _MORE or other.startswith(name) or name.startswith(other):
        return False
    if not other.isalpha() or other in STOP_WORDS:
        return False
    least = min(len(name), len(other))
    if least >= _LONG and edit_distance(name, other, 1) == 1:
        return True
    if least >= _SWAPPED and _swapped(name[:least], other[:least]):
        return True
    return least >= _SHORTEST and sound(name) == sound(other)


def _swapped(one: str, other: str) -> bool:
    """Whether only two letters side by side have changed places."""
    apart = [place for place in range(len(one)) if one[place] != other[place]]
    side_by_side = len(apart) == 2 and apart[1] == apart[0] + 1
    return side_by_side and one[apart[0]] + one[apart[1]] == other[apart[1]] + other[apart[0]]


def _stem_of(index: Index, word: str) -> str:
    words = index.vocabulary
    places = words.starting(word)
    return words.stems[places.start] if places and words.words[places.start] == word else word


def _is_name(index: Index, word: str) -> bool:
    """Whether a word is written with one capital, in one piece, wherever it is looked at."""
    return all(surface.istitle() and surface.isalpha() for surface in _surfaces(index, word))


def _surfaces(index: Index, word: str) -> Iterator[str]:
    marks = Marker(frozenset(), frozenset((word,)), ())
    for document in index.postings("word", word).documents[:_READ]:
        text = index.passage(document).text
        yield from (text[start:end] for start, end in marks.spans(text))
