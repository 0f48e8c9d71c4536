"""A text in one spelling, with the way back: what is found in it is marked in the text as it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from index import fold

_LEVELLED = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00a0\u2007\u202f\u2002\u2003\u2009\t\n", " "),
    "…": "...",
})  # fmt: skip
# A word with a character beyond ASCII in it, or such characters between words.
_FOREIGN = re.compile(r"[0-9A-Za-z_]*[^\x00-\x7f](?:[0-9A-Za-z_]|[^\x00-\x7f])*")
_LATIN = re.compile("[A-Za-z]")


class Level(NamedTuple):
    """A levelled text.

    Where a character became none or several, `starts` are the places of those in the levelled text, `ends`
    where they end there, and `sources` their offsets in the text; elsewhere one stands for one.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    sources: tuple[int, ...] = ()

    def place(self, at: int) -> int:
        """The offset in the text of the character from which a levelled one comes."""
        which = bisect_right(self.starts, at) - 1
        while which >= 0 and self.starts[which] == self.ends[which] and self.starts[which] > at:
            which -= 1
        if which < 0:
            return at
        if at < self.ends[which]:
            return self.sources[which]
        return self.sources[which] + 1 + at - self.ends[which]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text from which a stretch that is not empty comes."""
        return self.place(start), self.place(end - 1) + 1


def level(text: str, exact: bool) -> Level:
    """The text in one spelling: accents, quotes, dashes, look-alikes, and unless `exact`, capitals."""
    text_of_ascii = text if exact else text.lower()
    if text.isascii():
        return Level(text_of_ascii.translate(_LEVELLED))
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    sources: list[int] = []
    at = length = 0
    for match in _FOREIGN.finditer(text):
        before = text[at : match.start()]
        pieces.append(before if exact else before.lower())
        length += len(before)
        for source, become in enumerate(_levelled(match[0], exact), match.start()):
            if len(become) != 1:
                starts.append(length)
                ends.append(length + len(become))
                sources.append(source)
            pieces.append(become)
            length += len(become)
        at = match.end()
    pieces.append(text[at:] if exact else text[at:].lower())
    whole = "".join(pieces).replace("\t", " ").replace("\n", " ")
    return Level(whole, tuple(starts), tuple(ends), tuple(sources))


@lru_cache(maxsize=65536)
def _levelled(word: str, exact: bool) -> tuple[str, ...]:
    """What each character of a word becomes: one that looks Latin becomes so beside Latin ones."""
    mixed = _LATIN.search(word) is not None
    found: list[str] = []
    for char in word:
        become = fold("a" + char)[1:] if mixed else fold(char)
        if exact and char.isupper():
            become = become.upper()
        found.append(become.translate(_LEVELLED))
    return tuple(found)
