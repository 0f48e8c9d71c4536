"""What all parts of one text share, looked up once: its words, its markup, what its characters are."""

from __future__ import annotations

from collections.abc import Sequence

from index.blocks.classes import Classes
from index.blocks.words import HYPHENS, WORD
from index.formats.source import Source
from index.hygiene import beyond_ascii


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
        self.classes = Classes(source.lines, text, rare)


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
