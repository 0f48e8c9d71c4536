"""Notes of a PDF and their markers: small numbered paragraphs at a page's foot, raised figures in its text.

A number alone shows nothing, since rows of tables and items have one too: a note is only what a marker of
the same number leads to, and a marker only what leads to such a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.formats.pdf_paragraphs import Measure, Paragraph
from index.formats.pdf_roles import COUNTED

_RAISED = re.compile("([⁰¹²³⁴-⁹]{1,3})")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = re.compile(r"\s*(?:([⁰¹²³⁴-⁹]{1,4})|\[(\d{1,3})\]|(\d{1,3})[.)]?(?=\s))\s*")
_POWER = re.compile(r"(?:\d|(?<![^\W\d_])[^\W\d_])$")
_BEFORE = frozenset(".,;:!?…)]”’»\"'%*>_")
_OPERATORS = frozenset("/⁄=<+−·×^_|")
_SMALLER = 0.93
# Of the endnotes that close a document, so many have a marker at least.
_MARKED = 0.6


@dataclass(frozen=True, slots=True)
class _Marker:
    """Figures that may mark a note; `power` tells that they may as well be an exponent."""

    paragraph: Paragraph
    line: int
    start: int
    end: int
    number: int
    power: bool

    @property
    def page(self) -> int:
        return self.paragraph.lines[self.line].page


def mark_notes(paragraphs: list[Paragraph], usual: Measure) -> None:
    """Give the small paragraphs at the foot of a page the role of notes, from the first that has a number.

    A number counts where the text of the page has a marker of its form, and where it is the next one.
    """
    at = len(paragraphs)
    while at and paragraphs[at - 1].role == "body" and paragraphs[at - 1].size < _SMALLER * usual.size:
        at -= 1
    if at == len(paragraphs):
        return
    raised = {marker.number for marker in _markers(paragraphs[:at], _RAISED)}
    bracketed = {marker.number for marker in _markers(paragraphs[:at], _BRACKETED)}
    last = 0
    for paragraph in paragraphs[at:]:
        text = paragraph.lines[0].text
        label = None if paragraph.lines[0].cells else note_label(text)
        markers = bracketed if text.lstrip()[:1] == "[" else raised
        if label is not None and label[0] in markers and last in (0, label[0] - 1):
            last = paragraph.note = label[0]
        if last:
            paragraph.role = "note"


def mark_endnotes(paragraphs: list[Paragraph]) -> None:
    """Give the numbered paragraphs that close a document the role of notes, where raised figures say so."""
    text = [paragraph for paragraph in paragraphs if paragraph.role != "furniture"]
    at = len(text)
    while at and text[at - 1].role == "item":
        at -= 1
    numbers = [int(match[1]) for item in text[at:] if (match := COUNTED.match(item.lines[0].text))]
    if not numbers or len(numbers) != len(text) - at:
        return
    raised = {marker.number for marker in _markers(text[:at], _RAISED)}
    if len(raised & set(numbers)) >= _MARKED * len(numbers):
        for item, number in zip(text[at:], numbers, strict=True):
            item.role, item.note = "note", number


def tie_notes(paragraphs: Sequence[Paragraph]) -> None:
    """Find the marker of each note, on its page or before it; notes that begin anew are numbered through."""
    notes = [paragraph for paragraph in paragraphs if paragraph.note is not None]
    if not notes:
        return
    markers: dict[int, list[_Marker]] = {}
    written = [text for text in paragraphs if not text.lines[0].cells and not text.lines[0].fixed]
    for marker in _markers(written, _RAISED):
        markers.setdefault(marker.number, []).append(marker)
    anew = len({note.note for note in notes}) < len(notes)
    for count, note in enumerate(notes, 1):
        assert note.note is not None
        known = markers.get(note.note, [])
        near = [marker for marker in known if marker.page == note.page]
        if not near and not anew:
            near = [marker for marker in known if marker.page < note.page]
        if anew:
            note.note = count
        if near:
            marker = min(near, key=lambda marker: marker.power)
            known.remove(marker)
            there = marker.paragraph.markers.setdefault(marker.line, [])
            there.append((marker.start, marker.end, note.note))


def note_label(text: str) -> tuple[int, int] | None:
    """The number that a note begins with and where its words begin, or None."""
    match = _LABEL.match(text)
    if match is None or match.end() == len(text):
        return None
    digits = match[1].translate(_LOWERED) if match[1] else match[2] or match[3]
    return int(digits), match.end()


def _markers(paragraphs: Iterable[Paragraph], form: re.Pattern[str]) -> Iterator[_Marker]:
    """What may be a marker in the text, in its order."""
    for paragraph in paragraphs:
        if paragraph.role in ("note", "furniture"):
            continue
        for number, line in enumerate(paragraph.lines):
            for match in form.finditer(line.text):
                start = len(line.text[: match.start()].rstrip())
                if start and _may_follow(line.text, start, match.end()):
                    power = _POWER.search(line.text[start - 2 if start > 1 else 0 : start]) is not None
                    value = int(match[1].translate(_LOWERED))
                    yield _Marker(paragraph, number, start, match.end(), value, power)


def _may_follow(text: str, start: int, end: int) -> bool:
    """Whether a marker may stand here: after a word or its signs, not within a formula."""
    before, after = text[start - 1], text[end : end + 1]
    return (before.isalnum() or before in _BEFORE) and after not in _OPERATORS
