"""Topics by articles as lines of one grid, with signs that tell silence and mention without colour.

The cursor is not part of the layout: a cell's place is asked for (`place`) and shown over the lines, so that
moving it costs no new layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from index import Article, Matrix, MatrixCell
from tui.layout.grid_order import Order, order_topics
from tui.layout.line import Line, Run, Tone, cells, cut, cut_within, pad, wrap
from tui.layout.words import short_author, title_of

Unit = Literal["passages", "words", "yes or no"]
UNITS: tuple[Unit, ...] = ("passages", "words", "yes or no")

_WIDE = 28
# A column holds the date in its head: one with its day and a sign of its certainty has 11 cells.
_NARROW = 9
_NARROW_DATED = 12
# Room for a topic, and for what is said of the pages over it.
_LABEL = 20
_LABEL_MOST = 36
_COVER = "speak"
# A column so wide has its article's title in its head.
_TITLE = 20


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


class _Room(NamedTuple):
    """Cells for a topic's name, for an article's column, and for how many articles speak."""

    label: int
    column: int
    cover: int


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
    room = _rooms(labels.values(), [known[key] for key in shown], width)
    fit = max((width - room.label - room.cover) // room.column, 1)
    first = max(min(first, len(shown) - fit), 0)
    if at_article in shown:
        at = shown.index(at_article)
        first = min(first, at) if at < first else max(first, at - fit + 1)
    page = slice(first, first + fit)
    topics = order_topics(matrix, order, at_article)
    body = tuple(
        pad(_row(labels[key], [matrix.cell(key, name) for name in shown], page, room, unit), width)
        for key in topics
    )
    on_page = [known[key] for key in shown[page]]
    head = _head(on_page, len(shown), len(known), first, room)
    return GridLayout(head, body, topics, tuple(shown), first, len(on_page), room.label, room.column)


def _rooms(labels: Iterable[str], articles: Sequence[Article], width: int) -> _Room:
    longest = max(map(cells, labels), default=5)
    dates = max((len(article.date or "") for article in articles), default=0)
    narrow = min(max(dates + 1, _NARROW), _NARROW_DATED)
    count = len(articles)
    cover = max(len(_COVER), len(f"{count}/{count}") + 1)
    label = max(min(longest + 2, width - 2 * narrow - cover, _LABEL_MOST), _LABEL)
    return _Room(label, max(min((width - label - cover) // max(count, 1), _WIDE), narrow), cover)


def _row(name: str, found: Sequence[MatrixCell], page: slice, room: _Room, unit: Unit) -> Line:
    runs = [Run("  ")]
    runs += pad((Run(cut(name, room.label - 2)),), room.label - 2)
    for cell in found[page]:
        tone: Tone = "text" if cell.state == "speaks" and cell.strength == "discusses" else "dim"
        runs += [Run(f"{sign(cell, unit):^{room.column}}", tone)]
    speaking = sum(cell.state == "speaks" for cell in found)
    runs.append(Run(f"{f'{speaking}/{len(found)}':>{room.cover}}", "dim"))
    return tuple(runs)


def _head(articles: Sequence[Article], shown: int, known: int, first: int, room: _Room) -> tuple[Line, ...]:
    label, column, _ = room
    blank = Run(" " * label)
    ids: list[Run] = [blank]
    names: list[Run] = [blank]
    dates: list[Run] = list(pad((Run("  topic", "dim"),), label))
    most = column - 1
    for article, name in zip(articles, _ids(articles, most), strict=True):
        ids += _centred(name, column, "head")
        names += _centred(cut(_name(article, column), most), column)
        dates += _centred(cut(article.date or "no date", most), column, "dim")
    ids.append(Run(f"{_COVER:>{room.cover}}", "dim"))
    if shown > len(articles):
        place = f"  {first + 1}–{first + len(articles)} of {shown:,}"
        ids[0] = Run(_fill(place, label), "dim")
    if known > shown:
        names[0] = Run(_fill(f"  {known - shown:,} not shown", label), "dim")
    return (tuple(ids), *_titles(articles, label, column), tuple(names), tuple(dates))


def _ids(articles: Sequence[Article], width: int) -> list[str]:
    """The articles' ids in a width: cut in their middle where they would be alike without their ends."""
    short = [cut(article.id, width) for article in articles]
    return short if len(set(short)) == len(short) else [cut_within(article.id, width) for article in articles]


def _name(article: Article, column: int) -> str:
    """Who speaks, in short: the author, else the outlet, else the title where it has no line of its own."""
    title = "" if column >= _TITLE else title_of(article)
    return short_author(article) or article.source or title or "–"


def _titles(articles: Sequence[Article], label: int, column: int) -> list[Line]:
    if column < _TITLE:
        return []
    room = column - 2
    rows: list[list[Run]] = [[Run(" " * label)], [Run(" " * label)]]
    for article in articles:
        lines = [article.title[a:b] for a, b in wrap(article.title, room)]
        second = cut(article.title[len(lines[0]) :], room) if len(lines) > 1 else ""
        for row, text in zip(rows, (lines[0], second), strict=True):
            row += _centred(text, column)
    return [tuple(row) for row in rows]


def _fill(text: str, width: int) -> str:
    return f"{text[:width]:<{width}}"


def _centred(text: str, column: int, tone: Tone = "text") -> Line:
    left = max((column - cells(text)) // 2, 0)
    return pad((Run(" " * left), Run(text, tone)), column)
