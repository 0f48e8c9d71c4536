"""The part of a passage to show in a list: sentences around the marked words, cut where a reader would."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from index.store.analysis import STOP_WORDS, stem
from index.store.folding import fold

# Three lines of a terminal of eighty columns.
LENGTH = 240

# A full stop after a title or an initial ends no sentence.
_SENTENCE = re.compile(
    r"[.!?\u2026](?<!\b[A-Zp]\.)(?<!\b(?:Mr|Ms|Dr|Lt|St|No|vs|cf|al|Jr|Sr|pp)\.)"
    r"(?<!\b(?:Mrs|Gen|Col|Adm|Sen|Rep|Gov)\.)(?<!\bProf\.)"
    r"[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]*[^\W_a-z])"
    r"|[\u3002\uff01\uff1f][\u300d\u300f\uff09]*\s*"
)
_CLAUSE = re.compile(r"[,;:]\s+|\s+[\u2013\u2014-]\s+|\u2014|\)\s+")
_SPACE = re.compile(r"\s+")


def snippet(text: str, spans: Sequence[tuple[int, int]], length: int = LENGTH) -> tuple[int, int]:
    """Choose what to show of a text: start and end, at most about `length` characters apart.

    Whole sentences where they fit, else a clause, else words; the place is where most of the marked words
    stand, counting each word of the text once. While a query is typed the same are asked for again.
    """
    return _snippet(text, tuple(spans), length)


@lru_cache(maxsize=512)
def _snippet(text: str, spans: tuple[tuple[int, int], ...], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return (0, len(text))
    focus = _densest(text, spans, length)
    bounds = _sentences(text, focus, length)
    first = min(bisect_right(bounds, focus[0]), len(bounds) - 1) - 1
    last = first + 1
    while last < len(bounds) - 1 and bounds[last] < focus[1]:
        last += 1
    start, end = bounds[first], bounds[last]
    if _trimmed(text, start, end) > length:
        return _clause(text, start, end, focus, length)
    while last + 1 < len(bounds) and _trimmed(text, start, bounds[last + 1]) <= length:
        last += 1
        end = bounds[last]
    return (start, start + len(text[start:end].rstrip()))


def _trimmed(text: str, start: int, end: int) -> int:
    return len(text[start:end].rstrip())


def _sentences(text: str, focus: tuple[int, int], length: int) -> list[int]:
    """Give the bounds of the sentences around a place; one that begins further off is cut anyway."""
    bounds = [max(0, focus[0] - length)]
    for found in _SENTENCE.finditer(text, bounds[0]):
        if found.end() > focus[1] + length:
            return [*bounds, found.end()]
        bounds.append(found.end())
    if bounds[-1] < len(text):
        bounds.append(len(text))
    return bounds


def _densest(text: str, spans: Sequence[tuple[int, int]], length: int) -> tuple[int, int]:
    if not spans:
        return (0, 0)
    best, chosen = -1.0, (spans[0][0], spans[0][1])
    for i, (start, _) in enumerate(spans):
        seen: set[str] = set()
        end = spans[i][1]
        for number in range(i, len(spans)):
            left, right = spans[number]
            if right - start > length * 2 // 3 and right != spans[i][1]:
                break
            word = stem(fold(text[left:right]))
            if word not in seen:
                seen.add(word)
                end = right
        if len(seen) > best:
            best, chosen = len(seen), (start, end)
    return chosen


def _clause(text: str, start: int, end: int, focus: tuple[int, int], length: int) -> tuple[int, int]:
    """Cut a sentence that is too long: at the clause before the marked words, else at a word."""
    room = max(length - (focus[1] - focus[0]), length // 4)
    begin = start
    if focus[1] - start > length:
        earliest = max(start, focus[0] - room // 2)
        cuts = [found.end() for found in _CLAUSE.finditer(text, earliest, focus[0])]
        begin = cuts[0] if cuts else _word_after(text, earliest, focus[0])
    limit = min(end, begin + length)
    if limit == end:
        return (begin, begin + len(text[begin:end].rstrip()))
    cuts = [found.start() + (text[found.start()] == ")") for found in _CLAUSE.finditer(text, focus[1], limit)]
    if cuts and cuts[-1] - begin > length // 2:
        stop = cuts[-1]
    else:
        stop = _word_before(text, max(focus[1], begin + 1), limit)
    return (begin, max(stop, min(focus[1], end)))


def _word_after(text: str, place: int, limit: int) -> int:
    if place == 0 or text[place - 1].isspace():
        return place
    found = _SPACE.search(text, place, limit)
    return found.end() if found else limit


def _word_before(text: str, least: int, limit: int) -> int:
    spaces = [found.start() for found in _SPACE.finditer(text, least, limit + 1)]
    # What a small word begins is read with what follows it.
    while len(spaces) > 1 and text[spaces[-2] : spaces[-1]].strip().casefold() in STOP_WORDS:
        spaces.pop()
    return spaces[-1] if spaces else limit
