"""What screens ask the app for: messages that bubble up, so that no screen knows another.

A screen says `self.post_message(OpenArticle("003", line=63))`; the app pushes the screen, and Esc there pops
it, which leaves the asking screen exactly as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from textual.message import Message

Spans = tuple[tuple[int, int], ...]


@dataclass
class OpenArticle(Message):
    """Open an article in the reader.

    `line` is a source line to open at; None opens where the reader was left. `marks` are words to mark, by
    article id (in the order in which J and K walk them) and block number, as offsets into the block's text;
    n and N walk them. `heads` are words to mark in titles and headings, by the text of these. `label` says
    what they are ("sanctions"); with the id of the `topic` whose words they are, passages can be accepted and
    rejected for it. `in_pane` leaves the asking screen in sight above it where there is room.
    """

    article: str
    line: int | None = None
    marks: Mapping[str, Mapping[int, Spans]] = field(default_factory=dict)
    label: str = ""
    in_pane: bool = False
    heads: Mapping[str, Spans] = field(default_factory=dict)
    topic: str = ""


@dataclass
class OpenSearch(Message):
    """Open the search over all articles, with a query already typed if there is one."""

    query: str = ""


@dataclass
class OpenMatrix(Message):
    """Open the matrix topics by articles."""


@dataclass
class OpenCompare(Message):
    """Open a topic side by side, at a row and an article if they are named. `query` makes an ad-hoc topic."""

    topic: str = ""
    row: int = 0
    article: str = ""
    query: str = ""


@dataclass
class OpenSimilar(Message):
    """Open what the other articles say about the passage at a source line."""

    article: str
    line: int


@dataclass
class Listed(Message):
    """More articles of the corpus are known, or all of them: what was waiting for them can be shown."""


@dataclass
class Progress(Message):
    """The index is being built: `done` of `total` files, now `name`. Posted by the worker."""

    done: int
    total: int
    name: str


@dataclass
class Indexed(Message):
    """The index is whole. `error` says in one line why not, `changed` whether articles came or went."""

    changed: bool = False
    error: str = ""
