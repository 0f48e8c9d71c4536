"""All passages that answer a query, unranked, with their places on demand: what comparison is built on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from index.hygiene import clean
from index.model import Passage
from index.query.chosen import chosen_articles
from index.query.evaluate import evaluate
from index.query.marking import Marker, Spans, marker
from index.query.parser import parse
from index.query.reading import TopicQuery
from index.query.wording import read_as
from index.store.index import Index


@dataclass(frozen=True)
class Matches:
    """The passages that answer a query. `documents` are their numbers in the index, ascending.

    `read_as` tells in words how the query was understood. `articles` are the ids of those that its filters
    choose, None for all.
    """

    index: Index
    documents: tuple[int, ...]
    marker: Marker
    read_as: str = ""
    articles: frozenset[str] | None = None

    @cached_property
    def by_article(self) -> dict[str, tuple[int, ...]]:
        """The passages of each article that has any, in text order."""
        found: dict[int, list[int]] = {}
        for document in self.documents:
            found.setdefault(self.index.owners[document], []).append(document)
        return {self.index.articles[ordinal].id: tuple(found[ordinal]) for ordinal in sorted(found)}

    def passage(self, document: int) -> Passage:
        """Read one of the passages."""
        return self.index.passage(document)

    def spans(self, text: str) -> Spans:
        """Mark what was asked for in a text, in order and apart."""
        return self.marker.spans(text)


def match(
    index: Index,
    query: str,
    *,
    kinds: Iterable[str] = ("body", "quote"),
    topic: TopicQuery | None = None,
) -> Matches:
    """Find all passages of some kinds that answer a query.

    Plain words side by side must all be there, as under an operator, and in the passage's own text: a topic
    is what it says and no more. `topic` gives id, label and query of a topic that the query names.
    """
    tree = parse(query, topic=topic).tree
    answer = evaluate(index, tree, own=True)
    found = answer.documents if answer.whole is None else answer.whole
    wanted = set(kinds)
    if wanted == {"body", "quote"}:
        documents = sorted(found - index.notes)
    else:
        allowed: set[int] = set()
        for kind in wanted:
            allowed |= index.of_kind(kind)
        documents = sorted(found & allowed)
    told = clean(read_as(tree, answer.corrected, answer.topics, every=True))[0]
    return Matches(index, tuple(documents), marker(tree, answer.forms), told, chosen_articles(index, tree))
