"""Calls that wait in the queue of a widget, screen or app until all before them was handled.

`MessagePump.call_later` does the same, but Textual looks at the signature of each new callable, which for the
dozen calls that follow a key takes longer than the key itself.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import events
from textual.message_pump import MessagePump


class _Call(partial[None]):
    """A call that wants no parameters; Textual keeps what it found of a callable under this name."""

    _param_count = 0


def call_in_turn(pump: MessagePump, function: Callable[..., Any], *arguments: Any) -> bool:
    """Call a function when `pump` has handled what it has to do now; False when it takes no more."""
    return pump.post_message(events.Callback(callback=_Call(function, *arguments)))
