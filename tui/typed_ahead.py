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
# Seconds after which the next key is given out even if the one before was not seen to be answered.
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
            key = event.key.removeprefix(_ALT)
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
        target = self.focused or self.screen
        self._answering += 1
        turn = self._answering
        self._patience = asyncio.get_running_loop().call_later(_PATIENCE, self._answered, turn)
        await super().on_event(self._waiting_keys.popleft())
        # The key goes from what has the focus up to the app; a call behind it in each queue follows it, and
        # a second one what the key made a widget say on the way.
        self._follow([*target.ancestors_with_self, self] * 2, turn)

    def _follow(self, way: list[MessagePump], turn: int) -> None:
        if turn != self._answering:
            return
        # What the key took off the screen answers no more.
        way = [pump for pump in way if pump.is_running]
        if way:
            call_in_turn(way[0], self._follow, way[1:], turn)
        else:
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
