"""The terminal: what it can do, what is written to it, and how to leave it.

Nothing here imports Textual until `driver_class()` is called, so that the plain commands stay quick.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.terminal.capabilities import Terminal, terminal_problem, this_terminal
from tui.terminal.environment import prepare_environment
from tui.terminal.exits import Leaving, install_exit_handlers, restore_terminal
from tui.terminal.running import redraw, run_app
from tui.terminal.starting import start_quickly

if TYPE_CHECKING:
    from textual.driver import Driver

__all__ = [
    "Leaving",
    "Terminal",
    "driver_class",
    "install_exit_handlers",
    "prepare_environment",
    "redraw",
    "restore_terminal",
    "run_app",
    "start_quickly",
    "terminal_problem",
    "this_terminal",
]


def driver_class(*, plain: bool = False) -> type[Driver]:
    """The driver for `App(driver_class=…)`: the thin one, or with `plain=True` one that sends it all.

    Call it after `prepare_environment()`, since it imports Textual.
    """
    from tui.terminal.driver import PlainDriver, ThinDriver

    return PlainDriver if plain else ThinDriver
