"""A screen whose body is one list."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.screens.walking import Walking
from tui.widgets.rows import EntryList


class ListingScreen(Walking):
    """A screen with an `EntryList`."""

    def body(self) -> ComposeResult:
        """The list."""
        yield EntryList()

    @property
    def entries(self) -> EntryList:
        """The list."""
        return self.query_one(EntryList)

    @property
    def view(self) -> EntryList:
        """The list is what the keys move in."""
        return self.entries

    def action_close_page(self) -> None:
        """As in the help of less: back to what is read."""
        self.action_back()
