"""The screens by name, each imported only when it is first opened.

A place is what is remembered of a screen: its name and its parameters. A screen class has `NAME`,
`place()` (its parameters now: plain JSON values) and `from_place(parameters)`, which makes it again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from tui.state.place import Place

if TYPE_CHECKING:
    from tui.screens.base import BriefingScreen

CLASSES = {
    "library": "LibraryScreen",
    "reader": "ReaderScreen",
    "contents": "ContentsScreen",
    "help": "HelpScreen",
    "search": "SearchScreen",
    "matrix": "MatrixScreen",
    "compare": "CompareScreen",
    "similar": "SimilarScreen",
}


def make(place: Place) -> BriefingScreen:
    """A screen as it was when the place was remembered; KeyError for a name that is not a screen's."""
    module = import_module(f"tui.screens.{place.screen}" if place.screen in CLASSES else "")
    screen: BriefingScreen = getattr(module, CLASSES[place.screen]).from_place(place.parameters)
    return screen
