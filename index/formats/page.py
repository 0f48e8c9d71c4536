"""A page of markup as paragraphs and a tree of block elements, and what each element says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from index.formats.element_names import ARTICLE_WORD, CAMEL, NOISE, NOISE_ROLES, NOISE_WORD, SUSPECT_WORD
from index.formats.scribe import Paragraph
from index.formats.source import MarkKind


@dataclass(slots=True)
class Record:
    """A paragraph of a page, the block element it stands in, and how much of it is link text.

    `kind` is None for lines that carry no mark. `byline` is the block element around it that says to name the
    author or the date, -1 where there is none.
    """

    kind: MarkKind | None
    paragraph: Paragraph
    node: int
    level: int = 0
    note: int | None = None
    linked: int = 0
    byline: int = -1


@dataclass(slots=True)
class Node:
    """A block element: the number of the one around it, its tag, and what its attributes say.

    `article` tells that it says to hold an article. `noise` tells that it is no part of one, `suspect` that
    its class or id sounds as if it were not.
    """

    parent: int
    tag: str
    article: bool = False
    noise: bool = False
    suspect: bool = False


@dataclass(slots=True)
class Page:
    """The paragraphs of a page and its tree of block elements, both in document order."""

    records: list[Record] = field(default_factory=list)
    nodes: list[Node] = field(default_factory=list)


def names_of(element: Element) -> str:
    """The words in an element's class and id, in small letters."""
    return CAMEL.sub("-", f"{element.get('class') or ''} {element.get('id') or ''}").lower()


def judge(node: Node, element: Element, names: str) -> None:
    """Note of a block element whether it says to hold an article, or to be no part of one."""
    role = element.get("role") or ""
    node.article = (
        node.tag in ("article", "main")
        or role == "main"
        or "articlebody" in (element.get("itemprop") or "").lower()
        or ARTICLE_WORD.search(names) is not None
    )
    node.noise = (
        node.tag in NOISE
        or role in NOISE_ROLES
        or NOISE_WORD.search(names) is not None
        or element.get("hidden") is not None
        or "display:none" in (element.get("style") or "").replace(" ", "")
    )
    node.suspect = not node.article and SUSPECT_WORD.search(names) is not None
