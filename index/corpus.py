"""A folder of articles, opened: what is in it, what it says, and the index over it.

Everything that shows or compares articles starts here. Opening is cheap: articles are listed from the
catalogue of the last index, and a file is read only when it changed or when its text is asked for.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.hygiene import clean_name
from index.listing import Listing
from index.model import Article, ArticleText, BriefingError, Problem, Unread
from index.store.catalogue import DamagedError, Row
from index.store.shelf import DiskShelf, MemoryShelf, Shelf, folder_for

if TYPE_CHECKING:
    from index.store.index import Index
    from index.topics import Topic, TopicSet

Progress = Callable[[int, int, str], None]

# While another program writes the first index there is nothing to read; a small corpus is done sooner.
_PATIENCE = 15.0


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh found and did; `passages` counts all of the index, `seconds` the time it took."""

    added: int
    changed: int
    removed: int
    passages: int
    seconds: float


class Corpus:
    """A corpus of articles. Safe to use from several threads."""

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self.root = root
        self._folder = folder_for(root, cache)
        self._lock = threading.RLock()
        # Held only while articles are listed or read, so that they can be while an index is being built.
        self._reading = threading.RLock()
        self._kept: Shelf | None = None
        self._index: Index | None = None
        self._current: tuple[Index, tuple[Row, ...]] | None = None
        self._topics: tuple[object, TopicSet] | None = None
        self._listing = Listing(root, self._known_rows)
        self.index_problem = ""

    @classmethod
    def open(cls, root: Path | None = None, *, cache: Path | None = None) -> Corpus:
        """Open a folder of articles, by default the built-in five.

        `cache` is the folder that holds the indexes, by default the user's own. Raises BriefingError when
        there is no such folder.
        """
        if root is None:
            root = Path(__file__).resolve().parent.parent / "seeds"
        root = Path(root)
        if not root.is_dir():
            raise BriefingError(f"{root}: no such folder; give a folder of articles")
        return cls(root, cache)

    # Articles

    def articles(self) -> tuple[Article, ...]:
        """Give the articles by file name, read anew where a file changed."""
        return tuple(row.article for row in self._rows() if row.article is not None)

    def unread(self) -> tuple[Unread, ...]:
        """Give the article files that could not be read, with the reason."""
        return tuple(Unread(clean_name(row.file), row.reason) for row in self._rows() if row.article is None)

    def skipped(self) -> tuple[Unread, ...]:
        """Give what else lies in the folder and was passed over, with the reason."""
        with self._lock:
            self._listing.rows()
            return tuple(Unread(clean_name(each.file), each.reason) for each in self._listing.skipped)

    def problems(self) -> tuple[Problem, ...]:
        """Give what is wrong with files, with what is declared of them, and with the topics."""
        rows = self._rows()
        told = [problem for row in rows for problem in row.problems]
        return (*self._listing.problems, *told, *self.topic_set().problems)

    def article(self, prefix: str) -> Article:
        """Find an article by its id or the beginning of one; raises BriefingError with the candidates."""
        articles = self.articles()
        found = [article for article in articles if article.id == prefix]
        found = found or [article for article in articles if article.file == prefix]
        found = found or [article for article in articles if article.id.startswith(prefix)]
        if len(found) == 1:
            return found[0]
        if not found:
            names = ", ".join(article.id for article in articles[:12]) or "none"
            more = f" and {len(articles) - 12} more" if len(articles) > 12 else ""
            raise BriefingError(f"no article {prefix!r}; there are: {names}{more}")
        names = ", ".join(article.id for article in found[:12])
        raise BriefingError(f"{prefix!r} may be any of {len(found)} articles: {names}; type more of it")

    def text(self, article_id: str) -> ArticleText:
        """Read an article; raises BriefingError for an unknown id or a file that cannot be read any more."""
        with self._reading:
            return self._listing.text(article_id)

    # Topics

    def topic_set(self) -> TopicSet:
        """Read the topics of the corpus and of the user, again only when their files change."""
        from index.topics import read_topics, user_file

        with self._reading:
            stamp = tuple(_stamp(path) for path in (self.root / "topics.toml", user_file()))
            if self._topics is None or self._topics[0] != stamp:
                self._topics = (stamp, read_topics(self.root))
            return self._topics[1]

    def topics(self) -> tuple[Topic, ...]:
        """Give the topics in the order they are declared."""
        return self.topic_set().topics

    def topic(self, name: str) -> Topic:
        """Find a topic by id, beginning of an id or label; raises BriefingError that lists the topics."""
        topics = self.topics()
        wanted = name.casefold()
        found = [topic for topic in topics if wanted in (topic.id.casefold(), topic.label.casefold())]
        found = found or [topic for topic in topics if topic.id.casefold().startswith(wanted)]
        if len(found) == 1:
            return found[0]
        names = ", ".join(topic.id for topic in found or topics) or "none"
        what = "several topics begin with" if found else "no topic"
        raise BriefingError(f"{what} {name!r}; there are: {names}")

    # Index

    def refresh(self, *, rebuild: bool = False, progress: Progress | None = None) -> Refreshed:
        """Bring the index up to date, reading only what changed; `rebuild` begins anew.

        While another program writes this index, its work is waited for only when there is nothing to read
        yet. A cache that cannot be written, or a full disk, leaves the index in memory, and `index_problem`
        says so.
        """
        started = time.monotonic()
        with self._lock:
            try:
                done = self._refresh(rebuild, progress)
            except (OSError, DamagedError) as error:
                reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                self.index_problem = f"{self._folder}: {reason}; the index is kept in memory"
                self._kept, self._index = MemoryShelf(), None
                done = self._refresh(rebuild, progress)
            return replace(done, seconds=time.monotonic() - started)

    def index(self) -> Index:
        """Give the newest whole index, brought up to date first where files changed."""
        from index.store.refresh import open_index

        with self._lock:
            rows = self._rows()
            shelf = self._shelf()
            if self._index is None or self._index.stamp != shelf.stamp():
                self._index = open_index(shelf)
            if not self._is_current(rows):
                if self._index is None or _prints(self._index.catalogue.rows) != _prints(rows):
                    self.refresh()
                assert self._index is not None
                self._current = (self._index, rows)
            assert self._index is not None
            return self._index

    def _is_current(self, rows: tuple[Row, ...]) -> bool:
        # By identity: comparing the rows of a large corpus would cost more than a search.
        return self._current is not None and self._current[0] is self._index and self._current[1] is rows

    def _rows(self) -> tuple[Row, ...]:
        with self._reading:
            return self._listing.rows()

    def _shelf(self) -> Shelf:
        if self._kept is None:
            try:
                self._kept = DiskShelf(self._folder)
            except (OSError, DamagedError) as error:
                reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                self.index_problem = f"{self._folder}: {reason}; the index is kept in memory"
                self._kept = MemoryShelf()
        return self._kept

    def _known_rows(self) -> tuple[Row, ...]:
        """Give the rows of the last catalogue; what it does not know is read from the files."""
        try:
            catalogue = self._shelf().load()
        except DamagedError:
            return ()
        return catalogue.rows if catalogue is not None else ()

    def _refresh(self, rebuild: bool, progress: Progress | None) -> Refreshed:
        from index.store.refresh import open_index

        shelf = self._shelf()
        deadline = time.monotonic() + _PATIENCE
        while True:
            with shelf.writing() as mine:
                if mine:
                    return self._write(shelf, rebuild, progress)
            self._index = open_index(shelf)
            if self._index is not None:
                return Refreshed(0, 0, 0, self._index.count, 0.0)
            if time.monotonic() > deadline:
                raise OSError(0, "another program has been writing the index for long")
            time.sleep(0.05)

    def _write(self, shelf: Shelf, rebuild: bool, progress: Progress | None) -> Refreshed:
        from index.store.index import Index
        from index.store.refresh import Writer, open_index, passages_of

        old = None if rebuild else open_index(shelf)
        writer = Writer(shelf, str(self.root), old)

        def read(file: str, text: ArticleText) -> None:
            writer.add(file, text.article, passages_of(text.article, text.blocks))

        rows = self._listing.look(anew=rebuild, read=read, progress=progress)
        known = {row.file: row for row in old.catalogue.rows} if old else {}
        removed = len(known.keys() - {row.file for row in rows})
        changed = [row for row in rows if row.file not in known or _print(known[row.file]) != _print(row)]
        if old is not None and not changed and not removed:
            self._index = old
            return Refreshed(0, 0, 0, old.count, 0.0)
        listed: list[Row] = []
        added = 0
        for row in rows:
            if row.article is not None and not writer.has(row.file):
                if row.file in known and _content(known[row.file]) == _content(row):
                    before = known[row.file]
                    row = replace(
                        row,
                        segment=before.segment,
                        base=before.base,
                        runs=before.runs,
                        lengths=before.lengths,
                    )
                else:
                    if progress is not None:
                        progress(added, len(changed), clean_name(row.file))
                    added += 1
                    row = self._add(row, read)
            listed.append(row)
        catalogue = writer.publish(listed)
        self._index = Index(shelf, catalogue, shelf.stamp())
        again = sum(row.file in known for row in changed)
        return Refreshed(len(changed) - again, again, removed, self._index.count, 0.0)

    def _add(self, row: Row, read: Callable[[str, ArticleText], None]) -> Row:
        """Index an article that was listed before the index was written, and so is not read again."""
        assert row.article is not None
        try:
            read(row.file, self._listing.text(row.article.id))
        except BriefingError as error:
            return replace(row, article=None, reason=str(error), runs=())
        return row


def _content(row: Row) -> tuple[object, ...]:
    return (row.size, row.mtime_ns, row.declared)


def _print(row: Row) -> tuple[object, ...]:
    return (row.file, row.size, row.mtime_ns, row.declared, row.article.id if row.article else None)


def _prints(rows: tuple[Row, ...]) -> list[tuple[object, ...]]:
    return [_print(row) for row in rows]


def _stamp(path: Path) -> object:
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)
