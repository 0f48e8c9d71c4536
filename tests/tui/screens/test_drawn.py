"""What was drawn bit by bit while keys were pressed is what the screen holds."""

import pytest
from textual.driver import Driver
from textual.pilot import Pilot

from tests.terminal.emulators import Emulator
from tests.tui.opened import five_articles, press, screen_text, settle
from tui.app import BriefingApp

SIZES = [(80, 24), (120, 40), (200, 60)]


class Seen(Driver):
    """Shows what the app writes on a terminal in memory."""

    terminal: Emulator

    def write(self, data: str) -> None:
        self.terminal.feed(data)

    def start_application_mode(self) -> None:
        """Nothing to start."""

    def disable_input(self) -> None:
        """No input to disable."""

    def stop_application_mode(self) -> None:
        """Nothing to stop."""


@pytest.mark.parametrize("size", SIZES)
async def test_a_reason_that_grows_and_shrinks_leaves_nothing_of_itself_behind(size: tuple[int, int]) -> None:
    driver = type("SeenHere", (Seen,), {"terminal": Emulator(*size)})
    app = BriefingApp(five_articles(), driver=driver)

    async def keys(pilot: Pilot[int]) -> None:
        app.go("compare", {"topic": "sanctions", "article": "002"})
        await settle(pilot)
        for key in ["w", *["right_square_bracket"] * 4, "l", *"jjjj", "left_square_bracket", "w", "G", "k"]:
            await press(pilot, key)
            seen = "\n".join(line.rstrip() for line in driver.terminal.screen.display)
            assert seen == screen_text(app), key
        app.exit()

    await app.run_async(size=size, auto_pilot=keys)  # type: ignore[arg-type]
