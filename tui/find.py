"""Find words in an article in spite of spelling: accents, curly quotes, look-alike letters, hyphens.

As in vim, small letters find both, and a capital in the words asks for capitals. Words in quotes, as a search
takes them, are found without the quotes unless they stand there with them. `regex:` before the words makes
them a pattern of Python's, looked for in the text as it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from index import Block
from tui.layout.levels import Level, level
from tui.messages import Spans

REGEX = "regex:"
# A repeat of a repeat: such a pattern can take for ever on a text that it does not fit.
_ENDLESS = re.compile(r"\((?:[^()\\]|\\.)*[*+}](?:[^()\\]|\\.)*\)\s*[*+{]")
# Levelled words with quotes around all of them.
_QUOTED = re.compile('"([^"]+)"')


class BadPatternError(ValueError):
    """A pattern that is not one; the text says why, in one line."""


class Finder:
    """Looks for words in the blocks of one article, which it levels once."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._levels: dict[bool, list[Level]] = {}

    def find(self, words: str) -> dict[int, Spans]:
        """Where the words stand, by block number, as offsets into its text; raises BadPatternError."""
        if not asked(words):
            return {}
        if words.startswith(REGEX):
            pattern = _pattern(words[len(REGEX) :].strip())
            found = ((block.n, _spans(pattern, block.text)) for block in self._blocks)
            return {n: tuple(spans) for n, spans in found if spans}
        exact = any(char.isupper() for char in words)
        plain = level(words, exact).text
        quoted = _QUOTED.fullmatch(plain)
        return self._plain(plain, exact) or (self._plain(quoted[1].strip(), exact) if quoted else {})

    def _plain(self, words: str, exact: bool) -> dict[int, Spans]:
        """Where levelled words stand."""
        pattern = re.compile(_loose(words))
        results: dict[int, Spans] = {}
        for block, levelled in zip(self._blocks, self._levelled(exact), strict=True):
            spans = _spans(pattern, levelled.text)
            if spans:
                results[block.n] = tuple(levelled.span(*span) for span in spans)
        return results

    def _levelled(self, exact: bool) -> list[Level]:
        if exact not in self._levels:
            self._levels[exact] = [level(block.text, exact) for block in self._blocks]
        return self._levels[exact]


def asked(words: str) -> str:
    """The words, or none where nothing is looked for yet: while there are but blanks, or `regex:` alone."""
    return words if words.removeprefix(REGEX).strip() else ""


def total(found: Mapping[int, Spans]) -> int:
    """How many finds there are."""
    return sum(len(spans) for spans in found.values())


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(text) if match[0]]


def _pattern(words: str) -> re.Pattern[str]:
    if _ENDLESS.search(words):
        raise BadPatternError("a repeat inside a repeat could take for ever; write it without")
    exact = any(char.isupper() for char in re.sub(r"\\.", "", words))
    try:
        return re.compile(words, 0 if exact else re.IGNORECASE)
    except (re.error, RecursionError, OverflowError) as error:
        raise BadPatternError(f"not a pattern: {error}") from error


def _loose(words: str) -> str:
    """The pattern for levelled words: a blank or hyphen may be either or several, S400 is also S-400."""
    pattern = ""
    before = ""
    for part in re.findall(r"\s+|-|[0-9]+|[^\W0-9_]+|.", words, re.DOTALL):
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
