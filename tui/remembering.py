"""Remembering the place as it changes, without a write for each key of a held one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.app import BriefingApp

SOON = 0.7
"""Seconds from a change to its being kept; a link may drop at any time."""


class Remembering:
    """Calls `keep` once, soon after the first change; nothing runs while nothing changes."""

    def __init__(self, app: BriefingApp, keep: Callable[[], None]) -> None:
        self._app = app
        self._keep = keep
        self._timer: Timer | None = None

    def changed(self) -> None:
        """Something is to be kept."""
        if self._timer is None:
            self._timer = self._app.set_timer(SOON, self.now)

    def now(self) -> None:
        """Keep it now."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._keep()
