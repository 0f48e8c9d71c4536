"""The numbers and dates of a passage, so that those of a row can be read beside each other."""

from __future__ import annotations

import re

from index.results import Row
from index.store.analysis import STOP_WORDS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Mar\.|Apr\.|Jun\.|Jul\.|Aug\.|Sept?\.|Oct\.|Nov\.|Dec\.)"
)
_DASH = r"\-\u2010\u2011\u2012\u2013"
_NUMBER = r"\d+(?:[.,]\d+)*"
_UNIT = (
    r"(?:\s?%|[\s\u2011-](?:percent|per cent|thousand|million|billion|trillion|years?|months?|days?|"
    r"km|kilometers?|kilometres?|(?:nautical )?miles?|tons?|tonnes?|barrels?|troops|yen|dollars|"
    r"rubles|roubles|euros)\b)"
)
# Led in by a letter or a stroke, or ended by letters, a number is part of a name (S-400, 2+2, 9/11, 40N6).
_FREE = rf"(?<![\w.,/+])(?<![\w][{_DASH}])"
_FIGURE = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?\b|\b\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?\b|\b{_MONTH},?\s+\d{{4}}\b"
    rf"|{_FREE}\d{{4}}[-–/]\d{{2,4}}\b|{_FREE}\d{{4}}s\b"
    rf"|(?:[$€£¥]\s?)?{_FREE}{_NUMBER}(?:\s?[-–]\s?{_NUMBER})?(?:{_UNIT}+|(?![\w/+{_DASH}]|[.,]\d))"
)
# A number after so short a capitalised word is a type or a number of a series (Su 35, MiG 29, G 20, No. 6).
_LED = re.compile(r"(?<![\w.])([B-HJ-Z]|[A-Z][A-Za-z]{1,2})\.?\s$")
_PLAIN = re.compile(r"\d{1,3}")


def figures(text: str) -> tuple[tuple[int, int], ...]:
    """Where numbers and dates stand in a text, with their units, as code-point offsets in order.

    Left out are a lone digit and a number that is part of a name: neither is a quantity.
    """
    return tuple(
        match.span() for match in _FIGURE.finditer(text) if len(match[0]) > 1 and not _is_name(match, text)
    )


def _is_name(match: re.Match[str], text: str) -> bool:
    if not _PLAIN.fullmatch(match[0]):
        return False
    led = _LED.search(text, max(0, match.start() - 6), match.start())
    return led is not None and (len(led[1]) == 1 or "." in led[0] or led[1].lower() not in STOP_WORDS)


def row_figures(row: Row) -> dict[str, tuple[str, ...]]:
    """The numbers and dates of each article in a row that has any, each once and in text order."""
    found: dict[str, tuple[str, ...]] = {}
    for article, cells in row.cells.items():
        texts = [cell.passage.text for cell in cells]
        words = dict.fromkeys(text[start:end] for text in texts for start, end in figures(text))
        if words:
            found[article] = tuple(words)
    return found
