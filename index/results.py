"""What the index answers with: hits, comparisons, the matrix and likenesses.

They are plain values, so that a screen, a script and an export read the same thing; what they hold is
ordered as it is to be shown.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from index.model import Article, Passage

Strength = Literal["discusses", "mentions"]
State = Literal["speaks", "silent", "unread"]
Origin = Literal["declared", "found"]


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that answers a query.

    `spans` are the matched words as code-point offsets into the passage's text, in order and apart.
    `snippet` is the part of the text to show in a list, as offsets cut at a sentence or clause. `matched`
    names the query words (as the text spells them) that were found. `whole` tells whether every word of the
    query was. `heading` and `title` are the matched words in the heading of its section and in the title of
    its article, as offsets into these.
    """

    passage: Passage
    score: float
    spans: tuple[tuple[int, int], ...]
    matched: tuple[str, ...]
    snippet: tuple[int, int]
    whole: bool = True
    heading: tuple[tuple[int, int], ...] = ()
    title: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleHits:
    """The hits of one article, ranked as a whole by its passages. `count` is how many it has in all."""

    article: Article
    score: float
    count: int
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class QueryProblem:
    """A mistake in a query, with its place in the query as code-point offsets."""

    start: int
    end: int
    message: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a query, whole: what was understood, what was found, and what was not.

    `hits` are best first, at most the limit asked for; `total` counts all. `counts` has the number of
    passages found for each article with any; `without` the articles with none. `notes` counts hits in
    notes that were left out. `spellings` are the forms found in the texts with their counts, most first.
    `facets` maps a field to its values with counts, most first, and `more` to how many values more it has.
    """

    query: str
    read_as: str
    total: int
    hits: tuple[Hit, ...]
    articles: tuple[ArticleHits, ...]
    counts: dict[str, int]
    without: tuple[str, ...]
    notes: int = 0
    suggestion: str | None = None
    problems: tuple[QueryProblem, ...] = ()
    spellings: tuple[tuple[str, int], ...] = ()
    facets: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()
    more: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One passage of one article in one row, with the reason why it stands there, in words.

    `spans` are the topic's words in the text, `asked` those of a declared row. `speaker` is who says it,
    where the text names someone who is not the author, else empty. `also` are the labels of the other rows in
    which the passage stands.
    """

    passage: Passage
    spans: tuple[tuple[int, int], ...]
    strength: Strength
    why: str
    speaker: str = ""
    also: tuple[str, ...] = ()
    asked: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One sub-point of a topic. `shared` are the words that its passages have in common.

    `cells` maps an article's id to its passages in text order; an article that is missing has none in this
    row. `also` has those of its passages that would stand here too and have less in common with the others.
    `far` tells in words where a missing article has words of the row, but too far from those of the topic.
    """

    label: str
    origin: Origin
    shared: tuple[str, ...]
    cells: dict[str, tuple[Cell, ...]]
    also: dict[str, tuple[Passage, ...]] = field(default_factory=dict)
    far: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Column:
    """One article in a comparison. `passages` counts those on the topic, `of` all body and quote passages.

    `reason` tells in words why the article is silent or what it has ("4 passages").
    """

    article: Article
    state: State
    strength: Strength | None
    passages: int
    of: int
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A topic side by side: columns in date order, rows declared first and then found.

    `empty` are the labels of declared rows in which no article has a passage. Of a large corpus not every
    article is a column: `others` are the rest, those that speak first and files not read last, and
    `more_speaking` and `more_silent` count those that speak and those that are silent. `unchosen` counts the
    articles that were not looked at because others were chosen.
    """

    topic: str
    label: str
    read_as: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    empty: tuple[str, ...] = ()
    more_speaking: int = 0
    more_silent: int = 0
    others: tuple[Column, ...] = ()
    unchosen: int = 0


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """How much one article says on one topic: passages, and topic words in them."""

    topic: str
    article: str
    passages: int
    words: int
    state: State
    strength: Strength | None


@dataclass(frozen=True)
class Matrix:
    """Topics by articles. `topics` are pairs of id and label; `articles` are in column order.

    `unchosen` counts the articles that were left out because others were chosen.
    """

    topics: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    cells: tuple[MatrixCell, ...]
    unchosen: int = 0

    def among(self, articles: Container[str]) -> Matrix:
        """The matrix of some of its articles, by their ids."""
        kept = tuple(each for each in self.articles if each.id in articles)
        cells = tuple(cell for cell in self.cells if cell.article in articles)
        left_out = self.unchosen + len(self.articles) - len(kept)
        return replace(self, articles=kept, cells=cells, unchosen=left_out)

    def cell(self, topic: str, article: str) -> MatrixCell:
        """The cell of a topic and an article; raises KeyError for one that is not in the matrix."""
        return self._placed[topic, article]

    @cached_property
    def _placed(self) -> dict[tuple[str, str], MatrixCell]:
        return {(cell.topic, cell.article): cell for cell in self.cells}


@dataclass(frozen=True, slots=True)
class Likeness:
    """A passage of another article that says something alike, with the words that both have."""

    passage: Passage
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Similar:
    """What the other articles say about the same as one passage, best first; empty when nothing is close."""

    of: Passage
    hits: tuple[Likeness, ...]
