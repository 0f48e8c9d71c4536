"""A long article: its first part is shown while the whole is read in a thread, and then takes its place."""

from __future__ import annotations

from functools import partial

from index import ArticleText
from tui.hits import LAST
from tui.screens.reading.opened import Opened
from tui.screens.working import Working

_STILL = "the rest is still being read"


class Arriving(Opened, Working):
    """The part of the reader that waits for what is still being read of an article."""

    partial = False
    """Whether the text is but the beginning of the article."""
    # The place to go to when the whole is there, unless one has moved from the place shown until then.
    _goal: tuple[int | None, int | None, int] | None = None
    _meanwhile = (1, -1)

    def read(self, article: str) -> ArticleText:
        """The beginning of a long article, the whole of any other."""
        beginning = self.corpus.beginning(article)
        self.partial = beginning is not None
        return super().read(article) if beginning is None else beginning

    def show(self, line: int | None, offset: int | None, hit: int) -> None:
        """Show a place, or the first screen while it is not yet there."""
        self._goal = None
        if not self.partial:
            super().show(line, offset, hit)
            return
        assert self.text is not None
        marked = self.marks.get(self.article_id, {})
        if line is None and offset is None and not marked:
            left = self.reader.state.readings().get(self.article_id)
            line, offset = (left.line, left.offset) if left else (None, None)
        unread = (line or 1) > len(self.text.lines) or (
            line is None and bool(marked) and (hit == LAST or min(marked) > len(self.text.blocks))
        )
        if unread:
            super().show(1, -1, -1)
            self._goal, self._meanwhile = (line, offset, hit), super().reading_place()
        else:
            super().show(line, offset, hit)
        self._read_whole(self.article_id)

    def _read_whole(self, article: str) -> None:
        question = partial(self.corpus.text, article)
        self.work_out("whole", question, partial(self._arrived, article), partial(self._failed, article))

    def _failed(self, article: str, reason: str) -> None:
        if self.partial and article == self.article_id:
            self.partial = False
            self.show_nothing(article, reason)

    def _arrived(self, article: str, text: ArticleText) -> None:
        """Let the whole take the place of its beginning; what is on the screen stays where it is."""
        if not self.partial or article != self.article_id:
            return
        self.partial = False
        goal = self._goal if super().reading_place() == self._meanwhile else None
        place, block, hit = super().reading_place(), self.block, self.hits.at
        self.text = text
        if goal is not None:
            self.show(*goal)
            return
        self.show(*place, hit)
        same = text.at_line(block.first) if block is not None else None
        if same is not None:
            self.pane.keep_cursor(same.n - 1)

    def reading_place(self) -> tuple[int, int]:
        """The top row, or the place to go to from it when the whole is there."""
        seen = super().reading_place()
        if self._goal is None or self._goal[0] is None or seen != self._meanwhile:
            return seen
        return self._goal[0], -1 if self._goal[1] is None else self._goal[1]

    def keep_reading(self) -> None:
        """Remember how far was read, once it is known how far that is."""
        if not self.partial:
            super().keep_reading()

    def tell_place(self) -> None:
        """Where we are, and that this is not yet all."""
        super().tell_place()
        if self.partial:
            self.status_line(self.section(), _STILL)
