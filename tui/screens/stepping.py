"""Walking a list of found passages, by passage and by article."""

from __future__ import annotations

from abc import abstractmethod

from tui.screens.finding import FindingScreen
from tui.widgets.hits_view import HitsView


class Stepping(FindingScreen):
    """The keys `n`, `N`, `J` and `K`, which say so where the list ends."""

    @property
    @abstractmethod
    def view(self) -> HitsView:
        """The list that the keys move in."""

    def action_next_hit(self) -> None:
        """The next passage."""
        if not self.view.step_hit(self.times()):
            self._tell_end("this is the last passage")

    def action_previous_hit(self) -> None:
        """The passage before."""
        if not self.view.step_hit(-self.times()):
            self._tell_end("this is the first passage")

    def action_next_article(self) -> None:
        """The first passage of the next article."""
        if not self.view.step_article(self.times()):
            self._tell_end("no other article follows")

    def action_previous_article(self) -> None:
        """The first passage of the article before."""
        if not self.view.step_article(-self.times()):
            self._tell_end("no other article stands before")

    def _tell_end(self, said: str) -> None:
        self.tell(said if self.view.entries else "there is no passage to go to")
