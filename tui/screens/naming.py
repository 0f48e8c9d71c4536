"""Giving a name to what is kept, so that nothing which has that name is replaced unasked."""

from __future__ import annotations

from index import Topic
from tui.screens.exporting import Exporting


class Naming(Exporting):
    """A screen that keeps things under names; a second Enter on a name that is taken replaces what has it."""

    # The name of which was said that it is taken.
    _taken_name = ""

    def ask_name(self, purpose: str, label: str, value: str = "") -> None:
        """Ask for a name."""
        self._taken_name = ""
        self.ask(purpose, label, value)

    def ask_topic_name(self, purpose: str, label: str, offered: str) -> None:
        """Ask for the name of a topic; `offered` stands there already where no topic is called so."""
        self.ask_name(purpose, label, "" if self._topic_called(offered) else offered)

    def is_meant(self, purpose: str, label: str, name: str, taken: str) -> bool:
        """Whether the name that was typed is to be taken; where it is not, say why and ask again.

        `taken` says what has the name already, and is empty where nothing has it.
        """
        if not taken or name == self._taken_name:
            return True
        self._ask_again(purpose, label, name, taken)
        self._taken_name = name
        return False

    def is_meant_for_topic(self, purpose: str, label: str, name: str) -> bool:
        """Whether the name is to be taken for a topic; one of the user's own is never replaced."""
        topic = self._topic_called(name)
        if topic is not None and topic.origin == "user":
            remark = "you have this topic already: give another name, or edit it in topics.toml"
            self._ask_again(purpose, label, name, remark)
            return False
        taken = "the corpus has this topic: Enter again replaces it, another name does not" if topic else ""
        return self.is_meant(purpose, label, name, taken)

    def _ask_again(self, purpose: str, label: str, name: str, remark: str) -> None:
        self.ask_name(purpose, label, name)
        self.tell(remark)

    def _topic_called(self, name: str) -> Topic | None:
        ident = Topic.adhoc(name).id
        return next((topic for topic in self.corpus.topics() if topic.id == ident), None)
