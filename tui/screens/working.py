"""Asking the index in a thread: the answer is shown when it is there, unless something newer was asked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from textual.worker import Worker, WorkerState, get_current_worker

from index import BriefingError
from tui.in_turn import call_in_turn
from tui.screens.base import BriefingScreen

Answer = TypeVar("Answer")


class Working(BriefingScreen):
    """A screen that has something worked out behind it, and never waits for it."""

    def work_out(
        self,
        group: str,
        question: Callable[[], Answer],
        show: Callable[[Answer], None],
        failed: Callable[[str], None],
    ) -> None:
        """Ask a question in a thread, then call `show` with its answer or `failed` with why there is none.

        Of a group only the question asked last is answered.
        """
        ask = partial(self._ask, question, show, failed)
        self.run_worker(ask, thread=True, exclusive=True, group=group, exit_on_error=False)

    def _ask(
        self, question: Callable[[], Answer], show: Callable[[Answer], None], failed: Callable[[str], None]
    ) -> None:
        try:
            then = partial(show, question())
        except BriefingError as error:
            then = partial(failed, str(error))
        if not get_current_worker().is_cancelled:
            call_in_turn(self, then)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in a thread; the screen stays as it was."""
        if event.state is WorkerState.ERROR:
            self.tell(f"this could not be done: {event.worker.error}")
