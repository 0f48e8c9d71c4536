"""Found rows in an order in which each article's passages follow its text where the rows allow it."""

from __future__ import annotations

from collections.abc import Iterable

from index.align.declared import Spoken


def in_text_order(rows: Iterable[list[Spoken]]) -> list[list[Spoken]]:
    """Order rows so that what stands earlier in an article comes earlier.

    A row is put next when no row that is left has an earlier passage in any of its articles; where articles
    contradict one another, the row goes first that has the fewest such passages before it, and of equal ones
    the one that begins earliest, by the place of its passages and then by article.
    """
    left = list(rows)
    firsts = [_firsts(row) for row in left]
    held_up = [sum(_before(other, first) for other in left) for first in firsts]
    places = [_place(row) for row in left]
    waiting = set(range(len(left)))
    ordered: list[list[Spoken]] = []
    while waiting:
        best = min(waiting, key=lambda number: (held_up[number], places[number], number))
        waiting.remove(best)
        ordered.append(left[best])
        for number in waiting:
            held_up[number] -= _before(left[best], firsts[number])
    return ordered


def _firsts(row: list[Spoken]) -> dict[str, int]:
    """The first passage of a row in each of its articles."""
    first: dict[str, int] = {}
    for each in row:
        first[each.article] = min(first.get(each.article, each.reading.passage.n), each.reading.passage.n)
    return first


def _before(row: list[Spoken], firsts: dict[str, int]) -> int:
    """How many passages of a row stand before these in their articles."""
    return sum(each.reading.passage.n < firsts.get(each.article, 0) for each in row)


def _place(row: list[Spoken]) -> tuple[int, str]:
    return min((each.reading.passage.n, each.article) for each in row)
