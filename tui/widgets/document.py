"""The document pane: an article as rows, of which only those on the screen are made and drawn."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Offset, Region
from textual.selection import Selection
from textual.strip import Strip

from tui.layout.article import Spot
from tui.layout.block_rows import Row
from tui.layout.line import fit
from tui.widgets.document_place import PlacedArticle

# What has a look of its own in the style sheet, and what has the same look.
_LOOKS = ("title", "heading", "faint", "hit", "here")
_LIKE = {"ref": "heading", "sign": "heading", "raw": "faint", "address": "faint", "gutter": "faint"}
_PLAIN = {
    "emphasis": RichStyle(italic=True),
    "strong": RichStyle(bold=True),
    "code": RichStyle(bold=True),
    "link": RichStyle(underline=True),
    "quote": RichStyle(),
    "note": RichStyle(),
}
_KEPT_STRIPS = 2000
_WHEEL = 3


class DocumentPane(PlacedArticle, can_focus=True):
    """An article to read.

    | Component class | What |
    | :- | :- |
    | `document--title` | the title |
    | `document--heading` | headings, markers of notes, the sign at the passage, hits at the right edge |
    | `document--faint` | what is not text: bylines, captions, line numbers, addresses, the file's own lines |
    | `document--hit`, `document--here` | marked words, and those at which we are |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"document--{name}" for name in _LOOKS}
    ALLOW_SELECT = True

    def __init__(self, *, id: str = "document", raised: bool = True, lines: bool = True) -> None:
        super().__init__(id=id, raised=raised, lines=lines)
        self._strips: dict[tuple[Spot, bool], Strip] = {}
        self._window: list[tuple[Spot, Row]] = []
        self._signed: Spot | None = None
        self._edge: frozenset[int] | None = None

    def tell_moved(self) -> None:
        """Look anew at what is seen."""
        self._look()
        super().tell_moved()

    def redraw(self) -> None:
        """Draw all rows anew."""
        self._strips.clear()
        self._edge = None
        self._look()
        super().redraw()

    def notify_style_update(self) -> None:
        """Take new colours."""
        super().notify_style_update()
        self._strips.clear()

    def _look(self) -> None:
        self._window = self.seen()
        at = self.passage()
        self._signed = next((spot for spot, row in self._window if spot.block == at and row.of_text), None)

    # Drawing

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows in a region: as Textual draws them, but without the borders that a pane could have.

        Rows that only moved are the strips that they were, which know what they are written as.
        """
        background = self.background_colors[1]
        filters = self.get_line_filters()
        strips = [self.render_line(y) for y in crop.line_range]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        if crop.column_span != (0, self.size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        if y >= len(self._window):
            return self._with_edge(Strip.blank(self.size.width, self.rich_style), y)
        spot, row = self._window[y]
        key = (spot, spot == self._signed)
        strip = self._strips.get(key)
        if strip is None:
            if len(self._strips) >= _KEPT_STRIPS:
                self._strips.clear()
            strip = self._strips[key] = self._draw(spot, row)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(self.scrolled + y)) is not None:
            strip = self._select(strip, *span)
        return self._with_edge(strip, y).apply_offsets(0, self.scrolled + y)

    def _style(self, name: str) -> RichStyle:
        plain = _PLAIN.get(name)
        if plain is not None:
            return plain
        return self.get_component_rich_style(f"document--{_LIKE.get(name, name)}", partial=True)

    def _draw(self, spot: Spot, row: Row) -> Strip:
        base = self.rich_style
        number = str(row.line) if row.first and row.line and self.shows_numbers else ""
        segments = [Segment(number.rjust(self.left - 2), base + self._style("gutter") if number else base)]
        if spot == self._signed:
            segments.append(Segment("▸ " if self.lines else "> ", base + self._style("sign")))
        else:
            segments.append(Segment("  ", base))
        if row.prefix:
            segments.append(Segment(row.prefix, base + self._style("faint")))
        segments += self._words(spot, row, base if row.style == "text" else base + self._style(row.style))
        if row.beside:
            segments.append(Segment(row.beside, base + self._style("raw")))
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _words(self, spot: Spot, row: Row, kind: RichStyle) -> list[Segment]:
        over = [*row.stretches, *self._marked(spot, row)]
        if not over:
            return [Segment(row.text, kind)]
        segments: list[Segment] = []
        cuts = sorted({0, len(row.text), *(at for stretch in over for at in stretch[:2])})
        for begin, end in pairwise(cuts):
            style = kind
            for first, last, name in over:
                if first <= begin and end <= last:
                    style = style + self._style(name)
            segments.append(Segment(row.text[begin:end], style))
        return segments

    def _marked(self, spot: Spot, row: Row) -> list[tuple[int, int, str]]:
        """The stretches of a row that are marked."""
        if self.article is None or not row.of_text:
            return []
        found: list[tuple[int, int, str]] = []
        for span in self.hits.get(self.article.blocks[spot.block].n, ()):
            if span[0] < row.end and span[1] > row.start:
                first, last = row.shown.span(*span) if row.shown else span
                first, last = max(first - row.cut, 0), min(last - row.cut, len(row.text))
                if first < last:
                    found.append((first, last, "here" if self.here == (spot.block, span) else "hit"))
        return found

    def _with_edge(self, strip: Strip, y: int) -> Strip:
        """The strip with a sign at the right edge where words are marked in that part of the article."""
        if not self.hits or self.left + self.text_width + 1 >= self.size.width:
            return strip
        if self._edge is None:
            self._edge = self._edge_rows()
        if y not in self._edge:
            return strip
        sign = Segment("■" if self.lines else "#", self.rich_style + self._style("sign"))
        return Strip([*strip.crop(0, self.size.width - 1), sign], self.size.width)

    def _edge_rows(self) -> frozenset[int]:
        if self.article is None:
            return frozenset()
        height = self.size.height
        return frozenset(
            min(int(self.article.weight(index, span[0]) * height), height - 1)
            for index, block in enumerate(self.article.blocks)
            for span in self.hits.get(block.n, ())
        )

    # The mouse

    def _select(self, strip: Strip, start: int, end: int) -> Strip:
        width = strip.cell_length
        end = width if end < 0 else min(end, width)
        left, middle, right = strip.crop(0, start), strip.crop(start, end), strip.crop(end, width)
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([left, middle.apply_style(style), right])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text under a selection made with the mouse, without the gutter."""
        if self.article is None or not self._window:
            return None
        start = selection.start or Offset(0, self.scrolled)
        end = selection.end or Offset(self.size.width, self.scrolled + self.size.height - 1)
        begin = self.article.step(self.top, start.y - self.scrolled)[0]
        rows = self.article.window(begin, end.y - start.y + 1)
        lines: list[str] = []
        for y, (_, row) in enumerate(rows, start.y):
            line = row.prefix + row.text + row.beside
            first = fit(line, max(start.x - self.left, 0)) if y == start.y else 0
            last = fit(line, max(end.x - self.left, 0)) if y == end.y else len(line)
            lines.append(line[first:last])
        return "\n".join(lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw the selection."""
        del selection
        self.refresh()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Some rows down."""
        event.stop()
        self.scroll_rows(_WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Some rows up."""
        event.stop()
        self.scroll_rows(-_WHEEL)
