"""Passages that were found, in which the cursor goes by passage and by article."""

from __future__ import annotations

from abc import abstractmethod

from tui.widgets.entries_view import EntriesView


class HitsView(EntriesView):
    """A list of passages of several articles."""

    @abstractmethod
    def beside(self, by: int) -> int | None:
        """The number of the entry at which the next (1) or previous (-1) article begins, None without one."""

    def step_hit(self, by: int) -> bool:
        """Go by so many passages, as far as there are; whether there was one to go to."""
        at = max(min(self.cursor + by, len(self.entries) - 1), 0)
        moved = at != self.cursor
        self.move_to(at)
        return moved

    def step_article(self, by: int) -> bool:
        """Go by so many articles, as far as there are; whether there was one to go to."""
        moved = False
        for _ in range(abs(by)):
            at = self.beside(1 if by > 0 else -1)
            if at is None:
                break
            self.move_to(at)
            moved = True
        return moved
