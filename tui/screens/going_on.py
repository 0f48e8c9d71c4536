"""Going on in results of which only the best are shown: more are asked for before the list ends."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import on

from tui.screens.asking import Asking
from tui.widgets.entries_view import EntriesView

# So many hits before its end, a list is continued.
_NEAR = 20
# So many more are laid out in a moment: as far as the end of most lists, and for an order of articles.
_AT_ONCE = 5000


class GoingOn(Asking):
    """The part of the search screen that has no last hit as long as there are more."""

    @property
    def has_more(self) -> bool:
        """Whether more was found than the list shows."""
        return self.result is not None and len(self.results.entries) < self.result.total

    def action_next_hit(self) -> None:
        """The next passage."""
        if not self._waits(self.results.cursor + 1 + int(self._count or 1), super().action_next_hit):
            super().action_next_hit()

    def action_next_article(self) -> None:
        """The first passage of the next article."""
        groups = self.results.groups_below < int(self._count or 1)
        if not (groups and self._waits(len(self.results.entries) + 1, super().action_next_article)):
            super().action_next_article()

    def action_bottom(self) -> None:
        """To the last passage of all, or to that of the number that was typed."""
        total = self.result.total if self.result is not None else 0
        if not self._waits(int(self._count or total), super().action_bottom):
            super().action_bottom()

    def best_limit(self) -> int:
        """How many hits to ask for where the order changes: an order other than the best wants all."""
        return self.limit if self.order == "best" or self.is_typing else max(self.limit, _AT_ONCE)

    def seek(self, article: str, n: int) -> None:
        """Put the cursor on a passage, where it is a hit."""
        total = self.result.total if self.result is not None else 0
        move = partial(self.results.move_to_passage, article, n)
        if self.results.has(article, n) or not self._waits(total, move):
            move()

    def _waits(self, number: int, then: Callable[[], None]) -> bool:
        """Whether the hit of a number is still to come: the list is continued, and `then` is done."""
        shown = len(self.results.entries)
        if number <= shown or not self.has_more:
            return False
        limit = min(max(number, 2 * shown), shown + _AT_ONCE)
        if self._asked == self._answered or self.limit < limit:
            self._ask_for(limit)
        self._then = partial(self._again_with, self._count, then)
        return True

    def _again_with(self, count: str, then: Callable[[], None]) -> None:
        self._count = count
        then()

    def _ask_for(self, limit: int) -> None:
        self.ask_index(self.complete, limit)
        self._goes_on = True

    @on(EntriesView.Moved)
    def _look_ahead(self) -> None:
        if self._asked != self._answered or not self.has_more:
            return
        shown = len(self.results.entries)
        if self.best_limit() > self.limit:
            self._ask_for(self.best_limit())
        elif self.results.cursor >= shown - _NEAR:
            self._ask_for(2 * shown)

    def on_descendant_focus(self) -> None:
        """In the list, what it lacks for its order is asked for."""
        self._look_ahead()
