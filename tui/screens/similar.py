"""What the other articles say about one passage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Self

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from index import BriefingError, Passage, Similar
from tui import messages
from tui.actions import bindings
from tui.layout.line import word_spans
from tui.layout.words import counted, lines_of
from tui.screens.exporting import TEXT_FORMATS
from tui.screens.stepping import Stepping
from tui.state.place import JSON
from tui.widgets.entries_view import EntriesView
from tui.widgets.similar_list import SimilarList

_LIMIT = 20


class SimilarScreen(Stepping):
    """A passage on top, and below it what the others say about the same, closest first."""

    NAME = "similar"
    EXPORTS = TEXT_FORMATS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(NAME)]

    def __init__(self, article: str, line: int, at: int = 0) -> None:
        super().__init__()
        self._of = (article, line)
        self._at = at
        self._similar: Similar | None = None

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The view as it was remembered."""
        line, at = parameters.get("line"), parameters.get("at")
        return cls(
            str(parameters.get("article") or ""),
            line if isinstance(line, int) else 1,
            at if isinstance(at, int) else 0,
        )

    def place(self) -> Mapping[str, JSON]:
        """The passage asked about, and which answer the cursor is on."""
        return {
            "article": self._of[0],
            "line": self._of[1],
            "at": self.list.cursor if self._similar else self._at,
        }

    def body(self) -> ComposeResult:
        """The list."""
        yield SimilarList({}, id="similar")

    def on_mount(self) -> None:
        """Ask the index."""
        self.list.articles = self.articles
        self.list.focus()
        self.title_line("The others on this passage", ":".join(map(str, self._of)))
        self.status_line("looking for what the others say")
        self._look()

    @property
    def list(self) -> SimilarList:
        """The list of passages."""
        return self.query_one("#similar", SimilarList)

    @property
    def view(self) -> SimilarList:
        """The list is what the keys move in."""
        return self.list

    @property
    def passage(self) -> Passage | None:
        """The passage that the cursor is on."""
        likeness = self.list.likeness
        return likeness.passage if likeness else None

    def corpus_changed(self) -> None:
        """Ask the new index."""
        super().corpus_changed()
        self.list.articles = self.articles
        if self._similar is not None:
            self._at = self.list.cursor
        self._look()

    def _look(self) -> None:
        def question() -> Similar:
            from index import similar

            return similar(self.corpus, *self._of, limit=_LIMIT)

        self.work_out("similar", question, self._show, self.tell)

    def _show(self, found: Similar) -> None:
        self._similar = found
        self.list.show(found, self._at)
        self._tell_place()

    @on(EntriesView.Moved)
    def _tell_place(self) -> None:
        if self._similar is None:
            return
        of = self._similar.of
        self.title_line("The others on this passage", f"{of.article}, {lines_of(of, long=True)}")
        count = len(self._similar.hits)
        if count:
            speaking = len({hit.passage.article for hit in self._similar.hits})
            others = counted(len(self.articles) - 1, "other article")
            self.status_line(f"passage {self.list.cursor + 1} of {count} · {speaking} of {others}")
        else:
            self.status_line("nothing close enough to show")
        self.remember()

    def action_open(self) -> None:
        """Open the article at this passage, the shared words marked."""
        likeness = self.list.likeness
        if likeness is None:
            return
        at = likeness.passage
        marks: dict[str, dict[int, messages.Spans]] = {}
        for hit in self._similar.hits if self._similar else ():
            spans = word_spans(hit.passage.text, hit.shared)
            marks.setdefault(hit.passage.article, {})[hit.passage.n] = spans
        self.post_message(messages.OpenArticle(at.article, line=at.first, marks=marks, label="shared words"))

    @property
    def export_name(self) -> str:
        """The passage asked about, as a file's name."""
        return f"similar-{self._of[0]}-{self._of[1]}"

    def export_text(self, form: str) -> str:
        """The answer in a format."""
        from index import render

        if self._similar is None:
            raise BriefingError("there is no answer yet: try again in a moment")
        return render(self._similar, self.corpus, form)
