"""Found rows in an order in which each article's passages follow its text where the rows allow it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from index.align.declared import Spoken


def in_text_order(rows: Iterable[list[Spoken]]) -> list[list[Spoken]]:
    """Order rows so that what stands earlier in an article comes earlier.

    A row is put next when no row that is left has an earlier passage in any of its articles; where articles
    contradict one another, the row goes first that has the fewest such passages before it, and of equal ones
    the one that begins earliest, by the place of its passages and then by article.
    """
    left = sorted(rows, key=_place)
    firsts = [_firsts(row) for row in left]
    # By article, the first passage there of each row that has any, in the order of the text.
    begins: dict[str, list[tuple[int, int]]] = {}
    passages: dict[str, list[int]] = {}
    for number, row in enumerate(left):
        for article, first in firsts[number].items():
            begins.setdefault(article, []).append((first, number))
        for each in row:
            passages.setdefault(each.article, []).append(each.reading.passage.n)
    for article in begins:
        begins[article].sort()
        passages[article].sort()
    held_up = [sum(bisect_left(passages[article], first) for article, first in row.items()) for row in firsts]
    waiting = list(range(len(left)))
    ordered: list[list[Spoken]] = []
    while waiting:
        best = min(waiting, key=held_up.__getitem__)
        waiting.remove(best)
        ordered.append(left[best])
        for each in left[best]:
            later = begins[each.article]
            for _, number in later[bisect_right(later, (each.reading.passage.n, len(left))) :]:
                held_up[number] -= 1
    return ordered


def _firsts(row: list[Spoken]) -> dict[str, int]:
    """The first passage of a row in each of its articles."""
    first: dict[str, int] = {}
    for each in row:
        first[each.article] = min(first.get(each.article, each.reading.passage.n), each.reading.passage.n)
    return first


def _place(row: list[Spoken]) -> tuple[int, str]:
    return min((each.reading.passage.n, each.article) for each in row)
