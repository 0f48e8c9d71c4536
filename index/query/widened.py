"""A query without its filters of one kind: what else it could be narrowed to.

Two filters of a kind ask for either, so that the values to choose from are those of the passages that the
rest of the query finds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.query.tree import Bag, Dates, Field, Node, Not, Nothing, Or, Where


def widened(tree: Node) -> Iterator[tuple[str, Node]]:
    """Give each facet that a query narrows by its filters, with the query as it is without those."""
    filters = tree.required if isinstance(tree, Bag) else (tree,)
    for facet in dict.fromkeys(filter(None, map(_facet, filters))):
        kept = tuple(each for each in filters if _facet(each) != facet)
        if isinstance(tree, Bag) and (tree.words or kept or tree.barred):
            yield facet, replace(tree, required=kept)
        else:
            yield facet, Not(tree.start, tree.end, Nothing(tree.start, tree.end))


def _facet(node: Node) -> str:
    """The facet of which a node chooses one or several values, empty for any other."""
    match node:
        case Where(name=name):
            return name
        case Field(name="source" | "section" as name):
            return name
        case Dates():
            return "year"
        case Or(parts=parts):
            facets = {_facet(part) for part in parts}
            return facets.pop() if len(facets) == 1 else ""
        case _:
            return ""
