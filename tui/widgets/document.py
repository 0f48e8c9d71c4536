"""The document pane: an article as rows, of which only those on the screen are made.

It scrolls by itself, by places in the text and not by row numbers, so that an article of any length opens at
once, a new width keeps the place, and a key costs one drawing of the rows that are seen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from index.model import ArticleText
from tui.layout.article import Anchor, Article, Spot
from tui.layout.block_rows import NARROWEST, WIDTH, Row
from tui.messages import Spans

Hits = Mapping[int, Spans]

_STYLES = (
    "title", "heading", "quote", "note", "faint", "emphasis", "strong", "code", "link", "ref", "address", "raw",
    "hit", "here", "gutter", "sign",
)  # fmt: skip
# Rows that stay in view over a place that is gone to, so that it is read in its surroundings.
_CONTEXT = 3
# Rows from the top are counted from here, so that a text selection has the same numbers while it scrolls.
_ORIGIN = 1 << 30


class DocumentPane(Widget, can_focus=True):
    """An article to read.

    | Component class | What |
    | :- | :- |
    | `document--title`, `--heading`, `--quote`, `--note`, `--faint`, `--raw` | rows by kind |
    | `document--emphasis`, `--strong`, `--code`, `--link`, `--ref`, `--address` | parts of a text |
    | `document--hit`, `document--here` | marked words, and those at which we are |
    | `document--gutter`, `document--sign` | line numbers; the sign at the passage, hits at the right edge |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document--{name}" for name in _STYLES}
    ALLOW_SELECT = True

    class Moved(Message):
        """Other rows are seen, or the passage at ▸ is another."""

    def __init__(self, *, id: str = "document", raised: bool = True, lines: bool = True) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.top = Spot(0, 0)
        self.cap = WIDTH
        self.numbers: bool | None = None
        self._raised = raised
        self._lines = lines
        self._raw = False
        self._margins = False
        self._hits: Hits = {}
        self._here: tuple[int, tuple[int, int]] | None = None
        self._cursor: int | None = None
        self._scrolled = _ORIGIN
        self._pending: Anchor | None = None
        self._pending_context = 0
        self._strips: dict[tuple[Spot, bool], Strip] = {}

    # What is shown

    def show(self, text: ArticleText, anchor: Anchor, context: int = 0) -> None:
        """Show an article from a place on, with so many rows above it if there are."""
        self.article = Article(text)
        self._hits = {}
        self._here = None
        self._cursor = None
        self._pending, self._pending_context = anchor, context
        if self.size.height:
            self._lay_out()

    def show_nothing(self) -> None:
        """Show no article."""
        self.article = None
        self._pending = None
        self._redraw()

    def mark(self, hits: Hits, here: tuple[int, tuple[int, int]] | None = None) -> None:
        """Mark words, by block number as offsets into its text; `here` are those at which we are."""
        self._hits = hits
        self._here = here
        self._cursor = None
        self._redraw()

    def set_width(self, cap: int) -> None:
        """Make the text at most so wide, and keep the place."""
        self.cap = max(cap, NARROWEST)
        self._relay()

    def toggle_raw(self) -> bool:
        """Show or hide the file's own lines; whether they are shown now."""
        self._raw = not self._raw
        self._relay()
        return self._raw

    def toggle_margins(self) -> bool:
        """Show in full, or in one row each, what is not text; whether in full now."""
        self._margins = not self._margins
        self._relay()
        return self._margins

    def toggle_numbers(self) -> bool:
        """Show or hide the file's line numbers; whether they are shown now."""
        self.numbers = not self.shows_numbers
        self._relay()
        return self.numbers

    @property
    def shows_numbers(self) -> bool:
        """Whether line numbers are shown: as wanted, else where the text leaves room for them."""
        return self.size.width >= self.cap + 9 if self.numbers is None else self.numbers

    # Where we are

    @property
    def place(self) -> Anchor:
        """The place of the top row, which no width changes."""
        if self._pending is not None:
            return self._pending
        return self.article.anchor(self.top) if self.article else Anchor(0, -1)

    def seen(self) -> list[tuple[Spot, Row]]:
        """The rows on the screen."""
        if self.article is None or self._pending is not None or self.article.empty:
            return []
        return self.article.window(self.top, self.size.height)

    def passage(self) -> int | None:
        """The index of the block at ▸: where we were last, if it is seen, else the first that begins on the screen."""
        if self.article is None:
            return None
        seen = self.seen()
        blocks = self.article.blocks
        shown = [spot.block for spot, row in seen if row.of_text]
        if self._here is not None and self._cursor is None and self._here[0] in shown:
            return self._here[0]
        if self._cursor in shown:
            return self._cursor
        begun = [spot.block for spot, row in seen if row.first and blocks[spot.block].is_passage]
        if begun:
            return begun[0]
        passages = [block for block in shown if blocks[block].is_passage]
        return passages[0] if passages else (shown[0] if shown else None)

    # Moving

    def scroll_rows(self, by: int) -> None:
        """Go so many rows down, or up."""
        if self.article is None or self.article.empty:
            return
        top, moved = self.article.step(self.top, by)
        if by > 0:
            last = self.article.last_top(self.size.height)
            if top > last:
                back = max(last, self.top)
                moved = self._between(self.top, back)
                top = back
        if moved:
            self.top = top
            self._scrolled += moved
            self._moved()

    def scroll_pages(self, pages: float) -> None:
        """Go so many pages down, or up; two rows stay in sight."""
        self.scroll_rows(int((self.size.height - 2) * pages))

    def to_start(self) -> None:
        """Go to the first row."""
        if self.article is not None:
            self.go_to(Anchor(0, -1))

    def to_end(self) -> None:
        """Go to where the last row is the last on the screen."""
        if self.article is not None and not self.article.empty:
            self._jump(self.article.last_top(self.size.height))

    def go_to(self, anchor: Anchor, context: int = 0, *, only_if_hidden: bool = False) -> None:
        """Go to a place, with so many rows above it; with `only_if_hidden`, stay where it is seen already."""
        if self.article is None:
            return
        if self._pending is not None:
            self._pending, self._pending_context = anchor, context
            return
        spot = self.article.spot(anchor)
        if only_if_hidden and any(spot == seen for seen, _ in self.seen()):
            self._moved()
            return
        self._jump(self.article.step(spot, -context)[0])

    def go_to_words(self, block: int, span: tuple[int, int]) -> None:
        """Make these words the ones at which we are, and go there if they are not seen."""
        self._here = (block, span)
        self._cursor = None
        self.go_to(Anchor(block, span[0]), max(self.size.height // 4, 1), only_if_hidden=True)
        self._redraw()

    def set_cursor(self, block: int) -> None:
        """Put ▸ at a block, and go there if its beginning is not seen."""
        if self.article is None:
            return
        self._cursor = block
        spot = self.article.first_text_row(block)
        if all(spot != seen for seen, _ in self.seen()):
            self._jump(self.article.step(spot, -1)[0] if spot.row else spot)
        self._moved()

    def _jump(self, top: Spot) -> None:
        assert self.article is not None
        top = max(min(top, self.article.last_top(self.size.height)), self.article.first)
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.top = top
        self._moved()

    def _between(self, first: Spot, last: Spot) -> int:
        assert self.article is not None
        rows = 0
        while first < last:
            step = len(self.article.rows(first.block)) - first.row if first.block < last.block else last.row - first.row
            rows += step
            first = Spot(first.block + 1, 0) if first.block < last.block else last
        return rows

    def _moved(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    # Laying out

    def on_resize(self) -> None:
        """Lay out for the new size; the place stays."""
        self._relay()

    def notify_style_update(self) -> None:
        """Take new colours."""
        super().notify_style_update()
        self._strips.clear()

    def _relay(self) -> None:
        if self.article is None or not self.size.height:
            return
        if self._pending is None:
            self._pending, self._pending_context = self.place, 0
        self._lay_out()

    def _lay_out(self) -> None:
        assert self.article is not None
        width = self.text_width
        self.article.set(
            width=width, raw=self._raw, beside=self._raw and width >= 100, margins=self._margins,
            raised=self._raised, lines=self._lines,
        )  # fmt: skip
        anchor, context = self._pending, self._pending_context
        self._pending = None
        self._strips.clear()
        if anchor is not None and not self.article.empty:
            self._jump(self.article.step(self.article.spot(anchor), -context)[0])
        else:
            self._moved()

    def _gutter(self) -> int:
        return 8 if self.shows_numbers else 2

    @property
    def text_width(self) -> int:
        """How wide the text is now: as wide as wanted, as far as the screen goes."""
        cap = self.size.width if self._raw else self.cap
        return max(min(cap, self.size.width - self._gutter() - 1), NARROWEST)

    def _left(self) -> int:
        return max(self._gutter(), (self.size.width - self.text_width) // 2)

    # Drawing

    def _redraw(self) -> None:
        self._strips.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        width = self.size.width
        blank = Strip.blank(width, self.rich_style)
        article = self.article
        if article is None or self._pending is not None or not self.size.height:
            return blank
        if y == 0 or self._drawn_top != self.top:
            self._window = self.seen()
            self._drawn_top = self.top
            self._sign_at = self._sign_spot()
        if y >= len(self._window):
            return self._edge(blank, y)
        spot, row = self._window[y]
        signed = spot == self._sign_at
        strip = self._strips.get((spot, signed))
        if strip is None:
            if len(self._strips) > 2000:
                self._strips.clear()
            strip = self._strips[(spot, signed)] = self._draw(spot, row, signed)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(self._scrolled + y)) is not None:
            strip = self._select(strip, *span)
        return self._edge(strip, y).apply_offsets(0, self._scrolled + y)

    _drawn_top: Spot | None = None
    _window: list[tuple[Spot, Row]]
    _sign_at: Spot | None = None

    def _sign_spot(self) -> Spot | None:
        block = self.passage()
        return next((spot for spot, row in self._window if spot.block == block and row.of_text), None)

    def _style(self, name: str) -> RichStyle:
        return self.get_component_rich_style(f"document--{name}", partial=True)

    def _draw(self, spot: Spot, row: Row, signed: bool) -> Strip:
        assert self.article is not None
        base = self.rich_style
        kind = base if row.style == "text" else base + self._style(row.style)
        sign = ("▸" if self._lines else ">") if signed else " "
        left = self._left()
        number = str(row.line) if row.first and row.line and self.shows_numbers else ""
        gutter = number.rjust(left - 2)
        segments = [
            Segment(gutter, base + self._style("gutter")),
            Segment(sign + " ", base + self._style("sign")),
        ]
        if row.prefix:
            segments.append(Segment(row.prefix, base + self._style("faint")))
        segments += self._words(spot, row, kind)
        if row.beside:
            segments.append(Segment(row.beside, base + self._style("raw")))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _words(self, spot: Spot, row: Row, kind: RichStyle) -> list[Segment]:
        assert self.article is not None
        over = list(row.stretches)
        spans = self._hits.get(self.article.blocks[spot.block].n, ()) if row.of_text else ()
        here = self._here[1] if self._here is not None and self._here[0] == spot.block else None
        for span in spans:
            if span[0] < row.end and span[1] > row.start:
                first, last = row.shown.span(*span) if row.shown else span
                first, last = max(first - row.cut, 0), min(last - row.cut, len(row.text))
                if first < last:
                    over.append((first, last, "here" if span == here else "hit"))
        if not over:
            return [Segment(row.text, kind)]
        cuts = sorted({0, len(row.text), *(at for stretch in over for at in stretch[:2])})
        segments = []
        for begin, end in zip(cuts, cuts[1:], strict=False):
            style = kind
            for first, last, name in over:
                if first <= begin and end <= last:
                    style = style + self._style(name)
            segments.append(Segment(row.text[begin:end], style))
        return segments

    def _edge(self, strip: Strip, y: int) -> Strip:
        """The strip with a sign at the right edge where words are marked in that part of the article."""
        if not self._hits or self._left() + self.text_width + 2 > self.size.width or y not in self._hit_rows():
            return strip
        sign = Segment("■" if self._lines else "#", self.rich_style + self._style("sign"))
        return Strip([*strip.crop(0, self.size.width - 1), sign], self.size.width)

    def _hit_rows(self) -> frozenset[int]:
        assert self.article is not None
        key = (id(self._hits), self.size.height)
        if self._edge_key != key:
            by_number = {block.n: index for index, block in enumerate(self.article.blocks)}
            parts = (
                self.article.weight(by_number[n], span[0])
                for n, spans in self._hits.items()
                if n in by_number
                for span in spans
            )
            self._edge_rows = frozenset(min(int(part * self.size.height), self.size.height - 1) for part in parts)
            self._edge_key = key
        return self._edge_rows

    _edge_key: tuple[int, int] | None = None
    _edge_rows: frozenset[int] = frozenset()

    # Selecting with the mouse

    def _select(self, strip: Strip, start: int, end: int) -> Strip:
        width = strip.cell_length
        end = width if end < 0 else min(end, width)
        left, middle, right = strip.crop(0, start), strip.crop(start, end), strip.crop(end, width)
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([left, middle.apply_style(style), right])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a selection made with the mouse, without gutter."""
        if self.article is None or self.article.empty:
            return None
        height = self.size.height
        start = selection.start or Offset(0, self._scrolled)
        end = selection.end or Offset(self.size.width, self._scrolled + height - 1)
        begin = self.article.step(self.top, start.y - self._scrolled)[0]
        lines: list[str] = []
        left = self._left()
        for y, (_, row) in enumerate(self.article.window(begin, end.y - start.y + 1), start.y):
            line = row.prefix + row.text + row.beside
            first = _index(line, start.x - left) if y == start.y else 0
            last = _index(line, end.x - left) if y == end.y else len(line)
            lines.append(line[first:last])
        return "\n".join(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Three rows down."""
        event.stop()
        self.scroll_rows(3)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Three rows up."""
        event.stop()
        self.scroll_rows(-3)


def _index(line: str, cells: int) -> int:
    """The character at which so many cells of a line are used."""
    used = 0
    for at, char in enumerate(line):
        if used >= cells:
            return at
        used += cell_len(char)
    return len(line)
