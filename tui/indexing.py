"""The list of articles and the index, brought up to date behind the screens.

The work is done in threads that only post messages.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from time import monotonic

from textual import work
from textual.worker import get_current_worker

from index import Article, BriefingError, Corpus
from tui import messages
from tui.screens.base import BriefingScreen
from tui.typed_ahead import TypedAhead

# Seconds for which the first screen waits for the list of articles: an unchanged folder takes less.
_MOMENT = 0.2
# Seconds between two lines about the index being built.
_PROGRESS = 0.5
_INDEXING = "indexing"


class Indexing(TypedAhead):
    """The part of the app that reads the corpus while the first screen is there already."""

    corpus: Corpus
    indexing = True
    """Whether the index is still being brought up to date."""

    def begin_listing(self) -> None:
        """List the articles in a thread: in a folder of many new files that takes long."""
        self._listing = Thread(target=self.corpus.articles, name="listing", daemon=True)
        self._listing.start()
        self._looking = self._listing

    def await_listing(self) -> None:
        """Give the list of articles the moment that it needs where nothing has changed."""
        self._listing.join(_MOMENT)

    @property
    def listed(self) -> bool:
        """Whether the articles of the corpus are known, so that asking for them takes no time."""
        return not self._listing.is_alive()

    def known_articles(self) -> tuple[Article, ...]:
        """The articles as last listed, at once; a thread lists them anew where that was long ago."""
        known = self.corpus.listed()
        if self.listed and not self.corpus.is_fresh and not self._looking.is_alive():
            self._looking = Thread(target=self._look_again, args=(known,), name="looking", daemon=True)
            self._looking.start()
        return known

    def _look_again(self, known: tuple[Article, ...]) -> None:
        with suppress(BriefingError):
            if self.corpus.articles() != known and not self.indexing:
                self.post_message(messages.Indexed(changed=True))

    def judged(self) -> None:
        """Let every screen show what was said on a passage."""
        for screen in self._briefing_screens():
            screen.judgements_changed()

    def _briefing_screens(self) -> list[BriefingScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, BriefingScreen)]

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def build_index(self) -> None:
        """Refresh the index in a thread that only posts messages."""
        worker = get_current_worker()

        told_at = 0.0

        def progress(done: int, total: int, name: str) -> None:
            nonlocal told_at
            if done < total and not worker.is_cancelled and monotonic() - told_at >= _PROGRESS:
                told_at = monotonic()
                self.post_message(messages.Progress(done, total, name))

        known: object = None
        while self._listing.is_alive() and not worker.is_cancelled:
            self._listing.join(_PROGRESS)
            before, known = known, self.corpus.listed()
            if known != before:
                self.post_message(messages.Listed())
        self.post_message(messages.Listed())
        if worker.is_cancelled:
            return
        try:
            told = self.corpus.refresh(progress=progress)
        except (BriefingError, OSError) as error:
            self.post_message(messages.Indexed(error=str(error)))
        else:
            self.post_message(messages.Indexed(changed=bool(told.added or told.changed or told.removed)))

    def on_listed(self) -> None:
        """Let the screens show what is known by now."""
        for screen in self._briefing_screens():
            screen.corpus_listed()

    def on_progress(self, message: messages.Progress) -> None:
        """Say how far the index is."""
        self._tell(f"{_INDEXING} {message.done} of {message.total}: {message.name}")

    def on_indexed(self, message: messages.Indexed) -> None:
        """Let every screen take in the new index."""
        self.indexing = False
        for screen in self._briefing_screens():
            if message.changed:
                screen.corpus_changed()
            if (screen.told or "").startswith(_INDEXING):
                screen.hush()
        problem = message.error or self.corpus.index_problem
        if problem:
            self._tell(problem)

    def _tell(self, remark: str) -> None:
        screen = self.screen
        if isinstance(screen, BriefingScreen) and screen.is_mounted:
            screen.tell(remark)
