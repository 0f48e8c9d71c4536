"""Walking a query's tree over the index: which passages answer it, with what weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache

from index.dates import earliest, latest
from index.results import QueryProblem
from index.search.expansion import completions, edit_distance, fits, matching, near
from index.search.phrases import Masks, adjacent, near_by, starting
from index.search.scoring import Scorer, Weights, scorer_of
from index.search.tree import (
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
)
from index.store.analysis import STOP_WORDS, stem, tokens
from index.store.folding import fold
from index.store.index import Index

# Completions are guesses: the word as typed comes first.
_GUESS = 0.5
# The words of a topic stand in for those of the query, at less than their own weight.
_SYNONYM = 0.6
# A query of at most so many words is a thing looked for, a longer one a text.
_SHORT = 6
# Words of a pasted text that are weighed, the rarest first.
_MOST_WORDS = 64
# A word that no passage has is taken for its nearest spelling when it is long enough to be one.
_SHORTEST_SLIP = 5


class CancelledError(Exception):
    """The one who asked does not want the answer any more."""


@dataclass
class Answer:
    """The passages that answer a query. `whole` are those that have every word, None when all have.

    A passage's weight is the sum of what the `parts` give it: the weights of single words. `forms` are the
    words, as the corpus spells them, that patterns and guesses stood for; `corrected` are misspelt words with
    the word they were taken for. `topics` were searched too because no passage had all of the words. `words`
    are the plain words with what they weigh.
    """

    documents: Set[int] = frozenset()
    whole: Set[int] | None = None
    parts: tuple[Weights, ...] = ()
    forms: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    corrected: dict[Node, str] = field(default_factory=dict)
    problems: list[QueryProblem] = field(default_factory=list)
    topics: tuple[TopicRef, ...] = ()
    words: tuple[tuple[Weights, Node], ...] = ()

    def weight(self, document: int) -> float:
        """Add up the weight of a passage."""
        return sum(part.get(document, 0.0) for part in self.parts)

    def leave_out(self, documents: Set[int]) -> int:
        """Take passages out of the answer, and count those that were in it."""
        among = self.documents & documents
        if among:
            self.documents = self.documents - among
            if self.whole is not None:
                self.whole = self.whole - among
        return len(among)


def evaluate(
    index: Index,
    tree: Node,
    cancelled: Callable[[], bool] | None = None,
    synonyms: Callable[[Bag], Sequence[TopicRef]] | None = None,
) -> Answer:
    """Find the passages that answer a query, of every kind. Raises CancelledError.

    `synonyms` gives the topics that plain words name.
    """
    walk = _Walk(index, scorer_of(index), cancelled or (lambda: False), synonyms)
    if isinstance(tree, Bag):
        walk.bag(tree)
    else:
        found = walk.scores(tree)
        walk.answer.documents, walk.answer.parts = found.keys(), (found,)
        walk.answer.words = ((found, tree),)
    return walk.answer


class _Walk:
    def __init__(
        self,
        index: Index,
        scorer: Scorer,
        cancelled: Callable[[], bool],
        synonyms: Callable[[Bag], Sequence[TopicRef]] | None,
    ) -> None:
        self.index = index
        self.synonyms = synonyms
        self.declared = False
        self.scorer = scorer
        self.cancelled = cancelled
        self.answer = Answer()

    def scores(self, node: Node, field: str = "text") -> Weights:
        """Weigh the passages that answer one node; bags under an operator need all their words."""
        if self.cancelled():
            raise CancelledError
        match node:
            case Word():
                return self._word(node, field)
            case Phrase():
                return self.scorer.group(self._phrase(node, field))
            case Pattern():
                return self._pattern(node, field)
            case Completion():
                return self._completion(node, field)
            case Fuzzy():
                return self._fuzzy(node, field)
            case Field():
                return _unweighed(self.scores(node.asked, node.name))
            case Where():
                return _unweighed(self._where(node))
            case Dates():
                return _unweighed(self._dates(node))
            case TopicRef():
                return self._topic(node)
            case Not():
                return _unweighed(self._all() - self.scores(node.asked, field).keys())
            case And():
                return self._and(node.parts, (), field)
            case Or():
                return _sum([self.scores(part, field) for part in node.parts])
            case Bag():
                words = self._content(node.words) if node.words else []
                return self._and([*words, *node.required], node.barred, field)
            case _:
                return Weights()

    def bag(self, bag: Bag) -> None:
        """Answer plain words: any of them, within what is required, and those passages that have all."""
        answer = self.answer
        words = self._content(bag.words)
        weighed = sorted(((self.scores(word), word) for word in words), key=lambda one: len(one[0]))
        parts = [part for part, _ in weighed[:_MOST_WORDS]]
        answer.words = tuple(weighed[:_MOST_WORDS])
        within = self._and(bag.required, bag.barred, "text") if bag.required or bag.barred else None
        if not parts:
            answer.documents, answer.parts = (within or {}).keys(), (within or Weights(),)
            return
        whole: Set[int] = parts[0].keys()
        for part in (*parts[1:], *([within] if within is not None else [])):
            whole = whole & part.keys()
        if not whole and self.synonyms is not None and len(parts) <= _SHORT:
            answer.topics = tuple(self.synonyms(bag))
        parts += [self._lesser(topic) for topic in answer.topics]
        demands = [part for part in bag.required if not isinstance(part, Field | Where | Dates)]
        if within is None:
            answer.documents = parts[0].keys() if len(parts) == 1 else set().union(*parts)
            answer.parts = tuple(parts)
        elif demands:
            # What is demanded answers by itself; the words then say which comes first.
            answer.documents, answer.parts = within.keys(), (within, *parts)
        else:
            answer.documents, answer.parts = set().union(*parts) & within.keys(), tuple(parts)
        answer.whole = whole if len(whole) < len(answer.documents) else None

    def _lesser(self, topic: TopicRef) -> Weights:
        return Weights({document: _SYNONYM * weight for document, weight in self.scores(topic).items()})

    def _content(self, words: Iterable[Node]) -> list[Node]:
        """Leave out stop words, and words that are asked for twice, unless nothing else is left."""
        distinct: dict[object, Node] = {}
        for word in words:
            distinct.setdefault(_same(word), word)
        kept = [word for word in distinct.values() if not is_stop(word)]
        return kept or list(distinct.values())

    def _topic(self, topic: TopicRef) -> Weights:
        # Words that someone declared are meant as they are spelt.
        self.declared, before = True, self.declared
        try:
            return self.scores(topic.asked)
        finally:
            self.declared = before

    def _and(self, parts: Sequence[Node], barred: Sequence[Node], field: str) -> Weights:
        wanted = [part for part in parts if not isinstance(part, Not)]
        barred = [*barred, *(part.asked for part in parts if isinstance(part, Not))]
        found = sorted((self.scores(part, field) for part in wanted), key=len)
        documents: Set[int] = found[0].keys() if found else self._all()
        for other in found[1:]:
            documents = documents & other.keys()
        for bar in barred:
            documents = documents - self.scores(bar, field).keys()
        if not found:
            return _unweighed(documents)
        return Weights({document: sum(other[document] for other in found) for document in documents})

    def _all(self) -> frozenset[int]:
        return frozenset(document for document, owner in enumerate(self.index.owners) if owner >= 0)

    def _word(self, word: Word, field: str) -> Weights:
        plain = self.scorer.stem if field == "text" else lambda stem: self.scorer.term(field, stem)
        if len(word.pieces) == 1:
            found = plain(word.joined)
            if not found and field == "text":
                return self._slip(word)
            return found
        counts = dict(self._phrase(Phrase(word.start, word.end, word.text, word.pieces), field))
        for document in plain(word.joined) if word.joined else ():
            counts.setdefault(document, 1)
        return self.scorer.group(counts)

    def _slip(self, word: Word) -> Weights:
        """Take a word that nobody wrote for the one word that is a letter away from it."""
        spelt = fold(word.text)
        if self.declared or len(spelt) < _SHORTEST_SLIP or not spelt.isalpha() or is_stop(word):
            return Weights()
        found = [
            other
            for _, other in near(spelt, 1, self.index.vocabulary)
            if other[0] == spelt[0] and other.isalpha()
        ]
        if not found:
            return Weights()
        self.answer.corrected[word] = found[0]
        self.answer.forms[word] = (found[0],)
        return self.scorer.stem(stem(found[0]))

    def _phrase(self, phrase: Phrase, field: str) -> Mapping[int, int]:
        fields = ("text", "head") if field == "text" else (field,)
        counts: dict[int, int] = {}
        for one in fields:
            for document, times in self._phrase_in(phrase, one).items():
                counts[document] = counts.get(document, 0) + times
        return counts

    def _phrase_in(self, phrase: Phrase, field: str) -> Mapping[int, int]:
        groups: list[tuple[str, ...]] = [(part,) for part in phrase.stems]
        if phrase.prefix:
            words, _ = matching(phrase.prefix + "*", self.index.vocabulary)
            groups[-1] = tuple(dict.fromkeys((groups[-1][0], *(stem(word) for word in words[:50]))))
        if field in ("author", "source"):
            held = [{one for part in group for one in self.scorer.term(field, part)} for group in groups]
            return dict.fromkeys(set.intersection(*held), 1)
        placed = sorted(
            enumerate(groups),
            key=lambda one: sum(self.index.document_frequency(part, field) for part in one[1]),
        )
        wanted: Set[int] | None = None
        masks: list[Masks] = []
        for offset, group in placed:
            mask = self._masks(field, group, wanted)
            if phrase.slop is None:
                mask = adjacent(masks[0], mask, offset) if masks else starting(mask, offset)
                masks = [mask]
            else:
                masks.append(mask)
            wanted = mask.keys()
            if not wanted:
                return {}
        found = masks[0] if phrase.slop is None else near_by(masks, phrase.slop)
        return {document: mask.bit_count() for document, mask in found.items()}

    def _masks(self, field: str, group: Sequence[str], documents: Set[int] | None) -> Masks:
        found = self.index.masks(field, group[0], documents)
        for part in group[1:]:
            for document, mask in self.index.masks(field, part, documents).items():
                found[document] = found.get(document, 0) | mask
        return found

    def _pattern(self, pattern: Pattern, field: str) -> Weights:
        if field != "text":
            words = [word for word in self._field_words(field) if fits(pattern.text, word)]
            return _union([self.scorer.term(field, stem(word)) for word in words])
        words, total = matching(pattern.text, self.index.vocabulary)
        if len(words) < total:
            self.answer.problems.append(
                QueryProblem(
                    pattern.start,
                    pattern.end,
                    f"{pattern.text} fits {total:,} words; the {len(words):,} commonest are searched",
                )
            )
        self.answer.forms[pattern] = tuple(words)
        return self._words(words)

    def _completion(self, asked: Completion, field: str) -> Weights:
        if field != "text":
            return self._pattern(Pattern(asked.start, asked.end, asked.text + "*"), field)
        words = completions(asked.text, self.index.vocabulary)
        exact = Weights()
        if asked.word is not None and not (is_stop(asked) and words):
            exact = self._word(asked.word, field) if not words else self._known(asked.word)
        self.answer.forms[asked] = tuple(words)
        guessed = self.scorer.kept(("completion", asked.text), lambda: self._words(words))
        scores = Weights({document: _GUESS * weight for document, weight in guessed.items()})
        for document, weight in exact.items():
            scores[document] = scores.get(document, 0.0) + weight
        return scores

    def _known(self, word: Word) -> Weights:
        if len(word.pieces) > 1:
            return self._word(word, "text")
        # The stem of half a word is the stem of another: only a word that somebody wrote counts as it stands.
        known = self.index.vocabulary.count(fold(word.text)) > 0
        return self.scorer.stem(word.joined) if known else Weights()

    def _fuzzy(self, fuzzy: Fuzzy, field: str) -> Weights:
        if field != "text":
            words = [
                word
                for word in self._field_words(field)
                if edit_distance(fuzzy.text, word, fuzzy.edits) <= fuzzy.edits
            ]
            return _union([self.scorer.term(field, stem(word)) for word in words])
        words = [word for _, word in near(fuzzy.text, fuzzy.edits, self.index.vocabulary)]
        self.answer.forms[fuzzy] = tuple(words)
        return self._words(words)

    def _words(self, words: Iterable[str]) -> Weights:
        counts: dict[int, int] = {}
        for word in words:
            if self.cancelled():
                raise CancelledError
            found = self.index.postings("word", word)
            for document, times in zip(found.documents, found.weights, strict=True):
                counts[document] = counts.get(document, 0) + times
        return self.scorer.group(counts)

    def _field_words(self, field: str) -> frozenset[str]:
        return _field_words(self.index, field)

    def _where(self, node: Where) -> Iterable[int]:
        value = node.value.casefold()
        if node.name == "kind":
            return self.index.of_kind(value.rstrip("s"))
        articles = self.index.articles
        if node.name == "lang":
            chosen = [one.id for one in articles if one.language.casefold().startswith(value)]
        else:
            chosen = [one.id for one in articles if value in (one.id.casefold(), one.file.casefold())]
            chosen = chosen or [one.id for one in articles if one.id.casefold().startswith(value)]
        if not chosen:
            self.answer.problems.append(
                QueryProblem(node.start, node.end, f"no article with {node.name} {node.value!r}")
            )
        return [document for one in chosen for document in self.index.documents(one)]

    def _dates(self, node: Dates) -> Iterable[int]:
        found: list[int] = []
        for article in self.index.articles:
            if article.date is None:
                continue
            try:
                first, last = _days(article.date)
            except ValueError:
                continue
            if (not node.last or first <= node.last) and (not node.first or last >= node.first):
                found.extend(self.index.documents(article.id))
        return found


@lru_cache(maxsize=65536)
def _days(edtf: str) -> tuple[str, str]:
    return earliest(edtf).isoformat(), latest(edtf).isoformat()


@lru_cache(maxsize=8)
def _field_words(index: Index, field: str) -> frozenset[str]:
    if field == "section":
        values: Iterable[str] = index.sections[0]
    elif field == "author":
        values = {name for article in index.articles for name in article.authors}
    else:
        values = {str(getattr(article, field)) for article in index.articles}
    return frozenset(token.word for value in values for token in tokens(value))


def is_stop(node: Node) -> bool:
    """Whether a node is a word that every text has, which says nothing beside others."""
    word = node.word if isinstance(node, Completion) else node
    return isinstance(word, Word) and len(word.pieces) == 1 and fold(word.text) in STOP_WORDS


def _same(node: Node) -> object:
    match node:
        case Word():
            return ("word", node.joined, node.pieces)
        case Pattern() | Fuzzy() | Phrase():
            return (type(node), node.text)
        case _:
            return node


def _unweighed(documents: Iterable[int]) -> Weights:
    return Weights(dict.fromkeys(documents, 0.0))


def _sum(parts: Sequence[Weights]) -> Weights:
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=len, reverse=True)
    total = Weights(ordered[0]) if ordered else Weights()
    for part in ordered[1:]:
        for document, weight in part.items():
            total[document] = total.get(document, 0.0) + weight
    return total


def _union(parts: Iterable[Weights]) -> Weights:
    total = Weights()
    for part in parts:
        total.update(part)
    return total
