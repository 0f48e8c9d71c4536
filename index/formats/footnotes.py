"""Notes of a page and the markers that lead to them, told by links from one to the other.

A link on a small number is a marker when it leads to a later place in the same document and looks like one:
raised, in brackets, or said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from index.formats.markup import words_of

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?\.?")
_SAYS_NOTE = re.compile(r"noteref|footnote|endnote|fn|cite|reference|sdfoot|sdend", re.IGNORECASE)
_CONTAINERS = frozenset("li p dd td aside div tr blockquote section".split())
_EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


class Footnotes:
    """Which links are markers, which elements are notes, and their numbers.

    `file` is the name of the document within its book, `offset` what is added to every number, so that the
    notes of several chapters keep apart.
    """

    def __init__(self, root: Element | None = None) -> None:
        self._references: dict[Element, int] = {}
        self._notes: dict[Element, int] = {}
        self._ids: set[str] = set()
        if root is not None:
            self._find(root)

    def _find(self, root: Element) -> None:
        places: dict[str, tuple[int, Element]] = {}
        links: list[tuple[int, Element, str]] = []
        for position, element in enumerate(root.iter("*")):
            for key in ("id", "name"):
                name = element.get(key)
                if name and (key == "id" or element.tag == "a"):
                    places.setdefault(name, (position, element))
            if element.tag == "a":
                href = element.get("href") or ""
                if href.startswith("#") and len(href) > 1:
                    links.append((position, element, href[1:]))
        for position, link, target in links:
            place = places.get(target)
            if place is None or place[0] <= position:
                continue
            match = _NUMBER.fullmatch(words_of(link))
            if match is None or not _is_marker(link, match[0]):
                continue
            note = _container(place[1])
            if note is None or note in link.iterancestors():
                continue
            number = int(match[1])
            self._references[link] = number
            self._notes.setdefault(note, number)

    def reference(self, link: Element) -> int | None:
        """The number of the note that a link is the marker of."""
        return self._references.get(link)

    def bare_reference(self, raised: Element) -> int | None:
        """The number of the note that a raised number without a link is the marker of."""
        return None

    def note(self, element: Element) -> int | None:
        """The number of the note that an element is."""
        return self._notes.get(element)

    def is_way_back(self, link: Element) -> bool:
        """Whether a link in a note only leads back to its marker."""
        href = link.get("href") or ""
        return href.startswith("#") and len(words_of(link)) <= 6


def _is_marker(link: Element, text: str) -> bool:
    if text[0] in "[(":
        return True
    said = " ".join(
        link.get(key) or "" for key in ("role", "class", "rel", "id", "name", "href", _EPUB_TYPE)
    )
    if _SAYS_NOTE.search(said):
        return True
    parent = link.getparent()
    return (parent is not None and parent.tag == "sup") or any(child.tag == "sup" for child in link)


def _container(target: Element) -> Element | None:
    """The block that a note's anchor stands in; None for one in a heading."""
    element: Element | None = target
    while element is not None and isinstance(element.tag, str):
        if element.tag in _CONTAINERS:
            return element
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "body"):
            return None
        element = element.getparent()
    return None
