"""BM25F by whole posting lists: the weight of a term in each passage, worked out once and kept.

Adding kept weights up in a dict is what makes search as you type quick; Whoosh's own matchers weigh one
posting at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from math import log

from index.store.analysis import tokens
from index.store.engine import byte_to_length
from index.store.held import Held
from index.store.index import Index
from index.store.reader import Postings


class Weights(dict[int, float]):
    """The weight of one term, or of several taken as one, in each passage that has it."""

    @cached_property
    def peak(self) -> float:
        """The most that any passage gets."""
        return max(self.values(), default=0.0)


# Robertson's usual constants; `b` of a heading is low because headings are short by nature.
_K1 = 1.2
_B: dict[str, float] = {"text": 0.75, "head": 0.5, "title": 0.5, "section": 0.5}

# How often a word in the title or heading that a passage answers for counts, beside the same word in its text
# and alone; in the title of its article and the heading it stands under it only lifts a passage that has it.
_HEAD = 2.0
_ALONE = 1.0
_LIFT = 0.25

# Weights kept, in postings: about 100 bytes each.
_KEPT = 600_000


class Scorer:
    """The weights of terms in one index. Safe for threads."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._kept: Held[tuple[str, str], Weights] = Held(_KEPT)
        self._words: dict[str, frozenset[str]] = {}
        self._tables: dict[tuple[str, int], list[float]] = {}

    def stem(self, stem: str) -> Weights:
        """Weigh every passage that has a stem in its text, or in a title or heading it answers for."""
        return self.kept(("stem", stem), lambda: self._stem(stem))

    def term(self, field: str, term: str) -> Weights:
        """Weigh every passage that has a term in one field."""
        return self.kept((field, term), lambda: self._weigh(field, term))

    def group(self, counts: Mapping[int, int], field: str = "text", *, boost: float = 1.0) -> Weights:
        """Weigh passages by how often they have any of a group of words, taken as one term."""
        idf = boost * self.idf(len(counts))
        lengths = self.index.lengths(field)
        tables = {times: self._scaled(field, times, idf) for times in set(counts.values())}
        return Weights({document: tables[times][lengths[document]] for document, times in counts.items()})

    def idf(self, frequency: int) -> float:
        """Give the weight of a term by the number of passages that have it."""
        return log(1 + (self.index.count - frequency + 0.5) / (frequency + 0.5)) if frequency else 0.0

    def field_words(self, field: str) -> frozenset[str]:
        """Give the words, as they are spelt, of all titles, sections, authors or sources."""
        if field not in self._words:
            if field == "section":
                values: Iterable[str] = self.index.sections[0]
            elif field == "author":
                values = {name for article in self.index.articles for name in article.authors}
            else:
                values = {str(getattr(article, field)) for article in self.index.articles}
            self._words[field] = frozenset(token.word for value in values for token in tokens(value))
        return self._words[field]

    def _stem(self, stem: str) -> Weights:
        """Weigh a stem by its counts in all fields taken together, as BM25F does."""
        index = self.index
        text, head = index.postings("text", stem), index.postings("head", stem)
        only = set(head.documents).difference(text.documents) if head.documents else ()
        idf = self.idf(min(len(text.documents) + len(only), index.count))
        scores = self._weighed("text", text, idf)
        beside: dict[int, float] = {
            document: (_ALONE if document in only else _HEAD) * times
            for document, times in zip(head.documents, head.weights, strict=True)
        }
        # Every title and heading is the head of some passage.
        for field in ("title", "section") if head.documents else ():
            found = index.postings(field, stem)
            for document, times in zip(found.documents, found.weights, strict=True):
                if document in scores:
                    beside[document] = beside.get(document, 0.0) + _LIFT * times
        most = idf * (_K1 + 1)
        for document, more in beside.items():
            before = scores.get(document, 0.0)
            count = _K1 * before / (most - before) + more
            scores[document] = most * count / (_K1 + count)
        return scores

    def _weigh(self, field: str, term: str) -> Weights:
        found = self.index.postings(field, term)
        return self._weighed(field, found, self.idf(min(len(found.documents), self.index.count)))

    def _weighed(self, field: str, found: Postings, idf: float) -> Weights:
        lengths = self.index.lengths(field) if field in _B else b""
        if not lengths:
            return Weights(dict.fromkeys(found.documents, idf))
        tables = {times: self._scaled(field, times, idf) for times in set(found.weights)}
        if len(tables) == 1:
            ((_, table),) = tables.items()
            return Weights({document: table[lengths[document]] for document in found.documents})
        return Weights(
            {
                document: tables[times][lengths[document]]
                for document, times in zip(found.documents, found.weights, strict=True)
            }
        )

    def _scaled(self, field: str, times: int, idf: float) -> list[float]:
        return [idf * weight for weight in self._table(field, times)]

    def _table(self, field: str, times: int) -> list[float]:
        key = (field, times)
        if key not in self._tables:
            mean = self.index.mean_length(field) or 1.0
            b = _B.get(field, 0.75)
            self._tables[key] = [
                times * (_K1 + 1) / (times + _K1 * (1 - b + b * length / mean)) for length in _lengths()
            ]
        return self._tables[key]

    def kept(self, key: tuple[str, str], make: Callable[[], Weights]) -> Weights:
        """Give what is kept under a key, made when it is first asked for."""
        known = self._kept.get(key)
        if known is None:
            known = make()
            known = self._kept.hold(key, known, len(known) + 1)
        return known


@lru_cache(maxsize=1)
def _lengths() -> Sequence[int]:
    return [byte_to_length(byte) for byte in range(256)]


def scorer_of(index: Index) -> Scorer:
    """Give the scorer of an index, made when it is first asked for and gone with it."""
    scorer = index.kept.get("scorer")
    if not isinstance(scorer, Scorer):
        scorer = index.kept["scorer"] = Scorer(index)
    return scorer


def unweighed(documents: Iterable[int]) -> Weights:
    """Give passages that are only in or out: they weigh nothing."""
    return Weights(dict.fromkeys(documents, 0.0))


def add_up(parts: Sequence[Weights]) -> Weights:
    """Weigh the passages that are in any part by the sum of what the parts give them."""
    if len(parts) == 1:
        return parts[0]
    ordered = sorted(parts, key=len, reverse=True)
    total = Weights(ordered[0]) if ordered else Weights()
    for part in ordered[1:]:
        for document, weight in part.items():
            total[document] = total.get(document, 0.0) + weight
    return total


def union(parts: Iterable[Weights]) -> Weights:
    """Weigh the passages that are in any part by what one of them gives."""
    total = Weights()
    for part in parts:
        total.update(part)
    return total
