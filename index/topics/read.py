"""Which topics a corpus is compared on: its own `topics.toml` and the user's, merged."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from index.model import Problem
from index.toml import read_toml_bytes
from index.topic_files import FILE, user_file
from index.topics.judgements import JUDGEMENT, Judgement, read_judgements
from index.topics.model import Topic, TopicOrigin, TopicRow
from index.topics.parse import parse_topics
from index.topics.values import TopicsText


@dataclass(frozen=True, slots=True)
class TopicSet:
    """The topics of a corpus in the order they are declared, the user's own last.

    `banner` is the line that stands first and last on every export. `digests` maps the path of each topics
    file that was read to its SHA-256, for receipts.
    """

    topics: tuple[Topic, ...] = ()
    banner: str = ""
    problems: tuple[Problem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    digests: tuple[tuple[str, str], ...] = ()


def read_topics(root: Path, user: Path | None = None) -> TopicSet:
    """Read the topics of a corpus folder and of the user; a file that is not there is no mistake.

    `user` is the user's file, by default `user_file()`.
    """
    own = user_file() if user is None else user
    digests: list[tuple[str, str]] = []
    corpus = _read(root / FILE, FILE, "corpus", {}, (), digests)
    declared = {topic.id: topic for topic in corpus.topics}
    mine = _read(own, str(own), "user", declared, (JUDGEMENT,), digests)
    for topic in mine.topics:
        declared[topic.id] = _merged(declared[topic.id], topic) if topic.id in declared else topic
    judgements, problems = read_judgements(mine.others.get(JUDGEMENT, []), str(own))
    return TopicSet(
        tuple(declared.values()),
        mine.banner or corpus.banner,
        (*corpus.problems, *mine.problems, *problems),
        judgements,
        tuple(digests),
    )


def _read(
    path: Path,
    name: str,
    origin: TopicOrigin,
    known: Mapping[str, Topic],
    tables: tuple[str, ...],
    digests: list[tuple[str, str]],
) -> TopicsText:
    try:
        data = read_toml_bytes(path)
    except FileNotFoundError:
        return TopicsText()
    except OSError as error:
        return TopicsText(problems=[Problem(name, f"cannot be read ({error.strerror}); topics are missing")])
    digests.append((name, hashlib.sha256(data).hexdigest()))
    try:
        source = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return TopicsText(problems=[Problem(name, "is not UTF-8 here; save it as UTF-8", line)])
    return parse_topics(source, name, origin, known, tables)


def _merged(corpus: Topic, own: Topic) -> Topic:
    """A topic of the corpus with what the user adds: words and rows are added, single values replaced."""
    rows: dict[str, TopicRow] = {row.id: row for row in corpus.rows}
    for row in own.rows:
        base = rows.get(row.id)
        rows[row.id] = replace(base, label=row.label, any=_joined(base.any, row.any)) if base else row
    return replace(
        corpus,
        label=own.label,
        alt=_joined(corpus.alt, own.alt),
        hidden=_joined(corpus.hidden, own.hidden),
        exclude=_joined(corpus.exclude, own.exclude),
        query=own.query or corpus.query,
        since=own.since or corpus.since,
        note=own.note or corpus.note,
        rows=tuple(rows.values()),
    )


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*one, *other)))
