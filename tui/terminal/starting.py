"""Being quick to the first screen: what can wait until it is there, waits."""

from __future__ import annotations

import gc


def start_quickly() -> None:
    """Collect no garbage until the first screen is drawn: a start makes none, and looking costs."""
    gc.disable()


def first_screen_drawn() -> None:
    """Collect garbage from now on, but leave out all that the start has made, which stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
