"""Keys that come faster than they are answered: each is answered before the next is given out.

Over a slow link several keys arrive at once. Textual gives each to what has the focus when it comes, so that
of `/kuril` the letters would go to the article and not to the line that `/` is about to open. And Esc with a
letter right behind it arrives as Alt with that letter, which this program has no other use for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterable

from textual import events
from textual.app import App
from textual.message_pump import MessagePump

from tui.in_turn import call_in_turn

_ALT = "alt+"
# Seconds after which a key that was not seen to be answered is followed anew.
_PATIENCE = 0.5


class TypedAhead(App[int]):
    """An app that gives out one key at a time."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options)  # type: ignore[arg-type]
        self._waiting_keys: deque[events.Key | events.Paste] = deque()
        self._answering = 0
        self._patience: asyncio.TimerHandle | None = None

    @property
    def answering(self) -> bool:
        """Whether a key has not been answered yet."""
        return self._patience is not None or bool(self._waiting_keys)

    async def on_event(self, event: events.Event) -> None:
        """Give out a key or a paste, or keep it until the one before it is answered."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        if isinstance(event, events.Key) and event.key.startswith(_ALT):
            key = event.character or event.key.removeprefix(_ALT)
            self._waiting_keys += (events.Key("escape", None), events.Key(key, _character(key)))
        else:
            self._waiting_keys.append(event)
        await self._give_out()

    def give_again(self, keys: Iterable[events.Key]) -> None:
        """Give out keys that a screen has kept, before those that were typed after them."""
        again = [events.Key(key.key, key.character) for key in keys]
        for key in again:
            # As from the terminal: what a screen sends itself would go no further than that screen.
            key.set_sender(self)
        self._waiting_keys.extendleft(reversed(again))
        call_in_turn(self, self._give_out)

    async def _give_out(self) -> None:
        if self._patience is not None or not self._waiting_keys:
            return
        way = self._way()
        self._answering += 1
        self._wait(self._answering)
        await super().on_event(self._waiting_keys.popleft())
        self._follow(way, self._answering)

    def _way(self) -> list[MessagePump]:
        # A key goes from what has the focus up to the app; a call behind it in each queue follows it, and
        # a second one what the key made a widget say on the way.
        return [*(self.focused or self.screen).ancestors_with_self, self] * 2

    def _wait(self, turn: int) -> None:
        self._patience = asyncio.get_running_loop().call_later(_PATIENCE, self._follow_again, turn)

    def _follow_again(self, turn: int) -> None:
        """Follow a key anew: what it took off the screen meanwhile has taken the call behind it along."""
        if turn == self._answering and self.screen_stack:
            self._wait(turn)
            self._follow(self._way(), turn)

    def _follow(self, way: list[MessagePump], turn: int) -> None:
        if turn != self._answering:
            return
        for at, pump in enumerate(way, 1):
            if pump.is_running and call_in_turn(pump, self._follow, way[at:], turn):
                return
        # What the key opened takes the focus before the next is given out.
        call_in_turn(self.screen, call_in_turn, self, self._answered, turn)

    def _answered(self, turn: int) -> None:
        if turn != self._answering or self._patience is None:
            return
        self._patience.cancel()
        self._patience = None
        call_in_turn(self, self._give_out)


def _character(key: str) -> str | None:
    from textual.keys import key_to_character

    return key if len(key) == 1 else key_to_character(key)
