"""A topic side by side: what each article says on it, row by row, and who says nothing."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from index import Article, in_column_order
from tui.actions import bindings
from tui.layout.line import joined
from tui.layout.synopsis import Columns, not_shown, quiet, why_empty
from tui.layout.words import counted
from tui.screens.choosing import Choosing
from tui.screens.compare_start import Start
from tui.screens.reasons import Reasons
from tui.screens.topic_jump import TopicJump
from tui.screens.under_pane import UnderPane
from tui.screens.widening import Widening
from tui.state.place import JSON
from tui.widgets.entries_view import EntriesView
from tui.widgets.info_lines import InfoLines
from tui.widgets.picker import Picker
from tui.widgets.synopsis_head import SynopsisHead
from tui.widgets.synopsis_view import SynopsisView


class CompareScreen(Reasons, UnderPane, Widening, TopicJump, Choosing):
    """Columns are articles by date, rows are sub-points; Esc from an article comes back to the cell."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The side by side as it was remembered."""
        return cls(
            str(parameters.get("topic") or ""), str(parameters.get("query") or ""), Start.of(parameters)
        )

    def place(self) -> Mapping[str, JSON]:
        """The topic, the cell of the cursor, and how it is shown."""
        start = replace(self._start, chosen=self.chosen)
        if self._loaded:
            view, columns = self.synopsis, self.synopsis.columns
            at, scroll = self.seen
            start = Start(*at, scroll, self.chosen, columns.speaking, view.silences, view.why, columns.pinned)
        return {"topic": self._topic, "query": self._adhoc, **start.parameters()}

    def body(self) -> ComposeResult:
        """Heads, cells, and the reason for one under them when it is asked for."""
        head = SynopsisHead(id="head")
        yield head
        yield SynopsisView(head, id="synopsis")
        yield InfoLines(id="why", most=1000)
        yield Picker(id="picker")
        yield InfoLines(id="topics")

    def on_mount(self) -> None:
        """Compare the articles."""
        view, start = self.synopsis, self._start
        view.columns = Columns(self.chosen, start.speaking, start.pinned)
        view.silences, view.why = start.silences, start.why
        view.focus()
        self.open_topic()

    def idle_now(self) -> Container[str]:
        """The keys to other articles where all are shown."""
        return ("grid.later",) if self.synopsis.page_shown.pages == 1 else ()

    @on(EntriesView.Moved)
    def tell_place(self) -> None:
        """Say where the cursor is, in title and status line."""
        view = self.synopsis
        comparison, spot, row, column = view.comparison, view.spot, view.row, view.column
        if comparison is None:
            return
        speaking = sum(each.state == "speaks" for each in comparison.columns) + comparison.more_speaking
        total = len(comparison.columns) + len(comparison.others)
        title = f"{comparison.label} · side by side"
        self.title_line(title, f"{speaking} of {counted(total, 'article')} speak{'s' * (total == 1)}")
        shown = [f"articles {self._page()}"] if view.page_shown.pages > 1 and not view.silences else []
        if self.chosen:
            shown.append(f"{len(self.chosen)} chosen (space)")
        elif comparison.unchosen:
            shown.append(f"{comparison.unchosen:,} not chosen by the query")
        picked = view.page_shown.picked
        if hidden := quiet(each for at, each in enumerate(comparison.columns) if at not in picked):
            shown.append(f"{hidden} not shown (f)")
        if without := not_shown(comparison):
            shown.append(f"not shown: {without} (z)")
        right = joined(shown)
        if view.silences:
            self.status_line("silences only · z shows the passages again", right)
        elif spot is None or row is None or column is None:
            self.status_line(self.nobody if not comparison.rows else "", right)
        else:
            cells = row.cells.get(column.article.id, ())
            if cells:
                place = f"passage {spot.index + 1} of {len(cells)}" if len(cells) > 1 else ""
            else:
                place = "nothing in this row" if column.state == "speaks" else why_empty(column)
                place += "".join(f", Enter goes to {article}" for article in view.elsewhere[:1])
            number = f"row {spot.row + 1} of {len(comparison.rows)}"
            self.status_line(joined((column.article.id, place, number, row.label)), right)
        self.tell_why()
        self.tell_keys()
        self.remember()

    def _page(self) -> str:
        page = self.synopsis.page_shown
        return f"page {page.number + 1} of {page.pages} (< >)"

    def action_open(self) -> None:
        """Open the article at this passage in a pane, the topic's words marked in all passages of it."""
        opening, column = self.opening, self.synopsis.column
        if opening is not None:
            self.post_message(opening)
        elif there := self.synopsis.elsewhere:
            row = self.synopsis.at[0]
            self.synopsis.stand_at(row, there[0], 0)
            self.synopsis.go_to_row(row)
            more = f" and {counted(len(there) - 1, 'more article')}" if there[1:] else ""
            self.tell(f"in this row: {there[0]}{more}")
        elif self.synopsis.comparison is not None:
            silent = column is not None and column.state != "speaks"
            why = column.reason if column and silent else "nothing in this row to open"
            self.tell(f"{column.article.id}: {why}" if column else "no article speaks here")

    @property
    def choosable(self) -> tuple[Article, ...]:
        """All articles in the order of the columns."""
        return tuple(in_column_order(self.articles.values())) if self._loaded else ()

    def ticked(self) -> Container[str]:
        """Those that were chosen by hand, or by the filters of the query."""
        comparison = self.synopsis.comparison
        if self.chosen or comparison is None or not comparison.unchosen:
            return super().ticked()
        return [column.article.id for column in (*comparison.columns, *comparison.others)]

    def chosen_changed(self) -> None:
        """Compare the articles that are chosen."""
        self.synopsis.columns.chosen, self.synopsis.columns.page = self.chosen, 0
        self.compare_anew()
