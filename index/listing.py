"""Which articles a corpus holds just now: its folder, what is declared, and what was read before."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from index.formats import limits
from index.hygiene import clean_name
from index.kept_texts import KeptTexts
from index.model import ArticleText, BriefingError, Problem, Unread
from index.store.catalogue import Row
from index.store.changes import digest_of
from index.store.walk import Found, walk

# From this size on, in bytes, a file takes about a second to read.
_LONG = 1_000_000
# How long a listing is taken as it is, in seconds, and how many times longer than it took to make.
_FRESH = 2.0
_FRESH_RATIO = 50.0
# Seconds between two states of the first look that are given out before it is done.
_SHOWN = 0.25
# Texts held: enough for a comparison of many columns and for the way from listing to index.
_TEXTS = 64


Progress = Callable[[int, int, str], None]
Reading = Callable[[str, ArticleText], None]
# What a text is held under: file, size and times, inode, and a digest of what is declared.
Key = tuple[str, tuple[int, int, int], int, str]


@dataclass(frozen=True)
class Look:
    """What one look at the folder found; a later look makes another, so that nobody reads half of one."""

    rows: tuple[Row, ...]
    found: Mapping[str, Found]
    declared: Mapping[str, Mapping[str, object]]
    skipped: tuple[Unread, ...]
    problems: tuple[Problem, ...]


class Listing:
    """The rows of a corpus, one for each article file, in order of file name. Safe for threads."""

    def __init__(self, root: Path, known: Callable[[], tuple[Row, ...]], folder: Path) -> None:
        """Prepare; `known` gives the rows of the last index, which save reading unchanged files.

        `folder` is where texts are kept.
        """
        self._root = root
        self._known = known
        self._last: Look | None = None
        self._begun: Look | None = None
        self._next = 0.0
        self._texts: OrderedDict[Key, tuple[ArticleText, tuple[Problem, ...]]] = OrderedDict()
        self._texts_kept = KeptTexts(folder)
        self._on_disk: set[tuple[Key, str]] = set()
        self._guard = threading.Lock()
        # Held while the folder is looked at, so that no file is read by two at a time.
        self._looking = threading.Lock()

    def last(self) -> Look:
        """Give the last look at the folder, or a new one when that is not fresh."""
        if not self.is_fresh:
            with self._looking:
                if not self.is_fresh:
                    return self._look_now(False, None, None)
        assert self._last is not None
        return self._last

    @property
    def is_fresh(self) -> bool:
        """Whether the last look is taken as it is."""
        return self._last is not None and time.monotonic() < self._next

    def so_far(self) -> Look | None:
        """Give the last look, or as much of the first one as is done by now, without waiting for more."""
        return self._last or self._begun

    def look(
        self, *, anew: bool = False, read: Reading | None = None, progress: Progress | None = None
    ) -> Look:
        """Look at the folder now, and read what changed; `anew` reads every file.

        `read` is called with the file and text of each article that is read, `progress` with how many
        were read before, how many there are to read, and the file.
        """
        with self._looking:
            return self._look_now(anew, read, progress)

    def _look_now(self, anew: bool, read: Reading | None, progress: Progress | None) -> Look:
        started = time.monotonic()
        last = self._look(anew, read, progress)
        took = time.monotonic() - started
        self._last, self._next = last, time.monotonic() + max(_FRESH, _FRESH_RATIO * took)
        return last

    def text(self, article_id: str) -> ArticleText:
        """Read the text of an article, or find it kept; raises BriefingError when there is none."""
        look, row = self._find(article_id)
        found, declared = look.found[row.file], look.declared.get(row.file, {})
        try:
            text = self._kept(found, declared, row) or self._read(found, declared)[0]
        except OSError as error:
            raise BriefingError(f"{clean_name(row.file)}: {_why(error)}") from error
        return replace(text, article=replace(text.article, id=article_id))

    def keep(self, article_id: str) -> None:
        """Keep the text of an article that was read, so that it can be opened again without reading it."""
        with suppress(OSError, BriefingError):
            look, row = self._find(article_id)
            key = self._key(look.found[row.file], look.declared.get(row.file, {}))
            with self._guard:
                known = self._texts.get(key)
            if known is not None and (key, known[0].article.digest) not in self._on_disk:
                self._on_disk.add((key, known[0].article.digest))
                self._texts_kept.save(key, known[0])

    def beginning(self, article_id: str) -> ArticleText | None:
        """Read the first part of an article that takes long to read, None of another; see `Corpus`."""
        from index.beginning import read_beginning

        look, row = self._find(article_id)
        assert row.article is not None
        declared = look.declared.get(row.file, {})
        try:
            with self._guard:
                if self._key(look.found[row.file], declared) in self._texts:
                    return None
            return read_beginning(look.found[row.file].path, row.article, declared)
        except OSError as error:
            raise BriefingError(f"{clean_name(row.file)}: {_why(error)}") from error

    def _find(self, article_id: str) -> tuple[Look, Row]:
        # An article that is listed already can be read while the first look goes on.
        for look in (self._begun, None) if self._last is None else (None,):
            look = look or self.last()
            for row in look.rows:
                if row.article is not None and row.article.id == article_id:
                    return look, row
        raise BriefingError(f"no article {article_id!r}; `briefing list` names those there are")

    def _look(self, anew: bool, read: Reading | None, progress: Progress | None) -> Look:
        from index.metadata import read_declared

        seen = walk(self._root)
        declared, problems = read_declared(self._root)
        before = self._last.rows if self._last is not None else ()
        known = {} if anew else {row.file: row for row in (*self._known(), *before)}
        files = {found.name: found for found in seen.files}
        blank = [Row(found.name, found.state, _digest(declared.get(found.name, {}))) for found in seen.files]
        rows: dict[str, Row] = {}
        for row, found in zip(blank, seen.files, strict=True):
            same = _unchanged(row, known.get(row.file), found)
            if same is not None:
                rows[row.file] = same
        pending = [(row, found) for row, found in zip(blank, seen.files, strict=True) if row.file not in rows]
        # The longest last, so that the others need not wait for it.
        pending.sort(key=lambda each: each[1].state.size > _LONG)
        due = 0.0
        for done, (row, found) in enumerate(pending):
            if self._last is None and (found.state.size > _LONG or time.monotonic() >= due):
                self._begun = Look(_listed(blank, rows), files, declared, seen.skipped, problems)
                due = time.monotonic() + _SHOWN
            if progress is not None:
                progress(done, len(pending), clean_name(found.name))
            rows[row.file] = self._row(row, found, declared.get(row.file, {}), read)
        if progress is not None:
            progress(len(pending), len(pending), "")
        listed = _listed(blank, rows)
        return Look(listed, files, declared, seen.skipped, (*problems, *_renamed(listed)))

    def _row(self, row: Row, found: Found, declared: Mapping[str, object], read: Reading | None) -> Row:
        try:
            text, problems = self._read(found, declared)
        except Exception as error:
            # Whatever a parser makes of a hostile file, it costs that file and no other.
            return replace(row, reason=_why(error))
        if read is not None:
            read(found.name, text)
        return replace(row, article=text.article, wanted=text.article.id, problems=problems)

    def _kept(self, found: Found, declared: Mapping[str, object], row: Row) -> ArticleText | None:
        key = self._key(found, declared)
        with self._guard:
            held = self._texts.get(key)
            if held is not None and _is_of(held[0], row, key):
                self._texts.move_to_end(key)
                return held[0]
        text = self._texts_kept.load(key)
        if text is None or not _is_of(text, row, key):
            return None
        self._on_disk.add((key, text.article.digest))
        self._hold(key, (text, row.problems))
        return text

    def _hold(self, key: Key, article: tuple[ArticleText, tuple[Problem, ...]]) -> None:
        with self._guard:
            self._texts[key] = article
            if len(self._texts) > _TEXTS:
                self._texts.popitem(last=False)

    def _read(self, found: Found, declared: Mapping[str, object]) -> tuple[ArticleText, tuple[Problem, ...]]:
        from index.article import read_article

        key = self._key(found, declared)
        article = read_article(found.path, found.name, declared)
        self._hold(key, article)
        return article

    def _key(self, found: Found, declared: Mapping[str, object]) -> Key:
        status = found.path.stat()
        state = (status.st_size, status.st_mtime_ns, status.st_ctime_ns)
        return (found.name, state, status.st_ino, _digest(declared))


def _is_of(text: ArticleText, row: Row, key: Key) -> bool:
    """Whether a text is that of the file now: of a state that was looked at, the bytes are known."""
    return row.article is None or key[1] != row.state.at or text.article.digest == row.article.digest


def _listed(blank: Sequence[Row], rows: Mapping[str, Row]) -> tuple[Row, ...]:
    """The rows that are known, in the order of the files."""
    return tuple(_distinct([rows[row.file] for row in blank if row.file in rows]))


def _unchanged(row: Row, before: Row | None, found: Found) -> Row | None:
    """What is known of a file, None where it must be read: its state tells, or else its bytes."""
    if before is None or row.declared != before.declared:
        return None
    if row.state.is_same(before.state):
        return before
    if before.article is None or row.state.size != before.state.size:
        return None
    try:
        same = digest_of(found.path) == before.article.digest
    except OSError:
        return None
    return replace(before, state=row.state) if same else None


def _distinct(rows: Sequence[Row]) -> Iterator[Row]:
    """Give every article an id of its own: the first by file name keeps one that several would have.

    It depends on nothing but the files that there are, so that links to an article hold in every session.
    """
    taken = {row.wanted for row in rows if row.article is not None}
    number: dict[str, int] = {}
    for row in rows:
        if row.article is None:
            yield row
            continue
        name = row.wanted
        while name in number or (name in taken and name != row.wanted):
            number[row.wanted] = number.get(row.wanted, 1) + 1
            name = f"{row.wanted}-{number[row.wanted]}"
        number.setdefault(name, 1)
        yield row if row.article.id == name else row.called(name)


def _renamed(rows: Sequence[Row]) -> Iterator[Problem]:
    for row in rows:
        if row.article is not None and row.article.id != row.wanted:
            message = f"another file has the id {row.wanted!r}; this one is called {row.article.id!r}"
            yield Problem(clean_name(row.file), message, key="id")


def _digest(declared: Mapping[str, object]) -> str:
    """What a reading depends on besides the file: what is declared of it, and bounds that a user has set."""
    unusual = limits.unusual()
    if not declared and not unusual:
        return ""
    told = repr(sorted((key, repr(value)) for key, value in declared.items())) + unusual
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"cannot be read: {error.strerror or type(error).__name__}"
    if isinstance(error, BriefingError):
        return clean_name(str(error))
    return f"cannot be read: {type(error).__name__}"
