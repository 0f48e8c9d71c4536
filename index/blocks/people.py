"""Names of people, told from other capitalised words by what else the text writes."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cached_property

from index.blocks.piece import Piece
from index.blocks.words import HEADING_WORDS, OPEN_ENDING, WORD

_NAME_PART = re.compile(
    r"(?:[A-Z]\.|(?:Mc|Mac|O['’]|D['’])?[A-Z][^\W\d_]*(?:[-'’][A-Z]?[^\W\d_]+)*\.?|de|da|del|van|von|der|den"
    r"|la|le|bin|al|el|ibn|and|&)"
)
# What a title page hangs on a name: a note marker, an asterisk.
_MARKERS = re.compile(r"(?<!\s)\s*(?:\[\^?\w{1,3}\]|[*†‡§∗⁎]+|(?<=[a-z])\d{1,2}(?!\d)|[¹²³⁰⁴-⁹]+)")
_HYPHENS = re.compile("[-'’]")
# So many words are looked for in the text itself.
_FEW = 20


class LowerWords:
    """The words that a text writes in lower case, asked one by one: they are no names."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._asked = 0

    def __contains__(self, word: object) -> bool:
        wanted = str(word)
        self._asked += 1
        # Most are nowhere in the text, which is seen sooner than all its words are told apart.
        if self._asked <= _FEW and wanted not in self._sample:
            return False
        return wanted in self._words

    @cached_property
    def _sample(self) -> str:
        return " ".join(piece.raw[:4000] for piece in self._pieces[:400])[:400_000]

    @cached_property
    def _words(self) -> frozenset[str]:
        found = set(WORD.findall(self._sample))
        return frozenset(part for word in found for part in (word, *_HYPHENS.split(word)))


def is_name(text: str, lower: Container[str] = ()) -> bool:
    """Whether a text is one person's name or several: capitalised words that are nothing else here.

    `lower` are words that the text also writes in lower case.
    """
    names = split_names(_MARKERS.sub("", text))
    if not names or len(names) > 8:
        return False
    for name in names:
        parts = name.split()
        if parts[0] in ("A", "An", "The") and len(parts[-1]) > 2:
            return False
        if not 2 <= len(parts) <= 5 or not all(_NAME_PART.fullmatch(part) for part in parts):
            return False
        capital = [part.strip(".").lower() for part in parts if part[0].isupper() and len(part) > 2]
        if not capital or any(
            part in HEADING_WORDS or part in OPEN_ENDING or part in lower for part in capital
        ):
            return False
    return True


def split_names(text: str) -> list[str]:
    """The single names in a list such as "A. One, B. Two and C. Three"."""
    text = _MARKERS.sub("", text)
    parts = re.split(r"\s*(?:,\s*and\s|,|;|\band\b|&|\bwith\b)\s*", " ".join(text.split()).strip(" .,;"))
    return [part.strip() for part in parts if part.strip()]


def proper_name(name: str) -> str:
    """A name with its capitals as a title page has them: STRELTSOV becomes Streltsov."""
    least = 2 if name.isupper() else 3
    parts = (part.capitalize() if part.isupper() and len(part) > least else part for part in name.split())
    return " ".join(parts)
