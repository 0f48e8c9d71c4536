"""Going to a topic by its name from the matrix and the side by side, or to one made of the words typed."""

from __future__ import annotations

from abc import abstractmethod

from textual import on

from index import Topic
from tui.layout.line import paragraph, rule
from tui.screens.exporting import Exporting
from tui.widgets.info_lines import InfoLines
from tui.widgets.prompt import Prompt

_PURPOSE = "topic"
# Fewer letters than this are looked for only where a name begins.
_WITHIN = 2


class TopicJump(Exporting):
    """The key `:`; the screen's `go_to_topic` is called with a topic's id, or with a query for one ad hoc."""

    @abstractmethod
    def go_to_topic(self, topic: str, query: str) -> None:
        """Open a topic."""

    def action_topic(self) -> None:
        """Ask for a topic."""
        self.ask(_PURPOSE, "topic: ")
        self._tell_topics("")

    def answered(self, purpose: str, value: str) -> None:
        """Take what was typed in the prompt."""
        if purpose != _PURPOSE:
            super().answered(purpose, value)
            return
        value = value.strip()
        if value:
            found = self._named(value)
            self.go_to_topic(found[0].id if found else "", "" if found else value)

    def close_prompt(self) -> bool:
        """Close the prompt and the names over it."""
        self.query_one("#topics", InfoLines).put(())
        return super().close_prompt()

    @on(Prompt.Changed)
    def _topic_typed(self, message: Prompt.Changed) -> None:
        if message.purpose == _PURPOSE:
            self._tell_topics(message.value.strip())

    def _tell_topics(self, typed: str) -> None:
        """Say over the prompt what Enter will do and which topics there are."""
        found, width = self._named(typed), self.size.width
        if typed and not found:
            first = "no topic of that name: Enter compares the articles on these words"
        elif typed:
            first = f"Enter opens {found[0].label}"
        else:
            first = "type the beginning of a topic, or words of your own"
        names = ", ".join(topic.label for topic in (found[1:] if typed else found))
        self.query_one("#topics", InfoLines).put(
            (rule(first, width), *(paragraph(names, width, tone="dim") if names else ()))
        )

    def _named(self, typed: str) -> list[Topic]:
        """The topics that a typed name can mean, those that begin so first."""
        name = typed.casefold()
        topics = self.corpus.topics()
        begin = [
            topic for topic in topics if topic.label.casefold().startswith(name) or topic.id.startswith(name)
        ]
        within = [
            topic
            for topic in topics
            if topic not in begin and len(name) > _WITHIN and name in topic.label.casefold()
        ]
        return [*begin, *within]
