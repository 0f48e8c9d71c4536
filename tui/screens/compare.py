"""A topic side by side: what each article says on it, row by row, and who says nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from index import Article, BriefingError, Comparison, Passage, Topic
from tui import messages
from tui.actions import bindings
from tui.layout import why
from tui.layout.line import joined, paragraph
from tui.layout.synopsis import Columns
from tui.layout.words import counted
from tui.screens.choosing import Choosing
from tui.screens.compare_start import Start
from tui.screens.judging import Judging
from tui.screens.looking import Looking
from tui.screens.topic_jump import TopicJump
from tui.screens.widening import Widening
from tui.state.place import JSON
from tui.widgets.entries_view import EntriesView
from tui.widgets.info_lines import InfoLines
from tui.widgets.picker import Picker
from tui.widgets.synopsis_view import SynopsisHead, SynopsisView


class CompareScreen(Looking, TopicJump, Choosing, Judging, Widening):
    """Columns are articles by date, rows are sub-points; Esc from an article comes back to the cell."""

    NAME = "compare"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]

    @dataclass
    class Ready(Message):
        """The comparison, or a line that says why there is none."""

        comparison: Comparison | None
        error: str = ""

    def __init__(self, topic: str = "", query: str = "", start: Start | None = None) -> None:
        super().__init__()
        self._topic = topic
        self._adhoc = query
        self._start = start or Start()
        self.chosen = self._start.chosen
        self._loaded = False

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The side by side as it was remembered."""
        return cls(
            str(parameters.get("topic") or ""), str(parameters.get("query") or ""), Start.of(parameters)
        )

    def place(self) -> Mapping[str, JSON]:
        """The topic, the cell of the cursor, and how it is shown."""
        if not self._loaded:
            shown: dict[str, JSON] = {
                "row": self._start.row,
                "article": self._start.article,
                "chosen": list(self.chosen),
            }
            return {"topic": self._topic, "query": self._adhoc, **shown}
        view = self.synopsis
        row, article, index = view.at
        return {
            "topic": self._topic, "query": self._adhoc, "row": row, "article": article, "index": index,
            "scroll": [view.size.width, int(view.scroll_offset.y)], "chosen": list(self.chosen),
            "speaking": view.columns.speaking, "silences": view.silences, "why": view.why,
            "pinned": view.columns.pinned,
        }  # fmt: skip

    def body(self) -> ComposeResult:
        """Heads, cells, and the reason for one under them when it is asked for."""
        head = SynopsisHead(id="head")
        yield head
        yield SynopsisView(head, id="synopsis")
        yield InfoLines(id="why", most=14)
        yield Picker(id="picker")
        yield InfoLines(id="topics")

    def on_mount(self) -> None:
        """Compare the articles."""
        view, start = self.synopsis, self._start
        view.columns = Columns(self.chosen, start.speaking, start.pinned)
        view.silences, view.why = start.silences, start.why
        view.focus()
        self.open_topic()

    @property
    def synopsis(self) -> SynopsisView:
        """The rows of cells."""
        return self.query_one("#synopsis", SynopsisView)

    @property
    def view(self) -> EntriesView:
        """The cells are what the keys move in."""
        return self.synopsis

    @property
    def passage(self) -> Passage | None:
        """The passage in the cursor's cell."""
        cell = self.synopsis.cell
        return cell.passage if cell else None

    @property
    def topic_id(self) -> str:
        """The topic that is shown."""
        comparison = self.synopsis.comparison
        return comparison.topic if comparison else self._topic

    def corpus_changed(self) -> None:
        """Compare anew, the cursor staying in its cell."""
        super().corpus_changed()
        if self._loaded:
            row, article, index = self.synopsis.at
            self._start = Start(
                row, article, index, (self.synopsis.size.width, int(self.synopsis.scroll_offset.y))
            )
        self.open_topic()

    @property
    def topic(self) -> Topic:
        """The topic that is shown; BriefingError where it is gone."""
        return Topic.adhoc(self._adhoc) if self._adhoc else self.corpus.topic(self._topic)

    def topic_saved(self, topic: Topic) -> None:
        """Compare on the topic as it is kept now, the cursor staying in its cell."""
        self._start = Start(*self.synopsis.at)
        self._topic, self._adhoc = topic.id, ""
        self.open_topic()

    def open_topic(self) -> None:
        """Work out the topic that is wanted."""
        self.title_line(f"{self._adhoc or self._topic} · side by side")
        self.status_line("comparing the articles")
        self._compare(self._topic, self._adhoc)

    @work(thread=True, exclusive=True, group="compare", exit_on_error=False)
    def _compare(self, name: str, query: str) -> None:
        from index import compare

        try:
            topic = Topic.adhoc(query) if query else self.corpus.topic(name)
            self.post_message(self.Ready(compare(self.corpus, topic)))
        except BriefingError as error:
            self.post_message(self.Ready(None, str(error)))

    @on(Ready)
    def _show(self, message: Ready) -> None:
        comparison, start = message.comparison, self._start
        if comparison is None:
            self.synopsis.put(paragraph(message.error, self.size.width))
            self.status_line("nothing to compare; : goes to another topic, Esc back")
            return
        row, index = start.row, start.index
        if index is None and start.article:
            rows = comparison.rows
            there = [at for at, each in enumerate(rows) if at >= row and start.article in each.cells]
            row, index = (there[0] if there else row), 0
        self._loaded = True
        self.synopsis.remarks = self.judged()
        self.synopsis.show(comparison, (row, start.article, index or 0), start.scroll)
        self.tell_place()

    def judgements_changed(self) -> None:
        """Show the judgements as they are now."""
        self.synopsis.remarks = self.judged()
        self.synopsis.rebuild()

    @on(EntriesView.Moved)
    def tell_place(self) -> None:
        """Say where the cursor is, in title and status line."""
        view = self.synopsis
        comparison, spot, row, column = view.comparison, view.spot, view.row, view.column
        if comparison is None:
            return
        speaking = sum(each.state == "speaks" for each in comparison.columns) + comparison.more_speaking
        total = len(comparison.columns) + comparison.more_speaking + comparison.more_silent
        title = f"{comparison.label} · side by side"
        self.title_line(title, f"{speaking} of {counted(total, 'article')} speak")
        shown = [f"articles {self._page()}"] if view.page_shown.pages > 1 else []
        if self.chosen:
            shown.append(f"{len(self.chosen)} chosen (space)")
        hidden = (len(self.chosen) or len(comparison.columns)) - len(view.page_shown.picked)
        if hidden:
            shown.append(f"{counted(hidden, 'silent article')} not shown (f)")
        right = joined(shown)
        if view.silences:
            self.status_line("silences only · z shows the passages again", right)
        elif spot is None or row is None or column is None:
            self.status_line("no article shown here speaks on this" if not comparison.rows else "", right)
        else:
            cells = row.cells.get(column.article.id, ())
            place = (
                f"passage {spot.index + 1} of {len(cells)}"
                if len(cells) > 1
                else ""
                if cells
                else "nothing in this row"
            )
            number = f"row {spot.row + 1} of {len(comparison.rows)}"
            self.status_line(joined((column.article.id, place, number, row.label)), right)
        self._tell_why()
        self.remember()

    def _page(self) -> str:
        page = self.synopsis.page_shown
        return f"page {page.number + 1} of {page.pages} (< >)"

    def _tell_why(self) -> None:
        view, pane = self.synopsis, self.query_one("#why", InfoLines)
        comparison, spot, row, column = view.comparison, view.spot, view.row, view.column
        if not view.why or comparison is None or spot is None or row is None or column is None:
            pane.put(())
        else:
            pane.put(why.lay_out(comparison, row, column, spot.index, self.size.width))

    def on_resize(self) -> None:
        """The reason is wrapped to the screen."""
        self._tell_why()

    def action_open(self) -> None:
        """Open the article at this passage, the topic's words marked in all its passages of the topic."""
        view, passage, comparison = self.synopsis, self.passage, self.synopsis.comparison
        if comparison is None:
            return
        if passage is None:
            column = view.column
            self.tell(f"{column.article.id}: {column.reason}" if column else "no article speaks here")
            return
        marks: dict[str, dict[int, messages.Spans]] = {}
        for column in comparison.columns:
            cells = [cell for row in comparison.rows for cell in row.cells.get(column.article.id, ())]
            for cell in sorted(cells, key=lambda cell: cell.passage.n):
                marks.setdefault(column.article.id, {})[cell.passage.n] = cell.spans
        self.post_message(
            messages.OpenArticle(passage.article, line=passage.first, marks=marks, label=comparison.label)
        )

    def go_to_topic(self, topic: str, query: str) -> None:
        """Show another topic here, from its beginning."""
        self._topic, self._adhoc, self._start = topic, query, Start()
        self.open_topic()

    def action_next_topic(self) -> None:
        """The next topic."""
        self._step_topic(1)

    def action_previous_topic(self) -> None:
        """The topic before."""
        self._step_topic(-1)

    def _step_topic(self, by: int) -> None:
        topics = [topic.id for topic in self.corpus.topics()]
        if topics:
            at = topics.index(self.topic_id) + by if self.topic_id in topics else 0
            self.go_to_topic(topics[at % len(topics)], "")

    @property
    def choosable(self) -> tuple[Article, ...]:
        """The articles in the order of the columns."""
        comparison = self.synopsis.comparison
        return tuple(column.article for column in comparison.columns) if comparison else ()

    def chosen_changed(self) -> None:
        """Show the articles that are chosen."""
        self.synopsis.columns.chosen, self.synopsis.columns.page = self.chosen, 0
        self.synopsis.rebuild()

    def go_on(self) -> None:
        """Back from the list to the cells."""
        self.synopsis.focus()

    def leave_mode(self) -> bool:
        """Esc closes a prompt, the list of articles, the silences, then the reason."""
        if super().leave_mode():
            return True
        view = self.synopsis
        if view.silences:
            self.action_silences()
        elif view.why:
            self.action_why()
        else:
            return False
        return True

    @property
    def export_name(self) -> str:
        """The topic's own name."""
        return self.topic_id or "comparison"

    def export_text(self, form: str) -> str:
        """The comparison of the articles that are chosen, in a format."""
        from index import compare
        from index.export import comparison as export

        if not self._loaded:
            raise BriefingError("the comparison is not worked out yet: try again in a moment")
        return export.render(
            compare(self.corpus, self.topic, articles=self.chosen or None), self.corpus, form
        )
