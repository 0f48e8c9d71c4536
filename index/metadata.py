"""What is known of an article, from the strongest source down: articles.toml, front matter, text, file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.dates import find_date, is_edtf
from index.hygiene import clean
from index.model import Problem
from index.toml import parse_toml, read_toml_bytes

if TYPE_CHECKING:
    # The list of articles reads what is declared, and needs no parser for it.
    from index.blocks.bylines import Front
    from index.formats.source import Source

DECLARED_FILE = "articles.toml"
_TEXTS = ("id", "title", "date", "date_note", "source", "language", "url", "descriptor", "marking")
_LISTS = ("authors", "tags")
# What these formats carry was written by the program that saved the file rather than by its author.
_WEAK_FORMATS = frozenset({"pdf", "docx"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_LONGEST = 2000
_AROUND_NAME = " \t\"'"
# Among so many lines of articles.toml the keys of an entry are looked for.
_ENTRY_LINES = 200


@dataclass(slots=True)
class Known:
    """The fields of an Article that are known, and where each came from."""

    values: dict[str, str | tuple[str, ...]] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def take(self, name: str, value: str | tuple[str, ...], origin: str) -> None:
        """Keep a value unless a stronger source has given one."""
        if value and name not in self.values:
            self.values[name] = value
            self.provenance[name] = origin

    def text(self, name: str) -> str:
        """A field of one value, empty when it is not known."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def several(self, name: str) -> tuple[str, ...]:
        """A field of several values."""
        value = self.values.get(name, ())
        return value if isinstance(value, tuple) else ()


def read_declared(root: Path) -> tuple[dict[str, dict[str, object]], tuple[Problem, ...]]:
    """What the corpus folder's `articles.toml` says of each file, by file name, and what is wrong with it.

    A corpus without the file has nothing declared; one with a broken file keeps opening.
    """
    path = root / DECLARED_FILE
    try:
        data = read_toml_bytes(path)
    except FileNotFoundError:
        return {}, ()
    except OSError as error:
        return {}, (Problem(DECLARED_FILE, f"cannot be read: {error.strerror or error}"),)
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        table = parse_toml(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(place[1]), int(place[2])) if place else (0, 0)
        reason = str(error).split(" (at ")[0]
        return {}, (Problem(DECLARED_FILE, f"{reason}; nothing in the file is used", line, column),)
    except UnicodeDecodeError:
        return {}, (Problem(DECLARED_FILE, "cannot be read: it is no UTF-8 text"),)
    declared: dict[str, dict[str, object]] = {}
    problems: list[Problem] = []
    lines = text.splitlines()
    begins = _beginnings(lines)
    for name, entry in table.items():
        line = begins.get(name, 0)
        if not isinstance(entry, Mapping):
            problems.append(Problem(DECLARED_FILE, 'should be a table: ["file name"]', line, key=name))
            continue
        declared[name] = dict(entry)
        problems.extend(_wrong_keys(name, entry, lines, line))
        if not (root / name).is_file():
            problems.append(Problem(DECLARED_FILE, "there is no such file in the corpus", line, key=name))
    shown = (replace(each, message=_clean(each.message), key=_clean(each.key)) for each in problems)
    return declared, tuple(shown)


def _beginnings(lines: Sequence[str]) -> dict[str, int]:
    """On which line each entry begins, and what else looks like one: looked up once for all of them."""
    found: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        key = line.lstrip().removeprefix("[").lstrip(_AROUND_NAME)
        for name in (key.partition("=")[0], key.partition("]")[0], key.rpartition("]")[0]):
            found.setdefault(name.rstrip(_AROUND_NAME), number)
    return found


def _wrong_keys(name: str, entry: Mapping[str, object], lines: Sequence[str], line: int) -> list[Problem]:
    problems: list[Problem] = []
    near = lines[line : line + _ENTRY_LINES]
    for key, value in entry.items():
        at = next((n for n, row in enumerate(near, line + 1) if row.lstrip().startswith(key)), line)
        place = f"{name}.{key}"
        if key not in _TEXTS and key not in _LISTS:
            problems.append(
                Problem(
                    DECLARED_FILE,
                    f"unknown key; known are {', '.join(sorted((*_TEXTS, *_LISTS)))}",
                    at,
                    key=place,
                )
            )
        elif key in _LISTS and not (isinstance(value, str) or _is_texts(value)):
            problems.append(Problem(DECLARED_FILE, 'should be a list of texts: ["…"]', at, key=place))
        elif key in _TEXTS and isinstance(value, list | dict | bool):
            problems.append(Problem(DECLARED_FILE, 'should be a text: "…"', at, key=place))
        elif key == "date" and not is_edtf(str(value)):
            problems.append(
                Problem(
                    DECLARED_FILE, f"{value!s} is no date; write 2016-09-19, 2016-09~ or 2016?", at, key=place
                )
            )
    return problems


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def gather(name: str, declared: Mapping[str, object], source: Source, front: Front) -> Known:
    """What is known of the article in a file, each field from the strongest source that has it."""
    known = Known()
    for key, value in declared.items():
        _take(known, key, value, "articles.toml", name, 0)
    carried = list(source.metadata.items())
    weak = source.format in _WEAK_FORMATS
    if not weak:
        _take_carried(known, carried, name)
    if front.title:
        known.take("title", _clean(front.title), f"text, line {front.title_line}")
    if front.authors:
        known.take(
            "authors", tuple(_clean(author) for author in front.authors), f"text, line {front.authors_line}"
        )
    known.take("source", _clean(front.source), f"text, line {front.source_line}")
    if front.date:
        known.take("date", front.date, f"text, line {front.date_line}")
    if weak:
        _take_carried(known, carried, name)
    return known


def _take_carried(known: Known, carried: list[tuple[str, tuple[object, str]]], name: str) -> None:
    for key, (value, origin) in carried:
        place = re.search(r"line (\d+)", origin)
        _take(known, key, value, origin, name, int(place[1]) if place else 0)


def _take(known: Known, key: str, value: object, origin: str, name: str, line: int) -> None:
    if key in _LISTS:
        items = [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else []
        parts = [part for item in items if isinstance(item, str) for part in _parts(key, _clean(item))]
        known.take(key, tuple(dict.fromkeys(clean for part in parts if (clean := _clean(part)))), origin)
    elif key == "date":
        date = as_edtf(str(value))
        if date:
            known.take(key, date, origin)
        elif origin != "articles.toml":
            known.problems.append(
                Problem(
                    name,
                    f"{_clean(str(value))!r} is no date; write 2016-09-19, 2016-09~ or 2016?",
                    line,
                    key="date",
                )
            )
    elif key in _TEXTS and isinstance(value, str | int | float) and not isinstance(value, bool):
        known.take(key, _clean(str(value)), origin)


def _parts(key: str, item: str) -> list[str]:
    """A list of authors or tags that was written as one text."""
    if key == "authors":
        return (
            re.split(r"\s*(?:;|\band\b|&)\s*", item)
            if ";" in item or " and " in item or "&" in item
            else [item]
        )
    return re.split(r"\s*[,;]\s*", item)


def as_edtf(text: str) -> str:
    """A date as it may be written in metadata in its EDTF form, empty where none is recognised."""
    text = text.strip()
    if is_edtf(text):
        return text.partition("T")[0]
    found = find_date(text)
    if found is not None:
        return found.edtf
    year = _YEAR.fullmatch(text)
    return year[0] if year else ""


def _clean(text: str) -> str:
    """A value on one line, without what a terminal would obey."""
    return " ".join(clean(text)[0].split())[:_LONGEST]
