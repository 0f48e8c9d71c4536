"""Lines with entries in them and a cursor that goes from entry to entry: lists and the side by side."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.layout import moves
from tui.layout.moves import HasPlace
from tui.widgets.rows_view import RowsView


class EntriesView(RowsView):
    """A list of entries of any height.

    An entry that does not fit is scrolled line by line before the cursor leaves it, and what stands beside it
    comes on the screen line by line as well, so that no text is jumped over. The cursor is a bar at
    the entry's left and its first line in reverse, so that it shows without colour.
    """

    @dataclass
    class Moved(Message):
        """The cursor is on another entry."""

        view: EntriesView

    @dataclass
    class Chosen(Message):
        """The entry that the cursor is on was clicked."""

        view: EntriesView

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._cursor = 0

    @property
    @abstractmethod
    def entries(self) -> Sequence[HasPlace]:
        """The entries, in reading order."""

    @property
    def cursor(self) -> int:
        """The number of the entry that the cursor is on."""
        return self._cursor

    def head_of(self, at: int) -> int:
        """The line from which an entry is shown where there is room, with what stands over it."""
        return self.entries[at].top

    def end_of(self, at: int) -> int:
        """The line up to which is scrolled before the cursor goes down from an entry."""
        return self.entries[at].bottom

    def begin_of(self, at: int) -> int:
        """The line up to which is scrolled before the cursor goes up from an entry."""
        return self.entries[at].top

    @property
    def reach(self) -> tuple[int, int]:
        """Where the cursor's entry begins on its lines and how wide it is, in cells."""
        return (0, self.size.width)

    def move_to(self, at: int, scroll: int | None = None) -> None:
        """Put the cursor on an entry and bring it on the screen, with `scroll` as the first line if given."""
        if not self.entries:
            return
        at = max(min(at, len(self.entries) - 1), 0)
        scroll = self.scroll_for(at) if scroll is None else scroll
        changed = at != self._cursor
        self._cursor = at
        self.go_to(scroll)
        self.refresh()
        if changed:
            self.post_message(self.Moved(self))

    def scroll_for(self, at: int) -> int:
        """The first line on the screen when the cursor comes to an entry."""
        entry = self.entries[at]
        scroll, height = int(self.scroll_offset.y), self.visible_height
        return moves.reveal(entry.top, entry.bottom, scroll, height, self.head_of(at))

    def put_cursor(self, at: int) -> None:
        """Put the cursor on an entry without scrolling."""
        self._cursor = max(min(at, len(self.entries) - 1), 0)
        self.refresh()

    def step_down(self, count: int = 1) -> None:
        """Steps down: through the entry where it goes on below the screen, else to the next."""
        self._step(self._one_down, count)

    def step_up(self, count: int = 1) -> None:
        """Steps up: through the entry where it begins above the screen, else to the one before."""
        self._step(self._one_up, count)

    def _step(self, step: Callable[[], None], count: int) -> None:
        """Take so many steps, or as many as there are."""
        for _ in range(count):
            before = (self._cursor, self.scroll_offset.y)
            step()
            if before == (self._cursor, self.scroll_offset.y):
                break

    def _one_down(self) -> None:
        scroll, height = int(self.scroll_offset.y), self.visible_height
        following = self.next_down() if self.entries else None
        if following is None or self.end_of(self._cursor) > scroll + height:
            self.scroll_lines(1)
        elif self._goes_by_lines:
            top = self.entries[following].top
            self.move_to(following, moves.reveal(top, top + 1, scroll, height, self.head_of(following)))
        else:
            self.move_to(following)

    def _one_up(self) -> None:
        scroll, height = int(self.scroll_offset.y), self.visible_height
        before = self.next_up() if self.entries else None
        if before is None or self.begin_of(self._cursor) < scroll:
            self.scroll_lines(-1)
            return
        end = self.end_of(before)
        if self._goes_by_lines:
            self.move_to(before, min(scroll, end - 1))
        else:
            self.move_to(before, end - height if end - self.entries[before].top > height else None)

    @property
    def _goes_by_lines(self) -> bool:
        """Whether the cursor's entry is higher than the screen: what follows it then comes by lines too."""
        return self.end_of(self._cursor) - self.begin_of(self._cursor) > self.visible_height

    def next_down(self) -> int | None:
        """The entry below the cursor's."""
        return self._cursor + 1 if self._cursor + 1 < len(self.entries) else None

    def next_up(self) -> int | None:
        """The entry above the cursor's."""
        return self._cursor - 1 if self._cursor else None

    def to_number(self, number: int) -> None:
        """Go to an entry by its number, from 1; to the last where there are not so many."""
        self.move_to(number - 1)

    def to_top(self) -> None:
        """Go to the first entry, with what stands over it."""
        self.move_to(0)
        self.go_to(0)

    def to_bottom(self) -> None:
        """Go to the last entry, with what stands under it."""
        self.move_to(len(self.entries) - 1)
        self.go_to(len(self._lines))

    def page(self, lines: int) -> None:
        """Scroll by lines, the cursor going with the screen; at the end it goes to the last entry."""
        before = int(self.scroll_offset.y)
        self.scroll_lines(lines)
        scroll = int(self.scroll_offset.y)
        if not self.entries:
            return
        if scroll == before:
            found: int | None = len(self.entries) - 1 if lines > 0 else 0
        else:
            found = moves.visible(self.entries, scroll, self.visible_height, self.end_of, self.preferred())
        if found is not None and found != self._cursor:
            self._cursor = found
            self.post_message(self.Moved(self))
        self.refresh()

    def preferred(self) -> Sequence[int]:
        """The entries that the cursor would rather be on when a page turns."""
        return ()

    def decorate(self, y: int, strip: Strip) -> Strip:
        """Mark the cursor's entry."""
        if not self.entries or self._cursor >= len(self.entries):
            return strip
        entry = self.entries[self._cursor]
        if not entry.top <= y < entry.bottom:
            return strip
        x, width = self.reach
        if y == entry.top and self.screen.focused is self:
            strip = self.restyle(strip, x + 1, x + width, self.get_component_rich_style("rows--here"))
        return self.over(strip, x, self.mark, self.tone_style("head"))

    def entry_at(self, x: int, line: int) -> int | None:
        """The entry at a cell of a line."""
        del x
        return next((at for at, entry in enumerate(self.entries) if entry.top <= line < entry.bottom), None)

    def on_click(self, event: events.Click) -> None:
        """Go to what is clicked, or choose it where the cursor is already."""
        at = self.entry_at(event.x, event.y + int(self.scroll_offset.y))
        if at is None or self.text_selection is not None:
            return
        if at == self._cursor:
            self.post_message(self.Chosen(self))
        else:
            self.move_to(at)

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew where the width is new; where the height is, keep the cursor's entry on the screen."""
        width = self._built_for
        super().on_resize(event)
        if width == self._built_for and self._cursor < len(self.entries):
            self.keep_in_sight()

    @property
    def cut_off(self) -> bool:
        """Whether the cursor's entry is off the screen with its own, or ends below it and would fit."""
        entry, scroll, height = self.entries[self._cursor], int(self.scroll_offset.y), self.visible_height
        if self.end_of(self._cursor) <= scroll or entry.top >= scroll + height:
            return True
        return entry.top >= scroll and entry.bottom > scroll + height and entry.bottom - entry.top <= height

    def keep_in_sight(self) -> None:
        """Bring the cursor's entry back on the screen where a new height has cut it off."""
        if self.cut_off:
            self.move_to(self._cursor)

    def on_focus(self) -> None:
        """Show the cursor as live."""
        self.refresh()

    def on_blur(self) -> None:
        """Show the cursor as at rest."""
        self.refresh()
