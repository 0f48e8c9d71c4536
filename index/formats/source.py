"""What every format hands over: lines, what the format itself says of them, and where they stand.

The blocks are made by the same rules for all formats; a format only adds what it knows for certain (this is
a heading, this is a note, this is page 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.model import Span

MarkKind = Literal[
    "title",
    "heading",
    "body",
    "quote",
    "note",
    "byline",
    "caption",
    "boilerplate",
    "item",
    "verbatim",
    "code",
]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a format says of a run of lines, 1-based and inclusive.

    `item` is an item of a list, `verbatim` (verse, a table) and `code` keep their line ends. `spans` are
    offsets into the lines joined with newlines.
    """

    first: int
    last: int
    kind: MarkKind
    level: int = 0
    note: int | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read: cleaned lines, marks in order and apart, and the metadata that the file carries.

    `pages` has the first line of each page, chapter or part with its label, in order. `metadata` maps a
    field of Article to its value and to where it came from. `removed` counts characters taken out by
    hygiene, `undecodable` those that could not be decoded. `markup` tells whether emphasis and links are
    written in the text as in Markdown; `references` has the
    addresses of links by name. `problems` are lines for `briefing check`, with a source line or 0.
    """

    format: str
    lines: tuple[str, ...]
    encoding: str = "utf-8"
    removed: int = 0
    undecodable: int = 0
    marks: tuple[Mark, ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    metadata: Mapping[str, tuple[object, str]] = field(default_factory=dict)
    markup: bool = True
    references: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[tuple[int, str], ...] = ()
