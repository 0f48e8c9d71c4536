"""Find words in an article in spite of spelling: accents, curly quotes, look-alike letters, hyphens.

As in vim, small letters find both, and a capital in the words asks for capitals. `regex:` before the words
makes them a pattern of Python's, looked for in the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from index import fold
from index.model import Block
from tui.messages import Spans

REGEX = "regex:"
_WORD = re.compile(r"[^\W_][\w\u0300-\u036f\u00ad\u200c\u200d]*")
_LEVELLED = str.maketrans({
    **dict.fromkeys("‘’‚‛′`´ʼ", "'"), **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("\u00a0\u2007\u202f\u2002\u2003\u2009\t\n", " "),
    "…": "...",
})  # fmt: skip
# A repeat of a repeat: such a pattern can take for ever on a text that it does not fit.
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)\s*[*+{]")


class BadPatternError(ValueError):
    """A pattern that is not one; the text says why, in one line."""


def find(blocks: Iterable[Block], words: str) -> dict[int, Spans]:
    """Where the words stand, by block number, as offsets into its text; raises BadPatternError."""
    look = _looker(words)
    found: dict[int, Spans] = {}
    for block in blocks:
        spans = look(block.text)
        if spans:
            found[block.n] = spans
    return found


def total(found: Mapping[int, Spans]) -> int:
    """How many finds there are."""
    return sum(len(spans) for spans in found.values())


class _looker:  # noqa: N801 (used as a function)
    def __init__(self, words: str) -> None:
        self.plain = not words.startswith(REGEX)
        asked = words if self.plain else words[len(REGEX) :].strip()
        self.exact = any(char.isupper() for char in (asked if self.plain else re.sub(r"\\.", "", asked)))
        if self.plain:
            self.pattern = re.compile(_loose(levelled(asked, self.exact)[0]))
            return
        if _ENDLESS.search(asked):
            raise BadPatternError("a repeat inside a repeat could take for ever; write it without")
        try:
            self.pattern = re.compile(asked, 0 if self.exact else re.IGNORECASE)
        except (re.error, RecursionError, OverflowError) as error:
            raise BadPatternError(f"not a pattern: {error}") from error

    def __call__(self, text: str) -> Spans:
        if not self.plain:
            return tuple(match.span() for match in self.pattern.finditer(text) if match[0])
        if text.isascii():
            text = text if self.exact else text.lower()
            return tuple(match.span() for match in self.pattern.finditer(text) if match[0])
        level, places = levelled(text, self.exact)
        found = (match.span() for match in self.pattern.finditer(level) if match[0])
        return tuple((places[start], places[end - 1] + 1) for start, end in found)


def _loose(words: str) -> str:
    """The pattern for levelled words: a blank or hyphen may be either or several, S400 is also S-400."""
    parts = re.findall(r"\s+|-|[0-9]+|[^\W0-9_]+|.", words, re.DOTALL)
    pattern = ""
    before = ""
    for part in parts:
        if part.isspace():
            pattern += r"(?:\s+|-)" if before and before != "-" else r"\s*"
        elif part == "-" and before.isalnum():
            pattern += r"[-\s]?"
        else:
            if before.isalnum() and part.isalnum():
                pattern += r"[-\s]?"
            pattern += re.escape(part)
        before = part
    return pattern


@lru_cache(maxsize=256)
def levelled(text: str, exact: bool) -> tuple[str, tuple[int, ...]]:
    """The text in one spelling, and for each of its characters the offset that it comes from."""
    if text.isascii():
        return (text if exact else text.lower()), tuple(range(len(text)))
    pieces: list[str] = []
    places: list[int] = []
    at = 0

    def put(start: int, end: int, mixed: bool) -> None:
        for place in range(start, end):
            char = text[place]
            level = fold("a" + char)[1:] if mixed else fold(char)
            if exact and char.isupper():
                level = level.upper()
            level = level.translate(_LEVELLED)
            pieces.append(level)
            places.extend([place] * len(level))

    for word in _WORD.finditer(text):
        put(at, word.start(), False)
        whole = word[0]
        put(word.start(), word.end(), not whole.isascii() and any("a" <= c.lower() <= "z" for c in whole))
        at = word.end()
    put(at, len(text), False)
    return "".join(pieces), tuple(places)
