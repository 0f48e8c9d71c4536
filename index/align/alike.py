"""How alike passages of different articles are, by an inverted list over their words."""

from __future__ import annotations

import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from index.align.likeness import Vector

# Stems or passages by number, each with its weight: packed, as of a long article there are a great many.
_Weighed: TypeAlias = "tuple[array[int], array[float]]"
_NOBODY: _Weighed = (array("I"), array("d"))

# Two passages of which each has others that are far more like it are not set side by side: so large a part of
# the likeness to their nearest (the mean of both, geometric) they must reach. Where texts run parallel the
# nearest are very near, and what is merely on the same topic stays apart.
_NEAR = 0.4


def likenesses(articles: Sequence[str], vectors: Iterable[Vector]) -> Iterator[tuple[int, list[float]]]:
    """Each passage by number, with its cosine with each passage of the articles before its own, by number.

    A passage at a time: of thousands on one topic nothing is held but what is kept of it. `articles` and
    `vectors` are those of the passages; with one of its own article a passage has no likeness.
    """
    weighed = _weighed(vectors)
    having: dict[int, _Weighed] = {}
    homes: dict[str, list[int]] = {}
    for number, article in enumerate(articles):
        homes.setdefault(article, []).append(number)
    before = 0
    for numbers in homes.values():
        for number in numbers if having else ():
            products = [0.0] * before
            for stem, weight in zip(*weighed[number], strict=True):
                for other, others in zip(*having.get(stem, _NOBODY), strict=True):
                    products[other] += weight * others
            yield number, products
        for number in numbers:
            for stem, weight in zip(*weighed[number], strict=True):
                having.setdefault(stem, (array("I"), array("d")))
                having[stem][0].append(number)
                having[stem][1].append(weight)
        before = max(before, numbers[-1] + 1)


def _weighed(vectors: Iterable[Vector]) -> list[_Weighed]:
    """The vectors made one long, their stems by number and in one order, so that equal sums are equal."""
    stems: dict[str, int] = {}
    weighed: list[_Weighed] = []
    for vector in vectors:
        length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
        found = sorted((stems.setdefault(stem, len(stems)), weight) for stem, weight in vector.items())
        weighed.append(
            (array("I", [stem for stem, _ in found]), array("d", [weight / length for _, weight in found]))
        )
    return weighed


class Alike:
    """The pairs of passages that are alike and not far less so than each is to the passage nearest to it.

    `articles` are those of the passages, `found` their `likenesses`; what is less than `least` is none.
    """

    def __init__(
        self, articles: Sequence[str], found: Iterable[tuple[int, Sequence[float]]], least: float
    ) -> None:
        self._articles = articles
        nearest = [0.0] * len(articles)
        self._of: list[dict[int, float]] = [{} for _ in articles]

        def near(one: int, others: Iterable[tuple[int, float]]) -> dict[int, float]:
            mine = nearest[one]
            return {
                other: likeness
                for other, likeness in others
                if likeness >= least and likeness >= _NEAR * math.sqrt(mine * nearest[other])
            }

        for number, others in found:
            for other, likeness in enumerate(others):
                if likeness > nearest[other]:
                    nearest[other] = likeness
            nearest[number] = max(others)
            self._of[number] = near(number, enumerate(others))
        # Once more, as one that came later may be nearer to the other.
        for number, kept in enumerate(self._of):
            self._of[number] = near(number, kept.items())

    def from_most(self, least: float) -> list[tuple[int, int]]:
        """The pairs that are at least so much alike, the most alike first."""
        pairs = sorted(
            (-likeness, min(one, other), max(one, other))
            for one, others in enumerate(self._of)
            for other, likeness in others.items()
            if likeness >= least
        )
        return [(one, other) for _, one, other in pairs]

    def least(self, row: Sequence[int], others: Sequence[int]) -> float:
        """How alike the least alike passages of different articles are, one of each row."""
        articles, of = self._articles, self._of
        return min(
            (
                of[one].get(other) or of[other].get(one, 0.0)
                for one in row
                for other in others
                if articles[one] != articles[other]
            ),
            default=0.0,
        )
