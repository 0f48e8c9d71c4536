"""Keeping an ad-hoc topic, or words added to a declared one, in the user's topics file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from index.model import BriefingError
from index.toml import parse_toml, read_toml_bytes
from index.topics.append import append, toml_text
from index.topics.model import Topic, any_of, slug


def save_topic(file: Path, topic: Topic, *, label: str = "", words: Sequence[str] = ()) -> Topic:
    """Append a topic as declared text to the user's file and give it back as it will be read.

    `label` renames an ad-hoc topic; `words` are added as `alt`. Raises BriefingError where the user's
    file has a topic of that id already, because two tables of one id would not both be read.
    """
    name = " ".join(label.split()) or topic.label
    ident = slug(name) if topic.origin == "adhoc" else topic.id
    if not ident:
        raise BriefingError("give the topic a name with letters or digits")
    if ident in _ids(file):
        raise BriefingError(f'{file} has a topic "{ident}" already; edit it there or give another name')
    lines = ["[[topic]]", f"id = {toml_text(ident)}", f"label = {toml_text(name)}"]
    if topic.query:
        lines.append(f"query = {toml_text(_widened(topic.query, words))}")
    elif words:
        lines.append(f"alt = [{', '.join(toml_text(word) for word in words)}]")
    append(file, "\n".join(lines) + "\n")
    return Topic(
        id=ident,
        label=name,
        alt=() if topic.query else (*topic.alt, *words),
        hidden=topic.hidden,
        exclude=topic.exclude,
        query=_widened(topic.query, words) if topic.query else "",
        since=topic.since,
        note=topic.note,
        rows=topic.rows,
        origin="user",
    )


def _widened(query: str, words: Sequence[str]) -> str:
    return f"({query}) OR {any_of(words)}" if words else query


def _ids(file: Path) -> set[str]:
    try:
        values = parse_toml(read_toml_bytes(file).decode("utf-8"))
    except FileNotFoundError:
        return set()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BriefingError(f"{file} cannot be read ({error}); mend it first") from error
    topics = values.get("topic", [])
    return {str(each.get("id", "")) for each in topics if isinstance(each, dict)}
