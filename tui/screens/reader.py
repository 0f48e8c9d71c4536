"""The reader: one article, its place, and what is marked in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from textual.binding import BindingType

from index import BriefingError
from tui import messages
from tui.actions import bindings
from tui.layout.article import Anchor
from tui.messages import Spans
from tui.screens.reading.judged import Judged
from tui.state.place import JSON

# More marked words than this are not remembered between visits.
_KEPT_SPANS = 5000
_EXPORT_WIDTH = 80
_WIDTH_STEP = 4


class ReaderScreen(Judged):
    """An article to read; see `tui.messages.OpenArticle` for `line`, `marks` and `label`."""

    NAME = "reader"
    EXPORTS: ClassVar[dict[str, str]] = {".md": "markdown", ".txt": "plain", ".json": "json"}
    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")

    def __init__(
        self,
        article: str,
        *,
        line: int | None = None,
        offset: int | None = None,
        marks: Mapping[str, Mapping[int, Spans]] | None = None,
        label: str = "",
        words: str = "",
        hit: int = -1,
        in_pane: bool = False,
    ) -> None:
        super().__init__(article, marks or {}, label, words)
        self.wants_pane = in_pane
        self._start = (line, offset, hit)

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The article where it was left, with its marked words."""
        kept: Any = parameters
        marks = {
            str(article): {int(n): tuple((int(a), int(b)) for a, b in spans) for n, spans in blocks.items()}
            for article, blocks in (kept.get("marks") or {}).items()
        }
        screen = cls(
            str(kept.get("article", "")),
            line=kept.get("line"),
            offset=kept.get("offset"),
            marks=marks,
            label=str(kept.get("label", "")),
            words=str(kept.get("words", "")),
            hit=int(kept.get("hit", -1)),
            in_pane=kept.get("in_pane") is True,
        )
        heads = (kept.get("heads") or {}).items()
        screen.heads = {str(text): tuple((int(a), int(b)) for a, b in spans) for text, spans in heads}
        screen.topic_id = str(kept.get("topic", ""))
        return screen

    def place(self) -> Mapping[str, JSON]:
        """The article, the top row, and what is marked."""
        line, offset, hit = (*self.reading_place(), self.hits.at) if self.text is not None else self._start
        place: dict[str, JSON] = {"article": self.article_id, "line": line, "offset": offset}
        place |= {"words": self.words, "hit": hit, "in_pane": self.in_pane, "topic": self.topic_id}
        if sum(len(spans) for blocks in self.marks.values() for spans in blocks.values()) <= _KEPT_SPANS:
            place["label"] = self.label
            place["heads"] = {text: [list(span) for span in spans] for text, spans in self.heads.items()}
            place["marks"] = {
                article: {str(n): [list(span) for span in spans] for n, spans in blocks.items()}
                for article, blocks in self.marks.items()
            }
        return place

    def on_mount(self) -> None:
        """Open the article."""
        self.pane.cap = self.reader.width
        if not self.reader.listed:
            self.status_line("reading the articles of the folder …")
        self.corpus_listed()

    def corpus_listed(self) -> None:
        """Open the article that was waiting, as soon as it is known."""
        if self.text is None and (self.reader.listed or self.article_id in self.articles):
            self.load(self.article_id, *self._start)

    def keep(self) -> None:
        """Keep how far was read."""
        self.keep_reading()

    def action_contents(self) -> None:
        """The sections."""
        from tui.screens.contents import ContentsScreen

        if self.text is not None:
            self.reader.push_screen(ContentsScreen(self.text, self.top_block() or 0))

    def go_to_block(self, block: int) -> None:
        """Go to a block that was chosen in the contents."""
        self.jumped_from = (self.article_id, self.pane.place)
        self.pane.go_to(Anchor(block, 0))

    def action_similar(self) -> None:
        """What the others say about the passage at ▸."""
        block = self.block
        if block is not None:
            self.post_message(messages.OpenSimilar(self.article_id, block.first))

    # How it looks

    def action_raw(self) -> None:
        """The file's own lines, or the cleaned text."""
        self.tell("with the file's own lines" if self.pane.toggle_raw() else "the cleaned text")

    def action_numbers(self) -> None:
        """Line numbers."""
        self.pane.toggle_numbers()

    def action_margins(self) -> None:
        """What is not text, in full or in one row each."""
        shown = self.pane.toggle_margins()
        self.tell("what is not text is shown in full" if shown else "what is not text has one row each")

    def action_wider(self) -> None:
        """Wider text."""
        self._set_width(self.pane.cap + (_WIDTH_STEP * self.times() if self._has_room else 0))

    def action_narrower(self) -> None:
        """Narrower text."""
        shown = self.pane.cap if self._has_room else self.pane.text_width
        self._set_width(shown - _WIDTH_STEP * self.times())

    def action_usual_width(self) -> None:
        """The width of the settings."""
        self._set_width(self.reader.config.width)

    @property
    def _has_room(self) -> bool:
        """Whether the text is as wide as wanted, so that the screen does not hold it back."""
        return self.pane.text_width >= self.pane.cap

    def _set_width(self, width: int) -> None:
        self.reader.set_width(width)
        self.pane.set_width(self.reader.width)
        most = self.pane.text_width
        self.tell(f"text {most} wide" + (", all that the screen has" if most < self.reader.width else ""))

    # Taking out

    @property
    def export_name(self) -> str:
        """The file that is offered is named like the article."""
        return self.article_id

    def export_text(self, form: str) -> str:
        """The article in a format."""
        if self.text is None:
            raise BriefingError("there is no article here to export")
        if self.partial:
            raise BriefingError("the rest of the article is still being read: export it when it is there")
        from index import render

        return render(self.text, self.corpus, form, _EXPORT_WIDTH)
