"""Styled lines: text cut, wrapped, padded and marked by terminal cells.

The layouts speak of tones, not of styles, so that the look is decided in one place (`tui.widgets.rows_view`)
and the layouts can be read in tests as plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from rich.cells import cell_len

Tone = Literal["text", "match", "shared", "asked", "head", "dim", "rule", "sign", "warn"]
Offsets = tuple[int, int]
Mark = tuple[int, int, Tone]

# A word with the blanks after it; a line also may end after an em dash.
_WORD = re.compile(r"([^ \t\n—]*—|[^ \t\n—]+)([ \t]*)|([ \t]+)|(\n)")
_ELLIPSIS = "…"
# Where a word that is too long for a line, such as an address, had best be broken.
JOINTS = "/-_.?&="
# Signs of Chinese and Japanese that begin no line, and those that end none.
_NEVER_FIRST = frozenset("、。，．！？：；」』）】〉》ー々")
_NEVER_LAST = frozenset("「『（【〈《")
# So many signs a line is shortened for that at most.
_SHIFT = 4
# A rule without its label and remark: "── ", a blank and at least one "─".
_RULE = 5


class Run(NamedTuple):
    """A stretch of a line in one tone."""

    text: str
    tone: Tone = "text"


Line = tuple[Run, ...]


def cells(text: str) -> int:
    """How many terminal cells a text fills; plain ASCII, the most of any text, is not looked at twice."""
    return len(text) if text.isascii() else cell_len(text)


def plain(line: Line) -> str:
    """The line's text without its tones."""
    return "".join(run.text for run in line)


def width_of(line: Line) -> int:
    """The line's width in terminal cells."""
    return sum(cells(run.text) for run in line)


def cut(text: str, width: int) -> str:
    """The text on one line, in at most `width` cells, with an ellipsis where something was left out."""
    text = " ".join(text.split())
    if cells(text) <= width:
        return text
    if width <= 0:
        return ""
    kept = text[: fit(text, width - 1)].rstrip()
    return kept + _ELLIPSIS


def cut_within(text: str, width: int) -> str:
    """As `cut`, but what is left out is in the middle, so that beginning and end tell texts apart."""
    text = " ".join(text.split())
    if cells(text) <= width:
        return text
    end = text[len(text) - fit(text[::-1], (width - 1) // 2) :]
    return cut(text, width - cells(end)) + end


def fit(text: str, width: int) -> int:
    """How many characters of the text fit in `width` cells, with combining marks kept on their letter."""
    if len(text) <= width and text.isascii():
        return len(text)
    used = 0
    for at, char in enumerate(text):
        used += cells(char)
        if used > width:
            return at
    return len(text)


def pad(line: Line, width: int) -> Line:
    """The line, cut or filled with blanks to exactly `width` cells."""
    room = width - width_of(line)
    if room == 0:
        return line
    if room > 0:
        return (*line, Run(" " * room))
    kept: list[Run] = []
    left = width
    for run in line:
        size = cells(run.text)
        if size <= left:
            kept.append(run)
            left -= size
            continue
        piece = run.text[: fit(run.text, left)]
        kept.append(Run(piece + " " * (left - cells(piece)), run.tone))
        break
    return tuple(kept)


@lru_cache(maxsize=4096)
def wrap(text: str, width: int, start: int = 0, end: int | None = None) -> tuple[Offsets, ...]:
    """The lines of a text as offsets into it, broken on blanks, after em dashes, or where a word is too long.

    Blanks at a break belong to no line. There is always at least one line, which may be empty. Kept, since a
    passage is laid out again whenever what stands around it changes.
    """
    width = max(width, 1)
    stop = len(text) if end is None else end
    lines: list[Offsets] = []
    begin = last = start
    used = blanks = 0

    def flush(at: int) -> None:
        nonlocal begin, last, used, blanks
        lines.append((begin, last))
        begin = last = at
        used = blanks = 0

    for match in _WORD.finditer(text, start, stop):
        if match[4]:
            flush(match.end())
            continue
        if match[3]:
            if begin == last:
                begin = last = match.end()
            else:
                blanks += len(match[3])
            continue
        word = match[1]
        size = cells(word)
        if last > begin and used + blanks + size > width:
            flush(match.start(1))
        at = match.start(1)
        while size > width:
            taken = max(fit(text[at : match.end(1)], width), 1)
            joint = max(text.rfind(sign, at, at + taken) for sign in JOINTS) + 1
            last = joint if joint > at + taken // 2 else at + taken
            for better in range(last, max(at, last - _SHIFT), -1) if last < match.end(1) else ():
                if text[better] not in _NEVER_FIRST and text[better - 1] not in _NEVER_LAST:
                    last = better
                    break
            at = last
            size = cells(text[at : match.end(1)])
            if size:
                flush(at)
        last = match.end(1)
        used += blanks + size
        blanks = len(match[2])
    if last > begin or not lines:
        lines.append((begin, last))
    return tuple(lines)


def marked(
    text: str,
    start: int,
    end: int,
    spans: Sequence[Offsets],
    tone: Tone = "text",
    shared: Sequence[Offsets] = (),
    asked: Sequence[Offsets] = (),
) -> Line:
    """The text between two offsets, with the spans in it (in order and apart) in the tone `match`.

    `shared` and `asked` are spans in the tones of these names; of two that meet, a match wins, then `asked`.
    """
    marks: list[Mark] = [(first, last, "match") for first, last in spans]
    marks += _clear(asked, "asked", marks)
    marks += _clear(shared, "shared", marks)
    runs: list[Run] = []
    at = start
    for first, last, mark in sorted(marks):
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if first > at:
            runs.append(Run(_flat(text[at:first]), tone))
        runs.append(Run(_flat(text[first:last]), mark))
        at = last
    if at < end:
        runs.append(Run(_flat(text[at:end]), tone))
    return tuple(runs)


def word_spans(text: str, words: Sequence[str]) -> tuple[Offsets, ...]:
    """Where words or phrases stand in a text as whole words, whatever their case, in order and apart."""
    if not words:
        return ()
    longest = sorted({word for word in words if word}, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest)) + r")(?!\w)", re.IGNORECASE)
    return tuple(match.span() for match in pattern.finditer(text))


def paragraph(
    text: str,
    width: int,
    spans: Sequence[Offsets] = (),
    tone: Tone = "text",
    within: Offsets | None = None,
    shared: Sequence[Offsets] = (),
    asked: Sequence[Offsets] = (),
) -> list[Line]:
    """A text wrapped to a width with its spans marked; `within` takes only a part of it."""
    start, end = within or (0, len(text))
    offsets = wrap(text, width, start, end)
    return [marked(text, first, last, spans, tone, shared, asked) for first, last in offsets]


def sides(left: Line, right: Line, width: int) -> Line:
    """Two ends of one line; the left is cut when there is no room for both."""
    room = width - width_of(right)
    if room <= 0:
        return pad(left, width)
    return (*pad(left, room), *right)


def joined(parts: Iterable[str]) -> str:
    """The parts that are not empty, with the middle dot of the house between them."""
    return " · ".join(part for part in parts if part)


def rule(label: str, width: int, *remarks: str) -> Line:
    """A full-width rule that carries a label, and at its right end the first remark that leaves room for it.

    Where none does, the last one stands and the label is cut.
    """
    room = width - cells(label) - _RULE
    remark = next((each for each in remarks if cells(each) + 3 <= room), remarks[-1] if remarks else "")
    tail = f" {remark} ─" if remark else ""
    name = cut(label, max(width - cells(tail) - _RULE, 1))
    fill = max(width - cells(name) - cells(tail) - _RULE + 1, 0)
    return pad((Run("── ", "rule"), Run(name, "head"), Run(f" {'─' * fill}{tail}", "rule")), width)


def _clear(spans: Iterable[Offsets], tone: Tone, marks: Sequence[Mark]) -> list[Mark]:
    """The spans that meet none of the marks, as marks in a tone."""
    return [(a, b, tone) for a, b in spans if not any(a < last and first < b for first, last, _ in marks)]


def _flat(text: str) -> str:
    """The text with its tabs and line ends as blanks, so that a line stays one line."""
    return text.replace("\t", " ").replace("\n", " ")
