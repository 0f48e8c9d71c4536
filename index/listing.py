"""Which articles a corpus holds just now: its folder, what is declared, and what was read before."""

from __future__ import annotations

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from index.hygiene import clean_name
from index.model import ArticleText, BriefingError, Problem, Unread
from index.store.catalogue import Row
from index.store.walk import Found, walk

# How long a listing is taken as it is, in seconds, and how many times longer than it took to make.
_FRESH = 2.0
_FRESH_RATIO = 50.0
# Texts held: enough for a comparison of many columns and for the way from listing to index.
_TEXTS = 64


Progress = Callable[[int, int, str], None]
Reading = Callable[[str, ArticleText], None]


class Listing:
    """The rows of a corpus, one for each article file, in order of file name."""

    def __init__(self, root: Path, known: Callable[[], tuple[Row, ...]]) -> None:
        """Prepare; `known` gives the rows of the last index, which save reading unchanged files."""
        self.skipped: tuple[Unread, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self._root = root
        self._known = known
        self._rows: tuple[Row, ...] | None = None
        self._found: dict[str, Found] = {}
        self._declared: Mapping[str, Mapping[str, object]] = {}
        self._texts: OrderedDict[tuple[object, ...], tuple[ArticleText, tuple[Problem, ...]]] = OrderedDict()
        self._next = 0.0

    def rows(self) -> tuple[Row, ...]:
        """Give the rows; the folder is looked at again when the last look is not fresh."""
        if self._rows is None or time.monotonic() >= self._next:
            return self.look()
        return self._rows

    def look(
        self, *, anew: bool = False, read: Reading | None = None, progress: Progress | None = None
    ) -> tuple[Row, ...]:
        """Look at the folder now, and read what changed; `anew` reads every file.

        `read` is called with the file and text of each article that is read, `progress` with how many
        were read before, how many there are to read, and the file.
        """
        started = time.monotonic()
        self._rows = self._look(anew, read, progress)
        took = time.monotonic() - started
        self._next = time.monotonic() + max(_FRESH, _FRESH_RATIO * took)
        return self._rows

    def text(self, article_id: str) -> ArticleText:
        """Read the text of an article; raises BriefingError when there is none."""
        for row in self.rows():
            if row.article is not None and row.article.id == article_id:
                found = self._found[row.file]
                try:
                    text, _ = self._read(found)
                except OSError as error:
                    raise BriefingError(f"{clean_name(row.file)}: {_why(error)}") from error
                return replace(text, article=replace(text.article, id=article_id))
        raise BriefingError(f"no article {article_id!r}; `briefing list` names those there are")

    def _look(self, anew: bool, read: Reading | None, progress: Progress | None) -> tuple[Row, ...]:
        from index.metadata import read_declared

        seen = walk(self._root)
        self.skipped = seen.skipped
        self._declared, self.problems = read_declared(self._root)
        self._found = {found.name: found for found in seen.files}
        known = {} if anew else {row.file: row for row in (*self._known(), *(self._rows or ()))}
        rows = {name: row for name, row in known.items() if self._is_same(row)}
        pending = [found for found in seen.files if found.name not in rows]
        for done, found in enumerate(pending):
            if progress is not None:
                progress(done, len(pending), clean_name(found.name))
            rows[found.name] = self._row(found, read)
        if progress is not None:
            progress(len(pending), len(pending), "")
        return tuple(_distinct([rows[found.name] for found in seen.files]))

    def _is_same(self, row: Row) -> bool:
        found = self._found.get(row.file)
        return found is not None and (row.size, row.mtime_ns, row.declared) == (
            found.size,
            found.mtime_ns,
            _digest(self._declared.get(row.file, {})),
        )

    def _row(self, found: Found, read: Reading | None) -> Row:
        row = Row(found.name, found.size, found.mtime_ns, _digest(self._declared.get(found.name, {})))
        try:
            text, problems = self._read(found)
        except Exception as error:
            # Whatever a parser makes of a hostile file, it costs that file and no other.
            return replace(row, reason=_why(error))
        if read is not None:
            read(found.name, text)
        return replace(row, article=text.article, problems=problems)

    def _read(self, found: Found) -> tuple[ArticleText, tuple[Problem, ...]]:
        from index.article import read_article

        declared = self._declared.get(found.name, {})
        status = found.path.stat()
        state = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
        key = (found.name, state, _digest(declared))
        if key in self._texts:
            self._texts.move_to_end(key)
        else:
            self._texts[key] = read_article(found.path, found.name, declared)
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)
        return self._texts[key]


def _distinct(rows: list[Row]) -> list[Row]:
    """Give every article an id of its own: the first by file name keeps one that is used twice."""
    taken: set[str] = {row.article.id for row in rows if row.article is not None}
    if len(taken) == sum(row.article is not None for row in rows):
        return rows
    used: set[str] = set()
    distinct = []
    for row in rows:
        if row.article is not None and row.article.id in used:
            number = 2
            while f"{row.article.id}-{number}" in taken:
                number += 1
            new = f"{row.article.id}-{number}"
            taken.add(new)
            message = f"another file has the id {row.article.id!r}; this one is called {new!r}"
            told = Problem(clean_name(row.file), message, key="id")
            row = replace(
                row, article=replace(row.article, id=new), problems=(*row.problems, told), segment="", runs=()
            )
        if row.article is not None:
            used.add(row.article.id)
        distinct.append(row)
    return distinct


def _digest(declared: Mapping[str, object]) -> str:
    if not declared:
        return ""
    told = repr(sorted((key, repr(value)) for key, value in declared.items()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or type(error).__name__}"
    if isinstance(error, BriefingError):
        return clean_name(str(error))
    return f"cannot be read: {type(error).__name__}"
