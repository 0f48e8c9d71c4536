"""Passages that were found, in which the cursor goes by passage and by article."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from tui.layout.line import Line
from tui.widgets.entries_view import EntriesView


class HitsView(EntriesView):
    """A list of passages of several articles."""

    # Where a smaller height has scrolled to with which cursor, and the scroll that was left for it.
    _squeezed: tuple[int, int, int] | None = None

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines, for which no scroll was left yet."""
        self._squeezed = None
        super().put(lines)

    def keep_in_sight(self) -> None:
        """Bring the cursor's entry back on the screen, and the old scroll where there is room again."""
        if self._squeezed is not None and self._squeezed[:2] == (self.cursor, int(self.scroll_offset.y)):
            self.go_to(self._squeezed[2])
        before = int(self.scroll_offset.y)
        super().keep_in_sight()
        now = int(self.scroll_offset.y)
        self._squeezed = (self.cursor, now, before) if now != before else None

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
