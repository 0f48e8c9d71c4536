"""Thinning out a row in which one article has many passages: two can be read beside what the others say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.align.alike import likenesses
from index.align.declared import Standing
from index.align.likeness import Weights

# More passages of an article than this in one row hide what it says there.
MOST_AN_ARTICLE = 2


def thinned(row: Sequence[Standing], weights: Weights) -> list[Standing]:
    """A row with at most `MOST_AN_ARTICLE` passages of an article, in the order given.

    In an article with more, those with less than half as many different words of the row as another of them
    touch on it in passing and give way; of the others those stay that have the most such words and the
    nearest counterparts in the other articles, the first of equal ones. What one article alone says stays
    whole: there is nothing beside it that it could hide.
    """
    by_article: dict[str, list[int]] = {}
    for number, each in enumerate(row):
        by_article.setdefault(each.spoken.article, []).append(number)
    if len(by_article) < 2 or all(len(each) <= MOST_AN_ARTICLE for each in by_article.values()):
        return list(row)
    said = [_said(each) for each in row]
    left = {article: _in_earnest(numbers, said) for article, numbers in by_article.items()}
    staying = [number for numbers in left.values() for number in numbers]
    nearest: dict[int, dict[str, float]] = {number: {} for number in staying}
    spoken = [row[number].spoken for number in staying]
    articles = [each.article for each in spoken]
    for one, found in likenesses(articles, (weights.vector(each.reading) for each in spoken)):
        home, mine = articles[one], nearest[staying[one]]
        for number, article, likeness in zip(staying, articles, found, strict=False):
            theirs = nearest[number]
            if likeness > mine.get(article, 0.0):
                mine[article] = likeness
            if likeness > theirs.get(home, 0.0):
                theirs[home] = likeness
    kept: list[tuple[int, int]] = []
    for article, numbers in by_article.items():
        if len(numbers) <= MOST_AN_ARTICLE:
            kept.extend((number, 0) for number in numbers)
            continue
        worth = {
            number: said[number] * sum(nearest[number].get(other, 0.0) for other in by_article)
            for number in left[article]
        }
        best = sorted(worth, key=lambda number: (-round(worth[number], 9), number))[:MOST_AN_ARTICLE]
        kept.extend((number, len(numbers)) for number in best)
    return [replace(row[number], of=of) for number, of in sorted(kept)]


def _in_earnest(numbers: Sequence[int], said: Sequence[int]) -> Sequence[int]:
    """Of too many passages of an article those that do not touch on the row in passing only."""
    if len(numbers) <= MOST_AN_ARTICLE:
        return numbers
    most = max(said[number] for number in numbers)
    return [number for number in numbers if 2 * said[number] >= most]


def _said(each: Standing) -> int:
    """How many different words of the row a passage has."""
    words = each.spoken.reading.words
    return len({tuple(word.stem for word in words[first : last + 1]) for first, last in each.places})
