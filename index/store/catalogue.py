"""The catalogue: what is known of each article, and which passages of which segment are its own.

It is the one small file that names an index: written last and renamed into place, so that what it names is
whole. Lists of articles come from it alone, without Whoosh and without reading an article.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

from index.model import Article, Passage, Problem
from index.store.changes import FileState
from index.version import VERSION

# Raised whenever what is indexed, or how, changes: an index of another number, or of another version of the
# program, which may read articles otherwise, is rebuilt.
FORMAT = 13
_HEAD = f"briefing index {FORMAT} of {VERSION} "
HEAD_BYTES = len(_HEAD) + 64
"""Bytes of the first line, which no two catalogues have in common."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring passages of one article with the same kind and section."""

    kind: str
    section: str | None
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """One article file: as it lay in the corpus, what was read from it, and where its passages are.

    `state` is that of the file before it was read, `declared` a digest of what `articles.toml` says of it.
    `article` is None for a file that could not be read, and `reason` then says why. `wanted` is the id that
    it would have if no other file had it. Its passages are those of `segment` from `base` on; `lengths` are
    the words in each field of theirs, in the order of the schema.
    """

    file: str
    state: FileState
    declared: str
    article: Article | None = None
    reason: str = ""
    wanted: str = ""
    problems: tuple[Problem, ...] = ()
    segment: str = ""
    base: int = 0
    runs: tuple[Run, ...] = ()
    lengths: tuple[int, ...] = ()

    def placed_as(self, other: Row) -> Row:
        """Give the row with its passages where those of another row of the same text are."""
        return replace(self, segment=other.segment, base=other.base, runs=other.runs, lengths=other.lengths)

    def called(self, article_id: str) -> Row:
        """Give the row with another id for its article."""
        assert self.article is not None
        return replace(self, article=replace(self.article, id=article_id))

    @property
    def count(self) -> int:
        """How many passages the article has."""
        return sum(run.count for run in self.runs)


@dataclass(frozen=True, slots=True)
class Seal:
    """How a file was when it was written: size, CRC-32, and what the disk says of it (nanoseconds, inode)."""

    size: int
    crc: int
    changed: int
    touched: int
    inode: int


@dataclass(frozen=True, slots=True)
class SegmentInfo:
    """One segment: how many passages it has, and its files."""

    name: str
    count: int
    files: dict[str, Seal]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One generation of an index."""

    root: str
    generation: int
    rows: tuple[Row, ...]
    segments: tuple[SegmentInfo, ...]

    @property
    def files(self) -> list[str]:
        """The names of all files of the index beside the catalogue."""
        return [name for segment in self.segments for name in segment.files]


class DamagedError(Exception):
    """An index that cannot be used as it is: damaged, of another version, or someone else's."""


def passage_runs(passages: Sequence[Passage]) -> tuple[Run, ...]:
    """Sum up the kinds and sections of an article's passages, in order."""
    keyed = groupby((passage.kind, passage.section) for passage in passages)
    return tuple(Run(kind, section, sum(1 for _ in same)) for (kind, section), same in keyed)


def write(catalogue: Catalogue) -> bytes:
    """Write a catalogue as bytes that tell their version and digest in the first line."""
    body = json.dumps(asdict(catalogue), ensure_ascii=True, separators=(",", ":")).encode()
    return f"{_HEAD}{hashlib.sha256(body).hexdigest()}\n".encode() + body


def read(data: bytes) -> Catalogue:
    """Read a catalogue; raises DamagedError for anything that `write` did not write."""
    head, _, body = data.partition(b"\n")
    if head.decode("utf-8", "replace") != _HEAD + hashlib.sha256(body).hexdigest():
        raise DamagedError("the catalogue is damaged or of another version")
    try:
        told = json.loads(body)
        return Catalogue(
            root=told["root"],
            generation=told["generation"],
            rows=tuple(_row(row) for row in told["rows"]),
            segments=tuple(_segment(segment) for segment in told["segments"]),
        )
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedError(f"the catalogue cannot be read: {error}") from error


def _row(told: dict[str, Any]) -> Row:
    article = told["article"]
    if article is not None:
        article |= {key: tuple(article[key]) for key in ("authors", "tags")}
        article["provenance"] = tuple((field, origin) for field, origin in article["provenance"])
        article = Article(**article)
    return Row(
        **told
        | {
            "state": FileState(**told["state"]),
            "article": article,
            "problems": tuple(Problem(**problem) for problem in told["problems"]),
            "runs": tuple(Run(**run) for run in told["runs"]),
            "lengths": tuple(told["lengths"]),
        }
    )


def _segment(told: dict[str, Any]) -> SegmentInfo:
    files = {name: Seal(**seal) for name, seal in told["files"].items()}
    return SegmentInfo(told["name"], told["count"], files)
