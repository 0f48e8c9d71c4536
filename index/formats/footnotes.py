"""Notes of a document and the markers that lead to them, told by links from one to the other.

A link on a small number is a marker when it looks like one (raised, in brackets, or said to be one) and what
it leads to shows that it is the note of that number: it begins with the number, stands at that place of a
list, leads back, or says to be a note. A link to a section, a figure or a formula shows none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from index.formats.archive import member_path
from index.formats.element_names import BLOCKS
from index.formats.note_bodies import EPUB_TYPE, NoteBody, body_of

_NUMBER = re.compile(r"[\[(]?\s*(\d{1,4})\s*[\])]?\.?")
_SAYS_MARKER = re.compile(r"noteref|footnote|endnote|\bfn|cite|sdfoot|sdend", re.IGNORECASE)
_LONGEST_WAY_BACK = 20
# What may stand before the number of a note.
_OPENING = " \t\r\n[("

Place = tuple[str, str]


@dataclass(slots=True)
class _Link:
    name: str
    position: int
    element: Element
    target: Place


@dataclass(slots=True)
class _Anchors:
    """The named places of all documents, and the links that lead to places in them."""

    places: dict[Place, tuple[int, Element]] = field(default_factory=dict)
    links: list[_Link] = field(default_factory=list)

    def read(self, name: str, root: Element, documents: Mapping[str, Element]) -> None:
        """Take in the places and links of one document."""
        for position, element in enumerate(root.iter("*")):
            own = element.get("id")
            if own:
                self.places.setdefault((name, own), (position, element))
            if element.tag == "a":
                named = element.get("name")
                if named:
                    self.places.setdefault((name, named), (position, element))
                target = _target(name, element.get("href") or "")
                if target is not None and (target[0] == name or target[0] in documents):
                    self.links.append(_Link(name, position, element, target))


class Footnotes:
    """Which links are markers, which elements are notes, and their numbers.

    `documents` are the roots of the files of a book by name, or the one page under any name. Notes that begin
    anew in every chapter are numbered through, so that a number means one note.
    """

    def __init__(self, documents: Mapping[str, Element]) -> None:
        self._ties: dict[Element, NoteBody] = {}
        self._numbers: dict[NoteBody, int] = {}
        self._bodies: dict[Element, NoteBody | None] = {}
        self._notes: dict[Element, NoteBody] = {}
        self._tables: set[Element] = set()
        anchors = _Anchors()
        for name, root in documents.items():
            anchors.read(name, root, documents)
        markers: set[Place] = set()
        for link in anchors.links:
            place = anchors.places.get(link.target)
            ahead = place is not None and (link.target[0] != link.name or place[0] > link.position)
            if place is not None and ahead and self._tie(link, place[1]):
                markers.update((link.name, own) for own in _names_around(link.element))
        self._ways_back = {link.element for link in anchors.links if link.target in markers}
        if len(set(self._numbers.values())) < len(self._numbers):
            self._numbers = {note: number for number, note in enumerate(self._numbers, 1)}

    def _tie(self, link: _Link, target: Element) -> bool:
        element = link.element
        match = _NUMBER.fullmatch(_first_words(element))
        if match is None or not _is_marker(element, match[0]):
            return False
        if link.target[0] != link.name and _opens_its_block(element):
            return False
        if target not in self._bodies:
            self._bodies[target] = body_of(target)
        note = self._bodies[target]
        if note is None or any(outer in note.elements for outer in element.iterancestors()):
            return False
        number = int(match[1])
        if note.label is None and not (
            note.said or (match[0][0] != "(" and note.is_item(number)) or self._comes_back(link, note)
        ):
            return False
        if note.label not in (None, number):
            return False
        known = next((self._notes[part] for part in note.elements if part in self._notes), note)
        if self._numbers.setdefault(known, number) != number:
            return False
        for part in known.elements:
            self._notes[part] = known
            self._tables.update(part.iterancestors("table"))
        self._ties[element] = known
        return True

    def _comes_back(self, link: _Link, note: NoteBody) -> bool:
        places = note.leads_to(link.target[0], _target)
        return any((link.name, own) in places for own in _names_around(link.element))

    def reference(self, link: Element) -> int | None:
        """The number of the note that a link is the marker of."""
        note = self._ties.get(link)
        return None if note is None else self._numbers[note]

    def note(self, element: Element) -> int | None:
        """The number of the note that an element is."""
        note = self._notes.get(element)
        return None if note is None else self._numbers[note]

    def label(self, element: Element) -> str:
        """The number that stands written before the words of the note which an element begins, or nothing."""
        note = self._notes.get(element)
        first = note is not None and note.elements[0] is element
        return str(note.label) if note is not None and first and note.label is not None else ""

    def holds(self, table: Element) -> bool:
        """Whether a table has notes in its rows."""
        return table in self._tables

    def leads_back(self, link: Element) -> bool:
        """Whether a link in a note only leads back to its marker."""
        return link in self._ways_back and len(_first_words(link)) <= _LONGEST_WAY_BACK


def _first_words(link: Element) -> str:
    """The text of a link, or no less of it than shows it to be long."""
    text = ""
    for part in link.itertext():
        text += part[: 2 * _LONGEST_WAY_BACK]
        if len(text) > 4 * _LONGEST_WAY_BACK:
            break
    return " ".join(text.split())


def _target(name: str, href: str) -> Place | None:
    """The file and the anchor that a link within a document leads to."""
    path, mark, anchor = href.partition("#")
    if not mark or not anchor or ":" in path:
        return None
    return (member_path(name, path) if path else name, anchor)


def _is_marker(link: Element, text: str) -> bool:
    if text[0] in "[(":
        return True
    said = " ".join(link.get(key) or "" for key in ("role", "class", "rel", "id", "name", "href", EPUB_TYPE))
    if _SAYS_MARKER.search(said):
        return True
    parent = link.getparent()
    return (parent is not None and parent.tag == "sup") or any(child.tag == "sup" for child in link)


def _opens_its_block(link: Element) -> bool:
    """Whether no words stand before a link in its paragraph, as before the number of a note."""
    element: Element | None = link
    while element is not None and element.tag not in BLOCKS:
        for before in element.itersiblings(preceding=True):
            if (before.tail or "").strip(_OPENING) or any(text.strip(_OPENING) for text in before.itertext()):
                return False
        element = element.getparent()
        if element is not None and (element.text or "").strip(_OPENING):
            return False
    return True


def _names_around(link: Element) -> Iterator[str]:
    """The anchors by which a note leads back to a marker: its own, and those of what it stands in."""
    for inner in link.iter("*"):
        yield inner.get("id") or ""
    yield link.get("name") or ""
    element: Element | None = link
    while element is not None:
        before = element.getprevious()
        if before is not None and before.tag not in BLOCKS:
            yield before.get("id") or before.get("name") or ""
        yield element.get("id") or ""
        if element.tag in BLOCKS:
            return
        element = element.getparent()
