"""Keys that are pressed while what they are meant for is worked out: they are kept, and answered then."""

from __future__ import annotations

from textual import events
from textual.worker import Worker, WorkerState

from tui.screens.base import BriefingScreen

# The kinds of action that need what is worked out, and the one of them that does not.
_NEED = ("move.", "found.", "grid.", "compare.", "matrix.")
_FREE = "grid.topic"


class EarlyKeys(BriefingScreen):
    """A screen that keeps the keys of its view until there is something to move in.

    Keys that lead elsewhere are answered at once, and what was kept before them is dropped.
    """

    def __init__(self) -> None:
        super().__init__()
        self._expecting = False
        self._early: list[events.Key] = []

    def expect(self) -> None:
        """Keep keys from now on."""
        self._expecting = True

    def arrived(self) -> None:
        """Answer the keys that were kept, in their order."""
        self._expecting = False
        early, self._early = self._early, []
        if self.is_current:
            self.reader.give_again(early)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keep keys no longer where a thread has failed: nothing will arrive."""
        if event.state is WorkerState.ERROR:
            self.arrived()

    def on_key(self, event: events.Key) -> None:
        """Keep a key that comes too early."""
        if not self._expecting or self.typing:
            return
        active = self.active_bindings.get(event.key)
        name = (active.binding.id or "") if active is not None else ""
        # A key behind one that is kept may be meant for what that one opens.
        if (name.startswith(_NEED) and name != _FREE) or (not name and self._early):
            self._early.append(event)
            event.stop()
            event.prevent_default()
        elif name:
            self._early.clear()
