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
    ordered: list[list[Spoken]] = []
    while left:
        best = min(left, key=lambda row: (_held_up(row, left), _place(row)))
        ordered.append(best)
        left.remove(best)
    return ordered


def _held_up(row: list[Spoken], rows: list[list[Spoken]]) -> int:
    first: dict[str, int] = {}
    for each in row:
        first[each.article] = min(first.get(each.article, each.reading.passage.n), each.reading.passage.n)
    return sum(
        other.reading.passage.n < first[other.article]
        for others in rows
        if others is not row
        for other in others
        if other.article in first
    )


def _place(row: list[Spoken]) -> tuple[int, str]:
    return min((each.reading.passage.n, each.article) for each in row)
