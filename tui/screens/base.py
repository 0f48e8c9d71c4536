"""What every screen has: title, status and hint line, a prompt when asked for, a place to be remembered.

A screen of the reader:
- sets `NAME`, `BINDINGS = bindings(NAME)` (actions are rows in `tui.actions`) and has `action_…` methods;
- yields its own widgets in `body()`; what has the focus first is the first that can have it;
- calls `self.title_line(left, right)` and `self.status_line(left, right)` with plain text (never markup), and
  `self.tell("…")` for a remark that stays until the next key;
- gives its `place()` as plain JSON values, is made again by `from_place`, and calls `self.remember()` when
  the place changed (cheap: saved within a second, and at exit);
- asks for other screens by the messages of `tui.messages`; Esc pops back to it, as it was;
- has `ask(purpose, label)` for a line to type in, which answers with `Prompt.Changed` and `Prompt.Submitted`;
- sets `REMEMBERED = False` if the next visit should not open on it;
- overrides `corpus_changed()` to take in a new index, and `leave_mode()` to let Esc close something first.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Container, Mapping
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from tui.actions import actions_of, key_name
from tui.layout.keys import fitting_hints
from tui.state.place import JSON, Place
from tui.widgets.bar import Bar

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from index import Corpus
    from tui.app import BriefingApp
    from tui.widgets.prompt import Prompt


class BriefingScreen(Screen[None]):
    """A screen with its frame; see the module for what a screen gives."""

    NAME: ClassVar[str] = ""
    REMEMBERED: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = []
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

    @property
    def corpus(self) -> Corpus:
        """The corpus that is read."""
        return self.reader.corpus

    @abstractmethod
    def body(self) -> ComposeResult:
        """The screen's own widgets, between title and status line."""

    def place(self) -> Mapping[str, JSON]:
        """What must be kept so that `from_place` can make this screen again as it is."""
        return {}

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The screen as it was remembered; unknown or broken parameters are passed over."""
        del parameters
        return cls()

    def keep(self) -> None:
        """Keep what is remembered apart from the place, such as how far an article was read."""

    def corpus_listed(self) -> None:
        """The articles are known now: show what had to wait for them (see `BriefingApp.listed`)."""

    def corpus_changed(self) -> None:
        """The index is new: show what it says, and keep the place."""

    def leave_mode(self) -> bool:
        """Close what lies over the screen's content (a prompt, a panel); whether there was something."""
        return self.close_prompt()

    def ask(self, purpose: str, label: str, value: str = "") -> None:
        """Open a line to type in, in place of the hint line."""
        from tui.widgets.prompt import Prompt

        self.close_prompt()
        self._asked_from = self.focused
        self._prompt = Prompt(purpose, label, value)
        self.query_one("#hint").display = False
        self.mount(self._prompt, before="#hint")

    def close_prompt(self) -> bool:
        """Close the line that is typed in; whether there was one."""
        if self._prompt is None:
            return False
        self._prompt.remove()
        self._prompt = None
        self.query_one("#hint").display = True
        self.set_focus(self._asked_from)
        return True

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

    def remember(self) -> None:
        """The place has changed."""
        self.reader.remember()

    def here(self) -> Place:
        """The place to remember."""
        return Place(self.NAME, self.place())

    def on_key(self, event: events.Key) -> None:
        """Take back what was told; the key itself goes on to its binding, and where it has none, say so."""
        self.hush()
        if not self.typing and event.key not in self.active_bindings:
            named = event.character if event.is_printable else key_name(event.key)
            self.tell(f"{named} does nothing here; ? shows the keys that do")

    def action_back(self) -> None:
        """Esc: close what lies over the content, else go back."""
        if not self.leave_mode():
            self.reader.go_back()

    def action_leave(self) -> None:
        """Leave the program; the place is kept."""
        self.reader.exit(0)

    def action_search(self) -> None:
        """Search all articles."""
        # At once, so that keys that were typed ahead find the new screen.
        self.reader.go("search", {})

    def action_compare(self) -> None:
        """The matrix of topics and articles."""
        self.reader.go("matrix", {})

    def action_library(self) -> None:
        """The list of articles."""
        self.reader.go_to_library()

    def action_help(self) -> None:
        """All keys of this screen."""
        from tui.screens.help import HelpScreen

        self.reader.push_screen(HelpScreen(self.NAME))

    def action_command_palette(self) -> None:
        """All commands by name."""
        from tui.screens.palette import PaletteScreen

        self.reader.push_screen(PaletteScreen(self))

    def action_copy_text(self) -> None:
        """Copy what was selected with the mouse."""
        selected = self.get_selected_text()
        if selected:
            self.tell(self.reader.copy(selected))
        else:
            self.tell("q leaves")

    def action_redraw(self) -> None:
        """Draw the whole screen again."""
        self.reader.redraw()

    def action_suspend(self) -> None:
        """Back to the shell; `fg` returns."""
        self.reader.action_suspend_process()
