"""What a paragraph of a PDF is by its look and place: a note, an item, a quotation, a heading."""

from __future__ import annotations

import re

from index.formats.pdf_paragraphs import LARGER, Measure, Paragraph, is_large

_WORD = re.compile(r"[^\W\d_]{3}")
_SIGN = re.compile(r"[•◦▪‣·■□●○]\s+\S")
_COUNTED = re.compile(r"\(?(\d{1,3})[.)]\s+\S")
_RAISED = re.compile("[⁰¹²³⁴-⁹]{1,3}")
_BRACKETED = re.compile(r"\S ?\[(\d{1,3})\]")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_NOTE_LABEL = re.compile(r"\s*(?:([⁰¹²³⁴-⁹]{1,4})|\[(\d{1,3})\]|(\d{1,3})[.)]?(?=\s))\s*")
_SMALLER = 0.93


def mark_notes(paragraphs: list[Paragraph], usual: Measure) -> None:
    """Give the small paragraphs at the foot of a page the role of notes, from the first that has a number.

    A number counts where the text of the page has a marker of its form, and where it is the next one.
    """
    at = len(paragraphs)
    while at and paragraphs[at - 1].role == "body" and paragraphs[at - 1].size < _SMALLER * usual.size:
        at -= 1
    if at == len(paragraphs):
        return
    text = "\n".join(line.text for paragraph in paragraphs[:at] for line in paragraph.lines)
    raised = {int(figures.translate(_LOWERED)) for figures in _RAISED.findall(text)}
    bracketed = {int(figures) for figures in _BRACKETED.findall(text)}
    last = 0
    for paragraph in paragraphs[at:]:
        label = None if paragraph.lines[0].cells else note_label(paragraph.lines[0].text)
        markers = bracketed if paragraph.lines[0].text.lstrip()[:1] == "[" else raised
        if label is not None and label[0] in markers and last in (0, label[0] - 1):
            last = label[0]
        if last:
            paragraph.role = "note"


def mark_items(paragraphs: list[Paragraph]) -> None:
    """Give paragraphs with a bullet, or with numbers that count up, the role of items of a list."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        if paragraph.role == "furniture":
            continue
        text = paragraph.lines[0].text
        if paragraph.role == "body" and _SIGN.match(text):
            paragraph.role = "item"
        elif paragraph.role == "body" and before is not None and _follows(before.lines[0].text, text):
            before.role = paragraph.role = "item"
        before = paragraph


def mark_endnotes(paragraphs: list[Paragraph]) -> None:
    """Give the numbered paragraphs that close a document the role of notes, where raised figures say so."""
    text = [paragraph for paragraph in paragraphs if paragraph.role != "furniture"]
    at = len(text)
    while at and text[at - 1].role == "item":
        at -= 1
    numbers = [int(match[1]) for item in text[at:] if (match := _COUNTED.match(item.lines[0].text))]
    if not numbers or len(numbers) != len(text) - at:
        return
    raised = {
        int(figures.translate(_LOWERED))
        for paragraph in text[:at]
        for line in paragraph.lines
        for figures in _RAISED.findall(line.text)
    }
    if len(raised & set(numbers)) >= 0.6 * len(numbers):
        for item in text[at:]:
            item.role = "note"


def mark_quotes(paragraphs: list[Paragraph], usual: Measure) -> None:
    """Give a paragraph that is set in from the margin, between two that are not, the role of a quotation.

    In a document where many paragraphs are set in, that says something else.
    """
    margins: dict[tuple[int, int], float] = {}
    for paragraph in paragraphs:
        if paragraph.role == "body":
            place = (paragraph.page, paragraph.column)
            margins[place] = min(margins.get(place, 1e9), *(line.left for line in paragraph.lines))
    text = [p for p in paragraphs if p.role == "body" and len(p.lines) > 1 and not p.lines[0].fixed]
    inset = [
        min(line.left for line in p.lines) - margins[p.page, p.column] > 1.5 * usual.size
        and 0.8 * usual.size < p.size < LARGER * usual.size
        for p in text
    ]
    if sum(inset) > max(1, 0.1 * len(inset)):
        return
    for number in range(1, len(text) - 1):
        if inset[number] and not inset[number - 1] and not inset[number + 1]:
            text[number].role = "quote"


def _follows(before: str, text: str) -> bool:
    """Whether two paragraphs begin with numbers of which the second is the next."""
    first, second = _COUNTED.match(before), _COUNTED.match(text)
    return first is not None and second is not None and int(first[1]) + 1 == int(second[1])


def note_label(text: str) -> tuple[int, int] | None:
    """The number that a note begins with and where its words begin, or None."""
    match = _NOTE_LABEL.match(text)
    if match is None or match.end() == len(text):
        return None
    digits = match[1].translate(_LOWERED) if match[1] else match[2] or match[3]
    return int(digits), match.end()


def is_heading(paragraph: Paragraph, usual: Measure) -> bool:
    """Whether a paragraph is set larger or bolder than the text, and is short."""
    lines = paragraph.lines
    large = is_large(lines[0], usual)
    if not large and not lines[0].bold:
        return False
    size = sum(len(line.text) for line in lines)
    if paragraph.role != "body" or lines[0].cells or size > 250 or not _WORD.search(lines[0].text):
        return False
    if large:
        return True
    bold = all(line.bold for line in lines)
    return bold and size < 160 and len(lines) <= 2 and lines[-1].text[-1] not in ".,;"
