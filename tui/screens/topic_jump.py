"""Going to a topic by its name from the matrix and the side by side, or to one made of the words typed."""

from __future__ import annotations

from textual import on

from index import Topic
from tui.screens.finding import FindingScreen
from tui.widgets.prompt import Prompt

_PURPOSE = "topic"


class TopicJump(FindingScreen):
    """The key `:`; the screen's `go_to_topic` is called with a topic's id, or with a query for one ad hoc."""

    def go_to_topic(self, topic: str, query: str) -> None:
        """Open a topic."""
        raise NotImplementedError

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

    @on(Prompt.Changed)
    def _topic_typed(self, message: Prompt.Changed) -> None:
        if message.purpose == _PURPOSE:
            self._tell_topics(message.value.strip())

    def _tell_topics(self, typed: str) -> None:
        found = self._named(typed)
        if found:
            first = f"Enter opens {found[0].label}" if typed else "topics"
            rest = [topic.label for topic in (found[1:] if typed else found)]
            self.tell(f"{first}{': ' if not typed else '; also ' if rest else ''}{', '.join(rest)}")
        else:
            self.tell("no topic of that name: Enter compares the articles on these words")

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
            if topic not in begin and len(name) > 2 and name in topic.label.casefold()
        ]
        return [*begin, *within]
