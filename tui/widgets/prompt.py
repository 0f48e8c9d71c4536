"""A line to type in, at the foot of a screen: find, filter, a file's name."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.widgets.text_line import TextLine


class Prompt(Horizontal):
    """A label and what is typed behind it.

    Up and down walk what was typed before for the same purpose.
    """

    DEFAULT_CSS = """
    Prompt { height: 1; }
    Prompt > Static { width: auto; text-style: bold; }
    Prompt > Input { width: 1fr; }
    """
    before: ClassVar[dict[str, list[str]]] = {}

    class Changed(Message):
        """Something was typed."""

        def __init__(self, purpose: str, value: str) -> None:
            self.purpose, self.value = purpose, value
            super().__init__()

    class Submitted(Changed):
        """Enter was pressed."""

    def __init__(self, purpose: str, label: str, value: str = "") -> None:
        super().__init__()
        self.purpose = purpose
        self._label = label
        self._value = value
        self._back = 0

    @property
    def value(self) -> str:
        """What stands there."""
        return self.query_one(Input).value

    def compose(self) -> ComposeResult:
        """The label and the line."""
        yield Static(Content(self._label), markup=False)
        typed = TextLine(self._value, compact=True, select_on_focus=False)
        typed.cursor_blink = False
        yield typed

    def on_mount(self) -> None:
        """Take the keys."""
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is typed now."""
        event.stop()
        if event.value != self._value:
            self._value = event.value
            self.post_message(self.Changed(self.purpose, event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Say what was meant."""
        event.stop()
        kept = self.before.setdefault(self.purpose, [])
        if event.value and event.value not in kept[-1:]:
            kept.append(event.value)
        self.post_message(self.Submitted(self.purpose, event.value))

    def on_key(self, event: events.Key) -> None:
        """Walk what was typed before."""
        kept = self.before.get(self.purpose, [])
        step = {"up": 1, "down": -1}.get(event.key, 0)
        if step:
            event.stop()
            event.prevent_default()
            self._back = min(max(self._back + step, 0), len(kept))
            line = self.query_one(Input)
            line.value = kept[-self._back] if self._back else ""
            line.cursor_position = len(line.value)
