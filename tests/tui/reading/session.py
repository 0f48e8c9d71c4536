"""An open reader in a test: the keys to it, and what stands on its screen."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

from textual.pilot import Pilot

from tui.app import BriefingApp
from tui.screens.reader import ReaderScreen
from tui.widgets.bar import Bar


@dataclass
class Session:
    """An open reader and the keys to it."""

    app: BriefingApp
    pilot: Pilot[int]

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until they have been answered."""
        await self.pilot.press(*keys)
        while self.app.answering:
            await self.pilot.pause(0.001)
        await self.pilot.pause()

    async def type(self, words: str) -> None:
        """Type words."""
        await self.press(*("space" if char == " " else "slash" if char == "/" else char for char in words))

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [strip.text.rstrip() for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    def bar(self, name: str) -> str:
        """What the title, status or hint line says."""
        return self.app.screen.query_one(f"#{name}", Bar).words

    @property
    def screen(self) -> str:
        """The name of the screen."""
        return str(self.app.screen.name)

    @property
    def reader(self) -> ReaderScreen:
        """The screen, which is the reader."""
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen


Open = Callable[..., AbstractAsyncContextManager[Session]]
