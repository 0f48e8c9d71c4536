"""A screen whose body is one list: the moves in it."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.screens.base import BriefingScreen
from tui.widgets.rows import EntryList


class ListingScreen(BriefingScreen):
    """A screen with an `EntryList`."""

    def body(self) -> ComposeResult:
        """The list."""
        yield EntryList()

    @property
    def entries(self) -> EntryList:
        """The list."""
        return self.query_one(EntryList)

    def action_line_down(self) -> None:
        """The next entry."""
        self.entries.step_down()

    def action_line_up(self) -> None:
        """The entry before."""
        self.entries.step_up()

    def action_page_down(self) -> None:
        """A page down."""
        self.entries.page(max(self.entries.visible_height - 1, 1))

    def action_page_up(self) -> None:
        """A page up."""
        self.entries.page(-max(self.entries.visible_height - 1, 1))

    def action_half_down(self) -> None:
        """Half a page down."""
        self.entries.page(max(self.entries.visible_height // 2, 1))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.entries.page(-max(self.entries.visible_height // 2, 1))

    def action_top(self) -> None:
        """The first entry."""
        self.entries.move_to(0)
        self.entries.go_to(0)

    def action_bottom(self) -> None:
        """The last entry, and what stands under it."""
        self.entries.move_to(len(self.entries.entries) - 1)
        self.entries.go_to(len(self.entries.text))
