"""The author whom a note cites, through "Ibid." and short citations to where the name stands in full."""

from __future__ import annotations

import re

from index.align.persons import FULL_NAME, in_full, person
from index.model import ArticleText, Block

# A source in a note: the author's name, then a title in quotation marks or italics or with a capital.
_SOURCE = re.compile(rf"(?:^|\bsee |\balso |\bin |;\s)(?P<name>{FULL_NAME}),\s+[“\"*_A-Z]")
_SHORT = re.compile(r"^(?P<name>[A-Z][\w’'-]{0,28}[a-z]),\s+[“\"*_]")
_SAME = re.compile(r"^\W*(?:\d+\.?\s+)?Ibid\b", re.IGNORECASE)
_NUMBER = re.compile(r"^\W*\d+[.)]?\s+")


def author_cited(text: ArticleText, note: int) -> str:
    """The one author whom a note cites; empty where it cites none, or several, or there is no such note."""
    names: set[str] = set()
    asked = note
    while block := text.notes.get(asked):
        names |= _authors(block, text)
        if not _SAME.match(block.text):
            break
        asked -= 1
    return names.pop() if len(names) == 1 else ""


def _authors(block: Block, text: ArticleText) -> set[str]:
    told = _NUMBER.sub("", block.text)
    found = {name for match in _SOURCE.finditer(told) if (name := person(match["name"]))}
    short = _SHORT.match(told)
    if not found and short and (name := person(short["name"])):
        found.add(in_full(name, (each.text for each in text.notes.values())))
    return found
