"""The numbers and dates of a passage, so that those of a row can be read beside each other."""

from __future__ import annotations

import re

from index.results import Row

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = (
    r"(?:\s?%|[\s-](?:percent|per cent|thousand|million|billion|trillion|years?|months?|days?|km|kilometers?|"
    r"kilometres?|miles?|tons?|tonnes?|barrels?|troops|yen|dollars|rubles|roubles|euros)\b)"
)
_FIGURE = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?\b|\b\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?\b|\b{_MONTH},?\s+\d{{4}}\b"
    rf"|\b\d{{4}}[-–/]\d{{2,4}}\b|\b\d{{4}}s\b"
    rf"|(?:[$€£¥]\s?)?(?<![\w.-]){_NUMBER}{_UNIT}*(?![\w-])"
)


def figures(text: str) -> tuple[tuple[int, int], ...]:
    """Where numbers and dates stand in a text, with their units, as code-point offsets in order.

    A lone digit is left out: it is part of a name or a list sooner than a quantity.
    """
    return tuple(match.span() for match in _FIGURE.finditer(text) if len(match[0]) > 1)


def row_figures(row: Row) -> dict[str, tuple[str, ...]]:
    """The numbers and dates of each article in a row that has any, each once and in text order."""
    found: dict[str, tuple[str, ...]] = {}
    for article, cells in row.cells.items():
        texts = [cell.passage.text for cell in cells]
        words = dict.fromkeys(text[start:end] for text in texts for start, end in figures(text))
        if words:
            found[article] = tuple(words)
    return found
