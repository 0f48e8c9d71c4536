"""In which order the matrix shows its topics and its articles, and which articles it leaves out at first."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal

from index import Matrix

Order = Literal["as declared", "by name", "by coverage", "by this article"]
ArticleOrder = Literal["by date", "by coverage"]
ORDERS: tuple[Order, ...] = ("as declared", "by name", "by coverage", "by this article")
ARTICLE_ORDERS: tuple[ArticleOrder, ...] = ("by date", "by coverage")
# Above so many articles those that speak come first and those that speak on nothing are only counted.
MANY = 12


def order_topics(matrix: Matrix, order: Order, article: str = "") -> tuple[str, ...]:
    """The topics' ids in an order; the sorts keep the declared order among equals."""
    keys = [key for key, _ in matrix.topics]
    if order == "by name":
        labels = dict(matrix.topics)
        return tuple(sorted(keys, key=lambda key: labels[key].casefold()))
    if order == "as declared":
        return tuple(keys)
    speaking = dict.fromkeys(keys, 0)
    passages = dict.fromkeys(keys, 0)
    for cell in matrix.cells:
        if order == "by coverage" or cell.article == article:
            speaking[cell.topic] += cell.state == "speaks"
            passages[cell.topic] += cell.passages
    return tuple(sorted(keys, key=lambda key: (-speaking[key], -passages[key])))


def usual_order(count: int) -> ArticleOrder:
    """The order of so many articles where none is asked for: by date, and above `MANY` by coverage."""
    return "by coverage" if count > MANY else "by date"


def order_articles(
    matrix: Matrix, order: ArticleOrder | None = None, chosen: Collection[str] = ()
) -> tuple[str, ...]:
    """The ids of the articles to show, in an order; those chosen, or all.

    Without an order they stand by date, and above `MANY` by how many topics they speak on. By coverage, those
    that are silent on all topics are left out where nothing is chosen and there are many.
    """
    wanted = set(chosen) & {article.id for article in matrix.articles}
    keys = [article.id for article in matrix.articles if not wanted or article.id in wanted]
    many = len(keys) > MANY
    if (order or usual_order(len(keys))) == "by date":
        return tuple(keys)
    speaking = dict.fromkeys(keys, 0)
    passages = dict.fromkeys(keys, 0)
    for cell in matrix.cells:
        if cell.article in speaking:
            speaking[cell.article] += cell.state == "speaks"
            passages[cell.article] += cell.passages
    if many and not wanted:
        keys = [key for key in keys if speaking[key]] or keys
    return tuple(sorted(keys, key=lambda key: (-speaking[key], -passages[key])))
