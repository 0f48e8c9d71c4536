"""A list to choose from, laid over the foot of a screen: filters, articles, topics, saved searches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from index import fold
from tui.layout import choices
from tui.layout.choices import Choice
from tui.layout.line import Line
from tui.widgets.rows_view import RowsView


class Picker(RowsView):
    """Lines to choose from; Enter takes one, Space ticks one where there is something to tick, Esc closes.

    `/` shows only the lines with the words that follow, and `a` ticks all lines that are shown, or none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "step(1)", show=False),
        Binding("k,up", "step(-1)", show=False),
        Binding("g,home", "step(-10000)", show=False),
        Binding("G,end", "step(10000)", show=False),
        Binding("pagedown", "step(8)", show=False),
        Binding("pageup", "step(-8)", show=False),
        Binding("space", "tick", show=False),
        Binding("enter", "take", show=False),
        Binding("x,minus", "exclude", show=False),
        Binding("a", "tick_all", show=False),
        Binding("slash", "filter", show=False),
        Binding("escape,q", "close", show=False),
    ]
    DEFAULT_CSS = """
    Picker { height: 2; min-height: 3; max-height: 50vh; display: none; }
    """

    @dataclass
    class Taken(Message):
        """A line was taken with Enter; `picker.ticked` are the values ticked."""

        picker: Picker
        choice: Choice

    @dataclass
    class Excluded(Message):
        """The line was set against the others with `x`: the screen says what that means."""

        picker: Picker
        choice: Choice

    @dataclass
    class Closed(Message):
        """The list was closed without a choice."""

        picker: Picker

    def __init__(self, *, id: str) -> None:
        super().__init__(id=id)
        self.purpose = ""
        self._label = ""
        self._help = ""
        self._choices: list[Choice] = []
        self._places: list[int] = []
        self._at = 0
        # The numbers of the choices that are shown, and the words that they have.
        self._shown: list[int] = []
        self._words = ""
        self._typing = False

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(choice.value for choice in self._choices if choice.mark)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return self.display

    def allow_focus(self) -> bool:
        """Off the screen it takes no keys: nobody could see what they do."""
        return super().allow_focus() and self.is_open

    def open(self, purpose: str, label: str, help: str, offered: Sequence[Choice]) -> None:
        """Show choices under a label, with the keys in words at its right."""
        self.purpose, self._label, self._help = purpose, label, help
        self._choices = list(offered)
        self._words, self._typing = "", False
        self._shown = list(range(len(self._choices)))
        self._at = 0
        groups = len({choice.group for choice in offered if choice.group})
        self.styles.height = len(offered) + groups + 1
        self.display = True
        self.rebuild()
        self.focus()
        self.call_after_refresh(self._reveal)

    def close(self) -> None:
        """Take the list off the screen."""
        self.display = False

    def build(self, width: int) -> None:
        """Lay the choices out for a width."""
        lines, places = choices.lay_out([self._choices[number] for number in self._shown], width)
        self._places = [1 + place for place in places]
        self.put([self._head(width), *lines])

    def _head(self, width: int) -> Line:
        if not self._words and not self._typing:
            return choices.head(self._label, self._help, width)
        cursor = ("▏" if self.draws_lines else " ") if self._typing else ""
        found = f"{len(self._shown):,} of {len(self._choices):,}"
        return choices.filtered_head(self._label, self._help, self._words, found, cursor, width)

    def _narrow(self, words: str) -> None:
        """Show the choices that have all these words, the cursor staying where it can."""
        before = self._shown[self._at] if self._shown else 0
        self._words = words
        wanted = fold(words).split()
        self._shown = [number for number, choice in enumerate(self._choices) if choice.has(wanted)]
        self._at = self._shown.index(before) if before in self._shown else 0
        self.rebuild()
        self.go_to(0)
        self._reveal()

    def on_key(self, event: events.Key) -> None:
        """Take the words of a filter while they are typed."""
        if not self._typing:
            return
        if event.key in ("enter", "escape"):
            self._typing = False
            self._narrow(self._words if event.key == "enter" else "")
        elif event.key == "backspace":
            self._narrow(self._words[:-1])
        elif event.key == "ctrl+u":
            self._narrow("")
        elif event.is_printable and event.character:
            self._narrow(self._words + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def decorate(self, y: int, strip: Strip) -> Strip:
        """Mark the line that Enter takes."""
        if not self._places or y != self._places[self._at]:
            return strip
        strip = self.restyle(strip, 2, self.size.width, self.get_component_rich_style("rows--here"))
        return self.over(strip, 0, self.mark, self.tone_style("head"))

    def action_step(self, by: int) -> None:
        """Go by lines."""
        self._at = max(min(self._at + by, len(self._shown) - 1), 0)
        self._reveal()
        self.refresh()

    def action_tick(self) -> None:
        """Tick a line or take the tick away; where nothing is ticked, a space takes the line."""
        if not self._shown:
            return
        number = self._shown[self._at]
        choice = self._choices[number]
        if choice.mark is None:
            self.action_take()
            return
        self._choices[number] = replace(choice, mark=not choice.mark)
        self.put_line(self._places[self._at], choices.line(self._choices[number], self.size.width))
        self.action_step(1)

    def action_tick_all(self) -> None:
        """Tick all lines that are shown, or take the ticks away where all have one."""
        marks = [self._choices[number].mark for number in self._shown]
        if None not in marks:
            for number in self._shown:
                self._choices[number] = replace(self._choices[number], mark=not all(marks))
            self.rebuild()

    def tick_only(self) -> None:
        """Tick the line of the cursor and no other, shown or not."""
        if self._shown:
            here = self._shown[self._at]
            self._choices = [replace(each, mark=at == here) for at, each in enumerate(self._choices)]
            self.rebuild()

    def action_filter(self) -> None:
        """Type words that the lines to show have."""
        self._typing = True
        self._narrow("")

    def action_take(self) -> None:
        """Take the line."""
        if self._shown:
            self.post_message(self.Taken(self, self._choices[self._shown[self._at]]))

    def action_exclude(self) -> None:
        """Take the line to be left out."""
        if self._shown:
            self.post_message(self.Excluded(self, self._choices[self._shown[self._at]]))

    def action_close(self) -> None:
        """Close without a choice."""
        self.post_message(self.Closed(self))

    def _reveal(self) -> None:
        if not self._places:
            return
        place, top, height = self._places[self._at], int(self.scroll_offset.y), self.visible_height
        if place - 1 < top:
            self.go_to(place - 1)
        elif place >= top + height:
            self.go_to(place - height + 1)
