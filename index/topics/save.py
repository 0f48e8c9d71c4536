"""Keeping an ad-hoc topic, or words added to a declared one, in the user's topics file.

That file holds for every corpus, so words added to a topic of one are marked as no topic by themselves.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path

from index.model import BriefingError
from index.toml import parse_toml, read_toml_bytes
from index.topics.append import append, put_in_place, toml_text
from index.topics.lines import key_lines
from index.topics.model import Topic, any_of, slug


def save_topic(
    file: Path, topic: Topic, *, label: str = "", words: Sequence[str] = (), replace: bool = False
) -> Topic:
    """Append a topic as declared text to the user's file and give it back as it will be read.

    `label` renames an ad-hoc topic; `words` are added as `alt`. A topic of that id that the file has already
    stays in it as a comment where `replace` allows it; without that BriefingError is raised, because two
    tables of one id would not both be read. What is added to a topic of the corpus `extends` it.
    """
    name = " ".join(label.split()) or topic.label
    ident = slug(name) if topic.origin == "adhoc" else topic.id
    if not ident:
        raise BriefingError("give the topic a name with letters or digits")
    there = ident in _ids(file)
    if there and not replace:
        do = "edit it or give another name" if topic.origin == "adhoc" else f"add there: {', '.join(words)}"
        raise BriefingError(f'{file} has a topic "{ident}" already; {do}')
    lines = ["[[topic]]", f"id = {toml_text(ident)}"]
    lines.append("extends = true" if topic.origin == "corpus" else f"label = {toml_text(name)}")
    if topic.query:
        lines.append(f"query = {toml_text(_widened(topic.query, words))}")
    elif words:
        lines.append(f"alt = [{', '.join(toml_text(word) for word in words)}]")
    table = "\n".join(lines) + "\n"
    if there:
        put_in_place(file, *_lines(file, ident), table)
    else:
        append(file, table)
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


def _ids(file: Path) -> list[str]:
    """The ids of the topics of a file, in order, as they are read."""
    try:
        values = parse_toml(read_toml_bytes(file).decode("utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BriefingError(f"{file} cannot be read ({error}); mend it first") from error
    topics = values.get("topic", [])
    return [
        slug(str(each.get("id") or each.get("label") or "")) if isinstance(each, dict) else ""
        for each in topics
    ]


def _lines(file: Path, ident: str) -> tuple[int, int]:
    """The first and last line of a topic in a file; comments before what follows are not its own."""
    source = file.read_text(encoding="utf-8")
    known = key_lines(source)
    head = ("topic", _ids(file).index(ident))
    if head not in known:
        raise BriefingError(f'{file} has a topic "{ident}" that is no [[topic]] table; replace it there')
    after = [line for path, line in known.items() if line > known[head] and path[:2] != head]
    lines = source.split("\n")
    last = min(after, default=len(lines) + 1) - 1
    while not lines[last - 1].strip() or lines[last - 1].lstrip().startswith("#"):
        last -= 1
    return known[head], last
