"""What a query found, before it is ranked and told: passages, their weights, and how words were taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from index.query.scoring import Weights
from index.query.tree import Completion, Node, TopicRef, Word
from index.results import QueryProblem
from index.store.analysis import STOP_WORDS
from index.store.folding import fold


class CancelledError(Exception):
    """The one who asked does not want the answer any more."""


# How soon a word that is asked for again and again says nothing new: Okapi BM25's usual k3.
_REPEATED = 8.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A plain word of a query with what it weighs; `emphasis` is 1 for a word that is asked for once."""

    weights: Weights
    node: Node
    emphasis: float = 1.0


def emphasis(times: int) -> float:
    """Give how much a word counts that a query has so many times: a sentence repeats what it is about."""
    return times * (_REPEATED + 1) / (times + _REPEATED)


@dataclass
class Answer:
    """The passages that answer a query. `whole` are those that have every word, None when all have.

    A passage's weight is the sum of what the `parts` give it: the weights of single words. `forms` are the
    words, as the corpus spells them, that patterns and guesses stood for, `head_forms` those that they stood
    for in fields beside the text; `corrected` are misspelt words with the word they were taken for. `topics`
    were searched too because no passage had all of the words. `words` are the plain words.
    """

    documents: Set[int] = frozenset()
    whole: Set[int] | None = None
    parts: tuple[Weights, ...] = ()
    forms: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    head_forms: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    corrected: dict[Node, str] = field(default_factory=dict)
    problems: list[QueryProblem] = field(default_factory=list)
    topics: tuple[TopicRef, ...] = ()
    words: tuple[Asked, ...] = ()

    def weight(self, document: int) -> float:
        """Add up the weight of a passage."""
        total = 0.0
        for part in self.parts:
            total += part.get(document, 0.0)
        return total

    def leave_out(self, documents: Set[int]) -> int:
        """Take passages out of the answer, and count those that were in it."""
        among = self.documents & documents
        if among:
            self.documents = self.documents - among
            if self.whole is not None:
                self.whole = self.whole - among
        return len(among)


def word_itself(node: Node, forms: Mapping[Node, Sequence[str]]) -> Word | None:
    """Give the word that a node stands for by itself, if any.

    Of a word that is being typed these are its letters so far, where somebody wrote them as a word or nothing
    begins with them: the stem of half a word is the stem of another.
    """
    if not isinstance(node, Completion):
        return node if isinstance(node, Word) else None
    found = forms.get(node, ())
    return node.word if not found or node.text in found else None


def is_stop(node: Node) -> bool:
    """Whether a node is a word that every text has, which says nothing beside others."""
    word = node.word if isinstance(node, Completion) else node
    return isinstance(word, Word) and len(word.pieces) == 1 and fold(word.text) in STOP_WORDS
