"""Giving a name to what is kept, so that nothing which has that name is replaced unasked."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from textual import on

from index import BriefingError, Topic, slug
from tui.layout.line import cut
from tui.layout.words import counted
from tui.screens.exporting import Exporting
from tui.widgets.prompt import Prompt

_REPLACE = "replace"
# So much of a name leaves room for the question whether to replace what has it.
_ROOM = 24


class Naming(Exporting):
    """A screen that keeps things under names; what has a name already is replaced only if `y` says so."""

    # The purpose and the name that wait for the answer whether to replace what has the name.
    _waiting_name = ("", "")

    @abstractmethod
    def keep_as(self, purpose: str, name: str, replace: bool) -> None:
        """Keep something under a name; `replace` tells that what has the name was given up."""

    def take_name(self, purpose: str, name: str, owner: str) -> None:
        """Keep something under a name; first ask where an `owner`, as "you have the topic", has it."""
        if owner:
            self._waiting_name = (purpose, name)
            self.ask(_REPLACE, f"{owner} {cut(name, _ROOM)}: y replaces it, any other key leaves it ")
        else:
            self.keep_as(purpose, name, replace=False)

    @on(Prompt.Changed)
    def _answer(self, message: Prompt.Changed) -> None:
        if message.purpose == _REPLACE:
            self.close_prompt()
            self.answered(_REPLACE, message.value)

    def answered(self, purpose: str, value: str) -> None:
        """Take the answer whether to replace something."""
        if purpose != _REPLACE:
            super().answered(purpose, value)
        elif value in ("y", "Y"):
            self.keep_as(*self._waiting_name, replace=True)
        else:
            self.tell("nothing was replaced")

    # Topics

    def ask_topic_name(self, purpose: str, label: str, offered: str) -> None:
        """Ask for the name of a topic; `offered` stands there already where no topic is called so."""
        self.ask(purpose, label, "" if self._topic_called(offered) else offered)

    def take_topic_name(self, purpose: str, name: str) -> None:
        """Keep a topic under a name, after a question where there is one of that name."""
        topic = self._topic_called(name)
        owner = "the corpus has the topic" if topic and topic.origin == "corpus" else "you have the topic"
        self.take_name(purpose, name, owner if topic else "")

    def keep_topic(
        self, topic: Topic, label: str, words: Sequence[str] = (), replace: bool = False
    ) -> Topic | None:
        """Keep a topic, and what is said for it, in the user's own file, which holds for every corpus.

        What was left out is told.
        """
        # Imported here: the index' own modules need not be there before something is kept.
        from index import judge_too, portable, save_topic, user_file

        told = [f"with {', '.join(words)}"] if words else []
        typed, said = topic.id, self.corpus.topic_set().judgements
        try:
            if topic.origin == "adhoc":
                kept = portable(topic.query, self._searched)
                if kept.left_out:
                    told.append(f"without {', '.join(kept.left_out)} (of this corpus)")
                if kept.put:
                    told.append(f"{', '.join(kept.put)} in words")
                if not kept.query:
                    raise BriefingError(
                        f"{', '.join(kept.left_out)}: of this corpus alone, so no topic to keep"
                    )
                topic = Topic.adhoc(kept.query)
            saved = save_topic(user_file(), topic, label=label, words=words, replace=replace)
            judged = judge_too(user_file(), said, typed, saved.id)
            told += [f"with {counted(judged, 'judgement')}"] if judged else []
        except (BriefingError, OSError) as error:
            self.tell(str(error))
            return None
        self.tell(f"topic {saved.label} is kept {', '.join((*told, f'in {user_file()}'))}")
        return saved

    def _searched(self, name: str) -> str:
        """What a topic searches for, empty where there is none of that name, or one with what is not it."""
        try:
            topic = self.corpus.topic(name)
        except BriefingError:
            return ""
        return "" if topic.bars else topic.asks

    def _topic_called(self, name: str) -> Topic | None:
        ident = slug(name)
        return next((topic for topic in self.corpus.topics() if topic.id == ident), None)
