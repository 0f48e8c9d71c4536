"""Topics by articles as lines of one grid, with signs that tell silence and mention without colour.

The cursor is not part of the layout: a cell's place is asked for (`place`) and shown over the lines, so that
moving it costs no new layout.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index import Article, Matrix, MatrixCell
from tui.layout.grid_order import Order, order_topics
from tui.layout.line import Line, Run, Tone, cut, pad, wrap
from tui.layout.words import counted, short_author

Unit = Literal["passages", "words", "yes or no"]
UNITS: tuple[Unit, ...] = ("passages", "words", "yes or no")

_WIDE = 28
_NARROW = 9
# Room for a topic, and for what is said of the pages over it.
_LABEL = 20
_COVER = 7
# A column so wide has its article's title in its head.
_TITLE = 20
# A date with its day needs so many cells; where there are fewer, a head names the month.
_DAY = 12


@dataclass(frozen=True, slots=True)
class GridLayout:
    """The lines of the matrix: `head` stands still, `lines` has one line a topic.

    `topics` and `articles` are the ids in the order shown; `first` is the first article column on the page,
    `shown` how many there are. `label` and `column` are widths in cells.
    """

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    topics: tuple[str, ...]
    articles: tuple[str, ...]
    first: int
    shown: int
    label: int
    column: int

    def place(self, article: int) -> tuple[int, int]:
        """First and last cell (half open) of an article's column on the screen line."""
        start = self.label + (article - self.first) * self.column
        return (start, start + self.column)


def sign(cell: MatrixCell, unit: Unit) -> str:
    """A cell's content: "4", "(1)" for a mention, "·" for silence, "?" for a file that could not be read."""
    if cell.state == "unread":
        return "?"
    if cell.state == "silent":
        return "·"
    mention = cell.strength == "mentions"
    if unit == "yes or no":
        return "(yes)" if mention else "yes"
    number = cell.passages if unit == "passages" else cell.words
    return f"({number})" if mention else str(number)


def tell(cell: MatrixCell, topic: str, article: Article) -> str:
    """A cell in words: "Kurils in 003: discusses, 4 passages, 11 topic words"."""
    where = f"{topic} in {article.id}"
    if cell.state == "unread":
        return f"{where}: could not be read"
    if cell.state == "silent":
        return f"{where}: silent"
    verb = "mentions only" if cell.strength == "mentions" else "discusses"
    return f"{where}: {verb}, {counted(cell.passages, 'passage')}, {counted(cell.words, 'topic word')}"


def lay_out(
    matrix: Matrix,
    width: int,
    unit: Unit = "passages",
    order: Order = "as declared",
    at_article: str = "",
    shown: Sequence[str] | None = None,
    first: int = 0,
) -> GridLayout:
    """The matrix at a width.

    `at_article` is the article that the order "by this article" means and that must be on the page, `shown`
    the articles to show in their order (None: all), `first` the first column of the page.
    """
    known = {article.id: article for article in matrix.articles}
    shown = list(known) if shown is None else shown
    labels = dict(matrix.topics)
    longest = max((len(label) for label in labels.values()), default=5)
    label = max(min(longest + 3, width - 2 * _NARROW - _COVER, 36), _LABEL)
    column = max(min((width - label - _COVER) // max(len(shown), 1), _WIDE), _NARROW)
    fit = max((width - label - _COVER) // column, 1)
    first = max(min(first, len(shown) - fit), 0)
    if at_article in shown:
        at = shown.index(at_article)
        first = min(first, at) if at < first else max(first, at - fit + 1)
    page = shown[first : first + fit]
    topics = order_topics(matrix, order, at_article)
    cells = {(cell.topic, cell.article): cell for cell in matrix.cells}
    body = tuple(
        _row(labels[key], [cells[key, name] for name in shown], first, len(page), label, column, unit)
        for key in topics
    )
    head = _head([known[key] for key in page], len(shown), len(known), first, label, column)
    body = tuple(pad(line, width) for line in body)
    return GridLayout(head, body, topics, tuple(shown), first, len(page), label, column)


def _row(
    name: str, cells: list[MatrixCell], first: int, shown: int, label: int, column: int, unit: Unit
) -> Line:
    runs = [Run("  ")]
    runs += pad((Run(cut(name, label - 3)),), label - 2)
    for cell in cells[first : first + shown]:
        tone: Tone = "text" if cell.state == "speaks" and cell.strength == "discusses" else "dim"
        runs += [Run(f"{sign(cell, unit):^{column}}", tone)]
    speaking = sum(cell.state == "speaks" for cell in cells)
    runs.append(Run(f"{f'{speaking}/{len(cells)}':>{_COVER - 1}}", "dim"))
    return tuple(runs)


def _head(
    articles: list[Article], shown: int, known: int, first: int, label: int, column: int
) -> tuple[Line, ...]:
    blank = Run(" " * label)
    ids: list[Run] = [blank]
    names: list[Run] = [blank]
    dates: list[Run] = list(pad((Run("  topic", "dim"),), label))
    for article in articles:
        room = column - 1
        ids.append(Run(f"{cut(article.id, room):^{column}}", "head"))
        names += pad((Run(_centred(cut(short_author(article) or "–", room), column)),), column)
        dates.append(Run(f"{cut(_short_date(article.date, column), room):^{column}}", "dim"))
    ids.append(Run(f"{'speak':>{_COVER - 1}}", "dim"))
    if shown > len(articles):
        place = f"  {first + 1}–{first + len(articles)} of {shown:,}"
        ids[0] = Run(_fill(place, label), "dim")
    if known > shown:
        names[0] = Run(_fill(f"  {known - shown:,} not shown", label), "dim")
    return (tuple(ids), *_titles(articles, label, column), tuple(names), tuple(dates))


def _titles(articles: list[Article], label: int, column: int) -> list[Line]:
    if column < _TITLE:
        return []
    room = column - 2
    rows: list[list[Run]] = [[Run(" " * label)], [Run(" " * label)]]
    for article in articles:
        lines = [article.title[a:b] for a, b in wrap(article.title, room)]
        second = cut(article.title[len(lines[0]) :], room) if len(lines) > 1 else ""
        for row, text in zip(rows, (lines[0], second), strict=True):
            row += pad((Run(_centred(text, column)),), column)
    return [tuple(row) for row in rows]


def _short_date(date: str | None, column: int) -> str:
    if not date:
        return "no date"
    return date if column >= _DAY else re.sub(r"^(\d{4}-\d\d)-\d\d", r"\1", date)


def _fill(text: str, width: int) -> str:
    return f"{text[:width]:<{width}}"


def _centred(text: str, column: int) -> str:
    left = (column - len(text)) // 2
    return " " * max(left, 0) + text
