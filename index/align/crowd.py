"""Thinning out a row in which one article has many passages: two can be read beside what the others say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.align.declared import Standing
from index.align.likeness import Vector, Weights

# More passages of an article than this in one row hide what it says there.
MOST_AN_ARTICLE = 2


def thinned(row: Sequence[Standing], weights: Weights) -> list[Standing]:
    """A row with at most `MOST_AN_ARTICLE` passages of an article, in the order given.

    Those stay that have most in common with what the other articles say in the row, the first of equal ones.
    What one article alone says stays whole: there is nothing beside it that it could hide.
    """
    by_article: dict[str, list[int]] = {}
    for number, each in enumerate(row):
        by_article.setdefault(each.spoken.article, []).append(number)
    if len(by_article) < 2 or all(len(each) <= MOST_AN_ARTICLE for each in by_article.values()):
        return list(row)
    units = [_unit(weights.vector(each.spoken.reading)) for each in row]
    whole = _sum(units)
    kept: list[tuple[int, int]] = []
    for numbers in by_article.values():
        if len(numbers) <= MOST_AN_ARTICLE:
            kept.extend((number, 0) for number in numbers)
            continue
        own = _sum([units[number] for number in numbers])
        alike = {number: _product(units[number], whole) - _product(units[number], own) for number in numbers}
        best = sorted(numbers, key=lambda number: (-round(alike[number], 9), number))[:MOST_AN_ARTICLE]
        kept.extend((number, len(numbers)) for number in best)
    return [replace(row[number], of=of) for number, of in sorted(kept)]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {stem: weight / length for stem, weight in vector.items()}


def _sum(vectors: Sequence[Vector]) -> Mapping[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for stem, weight in vector.items():
            total[stem] = total.get(stem, 0.0) + weight
    return total


def _product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items())
