"""What narrows, keeps and reuses a search: filters from facets, saved searches, a search as a topic."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on

from index import Topic, any_word
from tui import messages
from tui.layout.choices import Choice
from tui.layout.facets import filters_in, opposite, with_filter, without_filter
from tui.layout.filters import MORE, NO_HIT, filter_choices
from tui.layout.line import cut
from tui.saved import name_of
from tui.screens.asking import Asking
from tui.screens.naming import Naming
from tui.widgets.picker import Picker
from tui.widgets.prompt import Prompt
from tui.widgets.query_line import QueryLine

_SAVE = "save"
_TOPIC = "topic"
_FORGET = "forget"
# So much of a name leaves room for the question whether to forget it.
_ROOM = 30
# What stands before the name of a search, or of a topic, while it is typed.
_LABELS = {_SAVE: "save this search as @", _TOPIC: "save as a topic named: "}


class Narrowing(Asking, Naming):
    """The part of the search screen that changes the query for the one who searches."""

    # Whether the keys went to the query when the list to choose from was opened.
    _typed_before = False
    # The name of the saved search of which is asked whether to forget it.
    _to_forget = ""

    def action_take(self) -> None:
        """Take the spelling that is offered; without one, go between query and list."""
        if self.result is not None and self.result.suggestion:
            self.put_query(self.result.suggestion)
        elif self.is_typing:
            self.results.focus()
        else:
            self.line.focus()

    def action_filter(self) -> None:
        """Open the list of filters: those in the query first, then what the result can be narrowed to."""
        if self.result is None:
            self.tell("type a query first: its results can be narrowed")
            return
        choices = filter_choices(self.result, self.articles)
        if choices:
            self._offer("filter", "filters", "Enter adds it, space ticks several, x leaves out", choices)
        else:
            self.tell("there is nothing to narrow by")

    def action_unfilter(self) -> None:
        """Take the last filter word out of the query."""
        filters = filters_in(self.result) if self.result else ()
        if filters:
            self._narrow(without_filter(self.expanded, filters[-1]))
        else:
            self.tell("the query has no filter word")

    def action_saved(self) -> None:
        """Choose a saved search or one of before."""
        saved = sorted(self.reader.state.saved_searches().items())
        choices = [Choice(f"@{name}", f"@{name}", query, None, "saved") for name, query in saved]
        choices += [Choice(query, query, "", None, "recent") for query in self.reader.state.history()[:30]]
        if choices:
            self._offer("saved", "searches", "Enter opens, x asks to forget a saved one", choices)
        else:
            self.tell("no search was made or saved yet")

    def action_save(self) -> None:
        """Keep this search under a name."""
        if self.typed.strip():
            self.ask(_SAVE, _LABELS[_SAVE])
        else:
            self.tell("type a query first")

    def answered(self, purpose: str, value: str) -> None:
        """Take what was typed in the prompt."""
        if purpose == _SAVE:
            name = name_of(value)
            other = self.reader.state.saved_searches().get(name, self.expanded) != self.expanded
            if name:
                self.take_name(_SAVE, name, "another search is saved as" if other else "")
        elif purpose == _TOPIC and value.strip():
            self.take_topic_name(_TOPIC, value.strip())
        elif purpose == _FORGET:
            self._forget(value in ("y", "Y"))
        elif purpose != _TOPIC:
            super().answered(purpose, value)

    @on(Prompt.Changed)
    def _answer_to_forget(self, message: Prompt.Changed) -> None:
        if message.purpose == _FORGET:
            self.close_prompt()
            self.answered(_FORGET, message.value)

    def _forget(self, sure: bool) -> None:
        if not sure:
            self.tell("nothing was forgotten")
            return
        self.reader.state.save_search(self._to_forget, "")
        self.close_picker()
        self.action_saved()
        self.tell(f"@{self._to_forget} is forgotten")

    def keep_as(self, purpose: str, name: str, replace: bool) -> None:
        """Keep the search under this name, or as a topic of it."""
        if purpose == _TOPIC:
            self.keep_topic(Topic.adhoc(self.expanded), name, replace=replace)
        else:
            self.reader.state.save_search(name, self.expanded)
            self.tell(f"saved: type @{name} to search for it again")

    def action_as_topic(self) -> None:
        """Keep this search as a topic of the user's own."""
        if self.typed.strip():
            self.ask_topic_name(_TOPIC, _LABELS[_TOPIC], self.typed.strip())
        else:
            self.tell("type a query first")

    def action_side_by_side(self) -> None:
        """Lay the query out as a topic, side by side; where no passage has all of its words, any of them."""
        if self.typed.strip():
            self.keep_query()
            query, hits = self.expanded, self.result.hits if self.result else ()
            some = any_word(self.corpus, query) if hits and not hits[0].whole else None
            self.post_message(messages.OpenCompare(query=some.query if some else query))

    def put_query(self, query: str) -> None:
        """Put another query in place of this one, its last word taken as whole."""
        with self.line.prevent(QueryLine.Changed):
            self.line.value = query
        self.line.cursor_position = len(query)
        self.ask_index(False)

    def _narrow(self, query: str) -> None:
        """Put a query with other filters in place of this one, the cursor staying on its passage."""
        self.stay()
        self.put_query(query)

    def _offer(self, purpose: str, label: str, help: str, choices: Sequence[Choice]) -> None:
        if not self.picker.is_open:
            self._typed_before = self.is_typing
        self.picker.open(purpose, label, help, choices)

    def go_on(self) -> None:
        """Give the keys back to where they were, the query or the results."""
        (self.line if self._typed_before else self.results).focus()

    @on(Picker.Taken)
    def _taken(self, message: Picker.Taken) -> None:
        choice, purpose = message.choice, self.picker.purpose
        if choice.value == MORE:
            self.tell(choice.label)
            return
        if choice.group == NO_HIT:
            # The list stays open: Esc in the article comes back to it.
            self.keep_query()
            self.post_message(messages.OpenArticle(choice.value))
            return
        if purpose == "filter":
            self._narrow(self._filtered(choice))
        else:
            self.put_query(choice.value)
        self.close_picker()
        if self.results.entries:
            self.results.focus()

    def _filtered(self, choice: Choice) -> str:
        """The query with the filters that are ticked; where no tick was changed, the line's own is."""
        query, ticked = self.expanded, self.picker.ticked
        chosen = filters_in(self.result) if self.result else ()
        if set(ticked) == set(chosen):
            return (without_filter if choice.mark else with_filter)(query, choice.value)
        for word in chosen:
            query = query if word in ticked else without_filter(query, word)
        for word in ticked:
            query = query if word in chosen else with_filter(query, word)
        return query

    @on(Picker.Excluded)
    def _excluded(self, message: Picker.Excluded) -> None:
        choice = message.choice
        if choice.value == MORE:
            self.tell(choice.label)
        elif choice.group == NO_HIT:
            self.tell("this article has no hit that could be left out")
        elif self.picker.purpose == "filter":
            self._narrow(with_filter(self.expanded, opposite(choice.value)))
            self.close_picker()
        elif choice.group == "saved":
            self._to_forget = choice.value[1:]
            name = cut(choice.value, _ROOM)
            self.ask(_FORGET, f"forget {name}? y forgets it, any other key keeps it ")
