"""The app: it holds the corpus, the settings and what is remembered, and opens on the terminal.

Screens ask it by messages (`tui.messages`); `tui.moving` answers those, and `tui.indexing` builds the index.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from index import Corpus, Problem
from tui import actions, config, themes
from tui.backstop import Backstop
from tui.config import Config
from tui.moving import Moving
from tui.remembering import Remembering
from tui.state.place import Place
from tui.state.store import State
from tui.terminal import Terminal, driver_class, redraw, run_app, this_terminal

if TYPE_CHECKING:
    from textual.driver import Driver


_WIDTHS = range(20, 401)
# Seconds that the first screen has for itself before the index is looked at, where it need not be read.
_FIRST_FRAME = 0.2
# Set when a visit ends by a fault, so that the next does not begin with the same one.
_FAULT = "fault"


class BriefingApp(Moving):
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
        self.last_read = ""
        """The id of the article that was read last in this visit: the library puts its cursor there."""
        liked = self.state.liking("width")
        self.width = int(liked) if liked.isdigit() and int(liked) in _WIDTHS else self.config.width
        """How wide the text of an article may be, in cells."""
        self._beneath = self._opening_places(open_at)
        last = self._beneath.pop()
        self._pane = last if self._beneath and last.parameters.get("in_pane") else None
        self._first = self._beneath.pop() if self._pane else last
        self.begin_listing()

    # Opening and leaving

    def get_default_screen(self) -> Screen[None]:
        """The screen on which the reader opens."""
        self.await_listing()
        screen = self._made(self._first)
        # Textual does this only for screens that are pushed, and undoes it for all that are switched away.
        screen._push_result_callback(screen, None)
        return screen

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of the screen passes before it is written."""
        return [self._backstop, *super().get_line_filters()]

    def refresh_css(self, animate: bool = True) -> None:
        """Take new colours; before the first screen there is nothing that was styled with others."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Build the index behind the first screen, whichever screen is on top by then."""
        if self._pane is not None:
            self._open(self._made(self._pane))
        if self._remark:
            self.call_after_refresh(self._tell, self._remark)
        self.set_timer(_FIRST_FRAME if self.listed else 0.01, self.build_index)

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

    @cached_property
    def banner(self) -> str:
        """The line that the corpus or the user wants first and last on the screen."""
        return self.corpus.banner()

    def set_width(self, width: int) -> None:
        """Set how wide the text of articles may be, now and on later visits."""
        self.width = min(max(width, _WIDTHS.start), _WIDTHS.stop - 1)
        self.state.keep_liking("width", str(self.width))

    # What the terminal shows

    def copy(self, text: str) -> str:
        """Send a text to the terminal's clipboard and write it to a file; what came of it, in words."""
        from tui.terminal.clipboard import copy

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
