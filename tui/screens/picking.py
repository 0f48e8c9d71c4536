"""A list to choose from that opens over the foot of a screen, and gives the keys back when it closes."""

from __future__ import annotations

from textual import on

from tui.screens.walking import Walking
from tui.widgets.bar import Bar
from tui.widgets.picker import Picker

_KEYS = "j k choose  Enter takes it  / finds  Esc closes"


class Picking(Walking):
    """A screen with a `Picker`."""

    @property
    def picker(self) -> Picker:
        """The list."""
        return self.query_one("#picker", Picker)

    def go_on(self) -> None:
        """Give the keys back."""
        self.view.focus()

    def close_picker(self) -> None:
        """Close the list and go on where we were."""
        self.picker.close()
        self.go_on()

    def tell_keys(self) -> None:
        """Say what the keys of the list are while it is open."""
        if self.is_mounted and self.picker.is_open:
            self.query_one("#hint", Bar).put(_KEYS)
        else:
            super().tell_keys()

    def on_descendant_focus(self) -> None:
        """Tell the keys of what has them now."""
        self.tell_keys()

    def leave_mode(self) -> bool:
        """Esc closes the list."""
        if super().leave_mode():
            return True
        if not self.picker.is_open:
            return False
        self.close_picker()
        return True

    @on(Picker.Closed)
    def _picker_closed(self) -> None:
        self.close_picker()
