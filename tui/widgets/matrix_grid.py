"""The grid of topics by articles, with a cursor on a cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from index import Matrix, MatrixCell
from tui.layout import grid
from tui.layout.grid import Unit
from tui.layout.grid_order import ArticleOrder, Order, order_articles, usual_order
from tui.widgets.rows_view import RowsView


class GridHead(RowsView, can_focus=False):
    """The heads of the columns, which stand still."""

    DEFAULT_CSS = """
    GridHead { height: 0; }
    """


class MatrixGrid(RowsView):
    """Topics by articles; the cursor's cell is in reverse and its topic carries a bar."""

    @dataclass
    class Moved(Message):
        """The cursor is on another cell, or what is shown has changed."""

        view: MatrixGrid

    @dataclass
    class Chosen(Message):
        """The cell that the cursor is on was clicked."""

        view: MatrixGrid

    def __init__(self, head: GridHead, *, id: str) -> None:
        super().__init__(id=id)
        self._head = head
        self._matrix: Matrix | None = None
        self._layout = grid.GridLayout((), (), (), (), 0, 0, 0, 0)
        self.unit: Unit = "passages"
        self.order: Order = "as declared"
        self.columns: ArticleOrder | None = None
        self.chosen: Sequence[str] = ()
        self.topic = ""
        self.article = ""
        self._first = 0

    @property
    def cell(self) -> MatrixCell | None:
        """The cell that the cursor is on."""
        if self._matrix is None or not self._layout.topics or not self._layout.articles:
            return None
        return self._matrix.cell(self.topic, self.article)

    @property
    def shown(self) -> tuple[int, int, int]:
        """First column shown (from 0), how many are, and how many there are."""
        return (self._layout.first, self._layout.shown, len(self._layout.articles))

    @property
    def article_order(self) -> ArticleOrder:
        """The order in which the articles stand."""
        return self.columns or usual_order(
            len(self.chosen or (self._matrix.articles if self._matrix else ()))
        )

    def show(self, matrix: Matrix) -> None:
        """Show a matrix, the cursor staying on its topic and article where it still has them."""
        self._matrix = matrix
        self.rebuild()

    def build(self, width: int) -> None:
        """Lay the matrix out for a width."""
        if self._matrix is None:
            return
        shown = order_articles(self._matrix, self.columns, self.chosen)
        self._layout = grid.lay_out(
            self._matrix, width, self.unit, self.order, self.article, shown, self._first
        )
        self._first = self._layout.first
        if self.topic not in self._layout.topics:
            self.topic = next(iter(self._layout.topics), "")
        if self.article not in self._layout.articles:
            self.article = next(iter(self._layout.articles[self._first :]), "")
        self._head.styles.height = len(self._layout.head)
        self._head.put(self._layout.head)
        self.put(self._layout.lines)
        self._reveal()
        self.post_message(self.Moved(self))

    def move(self, down: int = 0, right: int = 0) -> None:
        """Move the cursor by topics and articles, as far as there are any."""
        topics, articles = self._layout.topics, self._layout.articles
        if not topics or not articles:
            return
        row = max(min(topics.index(self.topic) + down, len(topics) - 1), 0)
        column = max(min(articles.index(self.article) + right, len(articles) - 1), 0)
        self.topic, self.article = topics[row], articles[column]
        if right and not self._layout.first <= column < self._layout.first + self._layout.shown:
            self.rebuild()
            return
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def step_down(self, count: int = 1) -> None:
        """Go down by topics."""
        self.move(down=count)

    def step_up(self, count: int = 1) -> None:
        """Go up by topics."""
        self.move(down=-count)

    def page(self, lines: int) -> None:
        """Go by lines of the screen: each topic has one."""
        self.move(down=lines)

    def to_number(self, number: int) -> None:
        """Go to a topic by its number, from 1."""
        if self.topic in self._layout.topics:
            self.move(down=number - 1 - self._layout.topics.index(self.topic))

    def to_top(self) -> None:
        """Go to the first topic."""
        self.to_number(1)

    def to_bottom(self) -> None:
        """Go to the last topic."""
        self.to_number(len(self._layout.topics))

    def page_columns(self, by: int) -> None:
        """Go by a page of columns to the right (1) or left (-1)."""
        self.move(right=by * self._layout.shown)

    def on_click(self, event: events.Click) -> None:
        """Go to the cell that is clicked, or choose it where the cursor is already."""
        row = event.y + int(self.scroll_offset.y)
        column = (event.x - self._layout.label) // max(self._layout.column, 1)
        if row >= len(self._layout.topics) or not 0 <= column < self._layout.shown:
            return
        topic, article = self._layout.topics[row], self._layout.articles[self._layout.first + column]
        if (topic, article) == (self.topic, self.article):
            self.post_message(self.Chosen(self))
            return
        self.topic, self.article = topic, article
        self.refresh()
        self.post_message(self.Moved(self))

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew where the width is new, and keep the cursor's topic on the screen."""
        super().on_resize(event)
        self._reveal()

    def _reveal(self) -> None:
        if self.topic in self._layout.topics:
            row, top = self._layout.topics.index(self.topic), int(self.scroll_offset.y)
            if row < top:
                self.go_to(row)
            elif row >= top + self.visible_height:
                self.go_to(row - self.visible_height + 1)

    def decorate(self, y: int, strip: Strip) -> Strip:
        """Mark the cursor's cell and topic."""
        topics, articles = self._layout.topics, self._layout.articles
        if y >= len(topics) or topics[y] != self.topic or self.article not in articles:
            return strip
        start, end = self._layout.place(articles.index(self.article))
        strip = self.restyle(strip, start, end, self.get_component_rich_style("rows--here"))
        return self.over(strip, 0, self.mark, self.tone_style("head"))
