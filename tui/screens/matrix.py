"""The matrix of topics and articles: the way in to reading articles side by side."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from index import Article, BriefingError, Matrix, Topic
from tui.actions import bindings
from tui.layout import grid_about
from tui.layout.grid import UNITS
from tui.layout.grid_order import ORDERS, order_articles
from tui.layout.line import Line, paragraph
from tui.layout.words import counted
from tui.screens.choosing import Choosing
from tui.screens.early_keys import EarlyKeys
from tui.screens.matrix_start import Start
from tui.screens.topic_jump import TopicJump
from tui.screens.working import Working
from tui.state.place import JSON
from tui.widgets.info_lines import InfoLines
from tui.widgets.matrix_grid import GridHead, MatrixGrid
from tui.widgets.picker import Picker

_NO_TOPICS = "No topics are declared in topics.toml. Type : and words of your own to compare the articles on."


class MatrixScreen(EarlyKeys, TopicJump, Choosing, Working):
    """Topics down, articles across in the order of their dates; Enter opens a topic at an article."""

    NAME = "matrix"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]

    def __init__(self, start: Start | None = None) -> None:
        super().__init__()
        self._start = start or Start()
        self.chosen = self._start.chosen
        self._matrix: Matrix | None = None
        # The topics that the matrix was worked out for.
        self._declared: tuple[Topic, ...] = ()

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The matrix as it was remembered."""
        return cls(Start.of(parameters))

    def place(self) -> Mapping[str, JSON]:
        """The cell of the cursor and how the matrix is shown."""
        start, shown = self._start, self.grid if self.is_mounted else None
        if shown is not None:
            start = Start(shown.topic, shown.article, shown.unit, shown.order, shown.columns)
        return replace(start, chosen=self.chosen).parameters()

    def body(self) -> ComposeResult:
        """Heads, grid, what the cell says in words, and the signs explained."""
        head = GridHead(id="head")
        yield head
        yield MatrixGrid(head, id="grid")
        yield InfoLines(id="cell", least=2)
        yield Picker(id="picker")
        yield InfoLines(id="topics")

    def on_mount(self) -> None:
        """Work the matrix out."""
        shown, start = self.grid, self._start
        shown.topic, shown.article = start.topic, start.article
        shown.unit, shown.order, shown.columns = start.unit, start.order, start.columns
        shown.chosen = self.chosen
        shown.focus()
        self.title_line("Topics by articles")
        self.status_line("working out who speaks on what")
        self.expect()
        self._work_out()

    @property
    def grid(self) -> MatrixGrid:
        """The grid."""
        return self.query_one("#grid", MatrixGrid)

    @property
    def view(self) -> MatrixGrid:
        """The grid is what the keys move in."""
        return self.grid

    def corpus_changed(self) -> None:
        """Work the matrix out anew."""
        self._work_out()

    def on_screen_resume(self) -> None:
        """Work the matrix out anew where a topic was kept or widened meanwhile."""
        if self._matrix is not None and self._declared != self.corpus.topics():
            self._work_out()

    def _work_out(self) -> None:
        def question() -> Matrix:
            from index import matrix

            self._declared = self.corpus.topics()
            return matrix(self.corpus)

        self.work_out("matrix", question, self._show, self._show_none)

    def _show_none(self, reason: str) -> None:
        self.tell(reason)
        self.arrived()

    def _show(self, found: Matrix) -> None:
        self._matrix = found
        if found.topics:
            self.grid.show(found)
        else:
            width = self.size.width
            self.grid.put((*paragraph(_NO_TOPICS, width), *self._mistakes()))
            self.status_line("no topics")
            self.tell_keys()
        self.arrived()

    def idle_now(self) -> Container[str]:
        """The keys of the grid while it is empty, and those to other articles where all are shown."""
        if self._matrix is not None and not self._matrix.topics:
            return ("matrix.open", "matrix.order", "matrix.unit", "grid.later", "grid.choose")
        _, columns, total = self.grid.shown
        return ("grid.later",) if columns == total else ()

    @on(MatrixGrid.Moved)
    def _moved(self) -> None:
        self.tell_keys()
        shown, found = self.grid, self._matrix
        cell = shown.cell
        if found is None or cell is None:
            return
        article = next(each for each in found.articles if each.id == cell.article)
        width = self.size.width
        lines = grid_about.about(cell, dict(found.topics)[cell.topic], article, width)
        self.query_one("#cell", InfoLines).put((*lines, *self._mistakes()))
        first, columns, total = shown.shown
        page = f" · {first + 1}–{first + columns} of {total:,}, > < for more" if columns < total else ""
        chosen = f" · {len(self.chosen)} chosen of {len(found.articles)}" if self.chosen else ""
        self.title_line(
            "Topics by articles",
            f"{counted(len(found.topics), 'topic')} · {counted(len(found.articles), 'article')}",
        )
        by_coverage = "" if shown.article_order == "by date" else " · articles by coverage"
        self.status_line(
            f"{shown.unit} · topics {shown.order}{by_coverage}{chosen}{page}",
            grid_about.legend(shown.unit, width, any(each.state == "unread" for each in found.cells)),
        )
        self.remember()

    def _mistakes(self) -> tuple[Line, ...]:
        return grid_about.mistakes(self.corpus.topic_set().problems, self.size.width)

    @on(MatrixGrid.Chosen)
    def _cell_clicked(self) -> None:
        self.action_open()

    def action_left(self) -> None:
        """The article to the left."""
        self.grid.move(right=-self.times())

    def action_right(self) -> None:
        """The article to the right."""
        self.grid.move(right=self.times())

    def action_later(self) -> None:
        """The next articles."""
        self.grid.page_columns(1)

    def action_earlier(self) -> None:
        """The articles before."""
        self.grid.page_columns(-1)

    def action_unit(self) -> None:
        """Passages, words, or yes and no."""
        shown = self.grid
        shown.unit = UNITS[(UNITS.index(shown.unit) + 1) % len(UNITS)]
        shown.rebuild()

    def action_order(self) -> None:
        """Another order of the topics."""
        shown = self.grid
        shown.order = ORDERS[(ORDERS.index(shown.order) + 1) % len(ORDERS)]
        shown.rebuild()

    def action_columns(self) -> None:
        """Articles by date, or by how many topics they speak on."""
        shown = self.grid
        shown.columns = "by date" if shown.article_order == "by coverage" else "by coverage"
        shown.rebuild()
        self.tell(f"articles {shown.columns}")

    def action_open(self) -> None:
        """Open the topic at this article."""
        if self.grid.cell is not None:
            self._compare(self.grid.topic, "", self.grid.article)

    def go_to_topic(self, topic: str, query: str) -> None:
        """Open a topic side by side, from its beginning."""
        self._compare(topic, query, "")

    def _compare(self, topic: str, query: str, article: str) -> None:
        self.reader.go(
            "compare", {"topic": topic, "query": query, "article": article, "chosen": list(self.chosen)}
        )

    @property
    def choosable(self) -> tuple[Article, ...]:
        """The articles in the order of the columns."""
        return self._matrix.articles if self._matrix else ()

    def chosen_changed(self) -> None:
        """Show the articles that are chosen."""
        self.grid.chosen = self.chosen
        self.grid.rebuild()

    @property
    def export_name(self) -> str:
        """The matrix' own name."""
        return "matrix"

    def export_text(self, form: str) -> str:
        """The matrix of the articles that are chosen, in a format."""
        from index import render

        if self._matrix is None:
            raise BriefingError("the matrix is not worked out yet: try again in a moment")
        shown = order_articles(self._matrix, "by date", self.chosen)
        return render(self._matrix.among(set(shown)), self.corpus, form)
