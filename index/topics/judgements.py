"""A person's word on a passage: it belongs to a topic, or it does not.

Judgements are kept in the user's topics file with their date, are shown where they apply, and change nothing
that is found on their own.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from index.hygiene import clean, clean_name
from index.model import Article, Problem
from index.topics.append import append, remove, toml_text

JUDGEMENT = "judgement"
Verdict = Literal["accept", "reject"]
_KEYS = {"topic", "article", "digest", "lines", "verdict", "date"}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on the passage at certain lines of one version of a file.

    `digest` is the beginning of the file's SHA-256, so that the verdict does not move to other words when
    the file changes. `lines` are the first and last source line of the passage. `file` is where the file
    stands, as `path_of` gives it, so that a judgement is known as one on it when it has changed; it is empty
    in judgements that were kept without it.
    """

    topic: str
    article: str
    digest: str
    lines: tuple[int, int]
    verdict: Verdict
    date: datetime.date
    file: str = ""

    def is_on(self, topic: str, digest: str, lines: tuple[int, int]) -> bool:
        """Whether this is a verdict on that passage of that file for that topic."""
        same_file = bool(self.digest) and digest.startswith(self.digest)
        return same_file and self.topic == topic and self.lines == lines

    @property
    def says(self) -> str:
        """The verdict as it is shown beside the passage."""
        return f"{self.verdict}ed {self.date.isoformat()}"

    def _toml(self) -> str:
        return (
            f"[[{JUDGEMENT}]]\n"
            f"topic = {toml_text(self.topic)}\n"
            f"article = {toml_text(self.article)}\n"
            + (f"file = {toml_text(self.file)}\n" if self.file else "")
            + f"digest = {toml_text(self.digest)}\n"
            f"lines = [{self.lines[0]}, {self.lines[1]}]\n"
            f"verdict = {toml_text(self.verdict)}\n"
            f"date = {self.date.isoformat()}\n"
        )


def judge(file: Path, judgement: Judgement) -> None:
    """Keep a judgement at the end of the user's topics file; what stands there is not touched."""
    append(file, judgement._toml())


def judge_too(file: Path, judgements: Iterable[Judgement], topic: str, new: str) -> int:
    """Keep what is said for one topic for another too, which is new; give how many judgements that are."""
    there = tuple(judgements)
    also = [replace(each, topic=new) for each in there if each.topic == topic]
    also = [each for each in also if each not in there]
    if also:
        append(file, "\n".join(each._toml() for each in also))
    return len(also)


def undo(file: Path, judgement: Judgement) -> bool:
    """Take a judgement out of the user's file again; False where it does not stand there as written."""
    return remove(file, judgement._toml())


def judgement_of(
    judgements: tuple[Judgement, ...], topic: str, digest: str, lines: tuple[int, int]
) -> Judgement | None:
    """The newest judgement on a passage for a topic, the last written of one day, or None."""
    found = [each for each in judgements if each.is_on(topic, digest, lines)]
    newest = max((each.date for each in found), default=None)
    return next((each for each in reversed(found) if each.date == newest), None)


def path_of(root: Path, article: Article) -> str:
    """Where the file of an article of a corpus folder stands, as judgements keep it."""
    return clean_name(str(root.resolve() / article.file))


def earlier(
    judgements: Iterable[Judgement], root: Path, articles: Iterable[Article], topic: str = ""
) -> dict[str, int]:
    """How many passages were judged in an earlier version of an article's file, by the id of the article.

    Judgements on those are shown nowhere. Only those for `topic` count where it is given.
    """
    mine = {
        (each.article, each.file, each.digest, each.topic, each.lines)
        for each in judgements
        if each.file and topic in ("", each.topic)
    }
    named = {article for article, *_ in mine}
    now = {each.id: (path_of(root, each), each.digest) for each in articles if each.id in named}
    found: Counter[str] = Counter()
    for article, file, digest, *_ in mine:
        path, whole = now.get(article, ("", ""))
        if path == file and not whole.startswith(digest):
            found[article] += 1
    return dict(sorted(found.items()))


def read_judgements(
    tables: list[tuple[int, dict[str, object]]], file: str
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """Judgements from the tables of a topics file with their lines; a table that is none is told."""
    good: list[Judgement] = []
    bad: list[Problem] = []
    for line, table in tables:
        found = _judgement(table)
        if found is None:
            bad.append(Problem(file, f"a judgement needs {', '.join(sorted(_KEYS))}", line, key=JUDGEMENT))
        else:
            good.append(found)
    return tuple(good), tuple(bad)


def _judgement(table: dict[str, object]) -> Judgement | None:
    topic, article, digest = (table.get(key) for key in ("topic", "article", "digest"))
    lines, verdict, date, file = (table.get(key) for key in ("lines", "verdict", "date", "file"))
    if not (isinstance(topic, str) and isinstance(article, str) and isinstance(digest, str)):
        return None
    if not (isinstance(lines, list) and len(lines) == 2 and all(type(each) is int for each in lines)):
        return None
    if verdict not in ("accept", "reject") or not isinstance(date, datetime.date):
        return None
    return Judgement(
        clean(topic)[0],
        clean(article)[0],
        digest,
        (lines[0], lines[1]),
        verdict,
        date.date() if isinstance(date, datetime.datetime) else date,
        clean_name(file) if isinstance(file, str) and file else "",
    )
