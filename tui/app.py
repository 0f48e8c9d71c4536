"""The app: it holds the corpus and what is remembered, and moves between screens.

Screens ask by messages (`tui.messages`); the index is built by a worker in a thread that only posts messages.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.worker import get_current_worker

from index import BriefingError, Corpus, Problem
from tui import actions, config, messages, screens, themes
from tui.backstop import Backstop
from tui.config import Config
from tui.remembering import Remembering
from tui.screens.base import BriefingScreen
from tui.state.place import JSON, Place
from tui.state.store import State
from tui.terminal import Terminal, copy, driver_class, redraw, run_app, this_terminal
from tui.typed_ahead import TypedAhead

if TYPE_CHECKING:
    from textual.driver import Driver

    from tui.screens.contents import ContentsScreen

_WIDTHS = range(20, 401)
# How many screens are held, and how many places under them.
_LIVE_SCREENS = 6
_PLACES_BENEATH = 20
# Seconds for which the first screen waits for the list of articles: an unchanged folder takes less.
_MOMENT = 0.2
# Seconds between two lines about the index being built.
_PROGRESS = 0.5
_INDEXING = "indexing"
# Set when a visit ends by a fault, so that the next does not begin with the same one.
_FAULT = "fault"


class BriefingApp(TypedAhead):
    """The reader on a terminal.

    `open_at` is an article's id and a source line in it; without it the app opens where the last visit ended.
    """

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    BINDINGS: ClassVar[list[BindingType]] = []
    ESCAPE_TO_MINIMIZE = False
    # The palette is a screen of ours: Textual's reads markup, blinks and spins.
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        corpus: Corpus,
        open_at: tuple[str, int | None] | None = None,
        *,
        settings: Config | None = None,
        remark: str = "",
        driver: type[Driver] | None = None,
        terminal: Terminal | None = None,
    ) -> None:
        self.config = settings or Config()
        look = "mono" if os.environ.get("NO_COLOR") else self.config.theme
        super().__init__(driver_class=driver, ansi_color=themes.is_ansi(look))
        self.animation_level = "none"
        self._backstop = Backstop()
        for theme in themes.themes():
            self.register_theme(theme)
        self.theme = f"briefing-{look}"
        actions.remap(self.config.keys)
        self.set_keymap(actions.remapped())
        self.corpus = corpus
        self.state = State(str(corpus.root.resolve()))
        self._remark = remark or self.state.problem
        self._remembering = Remembering(self, self._keep)
        terminal = terminal or this_terminal()
        ascii_only = {"ascii": True, "unicode": False}.get(self.config.borders, terminal.ascii_borders)
        self.lines = not ascii_only
        """Whether lines and signs may be drawn with characters beyond ASCII."""
        self.raised = self.lines and not terminal.is_plain_console
        """Whether note markers may be raised digits, which console fonts lack."""
        self.indexing = True
        """Whether the index is still being brought up to date."""
        self.last_read = ""
        """The id of the article that was read last in this visit: the library puts its cursor there."""
        liked = self.state.liking("width")
        self.width = int(liked) if liked.isdigit() and int(liked) in _WIDTHS else self.config.width
        """How wide the text of an article may be, in cells."""
        self._beneath = self._opening_places(open_at)
        self._first = self._beneath.pop()
        # A folder of many new files takes long to list: the screen does not wait for it.
        self._listing = Thread(target=corpus.articles, name="listing", daemon=True)
        self._listing.start()

    @property
    def listed(self) -> bool:
        """Whether the articles of the corpus are known, so that asking for them takes no time."""
        return not self._listing.is_alive()

    # Opening and leaving

    def get_default_screen(self) -> Screen[None]:
        """The screen on which the reader opens."""
        self._listing.join(_MOMENT)
        screen = self._made(self._first)
        # Textual does this only for screens that are pushed, and undoes it for all that are switched away.
        screen._push_result_callback(screen, None)
        return screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of the screen passes before it is written."""
        return [self._backstop, *super().get_line_filters()]

    def refresh_css(self, animate: bool = True) -> None:
        """Take new colours; before the first screen there is nothing that was styled with others."""
        if self.is_running:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Build the index behind the first screen."""
        if self._remark:
            self.call_after_refresh(self._tell, self._remark)
        self.call_after_refresh(self.build_index)

    def exit(self, *args: object, **named: object) -> None:
        """Leave, with the place kept."""
        self._keep()
        super().exit(*args, **named)  # type: ignore[arg-type]

    def _handle_exception(self, error: Exception) -> None:
        self.state.keep_liking(_FAULT, "yes")
        super()._handle_exception(error)

    def _opening_places(self, open_at: tuple[str, int | None] | None) -> list[Place]:
        if open_at is not None:
            return [Place("library"), Place("reader", {"article": open_at[0], "line": open_at[1]})]
        if self.state.liking(_FAULT):
            self.state.keep_liking(_FAULT, "")
            self._remark = self._remark or "the last visit ended by a fault, so the library opens"
            return [Place("library")]
        return self.state.places() or [Place("library")]

    def _made(self, place: Place) -> BriefingScreen:
        """The screen of a place, or the library where what was remembered is no place any more."""
        try:
            return screens.make(place)
        except (KeyError, ValueError, TypeError, AttributeError):
            return screens.make(Place("library"))

    # The index

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def build_index(self) -> None:
        """Refresh the index in a thread that only posts messages."""
        worker = get_current_worker()

        told_at = 0.0

        def progress(done: int, total: int, name: str) -> None:
            nonlocal told_at
            if done < total and not worker.is_cancelled and monotonic() - told_at >= _PROGRESS:
                told_at = monotonic()
                self.post_message(messages.Progress(done, total, name))

        known: object = None
        while self._listing.is_alive() and not worker.is_cancelled:
            self._listing.join(_PROGRESS)
            before, known = known, self.corpus.listed()
            if known != before:
                self.post_message(messages.Listed())
        self.post_message(messages.Listed())
        try:
            told = self.corpus.refresh(progress=progress)
        except (BriefingError, OSError) as error:
            self.post_message(messages.Indexed(error=str(error)))
        else:
            self.post_message(messages.Indexed(changed=bool(told.added or told.changed or told.removed)))

    def on_listed(self) -> None:
        """Let the screens show what is known by now."""
        for screen in self._briefing_screens():
            screen.corpus_listed()

    def on_progress(self, message: messages.Progress) -> None:
        """Say how far the index is."""
        self._tell(f"{_INDEXING} {message.done} of {message.total}: {message.name}")

    def on_indexed(self, message: messages.Indexed) -> None:
        """Let every screen take in the new index."""
        self.indexing = False
        for screen in self._briefing_screens():
            if message.changed:
                screen.corpus_changed()
            if (screen.told or "").startswith(_INDEXING):
                screen.hush()
        problem = message.error or self.corpus.index_problem
        if problem:
            self._tell(problem)

    def _tell(self, remark: str) -> None:
        screen = self.screen
        if isinstance(screen, BriefingScreen) and screen.is_mounted:
            screen.tell(remark)

    @cached_property
    def banner(self) -> str:
        """The line that the corpus or the user wants first and last on the screen."""
        return self.corpus.banner()

    # Moving between screens

    def _briefing_screens(self) -> list[BriefingScreen]:
        return [screen for screen in self.screen_stack if isinstance(screen, BriefingScreen)]

    def go(self, name: str, parameters: Mapping[str, JSON]) -> None:
        """Push the screen of a place."""
        self._open(screens.make(Place(name, parameters)))

    def _open(self, screen: BriefingScreen) -> None:
        """Push a screen; of a long way, the first screens are kept as places, made again when Esc comes."""
        if isinstance(self.screen, BriefingScreen):
            self.screen.keep()
        self.push_screen(screen)
        if len(self._screen_stack) > _LIVE_SCREENS:
            bottom = self._screen_stack.pop(0)
            if isinstance(bottom, BriefingScreen) and bottom.REMEMBERED:
                self._beneath.append(bottom.here())
            del self._beneath[:-_PLACES_BENEATH]
            self.call_later(self._replace_screen, bottom)
        self.remember()

    def go_back(self) -> None:
        """Pop to the screen before, as it was; from the first one to the place remembered beneath it."""
        if isinstance(self.screen, BriefingScreen):
            self.screen.keep()
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self._beneath:
            self.switch_screen(self._made(self._beneath.pop()))
        elif getattr(self.screen, "NAME", "") != "library":
            self.switch_screen(self._made(Place("library")))
        else:
            self._tell("q leaves; the next start opens here again")
        self.remember()

    def go_to_library(self) -> None:
        """Back to the list of articles, wherever we are."""
        self._keep()
        self._beneath.clear()
        while len(self.screen_stack) > 1 and getattr(self.screen, "NAME", "") != "library":
            self.pop_screen()
        if getattr(self.screen, "NAME", "") != "library":
            self.switch_screen(self._made(Place("library")))
        self.remember()

    def on_open_article(self, message: messages.OpenArticle) -> None:
        """Push the reader at a passage, with words marked."""
        from tui.screens.reader import ReaderScreen

        label = message.label
        self._open(ReaderScreen(message.article, line=message.line, marks=message.marks, label=label))

    def on_open_search(self, message: messages.OpenSearch) -> None:
        """Push the search over all articles."""
        self.go("search", {"query": message.query})

    def on_open_matrix(self, message: messages.OpenMatrix) -> None:
        """Push the matrix of topics and articles."""
        del message
        self.go("matrix", {})

    def on_open_compare(self, message: messages.OpenCompare) -> None:
        """Push a topic side by side."""
        self.go("compare", {
            "topic": message.topic, "row": message.row, "article": message.article, "query": message.query,
        })  # fmt: skip

    def on_open_similar(self, message: messages.OpenSimilar) -> None:
        """Push what the other articles say about a passage."""
        self.go("similar", {"article": message.article, "line": message.line})

    def on_contents_screen_go_to(self, message: ContentsScreen.GoTo) -> None:
        """Close the contents and go to the section in the article beneath."""
        from tui.screens.reader import ReaderScreen

        self.pop_screen()
        if isinstance(self.screen, ReaderScreen):
            self.screen.go_to_block(message.block)

    # Remembering

    def places(self) -> list[Place]:
        """Where we are and what lies beneath, the first place first."""
        shown = [screen for screen in self._briefing_screens() if screen.REMEMBERED and screen.is_mounted]
        return [*self._beneath, *(screen.here() for screen in shown)]

    def remember(self) -> None:
        """The place has changed: it is kept a little later, and at the latest at the exit."""
        self._remembering.changed()

    def set_width(self, width: int) -> None:
        """Set how wide the text of articles may be, now and on later visits."""
        self.width = min(max(width, _WIDTHS.start), _WIDTHS.stop - 1)
        self.state.keep_liking("width", str(self.width))

    def _keep(self) -> None:
        for screen in self._briefing_screens():
            screen.keep()
        places = self.places()
        if places:
            self.state.keep_places(places)

    # What the terminal shows

    def copy(self, text: str) -> str:
        """Send a text to the terminal's clipboard and write it to a file; what came of it, in words."""
        driver = self._driver
        return copy(text, driver.write if driver is not None else lambda _: None).told

    def redraw(self) -> None:
        """Draw every cell again."""
        redraw(self)


def run(
    corpus: Corpus,
    open_at: tuple[str, int | None] | None = None,
    *,
    plain_driver: bool = False,
    mouse: bool | None = None,
    colour: bool = True,
) -> int:
    """Open the reader on the terminal and give its exit status.

    `open_at` is an article's id and a source line in it, or None for the place where the last visit ended.
    `mouse` is None for the settings, which by default leave the mouse to the terminal over SSH.
    """
    settings, problems = config.load()
    terminal = this_terminal()
    if not colour:
        os.environ["NO_COLOR"] = "1"
    if mouse is None:
        mouse = {"on": True, "off": False}.get(settings.mouse, not terminal.over_ssh)
    app = BriefingApp(
        corpus,
        open_at,
        settings=settings,
        remark=_told(problems),
        driver=driver_class(plain=plain_driver or settings.driver == "plain"),
        terminal=terminal,
    )
    return run_app(app, mouse=mouse)


def _told(problems: Sequence[Problem]) -> str:
    """The first mistake in the settings, and how many more there are."""
    if not problems:
        return ""
    first = replace(problems[0], file=Path(problems[0].file).name)
    return str(first) + (f" (and {len(problems) - 1} more)" if len(problems) > 1 else "")
