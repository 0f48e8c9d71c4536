"""A text by its chunks, what stands between two spaces: most are words by themselves and come again.

Reading a text by the chunks that were met before, or only by those that may hold what is sought, takes a
small part of the time of analysing it, and gives the same words.
"""

from __future__ import annotations

import re
import string
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from index.store.analysis import Token, has_signs, stem, tokens
from index.store.held import Held

# Stands for the stem of a chunk that has several words or pieces.
SEVERAL = "\0"
_MOST_CHUNKS = 200_000
# Longer chunks are addresses, or text of a script without spaces, and seldom come again.
_LONGEST = 64
# Characters of the long chunks that are held as terms, at some 20 to 100 bytes each: those of the passages of
# some dozens of searches.
_MOST_LONG = 400_000
# Runs of letters that are looked for, and how long each is at most: the first lengths that make them few.
_MOST_LETTERS = 6
_LETTERS = (12, 5, 4, 3, 2)
_MOST_HELD = 40
# A stem ends otherwise than its words (happi, happy) by one letter at most, but for these.
_BENT = {"die": "d", "lie": "l", "tie": "t"}
# What may make a word read otherwise than it is spelt: letters beyond the plain ones, and what joins the
# pieces of a word where another follows.
_JOINS = "-.'`\u2010\u2011\u2019\u02bc\u2018\u201b\u00b4"
_OTHERWISE = re.compile(rf"[^\x00-&(-,/-_a-\x7f\u201c\u201d\u2013\u2014\u2026](?:(?<![{_JOINS}])|(?=\w))")
_AROUND = string.punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb"


class _Stems(dict[str, str]):
    """The stem of each chunk of text that was met: looked up at the speed of a dict, or worked out.

    A chunk is what stands between two spaces; that of no word is empty.
    """

    def __missing__(self, chunk: str) -> str:
        if len(chunk) > _LONGEST:
            return SEVERAL
        word = chunk.strip(_AROUND)
        if word.isascii() and word.isalpha():
            found = stem(word.lower())
        else:
            parts = terms(chunk)
            found = (parts[0].stem if len(parts) == 1 else SEVERAL) if parts else ""
        if len(self) > _MOST_CHUNKS:
            self.clear()
        self[chunk] = found
        return found


_STEMS = _Stems()
_tokens_of_short = lru_cache(maxsize=16_384)(tokens)
_LONG: Held[str, list[Token]] = Held(_MOST_LONG)


def terms(chunk: str) -> list[Token]:
    """Give the terms of a chunk; one of many terms is not held for longer than there is room for it."""
    if len(chunk) <= _LONGEST and not has_signs(chunk):
        return _tokens_of_short(chunk)
    known = _LONG.get(chunk)
    return _LONG.hold(chunk, tokens(chunk), len(chunk)) if known is None else known


class Read(NamedTuple):
    """The chunks of a text in order: the stem, the place and the text of each.

    A place is told without the space before each chunk.
    """

    stems: list[str]
    places: list[int]
    chunks: list[str]


def read(text: str) -> Read:
    """Read a text by its chunks; the stem of a chunk of several words is SEVERAL, that of no word empty."""
    chunks = text.split()
    places = list(accumulate(map(len, chunks), initial=0))
    places.pop()
    if chunks and places[-1] + len(chunks[-1]) + len(chunks) - 1 != len(text):
        start = 0
        for number, chunk in enumerate(chunks):
            start = text.index(chunk, start)
            places[number] = start - number
            start += len(chunk)
    return Read(list(map(_STEMS.__getitem__, chunks)), places, chunks)


def letters_of(stems: Iterable[str], words: Iterable[str]) -> frozenset[str]:
    """Give a few runs of letters of which every word with one of the stems, and each of the words, has one.

    None are given where few letters would be in nearly every text.
    """
    known = {_BENT.get(stem, stem[: max(2, len(stem) - 1)]) for stem in stems} | set(words)
    for length in _LETTERS:
        cut = frozenset(letters[:length] for letters in known)
        if len(cut) <= _MOST_LETTERS:
            return cut if all(len(letters) > 1 for letters in cut) else frozenset()
    return frozenset()


def holding(text: str, letters: Collection[str]) -> list[tuple[int, str]] | None:
    """Find the chunks that have one of some runs of letters, or that may read otherwise than they are spelt.

    The place of each is told. None is given where there are so many that all may as well be read.
    """
    lower = text.lower()
    if len(lower) != len(text):
        return None
    found: dict[int, str] = {}
    for run in letters:
        past = 0
        while (at := lower.find(run, past)) >= 0:
            past = _take(text, at, found)
    past = 0
    while other := _OTHERWISE.search(text, past):
        past = _take(text, other.start(), found)
        if len(found) > _MOST_HELD:
            return None
    return sorted(found.items())


def _take(text: str, at: int, found: dict[int, str]) -> int:
    """Take in the chunk at a place, and give its end."""
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    if end < 0:
        end = len(text)
    found[start] = text[start:end]
    return end
