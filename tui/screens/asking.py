"""Asking the index while a query is typed: the newest question alone is answered, in a thread of its own."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from textual import events, on, work
from textual.message import Message
from textual.worker import get_current_worker

from index import BriefingError, SearchResult
from tui import saved
from tui.screens.picking import Picking
from tui.screens.stepping import Stepping
from tui.widgets.query_line import QueryLine
from tui.widgets.results_list import ResultsList

Order = Literal["best", "date", "title", "count"]
ORDERS: tuple[Order, ...] = get_args(Order)
# Hits that a list shows at first; their number is told.
FIRST = 200
_NEVER_HELD = ("escape", "q", "ctrl+c", "question_mark")


class Asking(Stepping, Picking):
    """The part of the search screen that asks, and drops what was answered too late."""

    @dataclass
    class Answered(Message):
        """A search has its answer, or a line that says why not; `serial` tells which search."""

        serial: int
        result: SearchResult | None
        error: str = ""

    def __init__(self, query: str) -> None:
        super().__init__()
        self.first_query = query
        self.order: Order = "best"
        self.notes = False
        self.complete = False
        self.result: SearchResult | None = None
        self.asked_for = ""
        """What stood in the line when the index was asked last."""
        self.limit = FIRST
        """How many hits it was asked for."""
        # Whether that was for more hits of what is shown, and what a key wanted that waits for them.
        self._goes_on = False
        self._then: Callable[[], None] | None = None
        self._at: tuple[str, int] | None = None
        self._asked = 0
        self._answered = 0
        self._searching = False
        self._waiting = False
        self._held: list[events.Key] = []

    @abstractmethod
    def show_answer(self, result: SearchResult) -> None:
        """Show what was found."""

    @abstractmethod
    def show_empty(self) -> None:
        """Show what stands in place of results while nothing is typed."""

    @property
    def line(self) -> QueryLine:
        """The line in which the query is typed."""
        return self.query_one("#query", QueryLine)

    @property
    def results(self) -> ResultsList:
        """The list of results."""
        return self.query_one("#results", ResultsList)

    @property
    def typed(self) -> str:
        """The query as it is typed now."""
        return self.line.value if self.is_mounted else self.first_query

    @property
    def is_typing(self) -> bool:
        """Whether keys go to the query."""
        return self.focused is self.line if self.is_mounted else True

    @property
    def meant(self) -> saved.Query:
        """The query with the saved searches that `@name` names."""
        return saved.read(self.typed, self.reader.state.saved_searches() if "@" in self.typed else {})

    @property
    def expanded(self) -> str:
        """The query as it is searched."""
        return self.meant.text

    def stay(self) -> None:
        """Let the cursor be on its passage again when the next answer is shown."""
        hit = self.results.hit
        self._at = (hit.passage.article, hit.passage.n) if hit else None

    def ask_index(self, complete: bool, limit: int = FIRST) -> None:
        """Search for what stands in the line now; while a search runs, only the newest one waits."""
        self._asked += 1
        self.limit, self._goes_on, self._then = limit, False, None
        self.asked_for = self.typed
        self.complete = complete
        if not self.typed.strip():
            self._answered, self.result = self._asked, None
            self._held.clear()
            self.show_empty()
        elif self._searching:
            self._waiting = True
        else:
            self._start()

    def _start(self) -> None:
        self._searching = True
        self._search(self._asked, self.expanded, self.complete, self.notes, self.order, self.limit)

    @work(thread=True, group="search", exit_on_error=False)
    def _search(self, serial: int, query: str, complete: bool, notes: bool, order: Order, limit: int) -> None:
        # Imported here: the first screen need not wait for the index' own modules.
        from index import search

        worker = get_current_worker()
        result: SearchResult | None = None
        error = ""
        try:
            result = search(
                self.corpus, query, limit=limit, notes=notes, complete=complete, order=order,
                cancelled=lambda: worker.is_cancelled or serial != self._asked,
            )  # fmt: skip
        except BriefingError as problem:
            error = str(problem)
        finally:
            self.post_message(self.Answered(serial, result, error))

    @on(Answered)
    def _take_answer(self, message: Answered) -> None:
        self._searching = False
        if self._waiting:
            self._waiting = False
            self._start()
        if message.serial != self._asked or message.serial <= self._answered:
            return
        self._answered = message.serial
        if message.error:
            self.tell(message.error)
        if message.result is not None:
            self.show_answer(message.result)
        then, self._then = self._then, None
        if then is not None:
            then()
        self._give_held()

    @property
    def is_behind(self) -> bool:
        """Whether the list does not show yet what stands in the line, or what a key wants to go to."""
        shown = self.result is not None and self.result.query == self.expanded
        return self._asked != self._answered and not (shown and self._then is None)

    def on_key(self, event: events.Key) -> None:
        """Keep keys for the list until it shows what was asked for, so that they mean what is seen."""
        if self.focused is self.results and self.is_behind and event.key not in _NEVER_HELD:
            self._held.append(event)
            event.stop()
            event.prevent_default()

    def _give_held(self) -> None:
        if not self.is_behind:
            held, self._held = self._held, []
            self.reader.give_again(held)

    def keep_query(self) -> None:
        """Put the query into the history."""
        self.reader.state.add_history(self.typed.strip())
        self.line.history = self.reader.state.history()
