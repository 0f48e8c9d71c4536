"""The file in which everything is remembered: SQLite, so that a kill at any point or two sessions do no harm.

Each session keeps its own place, and the newest is opened next; marks, progress, searches and history are
shared.
Where the file cannot be written, or no more, the same is kept in memory and `problem` says so in one line.
"""

from __future__ import annotations

import json
import sqlite3
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, NamedTuple

from tui.state.folders import private, state_folder
from tui.state.place import Place

_VERSION = 1
_TABLES = """
CREATE TABLE IF NOT EXISTS place (
    corpus TEXT, session TEXT, at REAL, places TEXT,
    PRIMARY KEY (corpus, session));
CREATE TABLE IF NOT EXISTS reading (
    corpus TEXT, article TEXT, at REAL, line INTEGER, offset INTEGER, part REAL,
    PRIMARY KEY (corpus, article));
CREATE TABLE IF NOT EXISTS mark (
    corpus TEXT, letter TEXT, at REAL, article TEXT, line INTEGER, offset INTEGER,
    PRIMARY KEY (corpus, letter));
CREATE TABLE IF NOT EXISTS saved (name TEXT PRIMARY KEY, query TEXT, at REAL);
CREATE TABLE IF NOT EXISTS history (query TEXT PRIMARY KEY, at REAL);
CREATE TABLE IF NOT EXISTS liking (name TEXT PRIMARY KEY, value TEXT);
"""
# Seconds in which other sessions may finish their writing; a mark that is not kept is lost work.
_PATIENCE = 5.0
# Errors of the moment: others write just now.
_PASSING = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
# Sessions, queries that are kept.
_SESSIONS = 20
_QUERIES = 500


class Reading(NamedTuple):
    """How far an article was read.

    `line` and `offset` are the place of the top row: a source line, and an offset into the text of the block
    that begins there (-1 for the row above it). `part` is how much of the article has been seen, from 0 to 1.
    """

    line: int
    offset: int
    part: float


class Mark(NamedTuple):
    """A place with a letter."""

    letter: str
    article: str
    line: int
    offset: int


class State:
    """What is remembered of one corpus, and of the user."""

    def __init__(self, corpus: str, folder: Path | None = None) -> None:
        self.corpus = corpus
        self.session = uuid.uuid4().hex
        self.problem = ""
        try:
            self._file = private(folder or state_folder()) / "state.db"
            self._base = self._open(str(self._file))
        except (OSError, sqlite3.Error) as error:
            self._only_in_memory(error)

    def places(self) -> list[Place]:
        """Where the newest session was, the first place first; empty when there was none."""
        found = self._all(
            "SELECT places FROM place WHERE corpus = ? ORDER BY at DESC LIMIT 1", (self.corpus,)
        )
        try:
            return [Place(name, parameters) for name, parameters in json.loads(found[0][0])] if found else []
        except (ValueError, TypeError):
            return []

    def keep_places(self, places: Sequence[Place]) -> None:
        """Remember where this session is."""
        kept = json.dumps([(place.screen, dict(place.parameters)) for place in places])

        def write(base: sqlite3.Connection) -> None:
            row = (self.corpus, self.session, time.time(), kept)
            base.execute("REPLACE INTO place VALUES (?, ?, ?, ?)", row)
            base.execute(
                "DELETE FROM place WHERE corpus = ? AND session NOT IN"
                " (SELECT session FROM place WHERE corpus = ? ORDER BY at DESC LIMIT ?)",
                (self.corpus, self.corpus, _SESSIONS),
            )

        self._write(write)

    def readings(self) -> dict[str, Reading]:
        """How far each article was read."""
        question = "SELECT article, line, offset, part FROM reading WHERE corpus = ?"
        rows = self._all(question, (self.corpus,))
        return {article: Reading(line, offset, part) for article, line, offset, part in rows}

    def keep_reading(self, article: str, reading: Reading) -> None:
        """Remember how far an article was read; the part seen never shrinks."""
        self._write(
            lambda base: base.execute(
                "INSERT INTO reading VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (corpus, article)"
                " DO UPDATE SET at = ?3, line = ?4, offset = ?5, part = max(part, ?6)",
                (self.corpus, article, time.time(), reading.line, reading.offset, reading.part),
            )
        )

    def marks(self) -> dict[str, Mark]:
        """The marks of this corpus by letter."""
        question = "SELECT letter, article, line, offset FROM mark WHERE corpus = ?"
        rows = self._all(question, (self.corpus,))
        return {row[0]: Mark(*row) for row in rows}

    def keep_mark(self, mark: Mark) -> None:
        """Remember a mark."""
        self._write(
            lambda base: base.execute(
                "REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?)",
                (self.corpus, mark.letter, time.time(), mark.article, mark.line, mark.offset),
            )
        )

    def saved_searches(self) -> dict[str, str]:
        """The queries that were saved, by name."""
        return dict(self._all("SELECT name, query FROM saved ORDER BY name", ()))

    def save_search(self, name: str, query: str) -> None:
        """Save a query under a name; an empty query forgets the name."""
        row = (name, query, time.time())
        if query:
            self._write(lambda base: base.execute("REPLACE INTO saved VALUES (?, ?, ?)", row))
        else:
            self._write(lambda base: base.execute("DELETE FROM saved WHERE name = ?", row[:1]))

    def history(self) -> list[str]:
        """The queries that were made, the newest first."""
        return [row[0] for row in self._all("SELECT query FROM history ORDER BY at DESC", ())]

    def add_history(self, query: str) -> None:
        """Remember a query that was made."""

        def write(base: sqlite3.Connection) -> None:
            base.execute("REPLACE INTO history VALUES (?, ?)", (query, time.time()))
            base.execute(
                "DELETE FROM history WHERE query NOT IN (SELECT query FROM history ORDER BY at DESC LIMIT ?)",
                (_QUERIES,),
            )

        self._write(write)

    def liking(self, name: str) -> str:
        """What the user last chose on the screen (`width`), empty when nothing."""
        found = self._all("SELECT value FROM liking WHERE name = ?", (name,))
        return str(found[0][0]) if found else ""

    def keep_liking(self, name: str, value: str) -> None:
        """Remember what the user chose on the screen."""
        self._write(lambda base: base.execute("REPLACE INTO liking VALUES (?, ?)", (name, value)))

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def _open(self, file: str) -> sqlite3.Connection:
        try:
            return _connect(file)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError:
            # Damaged: kept beside for whoever wants to mend it, and a new one begun.
            Path(file).replace(f"{file}.damaged")
            self.problem = f"what was remembered could not be read; it is kept in {file}.damaged"
            return _connect(file)

    def _only_in_memory(self, error: Exception) -> None:
        self.problem = f"places and marks are not kept after this visit: {error}"
        self._base = _connect(":memory:")

    def _all(self, question: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        try:
            with closing(self._base.execute(question, values)) as found:
                return found.fetchall()
        except sqlite3.Error as error:
            self.problem = f"what was remembered cannot be read: {error}"
            return []

    def _write(self, write: Callable[[sqlite3.Connection], object]) -> None:
        try:
            with self._base:
                write(self._base)
        except sqlite3.Error as error:
            self.problem = f"places and marks cannot be kept: {error}"
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING:
                self._go_on_in_memory()
                with self._base:
                    write(self._base)

    def _go_on_in_memory(self) -> None:
        """Hold for this visit what a full or broken disk takes no more, with all that it can still tell."""
        memory = _connect(":memory:")
        with suppress(sqlite3.Error):
            self._base.backup(memory)
        self._base.close()
        self._base = memory


def _connect(file: str) -> sqlite3.Connection:
    base = sqlite3.connect(file, timeout=_PATIENCE)
    try:
        base.execute("PRAGMA synchronous = NORMAL")
        version = base.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            base.executescript(f"BEGIN IMMEDIATE; {_TABLES} PRAGMA user_version = {_VERSION}; COMMIT")
            if file != ":memory:":
                Path(file).chmod(0o600)
        elif version != _VERSION:
            raise sqlite3.OperationalError(f"{file} was written by another version of this program")
    except BaseException:
        base.close()
        raise
    return base
