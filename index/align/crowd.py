"""Thinning out a row in which one article has many passages: two can be read beside what the others say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.align.declared import Standing
from index.align.found import likenesses
from index.align.likeness import Weights

# More passages of an article than this in one row hide what it says there.
MOST_AN_ARTICLE = 2


def thinned(row: Sequence[Standing], weights: Weights) -> list[Standing]:
    """A row with at most `MOST_AN_ARTICLE` passages of an article, in the order given.

    Those stay that have the most different words of the row and the nearest counterparts in the other
    articles, the first of equal ones. What one article alone says stays whole: there is nothing beside it
    that it could hide.
    """
    by_article: dict[str, list[int]] = {}
    for number, each in enumerate(row):
        by_article.setdefault(each.spoken.article, []).append(number)
    if len(by_article) < 2 or all(len(each) <= MOST_AN_ARTICLE for each in by_article.values()):
        return list(row)
    nearest: dict[tuple[int, str], float] = {}
    spoken = [each.spoken for each in row]
    for (one, other), likeness in likenesses(
        spoken, [weights.vector(each.reading) for each in spoken]
    ).items():
        for number, article in ((one, spoken[other].article), (other, spoken[one].article)):
            nearest[number, article] = max(nearest.get((number, article), 0.0), likeness)
    kept: list[tuple[int, int]] = []
    for numbers in by_article.values():
        if len(numbers) <= MOST_AN_ARTICLE:
            kept.extend((number, 0) for number in numbers)
            continue
        worth = {
            number: _said(row[number]) * sum(nearest.get((number, article), 0.0) for article in by_article)
            for number in numbers
        }
        best = sorted(numbers, key=lambda number: (-round(worth[number], 9), number))[:MOST_AN_ARTICLE]
        kept.extend((number, len(numbers)) for number in best)
    return [replace(row[number], of=of) for number, of in sorted(kept)]


def _said(each: Standing) -> int:
    """How many different words of the row a passage has."""
    words = each.spoken.reading.words
    return len({tuple(word.stem for word in words[first : last + 1]) for first, last in each.places})
