"""Search over all articles as one types: a query, what it was read as, and the passages found."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input

from index import Passage, SearchResult
from tui.actions import actions_of, bindings, key_name
from tui.layout import query as query_layout
from tui.layout.results import continued
from tui.screens.asking import FIRST, ORDERS, Order
from tui.screens.going_on import GoingOn
from tui.screens.opening import Opening
from tui.screens.telling import LABEL, Telling
from tui.state.place import JSON
from tui.widgets.bar import Bar
from tui.widgets.info_lines import InfoLines
from tui.widgets.passage_view import PassageView
from tui.widgets.picker import Picker
from tui.widgets.query_line import QueryLine
from tui.widgets.results_list import ResultsList

# Actions that only letters and signs call.
_OTHERS = {each.method for each in actions_of("search") if any(len(key_name(key)) > 1 for key in each.keys)}
_LETTERS = {each.method for each in actions_of("search")} - _OTHERS


class SearchScreen(Telling, Opening, GoingOn):
    """Type, look, open; Esc goes from the list to the query and from there back."""

    NAME = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]
    DEFAULT_CSS = f"""
    SearchScreen #ask {{ height: 1; }}
    SearchScreen #ask Bar {{ width: {len(LABEL)}; }}
    SearchScreen #ask QueryLine {{ width: 1fr; }}
    SearchScreen #found {{ height: 1fr; }}
    SearchScreen #results {{ width: 5fr; }}
    SearchScreen #preview {{ width: 4fr; display: none; }}
    """

    def __init__(
        self,
        query: str = "",
        order: Order = "best",
        notes: bool = False,
        at: tuple[str, int] | None = None,
        typing: bool = True,
        complete: bool = False,
        limit: int = FIRST,
    ) -> None:
        super().__init__(query)
        self.limit = limit
        self.order = order
        self.notes = notes
        self.complete = complete
        self._at = at
        self._typing = typing
        # Whether the line was left for the list, its last word now a whole one, and the answer is not there.
        self._left = False

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The search as it was remembered."""
        order, article, n = (parameters.get(key) for key in ("order", "article", "n"))
        query, limit = parameters.get("query"), parameters.get("limit")
        return cls(
            query if isinstance(query, str) else "",
            order if order in ORDERS else "best",
            parameters.get("notes") is True,
            (article, n) if isinstance(article, str) and isinstance(n, int) else None,
            parameters.get("typing") is not False,
            parameters.get("complete") is True,
            limit if isinstance(limit, int) else FIRST,
        )

    def place(self) -> Mapping[str, JSON]:
        """The query, how it is shown, and the hit that the cursor is on."""
        passage = self.passage if self.is_mounted else None
        at = (passage.article, passage.n) if passage else self._at
        here: dict[str, JSON] = {"article": at[0], "n": at[1]} if at else {}
        if self.limit > FIRST:
            here["limit"] = self.limit
        return {
            "query": self.typed,
            "order": self.order,
            "notes": self.notes,
            "typing": self.is_typing if self.is_mounted else self._typing,
            "complete": self.complete,
            **here,
        }

    def body(self) -> ComposeResult:
        """The query over what is said of it, and the results beside a passage."""
        with Horizontal(id="ask"):
            yield Bar(id="label", left=LABEL.rstrip())
            yield QueryLine(self.first_query, id="query")
        yield InfoLines(id="said", least=2)
        with Horizontal(id="found"):
            yield ResultsList({}, id="results")
            yield PassageView(id="preview")
        yield Picker(id="picker")

    def on_mount(self) -> None:
        """Take up the query where it was."""
        self.results.articles = self.articles
        self.line.history = self.reader.state.history()
        self.line.cursor_position = len(self.first_query)
        (self.line if self._typing or not self.first_query else self.results).focus()
        self.ask_index(self.complete, self.limit)

    @property
    def view(self) -> ResultsList:
        """The list is what the keys move in."""
        return self.results

    @property
    def passage(self) -> Passage | None:
        """The passage of the hit that the cursor is on."""
        hit = self.results.hit
        return hit.passage if hit else None

    def corpus_changed(self) -> None:
        """Search the new index, the cursor staying on its passage."""
        super().corpus_changed()
        self.results.articles = self.articles
        if self.passage:
            self.stay()
        self.ask_index(self.complete, self.limit)

    def show_answer(self, result: SearchResult) -> None:
        """Show what was found, the cursor on the hit that it was on if that is still wanted."""
        before, left = self.result, self._left and not self.complete
        self._left = self._left and not left
        if left and not result.total:
            if not before or before.query != result.query:
                # The line was left before what begins so was found.
                self.ask_index(complete=True)
            elif before.total:
                self.complete = True
                self.tell("no passage has exactly these words; shown are words that begin as the last one")
            if self.complete:
                return
        if self._at is None and before and before.query == result.query:
            # The last word is searched for as a whole one: what was seen at the cursor stays there.
            self._at = self._here_in(result)
        if self._goes_on and before and self.order == "best":
            result = continued(before, result)
        self.result = result
        if result.total and self._goes_on:
            self.results.go_on(result)
        elif result.total:
            self.results.show(result, self._at)
        else:
            self.results.say(partial(query_layout.nothing_found, result))
        self._at = None
        self.tell_all()
        self.remember()

    def came_back(self, article: str, n: int) -> None:
        """Put the cursor on the hit that was read last, if it is one.

        One without a word in its text was opened at the words after it: it stays but for another article.
        """
        hit = self.results.hit
        if hit and (hit.spans or hit.passage.article != article):
            self.seek(article, n)

    def _here_in(self, result: SearchResult) -> tuple[str, int] | None:
        """The passage that the cursor is on, if it is among these hits too."""
        here = self.passage
        hits = (hit.passage for found in result.articles for hit in found.hits)
        same = here and any((hit.article, hit.n) == (here.article, here.n) for hit in hits)
        return (here.article, here.n) if here and same else None

    def show_empty(self) -> None:
        """Show what can be typed, and what was before."""
        saved = sorted(self.reader.state.saved_searches().items())
        history = self.reader.state.history()
        self.results.say(partial(query_layout.empty, history, saved))
        self.line.focus()
        self.tell_all()

    @on(Input.Changed, "#query")
    def _type(self) -> None:
        # A line tells its first words too, which were asked for already.
        if self.typed != self.asked_for:
            self._left, self._at = False, None
            self.ask_index(complete=not self.typed.endswith((" ", '"', ")")))

    @on(QueryLine.Left)
    def _leave_line(self) -> None:
        if not self.typed.strip():
            self.action_saved()
            return
        self.keep_query()
        self.results.focus()
        if self.complete:
            self._left = True
            self.ask_index(complete=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Letters are no commands while a query is typed, nor those that were typed ahead of this screen."""
        if action in _LETTERS and (not self.is_mounted or self.is_typing):
            return False
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """Back to the query."""
        self.line.focus()

    def action_order(self) -> None:
        """Another order."""
        self.order = ORDERS[(ORDERS.index(self.order) + 1) % len(ORDERS)]
        self._again()

    def action_notes(self) -> None:
        """Notes in or out."""
        self.notes = not self.notes
        self._again()

    def _again(self) -> None:
        self.stay()
        self.ask_index(self.complete, self.best_limit())

    def leave_mode(self) -> bool:
        """Esc: from the picker to where it came from, from the list to the query, from the query back."""
        if super().leave_mode():
            return True
        if self.focused is self.results and self.typed.strip():
            self.line.focus()
            return True
        return False
