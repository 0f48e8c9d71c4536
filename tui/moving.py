"""The way through the screens: each is pushed on the one it was asked from, and Esc leads back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui import messages, screens
from tui.indexing import Indexing
from tui.remembering import Remembering
from tui.screens.base import BriefingScreen
from tui.state.place import JSON, Place
from tui.state.store import State

if TYPE_CHECKING:
    from tui.screens.contents import ContentsScreen

# How many screens are held, and how many places under them.
_LIVE_SCREENS = 6
_PLACES_BENEATH = 20


class Moving(Indexing):
    """The part of the app that moves between screens and remembers the way."""

    state: State
    _remembering: Remembering
    _beneath: list[Place]

    def _made(self, place: Place) -> BriefingScreen:
        """The screen of a place, or the library where what was remembered is no place any more."""
        try:
            return screens.make(place)
        except (KeyError, ValueError, TypeError, AttributeError):
            return screens.make(Place("library"))

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

    def beneath(self, screen: BriefingScreen) -> BriefingScreen | None:
        """The screen that this one was opened from, if it is still held."""
        held = self._briefing_screens()
        at = held.index(screen) if screen in held else 0
        return held[at - 1] if at else None

    def go_back(self) -> None:
        """Pop to the screen before, as it was; from the first one to the place remembered beneath it."""
        left = self.screen
        if isinstance(left, BriefingScreen):
            left.keep()
        if len(self.screen_stack) > 1:
            self.pop_screen()
            if isinstance(left, BriefingScreen) and isinstance(self.screen, BriefingScreen) and left.left_at:
                self.screen.came_back(*left.left_at)
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

        line, marks, label = message.line, message.marks, message.label
        pane = message.in_pane
        screen = ReaderScreen(message.article, line=line, marks=marks, label=label, in_pane=pane)
        screen.heads, screen.topic_id = message.heads, message.topic
        self._open(screen)

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

    def _keep(self) -> None:
        for screen in self._briefing_screens():
            screen.keep()
        places = self.places()
        if places:
            self.state.keep_places(places)
