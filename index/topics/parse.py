"""The text of a topics file as topics; where it is no TOML, topic by topic."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from index.model import Problem
from index.toml import parse_toml
from index.topics.model import Topic, TopicOrigin
from index.topics.values import TopicsReader, TopicsText

_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def parse_topics(
    source: str,
    file: str,
    origin: TopicOrigin = "corpus",
    known: Mapping[str, Topic] | None = None,
    tables: tuple[str, ...] = (),
) -> TopicsText:
    """Read a topics file so that one mistake costs one topic at most, and never the corpus.

    A topic whose id is in `known` may leave out its label. `tables` names further arrays of tables, which
    are given back as they stand with their lines. Where the file is no TOML at all it is read topic by
    topic, and only those that cannot be read are missing.
    """
    try:
        values = parse_toml(source)
    except tomllib.TOMLDecodeError as error:
        return _salvage(source, file, origin, known or {}, tables, error)
    return TopicsReader(source, file, origin, known or {}, tables).read(values)


def _salvage(
    source: str,
    file: str,
    origin: TopicOrigin,
    known: Mapping[str, Topic],
    tables: tuple[str, ...],
    error: tomllib.TOMLDecodeError,
) -> TopicsText:
    lines = source.split("\n")
    names = "|".join(("topic", *tables))
    heads = [i for i, line in enumerate(lines) if re.match(rf"\s*\[\[\s*({names})\s*\]\]", line)]
    good: list[str] = []
    for start, end in zip([0, *heads], [*heads, len(lines)], strict=True):
        part = lines[start:end]
        try:
            parse_toml("\n".join(part))
        except tomllib.TOMLDecodeError:
            part = [""] * len(part)
        good += part
    place = _AT.search(str(error))
    line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), 0)
    found = parse_topics("\n".join(good), file, origin, known, tables) if good != lines else TopicsText()
    what = _AT.sub("", str(error))
    found.problems.insert(0, Problem(file, f"not TOML here ({what}); mend this line", line, column))
    return found
