"""Small words beside others: which of them count, and which only hold a sentence together."""

from __future__ import annotations

from collections.abc import Sequence

from index.query.answer import is_stop
from index.query.tree import Completion, Node, Word
from index.store.folding import fold

# A query of at most so many words is a thing looked for, a longer one a text.
SHORT = 6

# Small words that tell one thing from another (not guilty, born again, war against): of number, place and
# time, and those that deny.
_SAYING = (
    "about above after again against all before below between both down during few into more most no nor not "
    "off once only other out over through under until up"
)
_TELLING = frozenset(_SAYING.split())


def counted(words: Sequence[Node]) -> list[Node]:
    """Give those of the plain words of a query that count.

    Beside other words the smallest (articles, of, to, is) do not; those that tell one thing from another
    do in a short query, while a pasted text has too many of them. Where nothing else is there all count.
    """
    short = len(words) <= SHORT
    found = [_known(word) for word in words if not is_stop(word) or (short and _is_telling(word))]
    return found or list(words)


def _known(word: Node) -> Node:
    """A small word that is being typed is taken as it stands."""
    return word.word if isinstance(word, Completion) and word.word is not None and is_stop(word) else word


def _is_telling(node: Node) -> bool:
    word = node.word if isinstance(node, Completion) else node
    return isinstance(word, Word) and fold(word.text) in _TELLING
