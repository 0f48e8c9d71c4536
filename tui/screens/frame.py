"""The frame of every screen: its title, status and hint line, and a line to type in when it is asked for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Container
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.screen import Screen

from tui.actions import actions_of, key_name
from tui.layout.keys import fitting_hints
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from tui.app import BriefingApp
    from tui.widgets.prompt import Prompt


class Frame(Screen[None]):
    """What stands around the widgets of a screen, and what is told there in plain text, never markup."""

    NAME: ClassVar[str] = ""
    ALLOW_SELECT = True

    def __init__(self) -> None:
        super().__init__(name=self.NAME)
        self._status = ("", "")
        self._told: str | None = None
        self._prompt: Prompt | None = None
        self._asked_from: Widget | None = None

    @property
    def reader(self) -> BriefingApp:
        """The app, by its own type."""
        return cast("BriefingApp", self.app)

    @abstractmethod
    def body(self) -> ComposeResult:
        """The screen's own widgets, between title and status line."""

    def compose(self) -> ComposeResult:
        """The frame around the body."""
        banner = self.reader.banner
        if banner:
            yield Bar(id="banner", left=banner, first="left")
        yield Bar(id="title", first="both")
        yield from self.body()
        yield Bar(id="status")
        yield Bar(id="hint")
        if banner:
            yield Bar(id="banner-below", left=banner, first="left")

    def on_mount(self) -> None:
        """Tell the keys of this screen."""
        self.tell_keys()

    def on_resize(self) -> None:
        """Tell as many keys as there is room for."""
        self.tell_keys()

    def on_screen_suspend(self) -> None:
        """What was told is over when another screen comes."""
        self.hush()

    def wanted_now(self) -> Container[str]:
        """The ids of actions that are told before others, as they are wanted now."""
        return ()

    def idle_now(self) -> Container[str]:
        """The ids of actions that are not told, as there is nothing for them to do now."""
        return ()

    def tell_keys(self) -> None:
        """Say in the hint line what can be done, as far as there is room."""
        idle = self.idle_now()
        actions = [action for action in actions_of(self.NAME) if action.id not in idle]
        hints = fitting_hints(actions, self.app.size.width, self.wanted_now())
        self.query_one("#hint", Bar).put("  ".join(hints))

    def title_line(self, left: str, right: str = "") -> None:
        """Say what this screen shows."""
        self.query_one("#title", Bar).put(left, right)

    def status_line(self, left: str, right: str = "") -> None:
        """Say where in it we are."""
        self._status = (left, right)
        self._show_status()

    def tell(self, remark: str) -> None:
        """Say something in the status line until the next key."""
        self._told = remark
        self._show_status()

    @property
    def told(self) -> str | None:
        """The remark that stands in the status line."""
        return self._told

    def hush(self) -> None:
        """Take back what was told."""
        if self._told is not None:
            self._told = None
            self._show_status()

    def _show_status(self) -> None:
        left, right = self._status
        if self._told is None:
            self.query_one("#status", Bar).put(left, right, "right")
        else:
            self.query_one("#status", Bar).put(self._told, right, "left")

    @property
    def typing(self) -> bool:
        """Whether the keys go into a prompt."""
        return self._prompt is not None

    def ask(self, purpose: str, label: str, value: str = "") -> None:
        """Open a line to type in, in place of the hint line."""
        from tui.widgets.prompt import Prompt

        self.close_prompt()
        self._asked_from = self.focused
        self._prompt = Prompt(purpose, label, value)
        self.add_class("-asking")
        self.mount(self._prompt, before="#hint")

    def close_prompt(self) -> bool:
        """Close the line that is typed in; whether there was one."""
        if self._prompt is None:
            return False
        self._prompt.remove()
        self._prompt = None
        self.remove_class("-asking")
        self.set_focus(self._asked_from)
        return True

    def on_key(self, event: events.Key) -> None:
        """Take back what was told; the key itself goes on to its binding, and where it has none, say so."""
        self.hush()
        if not self.typing and event.key not in self.active_bindings:
            named = event.character if event.is_printable else key_name(event.key)
            self.tell(f"{named} does nothing here; ? shows the keys that do")
