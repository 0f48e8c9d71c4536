"""A query without its filters of one kind: what else it could be narrowed to.

Two filters of a kind ask for either, so that the values to choose from are those of the passages that the
rest of the query finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from index.query.tree import Bag, Dates, Field, Node, Nothing, Or, Where
from index.store.index import Index


class Every(frozenset[int]):
    """All passages, with how many each article has, by its ordinal: what a query finds that only filters."""

    owned: Counter[int]


def every(index: Index, notes: bool) -> Every:
    """Give all passages, with or without notes, worked out once for an index."""
    key = f"every {notes}"
    known = index.kept.get(key)
    if not isinstance(known, Every):
        known = Every(document for document, owner in enumerate(index.owners) if owner >= 0)
        known = known if notes else Every(known - index.notes)
        known.owned = Counter(map(index.owners.__getitem__, known))
        index.kept[key] = known
    return known


def widened(tree: Node) -> Iterator[tuple[str, Node]]:
    """Give each facet that a query narrows by its filters, with the query as it is without those.

    Without any filter there may be Nothing left of it, which then finds every passage.
    """
    filters = tree.required if isinstance(tree, Bag) else (tree,)
    for facet in dict.fromkeys(filter(None, map(_facet, filters))):
        kept = tuple(each for each in filters if _facet(each) != facet)
        if isinstance(tree, Bag) and (tree.words or kept or tree.barred):
            yield facet, replace(tree, required=kept)
        else:
            yield facet, Nothing(tree.start, tree.end)


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
