"""A query as one that demands all its words, so that it can be told what a passage must have."""

from __future__ import annotations

from dataclasses import replace

from index.query.answer import is_stop
from index.query.tree import And, Bag, Field, Node, Not, Or


def demanded(node: Node) -> Node:
    """Write plain words side by side as joined by AND, each once and without stop words beside others."""
    match node:
        case Bag():
            words = [word for word in node.words if not is_stop(word)] or node.words
            once: dict[Node, Node] = {}
            for part in (*words, *node.required):
                once.setdefault(replace(part, start=0, end=0), demanded(part))
            parts = (*once.values(), *(Not(bar.start, bar.end, demanded(bar)) for bar in node.barred))
            return parts[0] if len(parts) == 1 else And(node.start, node.end, parts)
        case And() | Or():
            return replace(node, parts=tuple(demanded(part) for part in node.parts))
        case Not() | Field():
            return replace(node, asked=demanded(node.asked))
        case _:
            return node
