"""A folder of articles, opened: what is in it, what it says, and the index over it.

Everything that shows or compares articles starts here. Opening is cheap: articles are listed from the
catalogue of the last index, and a file is read only when it changed or when its text is asked for.
"""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from index.hygiene import clean_name
from index.keeper import Keeper, Progress, Refreshed
from index.listing import Listing, Look
from index.model import Article, ArticleText, BriefingError, Problem, Unread
from index.store.changes import state_of
from index.store.folding import fold
from index.store.shelf import folder_for
from index.toml import read_toml_bytes
from index.topic_files import FILE, may_have_banner, user_file

if TYPE_CHECKING:
    from index.store.index import Index
    from index.topics import Topic, TopicSet

__all__ = ["Corpus", "Refreshed"]


class Corpus:
    """A corpus of articles. Safe to use from several threads."""

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self.root = root
        self._topics_lock = threading.Lock()
        self._topics: tuple[object, TopicSet] | None = None
        folder = folder_for(root, cache)
        self._keeper = Keeper(root, folder)
        self._listing = Listing(root, self._keeper.rows, folder / "texts")

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
        return tuple(row.article for row in self._look().rows if row.article is not None)

    def listed(self) -> tuple[Article, ...]:
        """Give the articles that are known by now: while a new folder is read for the first time, a part."""
        look = self._listing.so_far()
        return tuple(row.article for row in look.rows if row.article is not None) if look else ()

    def listed_unread(self) -> tuple[Unread, ...]:
        """Give the article files that are known by now not to be readable, with the reason."""
        look = self._listing.so_far()
        return _unread(look) if look else ()

    @property
    def is_fresh(self) -> bool:
        """Whether the folder was looked at so lately that asking for its articles takes no time."""
        return self._listing.is_fresh

    def unread(self) -> tuple[Unread, ...]:
        """Give the article files that could not be read, with the reason."""
        return _unread(self._look())

    def skipped(self) -> tuple[Unread, ...]:
        """Give what else lies in the folder and was passed over, with the reason."""
        return tuple(Unread(clean_name(each.file), each.reason) for each in self._look().skipped)

    def problems(self) -> tuple[Problem, ...]:
        """Give what is wrong with files, with what is declared of them, and with the topics."""
        look = self._look()
        told = [problem for row in look.rows for problem in row.problems]
        return (*look.problems, *told, *self.topic_set().problems)

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
        return self._listing.text(article_id)

    def keep(self, article_id: str) -> None:
        """Keep the text of an article that was read, so that the next start opens it at once."""
        self._listing.keep(article_id)

    def beginning(self, article_id: str) -> ArticleText | None:
        """Read the first part of an article that takes long to read, None of one that does not.

        It can be shown while `text` reads the whole. It has no blocks where a format lets none be read before
        the rest. Raises BriefingError as `text` does.
        """
        return self._listing.beginning(article_id)

    # Topics

    def topic_set(self) -> TopicSet:
        """Read the topics of the corpus and of the user, again only when their files change."""
        from index.topics import read_topics

        with self._topics_lock:
            stamp = tuple(_stamp(path) for path in self._topic_files())
            if self._topics is None or self._topics[0] != stamp:
                self._topics = (stamp, read_topics(self.root))
            return self._topics[1]

    def banner(self) -> str:
        """Give the line that stands first and last everywhere, reading topics only where one may be."""
        return self.topic_set().banner if any(map(may_have_banner, self._topic_files())) else ""

    def topics(self) -> tuple[Topic, ...]:
        """Give the topics in the order they are declared."""
        return self.topic_set().topics

    def topic(self, name: str) -> Topic:
        """Find a topic by id, beginning of an id or label; raises BriefingError that lists the topics."""
        topics = self.topics()
        wanted = fold(name)
        found = [topic for topic in topics if wanted in (topic.id, fold(topic.label))]
        found = found or [topic for topic in topics if topic.id.startswith(wanted)]
        if len(found) == 1:
            return found[0]
        names = ", ".join(topic.id for topic in found or topics) or "none"
        what = "several topics begin with" if found else "no topic"
        raise BriefingError(f"{what} {name!r}; there are: {names}")

    # Index

    @property
    def index_problem(self) -> str:
        """Why the index is kept in memory, empty when it is not."""
        return self._keeper.problem

    def refresh(self, *, rebuild: bool = False, progress: Progress | None = None) -> Refreshed:
        """Bring the index up to date, reading only what changed; `rebuild` begins anew.

        While another program writes this index, its work is waited for only when there is nothing to read
        yet. A cache that cannot be written, or a full disk, leaves the index in memory, and `index_problem`
        says so.
        """
        return self._keeper.refresh(self._listing, rebuild, progress)

    def index(self) -> Index:
        """Give the newest whole index, brought up to date first where files changed."""
        return self._keeper.index(self._listing)

    def _topic_files(self) -> tuple[Path, Path]:
        return self.root / FILE, user_file()

    def _look(self) -> Look:
        return self._listing.last()


def _unread(look: Look) -> tuple[Unread, ...]:
    return tuple(Unread(clean_name(row.file), row.reason) for row in look.rows if row.article is None)


def _stamp(path: Path) -> object:
    """Give a value that changes whenever what a topics file says may have changed."""
    now = time.time_ns()
    try:
        status = path.stat()
        state = state_of(status, now)
        return (state.at, status.st_ino, b"" if state.settled else read_toml_bytes(path))
    except OSError:
        return None
