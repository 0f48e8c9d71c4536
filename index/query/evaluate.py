"""Walking a query's tree over the index: which passages answer it, with what weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from index.query.answer import Answer, Asked, CancelledError, emphasis, is_stop
from index.query.barred import off_topic
from index.query.facts import dated, named, where
from index.query.leaves import Leaves
from index.query.lexer import QUOTES
from index.query.scoring import Weights, add_up, scorer_of, unweighed
from index.query.small import SHORT, counted
from index.query.tree import (
    And,
    Bag,
    Completion,
    Dates,
    Field,
    Fuzzy,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Where,
    Word,
    narrows,
)
from index.results import QueryProblem
from index.store.index import Index

# The words of a topic stand in for those of the query, at less than their own weight.
_SYNONYM = 0.6
# Words of a pasted text that are weighed, the rarest first.
_MOST_WORDS = 64

Synonyms = Callable[[Bag], Sequence[TopicRef]]


def evaluate(
    index: Index,
    tree: Node,
    cancelled: Callable[[], bool] | None = None,
    synonyms: Synonyms | None = None,
    *,
    own: bool = False,
) -> Answer:
    """Find the passages that answer a query, of every kind. Raises CancelledError.

    `synonyms` gives the topics that plain words name. With `own` only the passages' own text is looked at,
    and no title or heading above it.
    """
    walk = _Walk(index, cancelled or (lambda: False), synonyms)
    walk.leaves.own = own
    if isinstance(tree, Bag):
        walk.bag(tree)
    else:
        found = walk.scores(tree)
        walk.answer.documents, walk.answer.parts = found.keys(), (found,)
        walk.answer.words = (Asked(found, tree),)
    return walk.answer


class _Walk:
    def __init__(self, index: Index, cancelled: Callable[[], bool], synonyms: Synonyms | None) -> None:
        self.index = index
        self.cancelled = cancelled
        self.synonyms = synonyms
        self.answer = Answer()
        self.leaves = Leaves(index, scorer_of(index), self.answer, cancelled)

    def scores(self, node: Node, field: str = "text") -> Weights:
        """Weigh the passages that answer one node; bags under an operator need all their words."""
        if self.cancelled():
            raise CancelledError
        match node:
            case Word():
                return self.leaves.word(node, field)
            case Phrase():
                return self.leaves.scorer.group(self.leaves.phrase(node, field))
            case Pattern():
                return self.leaves.pattern(node, field)
            case Completion():
                return self.leaves.completion(node, field)
            case Fuzzy():
                return self.leaves.fuzzy(node, field)
            case Field():
                return self._field(node)
            case Where() | Dates():
                return unweighed(self._facts(node))
            case TopicRef():
                return self._topic(node)
            case Not():
                return unweighed(self._all() - self._shut(node.asked, field))
            case And():
                return self._and(node.parts, (), field)
            case Or():
                return add_up([self.scores(part, field) for part in node.parts])
            case Bag():
                words = self._content(node.words)
                return self._and([*words, *node.required], node.barred, field)
            case _:
                return Weights()

    def bag(self, bag: Bag) -> None:
        """Answer plain words: any of them, within what is required, and those passages that have all."""
        answer = self.answer
        words = self._content(bag.words).items()
        asked = sorted((self._asked(word, times) for word, times in words), key=lambda one: len(one.weights))
        answer.words = tuple(asked[:_MOST_WORDS])
        parts = [one.weights for one in answer.words]
        within = self._and(bag.required, bag.barred, "text") if bag.required or bag.barred else None
        if not parts:
            answer.documents, answer.parts = (within or {}).keys(), (within or Weights(),)
            return
        # Small words say which passages come first, and find none by themselves.
        finding = [one.weights for one in answer.words if not is_stop(one.node)] or parts
        whole = _in_all([*finding, *([within] if within is not None else [])])
        if not whole and self.synonyms is not None and len(parts) <= SHORT:
            answer.topics = tuple(self.synonyms(bag))
        if len(finding) < len(parts):
            whole = _in_all(parts) & whole
        lesser = [self._lesser(topic) for topic in answer.topics]
        parts += lesser
        finding = [*finding, *lesser]
        demands = [part for part in bag.required if not narrows(part)]
        if within is None:
            answer.documents = finding[0].keys() if len(finding) == 1 else set().union(*finding)
            answer.parts = tuple(parts)
        elif demands:
            # What is demanded answers by itself; the words then say which comes first.
            answer.documents, answer.parts = within.keys(), (within, *parts)
        else:
            answer.documents, answer.parts = set().union(*finding) & within.keys(), tuple(parts)
        answer.whole = whole if len(whole) < len(answer.documents) else None

    def _lesser(self, topic: TopicRef) -> Weights:
        return Weights({document: _SYNONYM * weight for document, weight in self.scores(topic).items()})

    def _asked(self, word: Node, times: int) -> Asked:
        weights, much = self.scores(word), emphasis(times)
        if times > 1:
            weights = Weights({document: much * weight for document, weight in weights.items()})
        return Asked(weights, word, much)

    def _content(self, words: Sequence[Node]) -> dict[Node, int]:
        """Give the words that count, each with how often it is asked for."""
        first: dict[object, Node] = {}
        times: dict[Node, int] = {}
        for word in counted(words):
            known = first.setdefault(_same(word), word)
            times[known] = times.get(known, 0) + 1
        return times

    def _topic(self, topic: TopicRef) -> Weights:
        self.leaves.declared, before = True, self.leaves.declared
        try:
            found = self.scores(topic.asked)
            shut = self.scores(topic.barred) if topic.barred is not None else Weights()
        finally:
            self.leaves.declared = before
        off = off_topic(self.index, topic, sorted(found.keys() & shut.keys()))
        return Weights({document: found[document] for document in found if document not in off})

    def _field(self, node: Field) -> Weights:
        found = unweighed(named(self.index, node) or self.scores(node.asked, node.name))
        if not found:
            self.answer.problems.append(
                QueryProblem(node.start, node.end, f"no {node.name} has {node.text.strip(QUOTES)!r}")
            )
        return found

    def _facts(self, node: Where | Dates) -> Iterable[int]:
        if isinstance(node, Dates):
            return dated(self.index, node)
        found = where(self.index, node)
        if not found:
            self.answer.problems.append(
                QueryProblem(node.start, node.end, f"nothing has the {node.name} {node.value!r}")
            )
        return found

    def _and(self, parts: Sequence[Node], barred: Sequence[Node], field: str) -> Weights:
        wanted = [part for part in parts if not isinstance(part, Not)]
        barred = [*barred, *(part.asked for part in parts if isinstance(part, Not))]
        found = sorted((self.scores(part, field) for part in wanted), key=len)
        documents: Set[int] = found[0].keys() if found else self._all()
        for other in found[1:]:
            documents = documents & other.keys()
        for bar in barred:
            documents = documents - self._shut(bar, field)
        if not found:
            return unweighed(documents)
        return Weights({document: sum(other[document] for other in found) for document in documents})

    def _shut(self, bar: Node, field: str) -> Set[int]:
        """Find what is barred: the passages that have it in their own text, as it is spelt.

        A slip that was taken for another word would hide passages that nobody sees are gone.
        """
        before = self.leaves.own, self.leaves.declared
        self.leaves.own = self.leaves.declared = True
        try:
            return self.scores(bar, field).keys()
        finally:
            self.leaves.own, self.leaves.declared = before

    def _all(self) -> frozenset[int]:
        return frozenset(document for document, owner in enumerate(self.index.owners) if owner >= 0)


def _in_all(parts: Sequence[Weights]) -> Set[int]:
    found: Set[int] = parts[0].keys()
    for part in parts[1:]:
        found = found & part.keys()
    return found


def _same(node: Node) -> object:
    match node:
        case Word():
            return ("word", node.joined, node.pieces)
        case Pattern() | Fuzzy() | Phrase():
            return (type(node), node.text)
        case _:
            return node
