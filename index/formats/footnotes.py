"""Notes of a document and the markers that lead to them, told by links from one to the other.

A link on a small number is a marker when it leads to a later place, or to another file of the same book, and
looks like one: raised, in brackets, or said to be one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from index.formats.archive import member_path
from index.formats.markup import words_of

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?\.?")
_SAYS_NOTE = re.compile(r"noteref|footnote|endnote|\bfn|cite|reference|sdfoot|sdend", re.IGNORECASE)
_CONTAINERS = frozenset({"li", "p", "dd", "td", "aside", "div", "tr", "blockquote", "section"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "body", "html"})
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


class Footnotes:
    """Which links are markers, which elements are notes, and their numbers.

    `documents` are the roots of the files of a book by name, or the one page under any name. Notes that begin
    anew in every chapter are numbered through, so that a number means one note.
    """

    def __init__(self, documents: Mapping[str, Element]) -> None:
        self._ties: dict[Element, Element] = {}
        self._notes: dict[Element, int] = {}
        places: dict[tuple[str, str], tuple[int, Element]] = {}
        links: list[tuple[str, int, Element, tuple[str, str]]] = []
        for name, root in documents.items():
            for position, element in enumerate(root.iter("*")):
                own = element.get("id")
                if own:
                    places.setdefault((name, own), (position, element))
                if element.tag == "a":
                    named = element.get("name")
                    if named:
                        places.setdefault((name, named), (position, element))
                    target = _target(name, element.get("href") or "")
                    if target is not None and (target[0] == name or target[0] in documents):
                        links.append((name, position, element, target))
        for name, position, link, target in links:
            place = places.get(target)
            if place is not None and (target[0] != name or place[0] > position):
                self._tie(link, place[1])
        self._number_through()

    def _tie(self, link: Element, target: Element) -> None:
        match = _NUMBER.fullmatch(words_of(link))
        if match is None or not _is_marker(link, match[0]):
            return
        note = _container(target)
        if note is None or note in link.iterancestors():
            return
        self._notes.setdefault(note, int(match[1]))
        self._ties[link] = note

    def _number_through(self) -> None:
        if len(set(self._notes.values())) < len(self._notes):
            self._notes = {note: number for number, note in enumerate(self._notes, 1)}

    def reference(self, link: Element) -> int | None:
        """The number of the note that a link is the marker of."""
        note = self._ties.get(link)
        return None if note is None else self._notes[note]

    def note(self, element: Element) -> int | None:
        """The number of the note that an element is."""
        return self._notes.get(element)


def is_way_back(link: Element) -> bool:
    """Whether a link in a note only leads back to its marker."""
    return "#" in (link.get("href") or "") and len(words_of(link)) <= 6


def _target(name: str, href: str) -> tuple[str, str] | None:
    """The file and the anchor that a link within a document leads to."""
    path, mark, anchor = href.partition("#")
    if not mark or not anchor or ":" in path:
        return None
    return (member_path(name, path) if path else name, anchor)


def _is_marker(link: Element, text: str) -> bool:
    if text[0] in "[(":
        return True
    said = " ".join(link.get(key) or "" for key in ("role", "class", "rel", "id", "name", "href", EPUB_TYPE))
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
        if element.tag in _HEADINGS:
            return None
        element = element.getparent()
    return None
