"""What a paragraph of a PDF is by its look and place: an item, a quotation, a heading."""

from __future__ import annotations

import re

from index.formats.pdf_paragraphs import LARGER, Measure, Paragraph, is_large

_WORD = re.compile(r"[^\W\d_]{3}")
_SIGN = re.compile(r"[•◦▪‣·■□●○]\s+\S")
COUNTED = re.compile(r"\(?(\d{1,3})[.)]\s+\S")


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
    first, second = COUNTED.match(before), COUNTED.match(text)
    return first is not None and second is not None and int(first[1]) + 1 == int(second[1])


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
