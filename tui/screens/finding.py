"""What search, side by side and similar have in common: a view of passages, and what can be done with one."""

from __future__ import annotations

from abc import abstractmethod

from textual import on

from tui import messages
from tui.screens.giving import Giving
from tui.screens.walking import Walking
from tui.screens.working import Working
from tui.widgets.entries_view import EntriesView


class FindingScreen(Walking, Giving, Working):
    """A screen whose keys move a cursor through passages and take them elsewhere."""

    @property
    @abstractmethod
    def view(self) -> EntriesView:
        """The view that the keys move in."""

    @abstractmethod
    def action_open(self) -> None:
        """Open the article at this passage."""

    def action_similar(self) -> None:
        """What the other articles say about this passage."""
        passage = self.passage
        if passage is None:
            self.tell("no passage here to ask the others about")
        else:
            self.post_message(messages.OpenSimilar(passage.article, passage.first))

    @on(EntriesView.Chosen)
    def _clicked(self) -> None:
        self.action_open()
