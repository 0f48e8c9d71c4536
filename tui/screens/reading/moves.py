"""Moving in an article and from one to the next, with a count before the key as in less and vim."""

from __future__ import annotations

from collections.abc import Container

from index import PASSAGE_KINDS
from tui.layout.article import Anchor
from tui.screens.counting import Counting
from tui.screens.reading.arriving import Arriving

_HEADS = frozenset({"title", "heading"})


class Moves(Arriving, Counting):
    """The keys that move."""

    def action_line_down(self) -> None:
        """Lines down."""
        self.pane.scroll_rows(self.times())

    def action_line_up(self) -> None:
        """Lines up."""
        self.pane.scroll_rows(-self.times())

    def action_page_down(self) -> None:
        """Pages down."""
        self.pane.scroll_pages(self.times())

    def action_page_up(self) -> None:
        """Pages up."""
        self.pane.scroll_pages(-self.times())

    def action_half_down(self) -> None:
        """Half pages down."""
        self.pane.scroll_halves(self.times())

    def action_half_up(self) -> None:
        """Half pages up."""
        self.pane.scroll_halves(-self.times())

    def action_top(self) -> None:
        """To the top; with a count, to that line of the file."""
        self._to_end_or_line(end=False)

    def action_bottom(self) -> None:
        """To the end; with a count, to that line of the file."""
        self._to_end_or_line(end=True)

    def _to_end_or_line(self, *, end: bool) -> None:
        if self.text is None:
            return
        self.jumped_from = (self.article_id, self.pane.place)
        if self.has_count:
            anchor = self.anchor_at(self.times(), None)
            self.pane.go_to(anchor)
            self.pane.set_cursor(anchor.block)
        elif end:
            self.pane.to_end()
        else:
            self.pane.to_start()

    def action_part(self) -> None:
        """To the place before which so many hundredths of the article stand."""
        if self.pane.article is None:
            return
        if not self.has_count:
            self.tell("type a number first: 50% goes to the middle")
            return
        self.jumped_from = (self.article_id, self.pane.place)
        self.pane.go_to(self.pane.article.at(min(self.times(), 100) / 100))

    def action_next_article(self) -> None:
        """The next article, or the next one with hits."""
        self.step_article(self.times())

    def action_previous_article(self) -> None:
        """The article before, or the last one with hits."""
        self.step_article(-self.times())

    def step_article(self, by: int, hit: int = -1) -> bool:
        """Open the article so many further among those that are walked; whether there is another.

        It is shown at its first hit, or with `LAST` at its last.
        """
        walked = list(self.marks) if self.article_id in self.marks else list(self.articles)
        if self.article_id not in walked:
            return False
        here = walked.index(self.article_id)
        at = max(min(here + by, len(walked) - 1), 0)
        if at == here:
            which = "last" if by > 0 else "first"
            self.tell(f"this is the {which} article" + (f" with hits of {self.label}" if self.marks else ""))
            return False
        self.load(walked[at], hit=hit)
        return True

    def action_next_section(self) -> None:
        """The next heading to the top."""
        self._to_section(1)

    def action_previous_section(self) -> None:
        """The heading before to the top."""
        self._to_section(-1)

    def _to_section(self, by: int) -> None:
        at = self.top_block()
        if at is not None:
            to = self._along(at, by, _HEADS)
            if to == at:
                self.tell("this is the last section" if by > 0 else "this is the first section")
            else:
                self.pane.go_to(Anchor(to, 0))

    def action_next_passage(self) -> None:
        """▸ to the next passage."""
        self._to_passage(1)

    def action_previous_passage(self) -> None:
        """▸ to the passage before."""
        self._to_passage(-1)

    def _to_passage(self, by: int) -> None:
        at = self.pane.passage()
        if at is not None:
            to = self._along(at, by, PASSAGE_KINDS)
            self.pane.set_cursor(to)
            if to == at:
                self.tell("this is the last passage" if by > 0 else "this is the first passage")

    def _along(self, at: int, by: int, kinds: Container[str]) -> int:
        """The index of the block of these kinds that is as many further as was typed, as far as there are."""
        assert self.text is not None
        blocks = self.text.blocks
        for _ in range(self.times()):
            ahead = range(at + 1, len(blocks)) if by > 0 else range(at - 1, -1, -1)
            at = next((n for n in ahead if blocks[n].kind in kinds and blocks[n].text.strip()), at)
        return at
