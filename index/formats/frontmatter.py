"""Front matter: the few lines at the top of a file that say what it is, in YAML (`---`) or TOML (`+++`).

YAML is read with string values only: `lang: no` is Norwegian, `id: 003` keeps its noughts, and a date is what
was typed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from index.toml import parse_toml

_LONGEST = 500
_MOST_CHARACTERS = 64_000
_FIELD = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:(?:\s+(.*))?$")
_STRUCTURE = "[]{}|>&*!%@`"

ALIASES: Mapping[str, str] = {
    "title": "title",
    "headline": "title",
    "author": "authors",
    "authors": "authors",
    "creator": "authors",
    "creators": "authors",
    "by": "authors",
    "byline": "authors",
    "date": "date",
    "published": "date",
    "publish_date": "date",
    "pubdate": "date",
    "publication_date": "date",
    "date_published": "date",
    "issued": "date",
    "date_note": "date_note",
    "source": "source",
    "publisher": "source",
    "container_title": "source",
    "publication": "source",
    "journal": "source",
    "outlet": "source",
    "website": "source",
    "lang": "language",
    "language": "language",
    "url": "url",
    "link": "url",
    "permalink": "url",
    "canonical": "url",
    "canonical_url": "url",
    "tags": "tags",
    "tag": "tags",
    "keywords": "tags",
    "categories": "tags",
    "category": "tags",
    "subject": "tags",
    "subjects": "tags",
    "descriptor": "descriptor",
    "marking": "marking",
    "classification": "marking",
    "id": "id",
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file's front matter says: its lines (0: there is none), fields, problems by line."""

    lines: int = 0
    fields: Mapping[str, tuple[object, int]] = field(default_factory=dict)
    problems: tuple[tuple[int, str], ...] = ()


def read_front_matter(lines: Sequence[str]) -> FrontMatter:
    """The front matter at the top of a file's lines; fields are named as in Article.

    One that is broken costs a problem that names the line; what can be read of it line by line is kept.
    """
    fence = lines[0].rstrip() if lines else ""
    if fence not in ("---", "+++"):
        return FrontMatter()
    closing = ("---", "...") if fence == "---" else ("+++",)
    end = next((n for n, line in enumerate(lines[1:_LONGEST], 1) if line.rstrip() in closing), 0)
    inner = lines[1:end]
    if not end or sum(map(len, inner)) > _MOST_CHARACTERS:
        return FrontMatter()
    if fence == "---" and not any(_FIELD.match(line) for line in inner):
        return FrontMatter()
    read = _read_yaml if fence == "---" else _read_toml
    values, problems = read(inner)
    fields: dict[str, tuple[object, int]] = {}
    for key, value in values.items():
        name = ALIASES.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
        if name and name not in fields and value not in (None, "", []):
            fields[name] = (value, _line_of(key, inner))
    return FrontMatter(end + 1, fields, tuple(problems))


def _line_of(key: str, inner: Sequence[str]) -> int:
    return next((n for n, line in enumerate(inner, 2) if line.lstrip("\"' ").startswith(key)), 1)


def _read_yaml(inner: Sequence[str]) -> tuple[dict[str, object], list[tuple[int, str]]]:
    import yaml

    try:
        loaded = yaml.load("\n".join(inner), Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        reason = getattr(error, "problem", None) or "it is no YAML"
        told = f"front matter: {reason}; put values with a colon in quotes"
        return _line_by_line(inner), [(line, told)]
    except (RecursionError, ValueError):
        return _line_by_line(inner), [(1, "front matter: it is nested too deep; keep it to plain values")]
    if not isinstance(loaded, dict):
        return {}, [(1, "front matter: it should be lines of `key: value`")]
    return {str(key): _plain(value) for key, value in loaded.items()}, []


def _line_by_line(inner: Sequence[str]) -> dict[str, object]:
    """The values that stand plainly after a key: what a person would read in broken YAML."""
    found: dict[str, object] = {}
    for line in inner:
        match = _FIELD.match(line)
        value = (match[2] or "").strip() if match else ""
        if match and value and value[0] not in _STRUCTURE:
            found.setdefault(match[1], value.strip("\"'"))
    return found


def _read_toml(inner: Sequence[str]) -> tuple[dict[str, object], list[tuple[int, str]]]:
    try:
        loaded = parse_toml("\n".join(inner))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) + 1 if place else len(inner) + 1
        return {}, [(line, f"front matter: {str(error).split(' (at ')[0]}")]
    return {key: _plain(value) for key, value in loaded.items()}, []


def _plain(value: object) -> object:
    """A value as a string or a list of strings; of a map in a list its name, of anything else nothing."""
    if isinstance(value, list):
        return [text for item in value[:100] if (text := _one(item))]
    return _one(value)


def _one(value: object) -> str:
    if isinstance(value, Mapping):
        named = value.get("name") or value.get("literal")
        if isinstance(named, str):
            return named
        parts = [value.get("given"), value.get("family")]
        return " ".join(part for part in parts if isinstance(part, str))
    if isinstance(value, list | tuple | set):
        return ""
    isoformat = getattr(value, "isoformat", None)
    return str(isoformat()) if isoformat else str(value).strip()
