"""What a file of a word processor or a book says of itself in Dublin Core."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element

from index.dates import is_edtf
from index.formats.markup import words_of
from index.formats.scrub import scrub

_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST = 500


def read_dublin_core(root: Element, place: str) -> dict[str, tuple[object, str]]:
    """The fields of Article in Dublin Core elements; `place` names the carrier ("book", "file").

    A date that only says when a file was made is marked as uncertain.
    """
    found: dict[str, tuple[object, str]] = {}

    def take(field: str, value: object, name: str) -> None:
        if value and field not in found:
            found[field] = (value, f"{place}, {name}")

    take("title", _first(root, _DUBLIN + "title"), "title")
    people = [part.strip() for text in _all(root, _DUBLIN + "creator") for part in text.split(";")]
    take("authors", tuple(dict.fromkeys(person for person in people if person)), "creator")
    take("date", _date(_first(root, _DUBLIN + "date")), "date")
    created = _date(_first(root, _TERMS + "created"))
    take("date", created and created + "?", "created")
    take("source", _first(root, _DUBLIN + "publisher"), "publisher")
    language = _first(root, _DUBLIN + "language")
    take("language", language if _LANGUAGE.fullmatch(language) else "", "language")
    for text in (*_all(root, _DUBLIN + "source"), *_all(root, _DUBLIN + "identifier")):
        take("url", text if text.startswith(("http://", "https://")) else "", "identifier")
    tags = _all(root, _DUBLIN + "subject") if place == "book" else []
    tags += re.split("[,;]", _first(root, _CORE + "keywords"))
    take("tags", tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))[:50], "keywords")
    return found


def _all(root: Element, tag: str) -> list[str]:
    texts = [scrub(words_of(element))[0][:_LONGEST] for element in root.iter(tag)]
    return [text for text in texts if text][:50]


def _first(root: Element, tag: str) -> str:
    return next(iter(_all(root, tag)), "")


def _date(text: str) -> str:
    match = _ISO.fullmatch(text)
    edtf = "-".join(part for part in match.groups() if part) if match else ""
    return edtf if edtf and is_edtf(edtf) else ""
