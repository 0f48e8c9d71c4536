"""Other words for the same: the topics of a corpus, taken as its thesaurus.

When no passage has all the words of a query, and some of them name a topic, the topic's other words are
searched too; a reader who asks for "weapons exports" then finds the sale of missiles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from index.query.tree import Bag, Completion, Node, TopicRef, Word
from index.store.analysis import STOP_WORDS, tokens


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic with the phrases that name it, as stems without stop words."""

    id: str
    label: str
    query: str
    names: frozenset[tuple[str, ...]]


def entry(id: str, label: str, query: str, names: Iterable[str]) -> Entry:
    """Make an entry of a topic; single words name it only as its label, for they mean many things."""
    phrases = {stems_of(name) for name in names}
    return Entry(
        id, label, query, frozenset({name for name in phrases if len(name) > 1} | {stems_of(label)} - {()})
    )


def stems_of(text: str) -> tuple[str, ...]:
    """Give the stems of a name in order, without stop words and joined forms."""
    found: dict[int, str] = {}
    for token in tokens(text):
        if token.word not in STOP_WORDS:
            found.setdefault(token.position, token.stem)
    return tuple(found.values())


def named(bag: Bag, entries: Sequence[Entry], read: Callable[[str], Node]) -> list[TopicRef]:
    """Find the topics that neighbouring words of a query name; `read` parses a topic's query."""
    words = [node.word if isinstance(node, Completion) else node for node in bag.words]
    plain = [word.pieces for word in words if isinstance(word, Word)]
    stems = tuple(piece for pieces in plain for piece in pieces if piece not in STOP_WORDS)
    found = []
    for one in entries:
        if any(_within(name, stems) for name in one.names):
            found.append(TopicRef(bag.start, bag.end, one.id, one.label, read(one.query)))
    return found


def _within(name: tuple[str, ...], stems: tuple[str, ...]) -> bool:
    size = len(name)
    return any(stems[place : place + size] == name for place in range(len(stems) - size + 1))
