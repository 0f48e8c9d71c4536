"""The help page: every key of the screen it was asked from, from the registry of actions."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType

from tui.actions import actions_of, bindings
from tui.layout.grid_about import SPEAKING
from tui.layout.keys import NAMED, keys
from tui.layout.query import SYNTAX
from tui.screens.listing import ListingScreen

_TITLES = {"reader": "reading", "compare": "side by side"}


class HelpScreen(ListingScreen):
    """The keys of a screen."""

    NAME = "help"
    BINDINGS: ClassVar[list[BindingType]] = bindings("help")
    REMEMBERED = False

    def __init__(self, about: str) -> None:
        super().__init__()
        self._about = about

    def action_help(self) -> None:
        """The key that opened the page closes it."""
        self.action_back()

    def on_mount(self) -> None:
        """Fill the page."""
        self.title_line(f"Keys: {_TITLES.get(self._about, self._about)}", "Esc back")
        examples = SYNTAX if self._about == "search" else ()
        rule = SPEAKING if self._about in ("matrix", "compare") else ""
        self.entries.show(partial(keys, actions_of(self._about), examples=examples, rule=rule), 0)
        self._tell_names()

    def on_resize(self) -> None:
        """Names stand beside the keys only where there is room for them."""
        self._tell_names()

    def _tell_names(self) -> None:
        named = self.app.size.width >= NAMED
        names = "other keys to the names at the right" if named else "other keys"
        self.status_line(f"config.toml can give {names}")
