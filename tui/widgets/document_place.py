"""Where an article stands in its pane: what is laid out, which row is the top one, which passage is at ▸.

It scrolls by itself, by places in the text and not by row numbers, so that an article of any length opens at
once, and a new width keeps the place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from index import ArticleText
from tui.hits import Words
from tui.layout.article import Anchor, Article, Spot
from tui.layout.block_rows import NARROWEST, WIDTH, Row, Setting
from tui.messages import Spans

Hits = Mapping[int, Spans]

# Rows that stay in view over a place that is gone to, so that it is read in its surroundings.
_CONTEXT = 3
# Rows from the top are counted from here, so that a text selection has the same numbers while it scrolls.
_ORIGIN = 1 << 30
# From this width on, the file's own lines stand at the right of the cleaned text, else under it.
_BESIDE = 100
_NUMBERS = 8
_SIGN = 2


class PlacedArticle(Widget):
    """The article of a pane and the place in it."""

    class Moved(Message):
        """Other rows are seen, or the passage at ▸ is another."""

    def __init__(self, *, id: str, raised: bool, lines: bool) -> None:
        super().__init__(id=id)
        self.article: Article | None = None
        self.top = Spot(0, 0)
        self.cap = WIDTH
        """How wide the text may be, in cells."""
        self.hits: Hits = {}
        self.here: Words | None = None
        self.remarks: Mapping[tuple[int, int], str] = {}
        """What stands over the passages at some lines of the file; taken when it is laid out."""
        self.lines = lines
        self.scrolled = _ORIGIN
        self._raised = raised
        self._raw = False
        self._margins = False
        self._numbers: bool | None = None
        self._cursor: int | None = None
        # The place that was gone to, until a key moves from it: what a new width goes back to.
        self._wanted: Anchor | None = None
        self._rows_above: int | None = 0
        self._laid_out = False

    # What is shown

    def show(self, text: ArticleText, anchor: Anchor, context: int | None = 0) -> None:
        """Show an article at a place, as `go_to` does."""
        self.article = Article(text)
        self.hits = {}
        self.here = None
        self._cursor = None
        self._wanted, self._rows_above = anchor, context
        self._lay_out()

    def show_nothing(self) -> None:
        """Show no article."""
        self.article = None
        self.redraw()

    def mark(self, hits: Hits, here: Words | None) -> None:
        """Mark words, by block number as offsets into its text, and among them those at which we are."""
        self.hits = hits
        self.here = here
        self.redraw()

    def set_width(self, cap: int) -> None:
        """Make the text at most so wide, and keep the place."""
        self.cap = max(cap, NARROWEST)
        self.lay_out_again()

    def toggle_raw(self) -> bool:
        """Show or hide the file's own lines; whether they are shown now."""
        self._raw = not self._raw
        self.lay_out_again()
        return self._raw

    def toggle_margins(self) -> bool:
        """Show in full, or in one row each, what is not text; whether in full now."""
        self._margins = not self._margins
        self.lay_out_again()
        return self._margins

    def toggle_numbers(self) -> bool:
        """Show or hide the file's line numbers; whether they are shown now."""
        self._numbers = not self.shows_numbers
        self.lay_out_again()
        return self._numbers

    @property
    def shows_numbers(self) -> bool:
        """Whether line numbers are shown: as wanted, else where the text leaves room for them."""
        return self.size.width > self.cap + _NUMBERS if self._numbers is None else self._numbers

    @property
    def before_text(self) -> int:
        """How many cells before the text are kept for line numbers and ▸."""
        return _NUMBERS if self.shows_numbers else _SIGN

    @property
    def text_width(self) -> int:
        """How wide the text is now: as wide as wanted, as far as the screen goes."""
        cap = self.size.width if self._raw else self.cap
        return max(min(cap, self.size.width - self.before_text - 1), NARROWEST)

    @property
    def left(self) -> int:
        """Where the text begins."""
        return max(self.before_text, (self.size.width - self.text_width) // 2)

    # Where we are

    @property
    def place(self) -> Anchor:
        """The place of the top row, which no width changes."""
        if self._wanted is not None and (self._rows_above == 0 or not self._laid_out):
            return self._wanted
        return self.article.anchor(self.top) if self.article else Anchor(0, -1)

    def seen(self) -> list[tuple[Spot, Row]]:
        """The rows on the screen."""
        if self.article is None or not self._laid_out or self.article.empty:
            return []
        return self.article.window(self.top, self.size.height)

    def shown(self, words: Sequence[Words]) -> range:
        """The numbers of those words that begin on the screen; empty between those before and after it.

        Until there is a screen, all of them.
        """
        article, seen = self.article, self.seen()
        if article is None or not seen:
            return range(len(words))

        def spot(each: Words) -> Spot:
            return article.spot(Anchor(each[0], each[1][0]))

        return range(bisect_left(words, seen[0][0], key=spot), bisect_right(words, seen[-1][0], key=spot))

    def passage(self) -> int | None:
        """The index of the block at ▸.

        It is the one where we were last, if it is seen, else the first passage that begins on the screen.
        """
        if self.article is None:
            return None
        blocks = self.article.blocks
        seen = self.seen()
        shown = [spot.block for spot, row in seen if row.of_text]
        last = self._cursor if self._cursor is not None else self.here[0] if self.here is not None else None
        if last in shown:
            return last
        begun = [spot.block for spot, row in seen if row.first and blocks[spot.block].is_passage]
        passages = [block for block in shown if blocks[block].is_passage]
        return next(iter((*begun, *passages, *shown)), None)

    # Moving

    def scroll_rows(self, by: int) -> None:
        """Go so many rows down, or up."""
        if self.article is None or not self._laid_out or self.article.empty:
            return
        top, moved = self.article.step(self.top, by)
        if by > 0 and top > (last := max(self.article.last_top(self.size.height), self.top)):
            top, moved = last, self.article.rows_between(self.top, last)
        if moved:
            self.top = top
            self._wanted = None
            self.scrolled += moved
            self.tell_moved()

    def scroll_pages(self, pages: int) -> None:
        """Go so many pages down, or up; two rows stay in sight."""
        self.scroll_rows(max(self.size.height - 2, 1) * pages)

    def scroll_halves(self, halves: int) -> None:
        """Go so many half pages down, or up."""
        self.scroll_rows(max(self.size.height // 2, 1) * halves)

    def to_start(self) -> None:
        """Go to the first row."""
        self.go_to(Anchor(0, -1))

    def to_end(self) -> None:
        """Go to where the last row is the last on the screen."""
        if self.article is not None and self._laid_out and not self.article.empty:
            self._wanted = None
            self._jump(self.article.last_top(self.size.height))

    def go_to(self, anchor: Anchor, context: int | None = 0) -> None:
        """Go to a place, with so many rows above it; None shows it with the beginning of its passage."""
        self._wanted, self._rows_above = anchor, context
        if self.article is not None and self._laid_out:
            self._jump(self._top_for(anchor, context))

    def go_to_words(self, block: int, span: tuple[int, int]) -> None:
        """Make these words the ones at which we are, and go there if they are not seen."""
        self.here = (block, span)
        self._cursor = None
        self.redraw()
        anchor = Anchor(block, span[0])
        if self.article is not None and any(self.article.spot(anchor) == spot for spot, _ in self.seen()):
            self.tell_moved()
        else:
            self.go_to(anchor, None)

    def set_cursor(self, block: int) -> None:
        """Put ▸ at a block, and go there if its beginning is not seen."""
        self._cursor = block
        if self.article is None or not self._laid_out:
            return
        if all(self.article.first_text_row(block) != spot for spot, _ in self.seen()):
            self.go_to(Anchor(block, -1))
        self.tell_moved()

    def keep_cursor(self, block: int) -> None:
        """Put ▸ at a block, wherever the page stands."""
        self._cursor = block
        self.tell_moved()

    def _top_for(self, anchor: Anchor, context: int | None) -> Spot:
        """The top row with which a place is seen."""
        assert self.article is not None
        spot = self.article.spot(anchor)
        if context is None:
            context = spot.row - self.article.first_text_row(spot.block).row + _CONTEXT
            if context > self.size.height * 2 // 3:
                context = self.size.height // 4
        return self.article.step(spot, -context)[0]

    def _jump(self, top: Spot) -> None:
        assert self.article is not None
        if self.article.empty:
            return
        self.top = max(min(top, self.article.last_top(self.size.height)), self.article.first)
        if self.text_selection is not None:
            self.screen.clear_selection()
        self.tell_moved()

    def tell_moved(self) -> None:
        """Draw what is seen now, and say that it is something else."""
        self.refresh()
        self.post_message(self.Moved())

    # Laying out

    def redraw(self) -> None:
        """Draw all rows anew, as what is marked has changed."""
        self.refresh()

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        """Lay out for a new size before it is drawn for the first time; the place stays."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self.lay_out_again()
        return changed

    def lay_out_again(self) -> None:
        """Lay out for another width or another way of showing; the place stays."""
        if self._wanted is None:
            self._wanted, self._rows_above = self.place, 0
        self._lay_out()

    def _lay_out(self) -> None:
        self._laid_out = bool(self.size.height and self.size.width)
        if self.article is None or not self._laid_out:
            return
        width = self.text_width
        beside = self._raw and width >= _BESIDE
        looks = (self._raised, self.lines)
        setting = Setting(width, self._margins, self._raw, beside, *looks, remarks=self.remarks)
        self.article.set(setting)
        self.redraw()
        if self._wanted is not None and not self.article.empty:
            self._jump(self._top_for(self._wanted, self._rows_above))
        else:
            self.tell_moved()
