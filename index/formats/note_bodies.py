"""What a link to a note leads to: the elements of the note, and what shows that it is one.

A note is small and closed in itself: an item, a paragraph, the words beside a label. What holds a heading or
very many elements is a part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
_CONTAINERS = frozenset({
    "li", "p", "dd", "dt", "td", "aside", "div", "tr", "table", "blockquote", "section",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE = frozenset({"li", "dd", "aside", "tr"})
_SAYS_NOTE = re.compile(r"foot-?note|end-?note|rearnote|\bfn\b", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:\[\s*(\d{1,4})\s*\]|\(\s*(\d{1,4})\s*\)|(\d{1,4})(?![\w,-]|\.\d))")
_BEGINNING = 40
_MOST_ELEMENTS = 1000


@dataclass(slots=True, eq=False)
class NoteBody:
    """The elements of a note, the number it begins with, and whether it says to be a note."""

    elements: tuple[Element, ...]
    label: int | None
    said: bool
    _targets: set[tuple[str, str]] | None = field(default=None)

    def is_item(self, number: int) -> bool:
        """Whether it is the item of that number in a numbered list."""
        element = self.elements[0]
        outer = element.getparent()
        if element.tag != "li" or outer is None or outer.tag != "ol":
            return False
        start = outer.get("start") or "1"
        place = number - (int(start) if start.isascii() and start.isdigit() and len(start) < 5 else 1)
        return 0 <= place < len(outer) and outer[place] is element

    def leads_to(
        self, name: str, target: Callable[[str, str], tuple[str, str] | None]
    ) -> set[tuple[str, str]]:
        """The places that its links lead to; `target` resolves a link in the document `name`."""
        if self._targets is None:
            links = (link.get("href") or "" for element in self.elements for link in element.iter("a"))
            self._targets = {place for link in links if (place := target(name, link)) is not None}
        return self._targets


def body_of(target: Element) -> NoteBody | None:
    """What an anchor stands in or at, where that can be a note."""
    element = _container(target)
    if element is None:
        return None
    parts = (element, *_beside(element)) if element.tag == "dt" else (element,)
    if element.tag == "dt" and len(parts) == 1:
        return None
    beginning = ""
    size = 0
    for part in parts:
        for inner in part.iter("*"):
            size += 1
            if inner.tag in _HEADINGS or size > _MOST_ELEMENTS:
                return None
        if len(beginning) < _BEGINNING:
            beginning += _begin(part)
    label = _LABEL.match(beginning)
    if not beginning[label.end() if label else 0 :].strip(" .:)]^"):
        return None
    number = int(next(group for group in label.groups() if group)) if label else None
    return NoteBody(parts, number, element.tag == "aside" or _says(element))


def _container(target: Element) -> Element | None:
    """The block that an anchor stands in; None for one in a heading."""
    element: Element | None = target
    while element is not None and element.tag not in _CONTAINERS:
        if element.tag in _HEADINGS:
            return None
        element = element.getparent()
    while element is not None:
        outer = element.getparent()
        if outer is None or outer.tag not in _WHOLE or (outer.text or "").strip() or outer[0] is not element:
            break
        element = outer
    return element


def _beside(label: Element) -> Iterator[Element]:
    """The descriptions that a term of a list has."""
    for after in label.itersiblings():
        if after.tag != "dd":
            return
        yield after


def _begin(element: Element) -> str:
    """The first words of an element."""
    text = ""
    for part in element.itertext():
        text = (text + part).lstrip()
        if len(text) >= _BEGINNING:
            break
    return text + " "


def _says(element: Element) -> bool:
    said = " ".join(element.get(key) or "" for key in ("role", "class", EPUB_TYPE))
    return _SAYS_NOTE.search(said) is not None
