"""Rows that the program finds itself: passages of different articles that make comparable claims."""

from __future__ import annotations

from collections.abc import Sequence

from index.align.alike import Alike, likenesses
from index.align.declared import Spoken
from index.align.likeness import Weights

# Passages on one topic that are less alike than this share little but the topic; such a passage stands alone.
CLOSE = 0.05
# Every two passages of a row, and not only the nearest, are at least so much alike.
_LOOSE = 0.6 * CLOSE
# So much alike with all of a row, a passage stands there too though it has a row already.
_SECOND = 0.07
# More than two passages of an article in one row are no longer comparable with those beside them.
_MOST_AN_ARTICLE = 2


def group(spoken: Sequence[Spoken], weights: Weights) -> list[list[Spoken]]:
    """Passages in rows: the most alike are joined first, and those like no other stand alone.

    Two rows become one when all their passages of different articles are alike; a passage then also joins a
    second row with all of which it is clearly alike. Deterministic: equal likeness is settled by order.
    """
    articles = [each.article for each in spoken]
    vectors = (weights.vector(each.reading) for each in spoken)
    alike = Alike(articles, likenesses(articles, vectors), _LOOSE)
    pairs = alike.from_most(CLOSE)
    rows: list[list[int]] = [[number] for number in range(len(spoken))]
    home = list(range(len(spoken)))
    for first, second in pairs:
        one, other = home[first], home[second]
        if one == other:
            continue
        both = sorted(rows[one] + rows[other])
        if _crowded(both, articles) or alike.least(rows[one], rows[other]) < _LOOSE:
            continue
        rows[one], rows[other] = both, []
        for number in both:
            home[number] = one
    beside: list[list[int]] = [[] for _ in spoken]
    for first, second in alike.from_most(_SECOND):
        beside[first].append(second)
        beside[second].append(first)
    whole = [_with_seconds(row, beside, alike, articles) if len(row) > 1 else row for row in rows]
    return [[spoken[number] for number in row] for row in whole if row]


def _with_seconds(
    row: list[int], beside: Sequence[Sequence[int]], alike: Alike, articles: Sequence[str]
) -> list[int]:
    """A row with the passages of other rows that are clearly alike with all of it, in their order."""
    joined = list(row)
    for number in sorted({near for each in row for near in beside[each]} - set(row)):
        if not _crowded([*joined, number], articles) and alike.least([number], row) >= _SECOND:
            joined.append(number)
    return sorted(joined)


def _crowded(row: Sequence[int], articles: Sequence[str]) -> bool:
    homes = [articles[number] for number in row]
    return any(homes.count(home) > _MOST_AN_ARTICLE for home in homes)
