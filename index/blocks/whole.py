"""What all parts of one text share, looked up once: its words, its markup, its odd characters."""

from __future__ import annotations

from collections.abc import Sequence

from index.blocks.candidates import RAISED
from index.blocks.inline import MARKS
from index.blocks.words import HYPHENS, WORD
from index.formats.source import Source
from index.hygiene import beyond_ascii

_ODD_SPACES = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)


class Whole:
    """A whole text, asked by the rules that clean its parts.

    `words` are those it writes, without the halves of words broken at a line's end; they tell a hyphen of a
    broken line from one of the word's own.
    """

    def __init__(self, source: Source) -> None:
        """Look through a source's lines once."""
        text = "\n".join(source.lines)
        rare = beyond_ascii(text)
        self.markup = source.markup
        self.markdown = source.format == "markdown"
        self.references = source.references
        self.soft_hyphens = "\u00ad" in rare
        self.words = _words(source.lines)
        self._odd = [space for space in _ODD_SPACES if space in (text if space < "\x80" else rare)]
        self.raised = RAISED & rare
        self._marks = [mark for mark in MARKS if self.markup and mark in text]

    def has_odd_space(self, part: str) -> bool:
        """Whether a part of the text has space that is no plain one."""
        for space in self._odd:
            if space in part:
                return True
        return "\n" in part

    def has_loose_space(self, part: str) -> bool:
        """Whether a part of the text has plain space at an end, or more than one together."""
        return part[:1] == " " or part[-1:] == " " or "  " in part

    def may_have_marks(self, part: str) -> bool:
        """Whether a part of the text may have marks of emphasis, code, links or addresses."""
        for mark in self._marks:  # noqa: SIM110 -- asked of every piece, and twice as fast as any()
            if mark in part:
                return True
        return False


def _words(lines: Sequence[str]) -> frozenset[str]:
    broken = [number for number, line in enumerate(lines) if line.rstrip().endswith(HYPHENS)]
    if not broken:
        return frozenset()
    unbroken = list(lines)
    for number in broken:
        unbroken[number] = unbroken[number].rstrip().rpartition(" ")[0]
        if number + 1 < len(unbroken):
            unbroken[number + 1] = unbroken[number + 1].lstrip().partition(" ")[2]
    tokens = set("\n".join(unbroken).lower().split())
    return frozenset(word for token in tokens for word in WORD.findall(token))
