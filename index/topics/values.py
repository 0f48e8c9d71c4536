"""The values of a topics file as topics, with each mistake told by file, line and key."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from index.hygiene import clean
from index.model import BriefingError, Problem
from index.topics.lines import Path, key_lines, line_of
from index.topics.model import NEAR, Topic, TopicOrigin, TopicRow, slug

SCHEMA = 1
_TOP = ("schema", "banner", "topic")
_TOPIC = ("id", "label", "alt", "hidden", "not", "query", "since", "note", "row")
# In the user's own file: a topic that only adds to one of the corpus, and is none where that is not.
_EXTENDS = "extends"
_ROW = ("id", "label", "any")
_NEARLY = "military technology ~3"
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?[~?%]?")


@dataclass
class TopicsText:
    """What one topics file says: its topics, its banner, other tables by name, and its mistakes."""

    topics: list[Topic] = field(default_factory=list)
    banner: str = ""
    others: dict[str, list[tuple[int, dict[str, object]]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


class TopicsReader:
    """One pass over the values of a file, with the lines of its source at hand."""

    def __init__(
        self, source: str, file: str, origin: TopicOrigin, known: Mapping[str, Topic], tables: tuple[str, ...]
    ) -> None:
        self.lines = key_lines(source)
        self.file = file
        self.origin = origin
        self.known = known
        self.tables = tables
        self.own: dict[str, Topic] = {}
        self.found = TopicsText()

    def read(self, values: dict[str, object]) -> TopicsText:
        """Read the values of the whole file; every mistake is among the problems of what is given back."""
        self._unknown(values, (*_TOP, *self.tables), ())
        if values.get("schema", SCHEMA) != SCHEMA:
            self._tell(("schema",), f"must be {SCHEMA}; this version reads no other")
        self.found.banner = self._text(values, "banner", ())
        asked: list[tuple[Topic, Path]] = []
        for at, table in self._list_of_tables(values, "topic"):
            topic = self._topic(table, at)
            if topic is not None:
                self.own[topic.id] = topic
                asked.append((topic, at))
        self.found.topics = list(self.own.values())
        declared = {**self.known, **self.own}
        for topic, at in asked:
            if topic.query:
                self._query(topic, declared, at)
        for name in self.tables:
            self.found.others[name] = [
                (line_of(self.lines, at), table) for at, table in self._list_of_tables(values, name)
            ]
        self.found.problems.sort(key=lambda problem: problem.line)
        return self.found

    def _topic(self, table: dict[str, object], at: Path) -> Topic | None:
        self._unknown(table, (*_TOPIC, _EXTENDS) if self.origin == "user" else _TOPIC, at)
        label = self._text(table, "label", at)
        name = self._text(table, "id", at)
        ident = slug(name or label)
        if not ident:
            self._tell((*at, "id"), 'a topic needs an id of letters or digits, such as id = "sanctions"')
            return None
        if name and name != ident:
            told = f'an id has small letters without accents, digits and hyphens only; read as "{ident}"'
            self._tell((*at, "id"), told)
        if self._flag(table, _EXTENDS, at) and ident not in self.known:
            return None
        if ident in self.own:
            self._tell((*at, "id"), f'"{ident}" is declared above; give this topic another id')
            return None
        if not label:
            if ident not in self.known:
                self._tell((*at, "label"), f'a topic needs a label; "{ident}" is shown in its place')
                label = ident
            else:
                label = self.known[ident].label
        since = self._text(table, "since", at)
        if since and not _DATE.fullmatch(since):
            self._tell((*at, "since"), f'"{since}" is no date such as 2014, 2014-03 or 2014-03-18; left out')
            since = ""
        rows: dict[str, TopicRow] = {}
        for row_at, row_table in self._list_of_tables(table, "row", at):
            row = self._row(row_table, row_at)
            if row is not None and row.id in rows:
                self._tell((*row_at, "id"), f'"{row.id}" is a row above; give this row another id')
            elif row is not None:
                rows[row.id] = row
        return Topic(
            id=ident,
            label=label,
            alt=self._words(table, "alt", at),
            hidden=self._words(table, "hidden", at),
            exclude=self._words(table, "not", at),
            query=self._text(table, "query", at),
            since=since,
            note=self._text(table, "note", at),
            rows=tuple(rows.values()),
            origin=self.origin,
        )

    def _query(self, topic: Topic, declared: Mapping[str, Topic], at: Path) -> None:
        """Tell what is wrong with a topic's query, with the words at which it is wrong."""
        # Reading queries needs the whole of search, which a start without such a topic does without.
        from index.query.parser import parse

        def named(name: str) -> tuple[str, str, str, str]:
            if name == topic.id:
                raise BriefingError("a topic cannot ask for itself")
            if name not in declared:
                raise BriefingError(f"no topic {name!r} is declared here")
            # What another topic asks for is read at its own place.
            return name, declared[name].label, "", ""

        for problem in parse(topic.query, topic=named).problems:
            words = _plain(topic.query[problem.start : problem.end])
            place = f', at "{words}"' if words and words not in problem.message else ""
            self._tell((*at, "query"), problem.message + place)

    def _row(self, table: dict[str, object], at: Path) -> TopicRow | None:
        self._unknown(table, _ROW, at)
        label = self._text(table, "label", at)
        words = self._words(table, "any", at)
        ident = slug(self._text(table, "id", at) or label)
        if not ident:
            self._tell(at, "a row needs a label")
            return None
        if not words:
            self._tell((*at, "any"), f'row "{ident}" has no words; nothing will stand in it')
        return TopicRow(ident, label or ident, words)

    def _text(self, table: dict[str, object], key: str, at: Path) -> str:
        value = table.get(key, "")
        if not isinstance(value, str):
            self._tell((*at, key), f"must be text in quotes, not {_kind(value)}")
            return ""
        return _plain(value)

    def _flag(self, table: dict[str, object], key: str, at: Path) -> bool:
        value = table.get(key, False)
        if not isinstance(value, bool):
            self._tell((*at, key), f"must be true or false, not {_kind(value)}")
        return value is True

    def _words(self, table: dict[str, object], key: str, at: Path) -> tuple[str, ...]:
        value = table.get(key, [])
        if isinstance(value, str):
            self._tell((*at, key), f'must be a list, such as {key} = ["{_plain(value)}"]; read as one')
            value = [value]
        if not isinstance(value, list):
            self._tell((*at, key), f"must be a list of words, not {_kind(value)}")
            return ()
        words: list[str] = []
        for item in value:
            if isinstance(item, str) and re.search(r"[^\W_]", item):
                words.append(_plain(item))
                if "~" in words[-1] and not re.fullmatch(NEAR, words[-1]):
                    self._tell(
                        (*at, key), f'"{words[-1]}": after ~ stands a number up to 99, as in "{_NEARLY}"'
                    )
            elif isinstance(item, str) and _plain(item):
                self._tell((*at, key), f'"{_plain(item)}" has no letter or digit to be found; left out')
            else:
                self._tell((*at, key), "has an empty word" if item == "" else f"has {_kind(item)} for a word")
        return tuple(dict.fromkeys(words))

    def _list_of_tables(
        self, table: dict[str, object], key: str, at: Path = ()
    ) -> list[tuple[Path, dict[str, object]]]:
        value = table.get(key, [])
        if not isinstance(value, list) or any(not isinstance(item, dict) for item in value):
            self._tell((*at, key), f"must be written as [[{'.'.join(_names((*at, key)))}]]")
            return []
        return [((*at, key, index), item) for index, item in enumerate(value)]

    def _unknown(self, table: dict[str, object], allowed: tuple[str, ...], at: Path) -> None:
        for key in table:
            if key not in allowed:
                near = get_close_matches(key, allowed, 1)
                hint = f'did you mean "{near[0]}"?' if near else f"known here: {', '.join(allowed)}"
                self._tell((*at, key), f"is no key here; {hint}", name=_plain(key) or "?")

    def _tell(self, path: Path, message: str, name: str = "") -> None:
        key = ".".join((*_names(path)[:-1], name)) if name else ".".join(_names(path))
        self.found.problems.append(Problem(self.file, message, line_of(self.lines, path), key=key))


def _names(path: Path) -> list[str]:
    return [_plain(part) for part in path if isinstance(part, str)]


def _plain(text: str) -> str:
    return " ".join(clean(text)[0].split())


def _kind(value: object) -> str:
    kinds = (
        (bool, "true or false"),
        (str, "text"),
        (int | float, "a number"),
        (list, "a list"),
        (dict, "a table"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "a date")
