"""The reader opened on a screen, on the five articles, for tests of what keys do there."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from index import Corpus
from tui.app import BriefingApp
from tui.screens.base import BriefingScreen
from tui.screens.compare import CompareScreen
from tui.screens.search import SearchScreen
from tui.widgets.synopsis_view import SynopsisView

Shown = TypeVar("Shown", bound=BriefingScreen)


@cache
def five_articles() -> Corpus:
    """The five articles with one index for all tests of a run."""
    corpus = Corpus.open(cache=Path(tempfile.mkdtemp(prefix="briefing-tests-")))
    corpus.refresh()
    return corpus


@asynccontextmanager
async def opened(
    name: str = "", *, size: tuple[int, int] = (120, 40), of: Corpus | None = None, **parameters: object
) -> AsyncIterator[tuple[BriefingApp, Pilot[int]]]:
    """The app on the screen of a place, settled; on the five articles, or on another corpus."""
    app = BriefingApp(of or five_articles())
    async with app.run_test(size=size) as pilot:
        if name:
            app.go(name, parameters)  # type: ignore[arg-type]
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[int]) -> None:
    """Wait until nothing is worked out any more and all is drawn."""
    await pilot.pause()
    for _ in range(2):
        await _finished(pilot)
        await pilot.pause()


async def _finished(pilot: Pilot[int]) -> None:
    while True:
        try:
            return await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:
            # A newer piece of work took its place.
            await pilot.pause()


async def press(pilot: Pilot[int], *keys: str) -> None:
    """Press keys one after another, letting each take effect."""
    for key in keys:
        await pilot.press(key)
    await settle(pilot)


async def type_in(pilot: Pilot[int], text: str) -> None:
    """Type a text."""
    names = {" ": "space", "@": "at", '"': "quotation_mark", ":": "colon", "*": "asterisk", ".": "full_stop"}
    await press(pilot, *(names.get(char, char) for char in text))


def screen_text(app: BriefingApp) -> str:
    """What stands on the screen, of one that lets another be seen with that."""
    visible_screen_stack.set(app._background_screens)
    lines = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in line).rstrip() for line in lines)


def screen_of(app: BriefingApp, kind: type[Shown]) -> Shown:
    """The screen, which is of this kind."""
    assert isinstance(app.screen, kind)
    return app.screen


def search_of(app: BriefingApp) -> SearchScreen:
    """The screen, which is the search."""
    return screen_of(app, SearchScreen)


def view_of(app: BriefingApp) -> SynopsisView:
    """The rows and cells of the screen, which is the side by side."""
    return screen_of(app, CompareScreen).synopsis
