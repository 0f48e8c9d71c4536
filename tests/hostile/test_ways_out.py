"""Esc leads out whatever lies over a screen, and in whatever order it was opened."""

from __future__ import annotations

import sys
from itertools import permutations

import pytest

from tests.terminal.pty_session import PtySession, clean_environment
from tests.tui.opened import opened, press

OVER = ("space", "colon", "w", "z", "e")


@pytest.mark.parametrize("keys", list(permutations(OVER, 2)), ids="-".join)
async def test_esc_leads_out_of_the_side_by_side(keys: tuple[str, ...]) -> None:
    async with opened("compare", topic="sanctions") as (app, pilot):
        await press(pilot, *keys)
        await press(pilot, *["escape"] * 5)
        assert type(app.screen).__name__ == "LibraryScreen"


BUSY = """
import threading
from textual import work
from textual.app import App
from tui.terminal import run_app

class Busy(App):
    def on_mount(self):
        self.busy()

    @work(thread=True)
    def busy(self):
        self.call_from_thread(self.set_timer, 0.1, self.exit)
        threading.Event().wait()

raise SystemExit(run_app(Busy(), mouse=False))
"""


def test_nothing_that_is_worked_out_holds_the_program_open() -> None:
    with PtySession([sys.executable, "-c", BUSY], environment=clean_environment()) as session:
        assert session.exit_code() == 0
