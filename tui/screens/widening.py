"""Making a topic of what was typed, and widening one by words that its passages also say."""

from __future__ import annotations

from functools import partial

from textual import on

from index import BriefingError, Topic
from tui.layout.choices import Choice
from tui.layout.words import counted
from tui.screens.comparing import Comparing
from tui.screens.naming import Naming
from tui.screens.picking import Picking
from tui.widgets.picker import Picker

_WORDS = "words"
_SAVE = "save topic"
_LABEL = "keep as a topic named: "


class Widening(Comparing, Picking, Naming):
    """The keys `W` and `T` of the side by side; what is taken is kept in the user's own topics file."""

    # The topic that words are offered for; another one may be on the screen by then.
    _widened: Topic

    def action_words(self) -> None:
        """Look for words to add."""
        try:
            topic = self.topic
        except BriefingError as error:
            self.tell(str(error))
            return
        self.tell("looking for words that stand beside the topic's own")

        def question() -> dict[str, int]:
            from index import suggest

            return suggest(self.corpus, topic)

        self.work_out("words", question, partial(self._offer, topic), self.tell)

    def _offer(self, topic: Topic, words: dict[str, int]) -> None:
        if not words:
            self.tell("no words stand beside the topic's own often enough to add")
            return
        choices = [
            Choice(word, word, f"adds {counted(more, 'passage') if more else 'no passage'}", mark=False)
            for word, more in words.items()
        ]
        self.hush()
        self._widened = topic
        self.picker.open(_WORDS, "also said", "Space ticks, Enter adds to the topic", choices)

    @on(Picker.Taken)
    def _add_words(self, message: Picker.Taken) -> None:
        if message.picker.purpose == _WORDS:
            self.close_picker()
            self._save(self._widened, "", message.picker.ticked or (message.choice.value,))

    def action_save_topic(self) -> None:
        """Keep a topic that was typed."""
        if self._adhoc:
            self.ask_topic_name(_SAVE, _LABEL, self.topic.label)
        else:
            self.tell("this topic is declared already; W looks for words to add to it")

    def answered(self, purpose: str, value: str) -> None:
        """Take what was typed in the prompt."""
        if purpose != _SAVE:
            super().answered(purpose, value)
        elif value.strip():
            self.take_topic_name(_SAVE, value.strip())

    def keep_as(self, purpose: str, name: str, replace: bool) -> None:
        """Keep the topic that was typed under this name."""
        del purpose
        self._save(self.topic, name, (), replace)

    def _save(self, topic: Topic, label: str, words: tuple[str, ...], replace: bool = False) -> None:
        kept = self.keep_topic(topic, label, words, replace)
        if kept is not None:
            told = self.told or ""
            self.topic_saved(kept)
            self.tell(told)
