"""The app: it holds the corpus and what is remembered, and moves between screens.

Screens ask by messages (`tui.messages`); the index is built by a worker in a thread that only posts messages.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import get_current_worker

from index.model import BriefingError
from tui import messages, screens, themes
from tui.actions import remapped
from tui.backstop import Backstop
from tui.screens.base import BriefingScreen
from tui.state.place import JSON, Place

if TYPE_CHECKING:
    from textual.driver import Driver

    from index import Corpus


class BriefingApp(App[int]):
    """The reader on a terminal."""

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = []
    ENABLE_COMMAND_PALETTE = True
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        corpus: Corpus,
        open_at: tuple[str, int | None] | None = None,
        *,
        look: str = "ansi",
        driver_class: type[Driver] | None = None,
    ) -> None:
        if os.environ.get("NO_COLOR"):
            look = "mono"
        super().__init__(driver_class=driver_class, ansi_color=themes.is_ansi(look))
        self.animation_level = "none"
        self._backstop = Backstop()
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = f"briefing-{look}"
        self.set_keymap(remapped())
        self.corpus = corpus
        # Places under the first screen that were remembered and are made when Esc comes to them.
        self._beneath: list[Place] = [Place("library")] if open_at else []
        self._first = Place("library")
        if open_at:
            article, line = open_at
            self._first = Place("reader", {"article": article, "line": line})

    def get_default_screen(self) -> Screen[None]:
        """The screen on which the reader opens."""
        return screens.make(self._first)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of the screen passes before it is written."""
        return [self._backstop, *super().get_line_filters()]

    def on_mount(self) -> None:
        """Build the index behind the first screen."""
        self.build_index()

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def build_index(self) -> None:
        """Refresh the index in a thread that only posts messages."""
        worker = get_current_worker()

        def progress(done: int, total: int, name: str) -> None:
            if not worker.is_cancelled:
                self.post_message(messages.Progress(done, total, name))

        try:
            told = self.corpus.refresh(progress=progress)
        except (BriefingError, OSError) as error:
            self.post_message(messages.Indexed(error=str(error)))
        else:
            self.post_message(messages.Indexed(changed=bool(told.added or told.changed or told.removed)))

    def on_progress(self, message: messages.Progress) -> None:
        """Say how far the index is, in the screen's status line."""
        if isinstance(self.screen, BriefingScreen):
            self.screen.tell(f"indexing {message.done} of {message.total}: {message.name}")

    def on_indexed(self, message: messages.Indexed) -> None:
        """Let every screen take in the new index."""
        for screen in self.screen_stack:
            if isinstance(screen, BriefingScreen):
                screen.corpus_changed()
        if message.error and isinstance(self.screen, BriefingScreen):
            self.screen.tell(message.error)

    def go(self, name: str, parameters: Mapping[str, JSON]) -> None:
        """Push the screen of a place."""
        self.push_screen(screens.make(Place(name, parameters)))
        self.remember()

    def go_back(self) -> None:
        """Pop to the screen before, as it was; on the first one to the place that was remembered beneath it."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self._beneath:
            self.switch_screen(screens.make(self._beneath.pop()))
        self.remember()

    def go_to_library(self) -> None:
        """Back to the list of articles, wherever we are."""
        self._beneath.clear()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        if getattr(self.screen, "NAME", "") != "library":
            self.switch_screen(screens.make(Place("library")))
        self.remember()

    def places(self) -> list[Place]:
        """Where we are, and what lies beneath, the first place first."""
        return [*self._beneath, *(s.here() for s in self.screen_stack if isinstance(s, BriefingScreen))]

    def remember(self) -> None:
        """The place has changed: keep it, a little later and at the latest at the exit."""

    def redraw(self) -> None:
        """Draw every cell again."""
        self.screen.refresh(layout=True)

    def on_open_article(self, message: messages.OpenArticle) -> None:
        """Push the reader at a passage, with words marked."""
        from tui.screens.reader import ReaderScreen

        self.push_screen(ReaderScreen(message.article, line=message.line, marks=message.marks, label=message.label))
        self.remember()

    def on_open_search(self, message: messages.OpenSearch) -> None:
        """Push the search over all articles."""
        self.go("search", {"query": message.query})

    def on_open_matrix(self) -> None:
        """Push the matrix of topics and articles."""
        self.go("matrix", {})

    def on_open_compare(self, message: messages.OpenCompare) -> None:
        """Push a topic side by side."""
        self.go("compare", {
            "topic": message.topic, "row": message.row, "article": message.article, "query": message.query,
        })  # fmt: skip

    def on_open_similar(self, message: messages.OpenSimilar) -> None:
        """Push what the other articles say about a passage."""
        self.go("similar", {"article": message.article, "line": message.line})

    def get_system_commands(self, screen: Screen[object]) -> Iterable[object]:  # type: ignore[override]
        """No commands of Textual's own: the palette shows ours."""
        return ()


def run(corpus: Corpus, open_at: tuple[str, int | None] | None = None) -> int:
    """Open the reader on the terminal and give its exit status.

    `open_at` is an article's id and a source line in it, or None for the place where the last visit ended.
    """
    over_ssh = bool(os.environ.get("SSH_CONNECTION") or os.environ.get("SSH_TTY"))
    app = BriefingApp(corpus, open_at)
    app.run(mouse=not over_ssh)
    return app.return_code or app.return_value or 0
