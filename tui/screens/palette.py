"""The palette: every command of the screen beneath, every article, topic and saved search, by its name."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tui import messages
from tui.actions import actions_of, bindings, key_name
from tui.layout.commands import Command, chosen, command_list
from tui.layout.words import counted, date_of, named
from tui.screens.base import BriefingScreen
from tui.screens.judging import Judging
from tui.screens.listing import ListingScreen
from tui.widgets.bar import Bar
from tui.widgets.prompt import Prompt
from tui.widgets.rows import EntryList

_KEYS = "Enter does it  Up Down choose  Esc back"


class PaletteScreen(ListingScreen):
    """A line to type in and what it finds."""

    NAME = "palette"
    BINDINGS: ClassVar[list[BindingType]] = bindings("palette")
    REMEMBERED = False

    def __init__(self, beneath: BriefingScreen) -> None:
        super().__init__()
        self._beneath = beneath
        self._commands: list[Command] = []
        self._shown: list[Command] = []

    def body(self) -> ComposeResult:
        """What is typed, and the list."""
        yield Prompt("palette", "do: ")
        yield EntryList()

    def on_mount(self) -> None:
        """Fill the list; the keys go to the line."""
        self.title_line("All commands", "Esc back")
        self._commands = [*self._actions(), *self._saved(), *self._topics(), *self._articles()]
        self._fill("")

    def tell_keys(self) -> None:
        """Letters are typed here: say which keys choose."""
        self.query_one("#hint", Bar).put(_KEYS)

    def _actions(self) -> list[Command]:
        return [
            Command(action.label, action.help, "action", action.method, " ".join(map(key_name, action.keys)))
            for action in actions_of(self._beneath.NAME)
            if action.palette
        ]

    def _articles(self) -> list[Command]:
        return [
            Command(named(article), f"the article, {date_of(article)}", "article", article.id)
            for article in self.reader.known_articles()
        ]

    def _topics(self) -> list[Command]:
        return [
            Command(f"Topic: {topic.label}", "side by side", "topic", topic.id)
            for topic in self.corpus.topics()
        ]

    def _saved(self) -> list[Command]:
        return [
            Command(f"@{name}", f"search: {query}", "search", query)
            for name, query in self.reader.state.saved_searches().items()
        ]

    def _fill(self, words: str) -> None:
        self._shown = chosen(self._commands, words)
        self.entries.show(partial(command_list, self._shown), 0)
        self.status_line(counted(len(self._shown), "entry", "entries"))

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Find as it is typed."""
        self._fill(event.value)

    def on_prompt_submitted(self) -> None:
        """Do what the cursor is on."""
        self._do()

    def on_entries_view_chosen(self) -> None:
        """A click on what the cursor is on does it."""
        self._do()

    def _do(self) -> None:
        if not self._shown:
            return
        command = self._shown[self.entries.cursor]
        app, beneath = self.reader, self._beneath
        app.pop_screen()
        if command.kind == "action":
            beneath.call_later(beneath.run_action, command.value)
        elif command.kind == "article":
            opening = messages.OpenArticle(command.value)
            if isinstance(beneath, Judging) and beneath.topic_id:
                opening.topic, opening.label = beneath.topic_id, beneath.topic_label
            beneath.post_message(opening)
        elif command.kind == "topic":
            beneath.post_message(messages.OpenCompare(topic=command.value))
        else:
            beneath.post_message(messages.OpenSearch(command.value))

    def action_command_palette(self) -> None:
        """The key that opened the palette closes it."""
        self.action_back()
