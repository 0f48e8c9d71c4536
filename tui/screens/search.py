"""Search over all articles as one types: a query, what it was read as, and the passages found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, Self, get_args

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input
from textual.worker import get_current_worker

from index import BriefingError, Passage, SearchResult, search
from tui import messages
from tui.actions import bindings
from tui.layout import query as query_layout
from tui.layout.words import counted
from tui.screens.giving import FORMATS
from tui.screens.narrowing import Narrowing
from tui.state.place import JSON
from tui.widgets.bar import Bar
from tui.widgets.entries_view import EntriesView
from tui.widgets.info_lines import InfoLines
from tui.widgets.passage_view import PassageView
from tui.widgets.picker import Picker
from tui.widgets.query_line import QueryLine
from tui.widgets.results_list import ResultsList

Order = Literal["best", "date", "title", "count"]
ORDERS: tuple[Order, ...] = get_args(Order)
_LIMIT = 200
_ONE_ARTICLE = 2000
_PREVIEW_FROM = 100
_LABEL = "search: "


class SearchScreen(Narrowing):
    """Type, look, open; Esc goes from the list to the query and from there back."""

    NAME = "search"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]
    DEFAULT_CSS = f"""
    SearchScreen #ask {{ height: 1; }}
    SearchScreen #ask Bar {{ width: {len(_LABEL)}; }}
    SearchScreen #ask QueryLine {{ width: 1fr; }}
    SearchScreen #found {{ height: 1fr; }}
    SearchScreen #results {{ width: 5fr; }}
    SearchScreen #preview {{ width: 4fr; }}
    """

    @dataclass
    class Answered(Message):
        """A search has its answer, or a line that says why not; `serial` tells which search."""

        serial: int
        result: SearchResult | None
        error: str = ""

    def __init__(
        self,
        query: str = "",
        order: Order = "best",
        notes: bool = False,
        at: tuple[str, int] | None = None,
        typing: bool = True,
    ) -> None:
        super().__init__()
        self._first_query = query
        self._order: Order = order
        self._notes = notes
        self._at = at
        self._typing = typing
        self._asked = 0
        self._answered = 0
        self._searching = False
        self._waiting = False
        self._complete = False
        self._result: SearchResult | None = None

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The search as it was remembered."""
        order, article, n = (parameters.get(key) for key in ("order", "article", "n"))
        query = parameters.get("query")
        return cls(
            query if isinstance(query, str) else "",
            order if order in ORDERS else "best",
            parameters.get("notes") is True,
            (article, n) if isinstance(article, str) and isinstance(n, int) else None,
            parameters.get("typing") is not False,
        )

    def place(self) -> Mapping[str, JSON]:
        """The query, how it is shown, and the hit that the cursor is on."""
        passage = self.passage
        here: dict[str, JSON] = {"article": passage.article, "n": passage.n} if passage else {}
        return {
            "query": self.typed,
            "order": self._order,
            "notes": self._notes,
            "typing": self.is_typing,
            **here,
        }

    def body(self) -> ComposeResult:
        """The query over what is said of it, and the results beside a passage."""
        with Horizontal(id="ask"):
            yield Bar(id="label", left=_LABEL.rstrip())
            yield QueryLine(self._first_query, id="query")
        yield InfoLines(id="said", least=2)
        with Horizontal(id="found"):
            yield ResultsList({}, id="results")
            yield PassageView(id="preview")
        yield Picker(id="picker")

    def on_mount(self) -> None:
        """Take up the query where it was."""
        self.results.articles = self.articles
        self.line.history = self.reader.state.history()
        self.line.cursor_position = len(self._first_query)
        (self.line if self._typing or not self._first_query else self.results).focus()
        self.ask_index(complete=False)

    @property
    def line(self) -> QueryLine:
        """The line in which the query is typed."""
        return self.query_one("#query", QueryLine)

    @property
    def results(self) -> ResultsList:
        """The list of results."""
        return self.query_one("#results", ResultsList)

    @property
    def picker(self) -> Picker:
        """The list to choose filters and saved searches from."""
        return self.query_one("#picker", Picker)

    @property
    def view(self) -> EntriesView:
        """The list is what the keys move in."""
        return self.results

    @property
    def typed(self) -> str:
        """The query as it is typed now."""
        return self.line.value if self.is_mounted else self._first_query

    @property
    def is_typing(self) -> bool:
        """Whether keys go to the query."""
        return self.focused is self.line if self.is_mounted else self._typing

    @property
    def result(self) -> SearchResult | None:
        """What is shown."""
        return self._result

    @property
    def passage(self) -> Passage | None:
        """The passage of the hit that the cursor is on."""
        hit = self.results.hit
        return hit.passage if hit else None

    def corpus_changed(self) -> None:
        """Search the new index, the cursor staying on its passage."""
        super().corpus_changed()
        self.results.articles = self.articles
        passage = self.passage
        self._at = (passage.article, passage.n) if passage else self._at
        self.ask_index(complete=self._complete)

    def ask_index(self, complete: bool) -> None:
        """Search for what stands in the line now; while a search runs, only the newest one waits."""
        self._asked += 1
        self._complete = complete
        if not self.typed.strip():
            self._answered, self._result = self._asked, None
            self._show_empty()
        elif self._searching:
            self._waiting = True
        else:
            self._searching = True
            self._search(self._asked, self.expanded, complete, self._notes, self._order)

    @work(thread=True, group="search", exit_on_error=False)
    def _search(self, serial: int, query: str, complete: bool, notes: bool, order: Order) -> None:
        worker = get_current_worker()
        result: SearchResult | None = None
        error = ""
        try:
            result = search(
                self.corpus, query, limit=_LIMIT, notes=notes, complete=complete, order=order,
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
            self._searching = True
            self._search(self._asked, self.expanded, self._complete, self._notes, self._order)
        if message.serial != self._asked or message.serial <= self._answered:
            return
        self._answered = message.serial
        if message.error:
            self.tell(message.error)
        if message.result is not None:
            self._show(message.result)

    def _show(self, result: SearchResult) -> None:
        width = self.size.width
        if (
            not self._complete
            and not result.total
            and self._result
            and self._result.total
            and not self.is_typing
        ):
            self.tell("no passage has exactly these words; shown are words that begin as the last one")
            return
        self._result = result
        self.query_one("#said", InfoLines).put(query_layout.lay_out(result, width, len(_LABEL)))
        if result.total:
            self.results.show(result, self._at)
        else:
            self.results.say(query_layout.nothing_found(result, self.results.size.width or width))
        self._at = None
        self._tell_place()
        self._preview()
        self.remember()

    def _show_empty(self) -> None:
        saved = sorted(self.reader.state.saved_searches().items())
        self.query_one("#said", InfoLines).put(())
        self.results.say(
            query_layout.empty(self.reader.state.history(), saved, self.results.size.width or 80)
        )
        self.line.focus()
        self._tell_place()
        self._preview()

    def _tell_place(self) -> None:
        result = self._result
        if result is None or not self.typed.strip():
            self.title_line("Search all articles", counted(len(self.articles), "article"))
            self.status_line("type words; Down or Enter goes to the list, Esc goes back")
            return
        articles = f"{len(result.counts)} of {counted(len(self.articles), 'article')}"
        found = f"{counted(result.total, 'passage')} in {articles}"
        self.title_line("Search all articles", found)
        shown = len(self.results.entries)
        parts = [f"hit {self.results.number} of {shown}" if shown else "no hit"]
        if shown < result.total and shown:
            parts.append(f"the best {shown} of {result.total}")
        parts.append(
            {"best": "best first", "date": "by date", "title": "by title", "count": "by count"}[self._order]
        )
        if self._notes:
            parts.append("notes too")
        elif result.notes:
            parts.append(f"{result.notes} more in notes ({'ctrl+t' if self.is_typing else 't'})")
        self.status_line(" · ".join(parts))

    def _preview(self) -> None:
        pane = self.query_one("#preview", PassageView)
        hit = self.results.hit
        pane.display = self.size.width >= _PREVIEW_FROM and bool(hit)
        if hit is None:
            pane.clear()
        else:
            pane.show(self.articles.get(hit.passage.article), hit.passage, hit.spans)

    def on_resize(self) -> None:
        """Show the passage beside the list where there is room."""
        self._preview()
        if self._result is None:
            self.call_after_refresh(self.ask_index, self._complete)

    @on(Input.Changed, "#query")
    def _type(self) -> None:
        self.ask_index(complete=not self.typed.endswith((" ", '"', ")")))

    @on(QueryLine.Left)
    def _leave_line(self) -> None:
        if not self.typed.strip():
            self.action_saved()
            return
        self.keep_query()
        self.results.focus()
        if self._complete:
            self.ask_index(complete=False)

    @on(EntriesView.Moved)
    def _moved(self) -> None:
        self._tell_place()
        self._preview()
        self.remember()

    def keep_query(self) -> None:
        """Put the query into the history."""
        self.reader.state.add_history(self.typed.strip())
        self.line.history = self.reader.state.history()

    def action_open(self) -> None:
        """Open the article at this hit, with all hits marked."""
        hit, result = self.results.hit, self._result
        if hit is None or result is None:
            return
        self.keep_query()
        marks: dict[str, dict[int, messages.Spans]] = {}
        hits = [each for found in result.articles for each in found.hits]
        if len(hits) < result.total:
            one = search(
                self.corpus,
                f"{self.expanded} article:{hit.passage.article}",
                limit=_ONE_ARTICLE,
                notes=self._notes,
            )
            hits += one.hits
        for each in hits:
            marks.setdefault(each.passage.article, {})[each.passage.n] = each.spans
        at = hit.passage
        self.post_message(
            messages.OpenArticle(at.article, line=at.first, marks=marks, label=self.typed.strip())
        )

    def action_edit(self) -> None:
        """Back to the query."""
        self.line.focus()

    def action_next_article(self) -> None:
        """The first hit of the next article."""
        self.results.step_article(1)

    def action_previous_article(self) -> None:
        """The first hit of the article before."""
        self.results.step_article(-1)

    def action_order(self) -> None:
        """Another order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._again()

    def action_notes(self) -> None:
        """Notes in or out."""
        self._notes = not self._notes
        self._again()

    def _again(self) -> None:
        passage = self.passage
        self._at = (passage.article, passage.n) if passage else None
        self.ask_index(complete=self._complete)

    @property
    def export_name(self) -> str:
        """The query as a file's name."""
        return "search-" + "-".join(re.findall(r"\w+", self.typed))[:40].strip("-")

    def export_formats(self) -> dict[str, str]:
        """Without tables there is no CSV or HTML."""
        return {ending: form for ending, form in FORMATS.items() if form not in ("csv", "html")}

    def export_text(self, form: str) -> str:
        """The result in a format."""
        from index.export import found

        if self._result is None:
            raise BriefingError("type a query first: there is nothing to export yet")
        return found.render(self._result, self.corpus, form)

    def leave_mode(self) -> bool:
        """Esc: from the picker to where it came from, from the list to the query, from the query back."""
        if super().leave_mode():
            return True
        if self.picker.is_open:
            self.close_picker()
        elif self.focused is self.results and self.typed.strip():
            self.line.focus()
        else:
            return False
        return True
