"""The library: the articles of the corpus, how far each was read, and the files that could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any, ClassVar, Self

from textual.binding import BindingType

from index import Article, fold
from tui import messages
from tui.actions import bindings
from tui.layout.library import library
from tui.layout.words import counted, date_of
from tui.screens.listing import ListingScreen
from tui.state.place import JSON
from tui.widgets.prompt import Prompt

_EMPTY = "there are no articles in this folder: .txt .md .html .pdf .docx .epub and .eml files are read"


class LibraryScreen(ListingScreen):
    """The list of articles."""

    NAME = "library"
    BINDINGS: ClassVar[list[BindingType]] = bindings("library")

    def __init__(self, *, article: str = "", words: str = "") -> None:
        super().__init__()
        self._chosen = article
        self._words = words
        self._words_before = words
        self._shown: list[Article] = []

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The list, with the entry chosen and the filter of last time."""
        kept: Any = parameters
        return cls(article=str(kept.get("article", "")), words=str(kept.get("words", "")))

    def place(self) -> Mapping[str, JSON]:
        """The chosen entry and the filter."""
        return {"article": self._chosen, "words": self._words}

    def on_mount(self) -> None:
        """Fill the list."""
        self.title_line("briefing", str(self.corpus.root))
        self._fill()

    def on_screen_resume(self) -> None:
        """Show how far each article has been read by now."""
        if self.is_mounted:
            self._fill()

    def corpus_listed(self) -> None:
        """Show what was read by now."""
        self._fill()

    def corpus_changed(self) -> None:
        """Take in what came, went or changed."""
        self._fill()

    def _fill(self) -> None:
        if self.reader.last_read:
            self._chosen = self.reader.last_read
            self.reader.last_read = ""
        elif self.entries.cursor < len(self._shown):
            # The cursor may have moved a moment ago, its message still on the way.
            self._chosen = self._shown[self.entries.cursor].id
        listed = self.reader.listed
        articles = self.reader.known_articles()
        unread = self.corpus.listed_unread() if listed else ()
        if not articles and not listed:
            self.status_line("reading the articles of the folder for the first time …")
            return
        wanted = [fold(word) for word in self._words.split()]
        self._shown = [article for article in articles if _has(article, wanted)]
        none = f"no article has {self._words}" if wanted else _EMPTY
        read = {name: reading.part for name, reading in self.reader.state.readings().items()}
        at = next((n for n, article in enumerate(self._shown) if article.id == self._chosen), 0)
        self.entries.show(partial(library, self._shown, () if wanted else unread, read, none), at)
        count = counted(len(articles), "article")
        if wanted:
            count = f"{len(self._shown)} of {count} with “{self._words}”; Esc shows all"
        elif unread:
            count += f", {counted(len(unread), 'file')} not read"
        if not listed:
            count += " so far; the folder is read for the first time …"
        self.status_line(count, self._position())

    def _position(self) -> str:
        return f"{min(self.entries.cursor + 1, len(self._shown))}/{len(self._shown)}"

    def on_entries_view_moved(self) -> None:
        """Remember what is chosen."""
        if self.entries.cursor < len(self._shown):
            self._chosen = self._shown[self.entries.cursor].id
            self.status_line(self._status[0], self._position())
            self.remember()

    def on_entries_view_chosen(self) -> None:
        """A click on the chosen entry opens it."""
        self.action_open()

    def action_open(self) -> None:
        """Open the chosen article."""
        at = self.entries.cursor
        if at < len(self._shown):
            self._chosen = self._shown[at].id
            self.post_message(messages.OpenArticle(self._chosen))

    def action_filter(self) -> None:
        """Ask for words."""
        self._words_before = self._words
        self.ask("filter", "show only: ", self._words)

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Filter as it is typed."""
        self._words = event.value
        self._fill()

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Keep the filter."""
        self._words = event.value
        self.close_prompt()
        self._fill()
        self.remember()

    def leave_mode(self) -> bool:
        """Esc takes back what is typed, then the filter."""
        typing = super().leave_mode()
        if not typing and not self._words:
            return False
        self._words = self._words_before if typing else ""
        self._fill()
        self.remember()
        return True


def _has(article: Article, wanted: Sequence[str]) -> bool:
    told = (article.id, article.title, *article.authors, article.source, date_of(article), *article.tags)
    words = fold(" ".join(told)) if wanted else ""
    return all(word in words for word in wanted)
