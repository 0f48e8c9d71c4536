"""Running heads, page numbers and the like: what stands at the edge of page after page.

The rules look at places and repetition, since a line at the top of one page may as well be text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from index.formats.pdf_lines import Line

_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"\W*(?:page\s*|p\.\s*|seite\s*)?(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|/|von)\s*\d+)?\W*", re.IGNORECASE)
_EDGE_LINES = 3
_SAME_PLACE = 3.0
# A running title of a chapter stands on a few pages only.
_TIMES = 3


def find_furniture(pages: Sequence[Sequence[Line]]) -> list[tuple[set[int], set[int]]]:
    """For each page the numbers of its lines that are furniture: those at its head and those at its foot."""
    edges = [_edges(lines) for lines in pages]
    seen: dict[tuple[bool, str], list[tuple[int, float]]] = defaultdict(list)
    for page, (head, foot) in enumerate(edges):
        for top, numbers in ((True, head), (False, foot)):
            for number in numbers:
                line = pages[page][number]
                seen[top, _FIGURES.sub("#", line.text)].append((page, line.top if top else line.bottom))
    enough = _TIMES if len(pages) > 3 else 2
    result: list[tuple[set[int], set[int]]] = []
    for page, (head, foot) in enumerate(edges):
        found: tuple[set[int], set[int]] = (set(), set())
        for top, numbers in ((True, head), (False, foot)):
            for number in numbers:
                line = pages[page][number]
                place = line.top if top else line.bottom
                others = seen[top, _FIGURES.sub("#", line.text)]
                same = sum(abs(other - place) < _SAME_PLACE and at != page for at, other in others) + 1
                alone = _NUMBER.fullmatch(line.text) is not None and (number in (head[:1] if top else foot[:1]))
                if same >= enough or (alone and (same >= 2 or len(pages) == 1)):
                    found[0 if top else 1].add(number)
                elif number == (head if top else foot)[0] or not found[0 if top else 1]:
                    break
        result.append(found)
    return result


def _edges(lines: Sequence[Line]) -> tuple[list[int], list[int]]:
    """The lines at the head of a page and those at its foot, from the edge inwards."""
    if not lines:
        return [], []
    order = sorted(range(len(lines)), key=lambda number: -lines[number].top)
    return order[:_EDGE_LINES], sorted(range(len(lines)), key=lambda number: lines[number].bottom)[:_EDGE_LINES]
