"""Being quick to the first screen: what can wait until it is there, waits."""

from __future__ import annotations

import gc
import sys


def start_quickly() -> None:
    """Collect no garbage until the first screen is drawn, and load no cryptography; call it before Textual.

    A start makes no garbage, and looking for it costs. asyncio loads OpenSSL for connections, of which there
    are none here, and does without where it is missing.
    """
    gc.disable()
    if "asyncio" not in sys.modules and "ssl" not in sys.modules:
        sys.modules["ssl"] = None  # type: ignore[assignment]
        try:
            import asyncio  # noqa: F401
        finally:
            del sys.modules["ssl"]


def first_screen_drawn() -> None:
    """Collect garbage from now on, but leave out all that the start has made, which stays to the end."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
