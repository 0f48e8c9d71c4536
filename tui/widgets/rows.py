"""A list of entries laid out by a function of the width."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tui.layout.listing import EntryPlace, Listing
from tui.widgets.entries_view import EntriesView

Layout = Callable[[int], Listing]


class EntryList(EntriesView):
    """Entries with a cursor; a click goes to one, a second click there chooses it (`EntriesView.Chosen`)."""

    def __init__(self) -> None:
        super().__init__(id="entries")
        self._layout: Layout = Listing
        self._places: Sequence[EntryPlace] = ()

    @property
    def entries(self) -> Sequence[EntryPlace]:
        """The entries' lines."""
        return self._places

    def show(self, layout: Layout, cursor: int | None = None) -> None:
        """Show what this function lays out, with the cursor on an entry."""
        self._layout = layout
        if cursor is not None:
            self._cursor = cursor
        self.rebuild()

    def build(self, width: int) -> None:
        """Lay out, and keep the cursor's entry in sight."""
        listing = self._layout(width)
        self._places = listing.entries
        self.put(listing.lines)
        self.call_after_refresh(lambda: self.move_to(self._cursor))

    def head_of(self, at: int) -> int:
        """What stands above the first entry is shown with it."""
        return 0 if at == 0 else super().head_of(at)
