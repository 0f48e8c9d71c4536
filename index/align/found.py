"""Rows that the program finds itself: passages of different articles that make comparable claims."""

from __future__ import annotations

from collections.abc import Sequence

from index.align.declared import Spoken
from index.align.likeness import Weights, cosine

# What is less alike than this shares a few words by chance.
CLOSE = 0.09
# More than two passages of an article in one row stop being comparable with the others beside them.
MOST_AN_ARTICLE = 2


def group(spoken: Sequence[Spoken], weights: Weights) -> list[list[Spoken]]:
    """Passages in rows: the most alike first, each row's passages all alike, singletons alone.

    A passage joins a row when it is close, on average, to those of other articles in it. Deterministic:
    equal likeness is settled by the order of the passages.
    """
    vectors = [weights.vector(each.reading) for each in spoken]
    pairs = [
        (cosine(vectors[i], vectors[j]), i, j)
        for i in range(len(spoken))
        for j in range(i + 1, len(spoken))
        if spoken[i].article != spoken[j].article
    ]
    alike = {(i, j): value for value, i, j in pairs}
    rows: list[list[int]] = [[i] for i in range(len(spoken))]
    home = list(range(len(spoken)))
    for value, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value < CLOSE:
            break
        one, other = home[i], home[j]
        if one == other:
            continue
        both = sorted(rows[one] + rows[other])
        if _crowded([spoken[k].article for k in both]):
            continue
        across = [
            alike[min(k, m), max(k, m)]
            for k in rows[one]
            for m in rows[other]
            if spoken[k].article != spoken[m].article
        ]
        if sum(across) / len(across) < CLOSE:
            continue
        rows[one], rows[other] = both, []
        for k in both:
            home[k] = one
    return [[spoken[k] for k in row] for row in rows if row]


def _crowded(articles: list[str]) -> bool:
    return any(articles.count(article) > MOST_AN_ARTICLE for article in articles)
