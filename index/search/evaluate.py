"""Walking a query's tree over the index: which passages answer it, with what weight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from index.dates import earliest, latest
from index.results import QueryProblem
from index.search.expansion import completions, edit_distance, fits, matching, near
from index.search.scoring import Scorer, Scores, scorer_of
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

    `forms` are the words, as the corpus spells them, that patterns and guesses stood for; `corrected` are
    misspelt words with the word they were taken for. `topics` were searched too because no passage had all of
    the words. `parts` are the weights of the single words and of these topics.
    """

    scores: Scores
    whole: frozenset[int] | set[int] | None = None
    forms: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    corrected: dict[Node, str] = field(default_factory=dict)
    problems: list[QueryProblem] = field(default_factory=list)
    topics: tuple[TopicRef, ...] = ()
    parts: tuple[Scores, ...] = ()


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
        scores, whole = walk.bag(tree)
        walk.answer.scores, walk.answer.whole = scores, whole
    else:
        walk.answer.scores = walk.scores(tree)
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
        self.answer = Answer({})

    def scores(self, node: Node, field: str = "text") -> Scores:
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
                return dict.fromkeys(self.scores(node.asked, node.name), 0.0)
            case Where():
                return dict.fromkeys(self._where(node), 0.0)
            case Dates():
                return dict.fromkeys(self._dates(node), 0.0)
            case TopicRef():
                return self._topic(node)
            case Not():
                return dict.fromkeys(self._all() - self.scores(node.asked, field).keys(), 0.0)
            case And():
                return self._and(node.parts, (), field)
            case Or():
                return _sum([self.scores(part, field) for part in node.parts])
            case Bag():
                words = self._content(node.words) if node.words else []
                return self._and([*words, *node.required], node.barred, field)
            case _:
                return {}

    def bag(self, bag: Bag) -> tuple[Scores, set[int] | None]:
        """Weigh the passages with any of the words, within what is required; and tell those with all."""
        words = self._content(bag.words)
        parts = [self.scores(word) for word in words]
        # Word for word the same request twice would only count twice.
        if len(parts) > _MOST_WORDS:
            parts = sorted(parts, key=len)[:_MOST_WORDS]
        filters = [part for part in bag.required if isinstance(part, Field | Where | Dates)]
        demands = [part for part in bag.required if not isinstance(part, Field | Where | Dates)]
        within = self._and(bag.required, bag.barred, "text") if bag.required or bag.barred else None
        if not parts:
            return within or {}, None
        rarest = min(parts, key=len)
        whole = set(rarest)
        for part in parts:
            whole &= part.keys()
        if within is not None:
            whole &= within.keys()
        if not whole and self.synonyms is not None and len(parts) <= _SHORT:
            self.answer.topics = tuple(self.synonyms(bag))
        beside = [self._lesser(topic) for topic in self.answer.topics]
        self.answer.parts = (*parts, *beside)
        scores = _sum([*parts, *beside])
        if within is None:
            return scores, (whole if len(parts) > 1 else None)
        if demands:
            # What is demanded answers by itself; the words then say which comes first.
            scores = {document: weight + scores.get(document, 0.0) for document, weight in within.items()}
        else:
            scores = {document: weight for document, weight in scores.items() if document in within}
        if filters and not demands and len(parts) == 1:
            return scores, None
        return scores, whole

    def _lesser(self, topic: TopicRef) -> Scores:
        return {document: _SYNONYM * weight for document, weight in self.scores(topic).items()}

    def _content(self, words: Iterable[Node]) -> list[Node]:
        """Leave out stop words, and words that are asked for twice, unless nothing else is left."""
        distinct: dict[object, Node] = {}
        for word in words:
            distinct.setdefault(_same(word), word)
        kept = [word for word in distinct.values() if not is_stop(word)]
        return kept or list(distinct.values())

    def _topic(self, topic: TopicRef) -> Scores:
        # Words that someone declared are meant as they are spelt.
        self.declared, before = True, self.declared
        try:
            return self.scores(topic.asked)
        finally:
            self.declared = before

    def _and(self, parts: Sequence[Node], barred: Sequence[Node], field: str) -> Scores:
        wanted = [part for part in parts if not isinstance(part, Not)]
        barred = [*barred, *(part.asked for part in parts if isinstance(part, Not))]
        found = sorted((self.scores(part, field) for part in wanted), key=len)
        if not found:
            documents: set[int] = set(self._all())
            scores: dict[int, float] = dict.fromkeys(documents, 0.0)
        else:
            documents = set(found[0])
            for other in found[1:]:
                documents &= other.keys()
        for bar in barred:
            documents -= self.scores(bar, field).keys()
        if found:
            scores = {document: sum(other[document] for other in found) for document in documents}
        else:
            scores = {document: scores[document] for document in documents}
        return scores

    def _all(self) -> frozenset[int]:
        return frozenset(document for document, owner in enumerate(self.index.owners) if owner >= 0)

    def _word(self, word: Word, field: str) -> Scores:
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

    def _slip(self, word: Word) -> Scores:
        """Take a word that nobody wrote for the one word that is a letter away from it."""
        spelt = fold(word.text)
        if self.declared or len(spelt) < _SHORTEST_SLIP or not spelt.isalpha() or is_stop(word):
            return {}
        found = [
            other
            for _, other in near(spelt, 1, self.index.vocabulary)
            if other[0] == spelt[0] and other.isalpha()
        ]
        if not found:
            return {}
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
        held = [self._holding(field, group) for group in groups]
        rarest = min(held, key=len)
        documents = set(rarest)
        for other in held:
            documents &= other
        if not documents or field in ("author", "source"):
            return dict.fromkeys(documents, 1)
        places = [self._places(field, group, documents) for group in groups]
        counts = {}
        for document in documents:
            lists = [place.get(document, ()) for place in places]
            times = _nearby(lists, phrase.slop) if phrase.slop is not None else _adjacent(lists)
            if times:
                counts[document] = times
        return counts

    def _holding(self, field: str, group: Sequence[str]) -> set[int]:
        held: set[int] = set()
        for part in group:
            held.update(self.scorer.term(field, part))
        return held

    def _places(self, field: str, group: Sequence[str], documents: set[int]) -> dict[int, Sequence[int]]:
        found: dict[int, Sequence[int]] = {}
        for part in group:
            for document, places in self.index.positions(field, part, documents).items():
                found[document] = places if document not in found else sorted({*found[document], *places})
        return found

    def _pattern(self, pattern: Pattern, field: str) -> Scores:
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

    def _completion(self, asked: Completion, field: str) -> Scores:
        if field != "text":
            return self._pattern(Pattern(asked.start, asked.end, asked.text + "*"), field)
        words = completions(asked.text, self.index.vocabulary)
        exact: Scores = {}
        if asked.word is not None and not (is_stop(asked) and words):
            exact = self._word(asked.word, field) if not words else self._known(asked.word)
        self.answer.forms[asked] = tuple(words)
        guessed = self._words(words)
        scores = {document: _GUESS * weight for document, weight in guessed.items()}
        for document, weight in exact.items():
            scores[document] = scores.get(document, 0.0) + weight
        return scores

    def _known(self, word: Word) -> Scores:
        if len(word.pieces) > 1:
            return self._word(word, "text")
        # The stem of half a word is the stem of another: only a word that somebody wrote counts as it stands.
        return self.scorer.stem(word.joined) if self.index.vocabulary.count(fold(word.text)) else {}

    def _fuzzy(self, fuzzy: Fuzzy, field: str) -> Scores:
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

    def _words(self, words: Iterable[str]) -> Scores:
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


def _sum(parts: Sequence[Scores]) -> Scores:
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=len, reverse=True)
    total = dict(ordered[0]) if ordered else {}
    for part in ordered[1:]:
        for document, weight in part.items():
            total[document] = total.get(document, 0.0) + weight
    return total


def _union(parts: Iterable[Scores]) -> Scores:
    total: dict[int, float] = {}
    for part in parts:
        total.update(part)
    return total


def _adjacent(lists: Sequence[Sequence[int]]) -> int:
    starts = set(lists[0])
    for offset, places in enumerate(lists[1:], 1):
        starts &= {place - offset for place in places}
        if not starts:
            return 0
    return len(starts)


def _nearby(lists: Sequence[Sequence[int]], slop: int) -> int:
    """Tell whether all words stand within a window that has at most `slop` other words in it."""
    if not all(lists):
        return 0
    width = len(lists) - 1 + slop
    events = sorted((place, which) for which, places in enumerate(lists) for place in places)
    last: dict[int, int] = {}
    for place, which in events:
        last[which] = place
        if len(last) == len(lists) and place - min(last.values()) <= width:
            return 1
    return 0
