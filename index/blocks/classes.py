"""What each character of a text is, one byte each, looked up once for a whole text.

Most parts of a text have no figure, no mark and no odd space, and bytes tell so several times faster than the
text itself.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set
from itertools import accumulate, chain

from index.blocks.piece import Piece

# Signs of which those of emphasis, code, links, tags and addresses have one at least; but for "www.".
_SIGNS = "*_`[<&\\/"
_ODD_SPACES = "\t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0"
_WIDE_ODD_SPACES = frozenset(
    "\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
)
_FIGURE, _SPACE, _ODD, _SIGN, _OTHER = b"0 \t*x"


def _class_of(char: str) -> int:
    if char in "0123456789":
        return _FIGURE
    if char in _ODD_SPACES:
        return _ODD
    if char.isspace():
        return _SPACE
    return _SIGN if char in _SIGNS else _OTHER


_CLASSES = bytes(map(_class_of, map(chr, range(256))))
# Figures after a space are no markers.
_FIGURES = re.compile(rb"0(?<![ \t0]0)0*")
_RAISED = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹")
_SUPERSCRIPTS = re.compile(r"[⁰¹²³⁴-⁹]+")
_LABELS = re.compile(r"\[\^|<sup>|\[(?=[ivxl]{1,7}\])")


class Classes:
    """The classes of the characters of a text, asked for its parts."""

    def __init__(self, lines: Sequence[str], text: str, rare: Set[str]) -> None:
        """Look through a text, which is its lines joined with newlines; `rare` are its letters but ASCII."""
        self._classes = text.encode("latin-1", "replace").translate(_CLASSES)
        # Where each run begins and ends, one after another.
        self._figures = array(
            "Q", chain.from_iterable(run.span() for run in _FIGURES.finditer(self._classes))
        )
        self._starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        self._wide_spaces = _WIDE_ODD_SPACES & rare
        self._raised = not _RAISED.isdisjoint(rare)
        self._labelled = "^" in text or "<sup>" in text or "[i]" in text
        self._www = "www." in text

    def has_sign(self, piece: Piece) -> bool:
        """Whether a piece may have marks of emphasis, code, links or addresses."""
        return self._has(b"*", piece) or (self._www and "www." in piece.raw)

    def has_odd_space(self, piece: Piece) -> bool:
        """Whether a piece has space that is no plain one, a line's end apart."""
        if self._wide_spaces and any(space in piece.raw for space in self._wide_spaces):
            return True
        return self._has(b"\t", piece)

    def figures(self, piece: Piece) -> Iterable[tuple[int, int]]:
        """Where a note marker may begin in a piece: figures after something else than space, labels."""
        low = self._starts[piece.first - 1]
        first = bisect_left(self._figures, low)
        last = bisect_right(self._figures, low + len(piece.raw), first)
        bounds = self._figures
        # One by one, because a long line may have millions.
        runs = ((bounds[at] - low, bounds[at + 1] - low) for at in range(first, last, 2))
        if not (self._raised or self._labelled):
            return runs if last > first else ()
        others = [found.span() for found in _LABELS.finditer(piece.raw)] if self._labelled else []
        if self._raised:
            others += (found.span() for found in _SUPERSCRIPTS.finditer(piece.raw))
        return sorted([*runs, *others]) if others else runs

    def _has(self, kind: bytes, piece: Piece) -> bool:
        low = self._starts[piece.first - 1]
        return self._classes.find(kind, low, low + len(piece.raw)) >= 0
