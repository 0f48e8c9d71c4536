"""What search, side by side and similar have in common: a view of entries, and what can be done with one."""

from __future__ import annotations

from textual import events, on
from textual.worker import Worker, WorkerState

from tui import messages
from tui.screens.giving import Giving
from tui.widgets.entries_view import EntriesView
from tui.widgets.prompt import Prompt

_DIGITS = 4


class FindingScreen(Giving):
    """A screen whose keys move a cursor through passages and take them elsewhere."""

    _count = ""

    @property
    def view(self) -> EntriesView:
        """The view that the keys move in."""
        raise NotImplementedError

    def action_open(self) -> None:
        """Open the article at this passage."""
        raise NotImplementedError

    def on_key(self, event: events.Key) -> None:
        """Take the digits of a count."""
        digit = event.character or ""
        if self.typing or not (digit.isascii() and digit.isdigit()) or (digit == "0" and not self._count):
            return
        self._count = (self._count + digit)[-_DIGITS:]
        event.stop()

    def times(self) -> int:
        """The count that was typed, 1 without one; it is used up."""
        count, self._count = self._count, ""
        return int(count or 1)

    def action_line_down(self) -> None:
        """Entries down, or lines within one that does not fit."""
        self.view.step_down(self.times())

    def action_line_up(self) -> None:
        """Entries up."""
        self.view.step_up(self.times())

    def action_page_down(self) -> None:
        """A page down."""
        self.view.page(max(self.view.visible_height - 1, 1))

    def action_page_up(self) -> None:
        """A page up."""
        self.view.page(-max(self.view.visible_height - 1, 1))

    def action_half_down(self) -> None:
        """Half a page down."""
        self.view.page(max(self.view.visible_height // 2, 1))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.view.page(-max(self.view.visible_height // 2, 1))

    def action_top(self) -> None:
        """To the top."""
        self.view.move_to(0)
        self.view.go_to(0)

    def action_bottom(self) -> None:
        """To the bottom."""
        self.view.move_to(len(self.view.entries) - 1)
        self.view.page(len(self.view.text))

    def action_next_hit(self) -> None:
        """The next passage."""
        self.view.move_to(self.view.cursor + 1)

    def action_previous_hit(self) -> None:
        """The passage before."""
        self.view.move_to(self.view.cursor - 1)

    def action_similar(self) -> None:
        """What the other articles say about this passage."""
        passage = self.passage
        if passage is None:
            self.tell("no passage here to ask the others about")
        else:
            self.post_message(messages.OpenSimilar(passage.article, passage.first))

    @on(EntriesView.Chosen)
    def _clicked(self) -> None:
        self.action_open()

    @on(Prompt.Submitted)
    def _prompt_answered(self, message: Prompt.Submitted) -> None:
        self.close_prompt()
        self.answered(message.purpose, message.value)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say what went wrong in a thread; the screen stays as it was."""
        if event.state is WorkerState.ERROR:
            self.tell(f"this could not be done: {event.worker.error}")
