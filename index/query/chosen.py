"""The articles that a query chooses: one that a filter leaves out was not looked at, and is not silent."""

from __future__ import annotations

from index.query.evaluate import evaluate
from index.query.tree import And, Bag, Dates, Field, Node, Not, Or, Where
from index.store.index import Index

# Fields of whole articles.
_OF_ARTICLES = ("article", "lang", "author", "source", "title")


def chosen_articles(index: Index, tree: Node) -> frozenset[str] | None:
    """Give the ids of the articles that a query's filters leave; None where it has none, or none is left."""
    parts: tuple[Node, ...]
    match tree:
        case Bag():
            parts = (*tree.required, *(Not(bar.start, bar.end, bar) for bar in tree.barred))
        case And():
            parts = tree.parts
        case _:
            parts = (tree,)
    filters = tuple(part for part in parts if _is_of_articles(part))
    if not filters:
        return None
    passages = evaluate(index, And(tree.start, tree.end, filters)).documents
    return frozenset(index.articles[ordinal].id for ordinal in {index.owners[at] for at in passages}) or None


def _is_of_articles(node: Node) -> bool:
    match node:
        case Where(name=name) | Field(name=name):
            return name in _OF_ARTICLES
        case Dates():
            return True
        case Not(asked=asked):
            return _is_of_articles(asked)
        case And(parts=parts) | Or(parts=parts):
            return all(map(_is_of_articles, parts))
        case _:
            return False
