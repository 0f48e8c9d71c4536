"""Sessions with Textual's own widgets show the same through the thin driver's screen as by themselves."""

from __future__ import annotations

import asyncio
from typing import Any, ClassVar

from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.driver import Driver
from textual.geometry import Size
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import DataTable, Input, OptionList, Static

from tests.terminal.emulators import Emulator
from tests.terminal.line_app import SEED, Lines, wrapped
from tui.terminal.shown_screen import ShownScreen, Taken
from tui.terminal.wire import Abilities

WIDE = "漢字かな日本 wide 한글 text 😀 and e\u0301 accents"
TEXT = [*wrapped(SEED.read_text("utf-8")[:9000], 50), WIDE, "x" * 90]


class Popup(ModalScreen[None]):
    """A list over the screen."""

    CSS = "Popup { align: center middle; } OptionList { width: 24; height: 7; border: round red; }"
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "")]

    def compose(self) -> ComposeResult:
        yield OptionList(*[f"option {number} 漢" for number in range(12)], markup=False)


class ManyThings(App[None]):
    """Lines beside a table, over an input."""

    CSS = """
    * { scrollbar-size: 0 0; }
    Horizontal { height: 1fr; }
    DataTable { width: 30; }
    #foot { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("ctrl+o", "popup", ""), ("ctrl+t", "toggle", ""), ("ctrl+x", "colours", ""),
    ]  # fmt: skip

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Lines(TEXT)
            yield DataTable(cursor_type="row")
        yield Input()
        yield Static("foot", id="foot", markup=False)

    def on_mount(self) -> None:
        self.animation_level = "none"
        table = self.query_one(DataTable)
        table.add_columns("Topic", "001", "002")
        for number in range(30):
            table.add_row(f"topic {number} 日", str(number * 7 % 11), "·")
        self.query_one(Lines).focus()

    def on_key(self, event: events.Key) -> None:
        self.query_one("#foot", Static).update(f"key {event.key}")

    def action_popup(self) -> None:
        self.push_screen(Popup())

    def action_toggle(self) -> None:
        table = self.query_one(DataTable)
        table.display = not table.display

    def action_colours(self) -> None:
        self.theme = "ansi-dark" if self.theme == "textual-dark" else "textual-dark"


class BothWays(Driver):
    """Shows what the app writes twice: as it is, and as the difference."""

    whole: Emulator
    thin: Emulator
    shown: ShownScreen

    def write(self, data: str) -> None:
        self.whole.feed(data)
        if self.shown.take(data) is Taken.PASS:
            self.thin.feed(data)

    def flush(self) -> None:
        self.thin.feed(self.shown.changes())

    def start_application_mode(self) -> None:
        """Nothing to start."""

    def disable_input(self) -> None:
        """No input to disable."""

    def stop_application_mode(self) -> None:
        """Nothing to stop."""


keys = st.sampled_from(
    ["down"] * 4 + ["up", "pagedown", "pagedown", "pageup", "end", "home", "tab", "shift+tab", "a", "b", "1"]
    + ["backspace", "left", "enter", "ctrl+o", "escape", "ctrl+t", "ctrl+x"]
)  # fmt: skip
sizes = st.tuples(st.integers(40, 100), st.integers(10, 32))


@settings(max_examples=max(6, settings().max_examples // 8))
@given(st.lists(st.one_of(keys, keys, keys, sizes), min_size=4, max_size=16))
def test_a_session_with_widgets_shows_the_same(session: list[Any]) -> None:
    asyncio.run(play(session))


async def play(session: list[Any]) -> None:
    """Run one session and compare the two screens after each step."""
    driver = type("Session", (BothWays,), {
        "whole": Emulator(80, 24), "thin": Emulator(80, 24),
        "shown": ShownScreen(80, 24, Abilities(edits_lines=True, erases_characters=True, switches_off=True)),
    })  # fmt: skip
    app = ManyThings(driver_class=driver)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for step in session:
            if isinstance(step, str):
                await pilot.press(step)
            else:
                driver.whole.resize(*step)
                driver.thin.resize(*step)
                driver.shown.resize(*step)
                app.post_message(events.Resize(Size(*step), Size(*step)))
                while app.screen.size != Size(*step):
                    await pilot.pause(0.01)
                app.screen.refresh(layout=True)
            await pilot.pause()
            assert not driver.shown.lost
            assert driver.thin.cells == driver.whole.cells, step
        app.exit()

    await app.run_async(size=(80, 24), auto_pilot=steps)
