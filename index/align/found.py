"""Rows that the program finds itself: passages of different articles that make comparable claims."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import combinations

from index.align.declared import Spoken
from index.align.likeness import Vector, Weights

# Passages on one topic that are less alike than this share little but the topic; such a passage stands alone.
CLOSE = 0.05
# Every two passages of a row, and not only the nearest, are at least so much alike.
_LOOSE = 0.6 * CLOSE
# Two passages of which each has others that are far more like it are not set side by side: so large a part of
# the likeness to their nearest (the mean of both, geometric) they must reach. Where texts run parallel the
# nearest are very near, and what is merely on the same topic stays apart.
_NEAR = 0.4
# So much alike with all of a row, a passage stands there too though it has a row already.
_SECOND = 0.07
# More than two passages of an article in one row are no longer comparable with those beside them.
_MOST_AN_ARTICLE = 2

Pair = tuple[int, int]


def group(spoken: Sequence[Spoken], weights: Weights) -> list[list[Spoken]]:
    """Passages in rows: the most alike are joined first, and those like no other stand alone.

    Two rows become one when all their passages of different articles are alike; a passage then also joins a
    second row with all of which it is clearly alike. Deterministic: equal likeness is settled by order.
    """
    alike = _near(likenesses(spoken, [weights.vector(each.reading) for each in spoken]))
    articles = [each.article for each in spoken]
    rows: list[list[int]] = [[number] for number in range(len(spoken))]
    home = list(range(len(spoken)))
    for pair in sorted(alike, key=lambda pair: (-alike[pair], pair)):
        one, other = home[pair[0]], home[pair[1]]
        if alike[pair] < CLOSE:
            break
        both = sorted(rows[one] + rows[other])
        if (
            one == other
            or _crowded(both, articles)
            or _least(rows[one], rows[other], alike, articles) < _LOOSE
        ):
            continue
        rows[one], rows[other] = both, []
        for number in both:
            home[number] = one
    whole = [_with_seconds(row, alike, articles) if len(row) > 1 else row for row in rows]
    return [[spoken[number] for number in row] for row in whole if row]


def likenesses(spoken: Sequence[Spoken], vectors: Sequence[Vector]) -> dict[Pair, float]:
    """The cosine of each two passages of different articles that share a word, by their numbers."""
    having: dict[str, list[tuple[int, float]]] = {}
    for number, vector in enumerate(vectors):
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        for stem, weight in vector.items():
            having.setdefault(stem, []).append((number, weight / length))
    products: dict[Pair, float] = {}
    for places in having.values():
        for (one, weight), (other, others) in combinations(places, 2):
            if spoken[one].article != spoken[other].article:
                products[one, other] = products.get((one, other), 0.0) + weight * others
    return products


def _near(alike: dict[Pair, float]) -> dict[Pair, float]:
    """The pairs that are not far less alike than each of the two is to the passage nearest to it."""
    nearest: dict[int, float] = {}
    for pair, likeness in alike.items():
        for number in pair:
            nearest[number] = max(nearest.get(number, 0.0), likeness)
    return {
        (one, other): likeness
        for (one, other), likeness in alike.items()
        if likeness >= _NEAR * math.sqrt(nearest[one] * nearest[other])
    }


def _least(
    row: Sequence[int], others: Sequence[int], alike: dict[Pair, float], articles: Sequence[str]
) -> float:
    """How alike the least alike passages of different articles are, one of each row."""
    return min(
        (
            alike.get((min(one, other), max(one, other)), 0.0)
            for one in row
            for other in others
            if articles[one] != articles[other]
        ),
        default=0.0,
    )


def _with_seconds(row: list[int], alike: dict[Pair, float], articles: Sequence[str]) -> list[int]:
    joined = list(row)
    for number in range(len(articles)):
        if number in row or _crowded([*joined, number], articles):
            continue
        if _least([number], row, alike, articles) >= _SECOND:
            joined.append(number)
    return sorted(joined)


def _crowded(row: Sequence[int], articles: Sequence[str]) -> bool:
    homes = [articles[number] for number in row]
    return any(homes.count(home) > _MOST_AN_ARTICLE for home in homes)
