"""A list to choose from that opens over the foot of a screen, and gives the keys back when it closes."""

from __future__ import annotations

from functools import cache

from textual import on

from tui.actions import EVERYWHERE, actions_of
from tui.screens.walking import Walking
from tui.widgets.bar import Bar
from tui.widgets.picker import Picker

_KEYS = "j k choose  Enter takes it  / finds  Esc closes"


@cache
def _own_methods(screen: str) -> frozenset[str]:
    """The actions of a screen but those that hold everywhere."""
    return frozenset(each.method for each in actions_of(screen) if EVERYWHERE not in each.screens)


class Picking(Walking):
    """A screen with a `Picker`."""

    @property
    def picker(self) -> Picker:
        """The list."""
        return self.query_one("#picker", Picker)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the list is open, the keys of the screen under it do nothing."""
        if self.is_mounted and self.picker.is_open and action in _own_methods(self.NAME):
            return False
        return super().check_action(action, parameters)

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
