"""The words of the house as types: article, block, passage, repair.

They stand in one place because every other module speaks in them; none of them knows how it was read,
indexed or shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

Kind = Literal["title", "heading", "body", "quote", "note", "byline", "caption", "boilerplate"]
KINDS: tuple[Kind, ...] = ("title", "heading", "body", "quote", "note", "byline", "caption", "boilerplate")
PASSAGE_KINDS: frozenset[str] = frozenset({"body", "quote", "note"})
TEXT_KINDS: frozenset[str] = frozenset({"body", "quote"})

SpanKind = Literal["emphasis", "strong", "code", "link", "ref"]


class Repair(NamedTuple):
    """One edit that cleaning made to a block's raw lines, so that what was changed can be told and undone.

    `start` and `end` are code-point offsets into the block's raw text, which is its source lines joined with
    newlines. Putting `put` in place of `removed` there, for every repair of the block, gives the block's
    text exactly.
    """

    kind: str
    start: int
    end: int
    line: int
    removed: str
    put: str


class Span(NamedTuple):
    """A run of a block's text with a meaning, in code-point offsets into the text.

    A `ref` is empty (`start == end`): a note marker stood there, and `value` is the note's number. The
    `value` of a `link` is its address, empty for a dead one.
    """

    start: int
    end: int
    kind: SpanKind
    value: str = ""


class Block(NamedTuple):
    """A run of source lines with one kind, the unit of which an article is made.

    `n` counts the blocks of an article from 1. `first` and `last` are 1-based source lines, inclusive.
    `level` is the depth of a heading (1 to 6), else 0. `note` is the number of a note, else None.
    `page` is the page, chapter or part of a source that has such, else empty.
    """

    n: int
    kind: Kind
    first: int
    last: int
    text: str
    section: str | None = None
    level: int = 0
    note: int | None = None
    spans: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()
    page: str = ""

    @property
    def note_refs(self) -> tuple[int, ...]:
        """The numbers of the notes that the block refers to, in text order."""
        return tuple(int(span.value) for span in self.spans if span.kind == "ref")

    @property
    def is_passage(self) -> bool:
        """Whether the block is indexed, found, aligned and cited."""
        return self.kind in PASSAGE_KINDS


@dataclass(frozen=True, slots=True)
class Article:
    """What is known of one file without its text: enough for a list, a column head or a citation.

    `date` is EDTF (ISO 8601-2 level 1: `2016-01~` approximate, `2015?` uncertain) or None. `provenance`
    tells for each field where it came from ("articles.toml", "front matter", "text, line 5", "file").
    `passages` counts all passages, `notes` those of them that are notes. `digest` is the SHA-256 of the
    file in hexadecimal. `removed` counts the control characters that were taken out of the text.
    """

    id: str
    file: str
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    date_note: str = ""
    source: str = ""
    language: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    descriptor: str = ""
    marking: str = ""
    words: int = 0
    passages: int = 0
    notes: int = 0
    format: str = "text"
    encoding: str = "utf-8"
    digest: str = ""
    removed: int = 0
    provenance: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class ArticleText:
    """An article with its text: the raw lines as decoded, and the blocks made of them."""

    article: Article
    lines: tuple[str, ...]
    blocks: tuple[Block, ...]

    @cached_property
    def notes(self) -> dict[int, Block]:
        """The notes by number, the first of each where a number is used twice."""
        found: dict[int, Block] = {}
        for block in self.blocks:
            if block.note is not None:
                found.setdefault(block.note, block)
        return found

    def raw(self, block: Block) -> str:
        """The block's source lines as they stand in the file."""
        return "\n".join(self.lines[block.first - 1 : block.last])

    def at_line(self, line: int) -> Block | None:
        """The block that holds a source line, or the next one after it."""
        for block in self.blocks:
            if line <= block.last:
                return block
        return self.blocks[-1] if self.blocks else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that is indexed, found, aligned and cited, with the article it stands in."""

    article: str
    n: int
    kind: Kind
    section: str | None
    first: int
    last: int
    text: str
    page: str = ""

    @property
    def lines(self) -> tuple[int, int]:
        """First and last source line, 1-based and inclusive."""
        return (self.first, self.last)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file, told in one line that says what to do.

    `line` and `column` are 1-based, 0 where there is none.
    """

    file: str
    message: str
    line: int = 0
    column: int = 0
    key: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {f'{self.key}: ' if self.key else ''}{self.message}"


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of the corpus that could not be read: it keeps its place in lists and comparisons."""

    file: str
    reason: str


class BriefingError(Exception):
    """An error that a person can mend: its text is one line that says what to do."""
