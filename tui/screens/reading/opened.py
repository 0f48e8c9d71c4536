"""An article on the screen: opening it at a place, saying where we are, remembering how far it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from index import Article, ArticleText, BriefingError, Passage
from tui.find import BadPatternError, Finder
from tui.hits import Hits
from tui.layout.article import Anchor
from tui.layout.line import joined, word_spans
from tui.layout.source_lines import line_starts
from tui.layout.words import date_of, named
from tui.messages import Spans
from tui.screens.base import BriefingScreen
from tui.state.store import Reading
from tui.widgets.document import DocumentPane
from tui.widgets.notes import NotesPanel

if TYPE_CHECKING:
    from index import Block

_NO_HITS = Hits((), {}, "")
# Under this width the status line says numbers alone.
_NARROW = 70


class Opened(BriefingScreen):
    """A screen with one article.

    `marks` are words to mark by article and block number, `heads` those in titles and headings by their text;
    `label` says what they are. `words` are those that were looked for with `/`, which stand in for them while
    there are any.
    """

    heads: Mapping[str, Spans] = {}

    def __init__(
        self, article: str, marks: Mapping[str, Mapping[int, Spans]], label: str, words: str
    ) -> None:
        super().__init__()
        self.article_id = article
        self.text: ArticleText | None = None
        self.marks = marks
        self.label = label
        self.words = words
        self.finder = Finder(())
        self.bad_pattern = ""
        self._marked = self._found = _NO_HITS
        self.jumped_from: tuple[str, Anchor] | None = None

    def body(self) -> ComposeResult:
        """The pane, and the notes under it when they are asked for."""
        yield DocumentPane(raised=self.reader.raised, lines=self.reader.lines)
        yield NotesPanel()

    @property
    def pane(self) -> DocumentPane:
        """The document pane."""
        return self.query_one(DocumentPane)

    @property
    def articles(self) -> dict[str, Article]:
        """The corpus' articles by id, in the order of lists."""
        return {article.id: article for article in self.reader.known_articles()}

    def load(self, article: str, line: int | None = None, offset: int | None = None, hit: int = -1) -> None:
        """Show an article.

        At a source line the place is shown in its surroundings, with marked words there if there are any;
        with an offset it is exactly the top row that was remembered, at the hit of that number if there is
        one; without either, at its first marked words or the `LAST`, else where the article was left.
        """
        self.keep_reading()
        self.query_one(NotesPanel).close()
        try:
            self.text = self.read(article)
        except BriefingError as error:
            self.show_nothing(article, str(error))
            return
        self.article_id = article
        self.reader.last_read = article
        self.show(line, offset, hit)
        self.call_after_refresh(self.corpus.keep, article)

    def read(self, article: str) -> ArticleText:
        """The text of an article; raises BriefingError when it cannot be read."""
        return self.corpus.text(article)

    def show(self, line: int | None, offset: int | None, hit: int) -> None:
        """Show the text at a place, as `load` does."""
        assert self.text is not None
        self.finder = Finder(self.text.blocks)
        about = self.text.article
        self.title_line(named(about), joined((", ".join(about.authors), date_of(about))))
        marks = self.marks.get(self.article_id)
        heads = self._heads() if marks is not None else {}
        self._marked = Hits(self.text.blocks, marks or {}, self.label, heads)
        self._find_words()
        self.hits.go(hit)
        if offset is None and line is None and not len(self.hits):
            line, offset = self._unmarked_place()
        if offset is not None:
            self.pane.show(self.text, self.anchor_at(line or 1, offset))
            self._mark()
        elif line is not None:
            self._show_at_line(line)
        else:
            block, span = self.hits.here or self.hits.all[0]
            self.pane.show(self.text, Anchor(block, span[0]), None)
            self._mark()
            self.pane.go_to_words(block, span)
        self.remember()

    def _unmarked_place(self) -> tuple[int, int | None]:
        """The line of the first passage that was found without words to mark; else where it was left."""
        assert self.text is not None
        found = self.marks.get(self.article_id, {})
        first = next((block.first for block in self.text.blocks if block.n in found), None)
        if first is not None:
            return first, None
        left = self.reader.state.readings().get(self.article_id)
        return (left.line, left.offset) if left else (1, -1)

    def _heads(self) -> Mapping[str, Spans]:
        """What is marked in title and headings, in a title that is declared otherwise too."""
        assert self.text is not None
        title = self.text.article.title
        words = [title[start:end] for start, end in self.heads.get(title, ())]
        titles = [block.text for block in self.text.blocks if block.kind == "title"]
        return {**{text: word_spans(text, words) for text in titles}, **self.heads}

    def show_nothing(self, article: str, reason: str) -> None:
        """Show no article, and say why."""
        self.article_id = article
        self.text = None
        self._marked = self._found = _NO_HITS
        self.pane.show_nothing()
        self.title_line(article)
        self.status_line(reason)

    def _show_at_line(self, line: int) -> None:
        assert self.text is not None
        anchor = self.anchor_at(line, None)
        head = self._head_of(anchor.block)
        words = self.hits.from_place(head, 0)
        self.pane.show(self.text, Anchor(head, 0) if head < anchor.block else anchor, None)
        self._mark()
        if words is not None and words[0] == anchor.block:
            self.pane.go_to_words(*words)
        else:
            self.pane.set_cursor(anchor.block)

    def _head_of(self, block: int) -> int:
        """The block, or where it has no marked words the title or heading right over it that has some."""
        assert self.text is not None
        blocks, marked = self.text.blocks, self.hits.spans
        for at in range(block, -1, -1):
            if marked.get(blocks[at].n):
                return at
            if at < block and blocks[at].is_passage:
                break
        return block

    @property
    def hits(self) -> Hits:
        """What is walked: the words that were looked for, without any what was marked at opening."""
        return self._found if self.words else self._marked

    def look_for(self, words: str, hit: int = -1) -> None:
        """Mark these words, at the hit of that number or the first from the screen on; "" ends looking."""
        self.words = words
        self._find_words()
        self._found.go(hit)
        self._mark()
        self.tell_place()
        self.remember()

    def _find_words(self) -> None:
        """Find the words in this article."""
        self.bad_pattern = ""
        try:
            spans = self.finder.find(self.words)
        except BadPatternError as error:
            self.bad_pattern = str(error)
            spans = {}
        self._found = Hits(self.text.blocks if self.text else (), spans, self.words)

    def _mark(self) -> None:
        """Show what is marked and at which of it we are: if at none yet, at the first from the screen on."""
        here = self.hits.here or self.hits.from_place(*self.pane.place)
        self.pane.mark(self.hits.spans, here)
        self.tell_keys()

    def anchor_at(self, line: int, offset: int | None) -> Anchor:
        """The place of a source line, or of an offset into the block that begins there."""
        assert self.text is not None
        block = self.text.at_line(line)
        if block is None:
            return Anchor(0, -1)
        index = self.text.blocks.index(block)
        if offset is None:
            starts = line_starts(block, self.text.raw(block))
            offset = starts[min(max(line - block.first, 0), len(starts) - 1)]
        return Anchor(index, min(offset, len(block.text)))

    def reading_place(self) -> tuple[int, int]:
        """The top row as a source line and an offset, which survive a new width and a repaired block."""
        if self.text is None or not self.text.blocks:
            return 1, -1
        anchor = self.pane.place
        return self.text.blocks[anchor.block].first, anchor.offset

    def keep_reading(self) -> None:
        """Remember how far this article was read."""
        seen = self.pane.seen() if self.text is not None else []
        if self.text is not None and self.pane.article is not None and seen:
            part = self.pane.article.passed(seen[-1][0], end=True)
            self.reader.state.keep_reading(self.article_id, Reading(*self.reading_place(), part))

    @property
    def left_at(self) -> tuple[str, int] | None:
        """The passage of the marked words at which we are, of those that it was opened with."""
        here = self._marked.here
        if here is None or self.text is None:
            return None
        blocks = self.text.blocks[here[0] :]
        # The passage that follows answers for words in a title or heading.
        return self.article_id, next((block.n for block in blocks if block.is_passage), blocks[0].n)

    def corpus_changed(self) -> None:
        """Take in the file if it changed, at the same place."""
        if self.text is None:
            return
        try:
            digest = self.corpus.article(self.article_id).digest
        except BriefingError as error:
            self.tell(str(error))
            return
        if digest != self.text.article.digest:
            place = self.reading_place()
            self.text = None
            self.marks = {each: marks for each, marks in self.marks.items() if each != self.article_id}
            self.load(self.article_id, *place)
            self.tell("the file has changed; this is what it says now")

    # Where we are

    def on_placed_article_moved(self) -> None:
        """Say where we are."""
        self.tell_place()
        self.remember()

    def tell_place(self) -> None:
        """Section, hits, source lines and part of the article in the status line."""
        seen = self.pane.seen()
        if self.text is None or self.pane.article is None:
            return
        if not seen:
            self.status_line("this article has no text")
            return
        lines = [row.line for _, row in seen if row.line] or [0]
        part = self.pane.article.passed(seen[-1][0], end=True)
        where = f"lines {lines[0]}–{lines[-1]} of {len(self.text.lines)}"
        if self.size.width < _NARROW:
            where = f"{lines[0]}–{lines[-1]}/{len(self.text.lines)}"
        found = self.hits.told() if len(self.hits) else ""
        self.status_line(self.section(), joined((found, where, f"{part:.0%}")))

    def section(self) -> str:
        """The section that the top of the screen is in."""
        block = self.top_block()
        if block is None or self.text is None:
            return ""
        top = self.text.blocks[block]
        if top.kind in ("heading", "title"):
            return top.text
        return top.section or ("Notes" if top.kind == "note" else "")

    def top_block(self) -> int | None:
        """The index of the first block of which text is seen."""
        return next((spot.block for spot, row in self.pane.seen() if row.of_text), None)

    @property
    def block(self) -> Block | None:
        """The block at ▸."""
        at = self.pane.passage()
        return self.text.blocks[at] if self.text is not None and at is not None else None

    @property
    def passage(self) -> Passage | None:
        """The passage at ▸."""
        block = self.block
        if block is None:
            return None
        where = (block.first, block.last)
        return Passage(self.article_id, block.n, block.kind, block.section, *where, block.text, block.page)
