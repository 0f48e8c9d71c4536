"""Keys typed ahead: each is handed to the app when the one before has had its effect.

Textual hands a key to the widget that has the focus when the key comes. While a key's screen is still being
made nobody has it, and what is typed for that screen would be lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any

from textual import events
from textual.message import Message

from tui.in_turn import call_in_turn

_CLIMBS = 2
"""Ways through the queues: a key goes up to the app and becomes an action, whose message goes up again."""
PATIENCE = 0.5
"""Seconds after which a key is given even so: what was to tell that all is ready has gone itself."""


class TypeAhead:
    """Gives messages to an app in order; after a key the next waits until it was handled.

    Handled means that it, and then what it made widgets post, has come through the queues of the focused
    widget and of all above it, and that a screen it has opened was drawn.
    """

    def __init__(self, app: Any, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop
        self._waiting: deque[Message] = deque()
        self._key = 0
        self._screen: Any = None
        self._limit: asyncio.TimerHandle | None = None

    def give(self, message: Message) -> None:
        """Hand a message on, at once when no key is on its way."""
        self._waiting.append(message)
        if self._limit is None:
            self._next()

    def _next(self) -> None:
        if self._limit is not None:
            self._limit.cancel()
            self._limit = None
        while self._waiting and self._limit is None:
            message = self._waiting.popleft()
            if isinstance(message, events.Key | events.Paste):
                self._key += 1
                self._screen = self._top()
                self._limit = self._loop.call_later(PATIENCE, self._next)
            self._app.post_message(message)
            if self._limit is not None:
                call_in_turn(self._app, self._climb, self._key, _CLIMBS, None)

    def _climb(self, key: int, left: int, node: Any) -> None:
        """Go through the queue of the focused widget, then of each above it, and come out at the app."""
        if key != self._key:
            return
        node = node or self._app.focused or self._top()
        if node is None or node is self._app:
            self._arrive(key, left - 1)
        elif not call_in_turn(node, self._climb, key, left, node.parent or self._app):
            self._climb(key, left, node.parent or self._app)

    def _arrive(self, key: int, left: int) -> None:
        if key != self._key:
            return
        screen = self._top()
        if screen is not self._screen and screen is not None:
            self._screen = screen
            screen.call_after_refresh(self._arrive, key, left)
        elif left:
            call_in_turn(self._app, self._climb, key, left, None)
        else:
            self._next()

    def _top(self) -> Any:
        return self._app.screen_stack[-1] if self._app.screen_stack else None
