"""A block's text while it is being cleaned: edits on the raw lines, never a rewritten string.

Every rule looks at the text as it stands and asks for edits; what they amount to on the raw lines is kept,
so that each change can be told, shown and undone, and spans stay where their words are.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from index.model import Repair, Span

_PLACE = itemgetter(0, 1)
_SPACE_KINDS = ("", "space", "line join", "paragraph join")


class Edit(NamedTuple):
    """One change of the text as it stands: `put` in place of the characters from `start` to `end`."""

    start: int
    end: int
    put: str
    kind: str


# Characters of the raw text that stand in the text unchanged: where in the raw text, where in the text, how
# many, and the kind of the edit before them.
_Run = tuple[int, int, int, str]


class Draft:
    """The raw text of some lines, the edits made so far, and the text that they give.

    `spans` and `stays` (line ends that are kept) are offsets into `text` and follow every edit. `first` is
    the source line of the raw text.
    """

    __slots__ = ("_runs", "first", "raw", "spans", "stays", "text")

    def __init__(self, raw: str, first: int, spans: Iterable[Span] = (), stays: Iterable[int] = ()) -> None:
        self.raw = raw
        self.first = first
        self.text = raw
        self.spans: list[Span] = list(spans)
        self.stays: list[int] = list(stays)
        # None while no edit was made; the last run is empty and stands at the end.
        self._runs: list[_Run] | None = None

    def apply(self, edits: Iterable[Edit], spans: Iterable[Span] = ()) -> None:
        """Make edits, which must not overlap, and add spans given in offsets of the text before them.

        Takes time in proportion to the text and the edits made so far.
        """
        wanted = sorted(edits, key=_PLACE)
        added = list(spans)
        if wanted:
            before = self.text
            pieces: list[str] = []
            at = 0
            for start, end, put, _ in wanted:
                pieces += (before[at:start], put)
                at = end
            self.text = "".join(pieces) + before[at:]
            self._runs = _first_cut(len(before), wanted) if self._runs is None else _cut(self._runs, wanted)
            if self.spans or self.stays or added:
                moved = _Moves(wanted)
                self.spans = [moved.span(span) for span in self.spans]
                self.stays = [moved.offset(at, start=True) for at in self.stays]
                added = [moved.span(span) for span in added]
        self.spans.extend(added)

    def repairs(self) -> tuple[Repair, ...]:
        """What was done to the raw text, in order and apart; making these edits gives `text` exactly."""
        if self._runs is None:
            return ()
        made: list[Repair] = []
        line, counted = self.first, 0
        raw = at = 0
        for kept, here, length, kind in self._runs:
            if kept > raw or here > at:
                line += self.raw.count("\n", counted, raw)
                counted = raw
                made.append(Repair(kind, raw, kept, line, self.raw[raw:kept], self.text[at:here]))
            raw, at = kept + length, here + length
        return tuple(made)

    def sorted_spans(self) -> tuple[Span, ...]:
        """The spans in text order, without those that came to hold nothing."""
        if not self.spans:
            return ()
        return tuple(sorted([s for s in self.spans if s.end > s.start or s.kind == "ref"], key=_PLACE))


class _Moves:
    """Where an offset goes when edits are made."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._ends = [end for _, end, _, _ in edits]
        self._shifts = [0, *accumulate([len(put) - end + start for start, end, put, _ in edits])]

    def offset(self, at: int, *, start: bool) -> int:
        edits, count = self._edits, len(self._edits)
        index = bisect_left(self._ends, at)
        while index < count and edits[index].end == at and (start or edits[index].start < at):
            index += 1
        moved = at + self._shifts[index]
        if index < count and edits[index].start < at:
            edit = edits[index]
            moved = edit.start + self._shifts[index] + (0 if start else len(edit.put))
        return moved

    def span(self, span: Span) -> Span:
        begin, end, kind, value = span
        if kind == "ref":
            at = self.offset(begin, start=False)
            return Span(at, at, kind, value)
        start = self.offset(begin, start=True)
        return Span(start, max(start, self.offset(end, start=False)), kind, value)


def _first_cut(length: int, edits: list[Edit]) -> list[_Run]:
    """What is left unchanged of a raw text of a length after its first edits."""
    result: list[_Run] = []
    at = shift = 0
    kind = ""
    for edit in edits:
        start, end, put, now = edit
        if start > at:
            result.append((at, at + shift, start - at, kind))
            kind = now
        else:
            kind = _weightier(kind, now)
        shift += len(put) - (end - start)
        at = end
    if at < length:
        result.append((at, at + shift, length - at, kind))
        kind = ""
    result.append((length, length + shift, 0, kind))
    return result


def _cut(runs: list[_Run], edits: list[Edit]) -> list[_Run]:
    """What is left unchanged of the raw text after further edits of the text."""
    result: list[_Run] = []
    index = 0
    shift = 0
    kind = ""
    since = start = 0
    end_raw, end_at, _, end_kind = runs[-1]
    for edit in [*edits, None]:
        stop = edit.start if edit else end_at
        while index < len(runs) - 1 and runs[index][1] < stop:
            raw, at, length, before = runs[index]
            kind = _weightier(kind, before) if at >= since else kind
            low, high = max(at, start), min(at + length, stop)
            if high > low:
                result.append((raw + low - at, low + shift, high - low, kind))
                kind = ""
            if at + length > stop:
                break
            index += 1
        if edit is None:
            break
        kind = _weightier(kind, edit.kind)
        shift += len(edit.put) - (edit.end - edit.start)
        since, start = edit.start, edit.end
        while index < len(runs) - 1 and runs[index][1] + runs[index][2] <= start:
            if runs[index][1] >= edit.start:
                kind = _weightier(kind, runs[index][3])
            index += 1
    result.append((end_raw, end_at + shift, 0, _weightier(kind, end_kind)))
    return result


def _weightier(first: str, second: str) -> str:
    """The kind of two edits that became one: what tells more than that space changed, or both."""
    if first in ("", "space"):
        return second or first
    if second in _SPACE_KINDS or second in first:
        return first
    return second if first in _SPACE_KINDS else f"{first} and {second}"
