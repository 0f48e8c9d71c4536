"""A query as a tree: what the parser makes and the evaluation walks."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that can be asked; `start` and `end` are its place in the query, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word(Node):
    """One word in all its inflected forms. `pieces` are the stems it is made of, `joined` that of all."""

    text: str
    pieces: tuple[str, ...]
    joined: str


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """Words one after another, or, with `slop`, in any order with at most so many others between.

    `prefix`, where given, is what the last word starts with, in place of its stem.
    """

    text: str
    stems: tuple[str, ...]
    slop: int | None = None
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Pattern(Node):
    """Words that start with a prefix or fit a wildcard (`*` any letters, `?` one), as they are spelt."""

    text: str


@dataclass(frozen=True, slots=True)
class Completion(Node):
    """The word that is still being typed: itself, and what it may become."""

    text: str
    word: Word | None


@dataclass(frozen=True, slots=True)
class Fuzzy(Node):
    """Words within so many changes of letters."""

    text: str
    edits: int


@dataclass(frozen=True, slots=True)
class Field(Node):
    """Words in a field of the article: all of them."""

    name: str
    text: str
    asked: Node


@dataclass(frozen=True, slots=True)
class Where(Node):
    """A fact of the article or passage: its id, kind or language."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Dates(Node):
    """Articles that may have been written from one day to another, ISO dates inclusive; empty is open."""

    text: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class TopicRef(Node):
    """A topic of the corpus, with the query that it stands for; `barred` is what is not this topic."""

    topic: str
    label: str
    asked: Node
    barred: Node | None = None


@dataclass(frozen=True, slots=True)
class Nothing(Node):
    """An empty query or an empty bracket."""


@dataclass(frozen=True, slots=True)
class Not(Node):
    """What must not be there."""

    asked: Node


@dataclass(frozen=True, slots=True)
class And(Node):
    """All of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Any of these."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Bag(Node):
    """Plain words side by side: passages with all of them come first, then those with some.

    `required` must be there (phrases, brackets, fields), `barred` must not.
    """

    words: tuple[Node, ...]
    required: tuple[Node, ...]
    barred: tuple[Node, ...]

    @property
    def demanded(self) -> tuple[Node, ...]:
        """What is looked for beside the words: where there are any, what only narrows is not."""
        return tuple(part for part in self.required if not (self.words and narrows(part)))


def narrows(node: Node) -> bool:
    """Whether a node only narrows: with plain words beside it, one of the words must be there as well."""
    if isinstance(node, Or):
        return all(narrows(part) for part in node.parts)
    return isinstance(node, Field | Where | Dates | TopicRef)
