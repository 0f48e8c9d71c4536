"""A block's text as it is shown: note markers and link addresses put in, and every cell led back to the text.

The block's text is never changed; what is put in has no place in it, so that marks, copies and places speak
of the text alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from index import Block

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

Style = str
Stretch = tuple[int, int, Style]


class Shown(NamedTuple):
    """What is shown of a text: `stretches` are styled runs of it, in its own offsets, which may overlap.

    `starts` are the offsets in the shown text where something was put in, `ends` where it ends, and `shifts`
    how far the text after it has moved.
    """

    text: str
    stretches: tuple[Stretch, ...] = ()
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def to_text(self, at: int) -> int:
        """The offset in the block's text of a place in the shown text."""
        which = bisect_right(self.starts, at) - 1
        if which < 0:
            return at
        return max(at, self.ends[which]) - self.shifts[which]

    def from_text(self, at: int) -> int:
        """The place in the shown text of an offset in the block's text: after what was put in there."""
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.ends[middle] - self.shifts[middle] <= at:
                low = middle + 1
            else:
                high = middle
        return at + (self.shifts[low - 1] if low else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The shown stretch of a span of the text, without what was put in behind it."""
        first = self.from_text(start)
        if end <= start:
            return first, first
        return first, self.from_text(end - 1) + 1


def marker(number: str, raised: bool) -> str:
    """A note's marker: raised digits, or digits in brackets where the terminal may lack those."""
    return number.translate(_RAISED) if raised else f"[{number}]"


def shown(block: Block, *, raised: bool = True) -> Shown:
    """The block's text with its note markers and the addresses of its links."""
    put_in = sorted(_put_in(block, raised), key=lambda item: item[0])
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    shifts: list[int] = []
    stretches: list[Stretch] = []
    at = shift = 0
    for offset, what, style in put_in:
        pieces += (block.text[at:offset], what)
        starts.append(offset + shift)
        shift += len(what)
        ends.append(offset + shift)
        shifts.append(shift)
        stretches.append((starts[-1], ends[-1], style))
        at = offset
    pieces.append(block.text[at:])
    whole = Shown("".join(pieces), (), tuple(starts), tuple(ends), tuple(shifts))
    for span in block.spans:
        if span.kind in ("emphasis", "strong", "code") or (span.kind == "link" and span.value):
            stretches.append((*whole.span(span.start, span.end), span.kind))
    return Shown(whole.text, tuple(stretches), whole.starts, whole.ends, whole.shifts)


def _put_in(block: Block, raised: bool) -> Iterable[tuple[int, str, Style]]:
    for span in block.spans:
        if span.kind == "ref":
            yield span.start, marker(span.value, raised), "ref"
        elif span.kind == "link" and span.value:
            label = block.text[span.start : span.end]
            if span.value.removeprefix("mailto:") != label:
                yield span.end, f" <{span.value}>", "address"
