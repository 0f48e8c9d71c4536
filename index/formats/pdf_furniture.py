"""Running heads, page numbers and the like: what stands at the edge of page after page.

The rules look at places and repetition, since a line at the top of one page may as well be text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest, nsmallest

from index.formats.pdf_lines import Line

_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(
    r"\W*(?:page\s*|p\.\s*|seite\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d+)?\W*", re.IGNORECASE
)
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_EDGE_LINES = 3
_SAME_PLACE = 3.0
# A running title of a chapter stands on a few pages only.
_TIMES = 3
# A number is that of the page where it is as far from the count of pages on so many of them.
_PART = 0.1


def find_furniture(pages: Sequence[Sequence[Line]]) -> list[tuple[set[int], set[int]]]:
    """For each page the numbers of its lines that are furniture: those at its head and those at its foot."""
    edges = [_edges(lines) for lines in pages]
    seen: Counter[tuple[bool, str, int]] = Counter()
    for lines, sides in zip(pages, edges, strict=True):
        for foot, numbers in enumerate(sides):
            seen.update({_key(lines[number], bool(foot)) for number in numbers})
    enough = _TIMES if len(pages) > 3 else 2
    ahead = Counter(
        page - number
        for page, (lines, sides) in enumerate(zip(pages, edges, strict=True), 1)
        for number in {number for numbers in sides if numbers for number in _told(lines[numbers[0]])}
    )
    counted = {0, *(by for by, times in ahead.items() if times >= max(enough, _PART * len(pages)))}
    return [
        (
            _furniture(page, lines, head, False, seen, enough, counted),
            _furniture(page, lines, foot, True, seen, enough, counted),
        )
        for page, (lines, (head, foot)) in enumerate(zip(pages, edges, strict=True), 1)
    ]


def _furniture(
    page: int,
    lines: Sequence[Line],
    edge: Sequence[int],
    foot: bool,
    seen: Counter[tuple[bool, str, int]],
    enough: int,
    counted: set[int],
) -> set[int]:
    """The furniture at one edge of a page, from the edge inwards up to the first line that is none."""
    found: set[int] = set()
    for place, number in enumerate(edge):
        line = lines[number]
        kind, text, height = _key(line, foot)
        times = sum(seen[kind, text, height + near] for near in (-1, 0, 1))
        alone = place == 0 and _NUMBER.fullmatch(line.text) is not None
        told = place == 0 and any(page - own in counted for own in _told(line))
        counts = alone and (times >= 2 or text.strip() == "#" or _ROMAN.fullmatch(text.strip()) is not None)
        if not (times >= enough or told or counts):
            break
        found.add(number)
    return found


def _told(line: Line) -> set[int]:
    """The numbers at either end of a line that is parted as running heads with page numbers are."""
    ends = {line.cells[0], line.cells[-1]} if line.cells else set()
    return {int(end) for end in ends if end.isdecimal() and len(end) <= 4}


def _key(line: Line, foot: bool) -> tuple[bool, str, int]:
    """What a line shares with those like it on other pages: its words without figures, and its height."""
    return foot, _FIGURES.sub("#", line.text), round((line.bottom if foot else line.top) / _SAME_PLACE)


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The lines at the head of a page and those at its foot, from the edge inwards."""
    if not lines:
        return [], []
    tops = [line.top for line in lines]
    bottoms = [line.bottom for line in lines]
    numbers = range(len(lines))
    return nlargest(_EDGE_LINES, numbers, tops.__getitem__), nsmallest(
        _EDGE_LINES, numbers, bottoms.__getitem__
    )
