"""A person's word on whether a passage is on the topic, kept in the user's own file and shown beside it."""

from __future__ import annotations

import datetime
from abc import abstractmethod

from index import (
    PASSAGE_KINDS,
    Article,
    BriefingError,
    Judgement,
    Passage,
    Verdict,
    judge,
    judgement_of,
    path_of,
    undo,
    user_file,
)
from tui.layout.words import lines_of
from tui.screens.giving import Giving

_DIGEST = 12
_NOTHING = "there is no passage here"
_NO_CELL = "there is no passage here; ctrl+p opens the article, to accept one in it"
_NO_TOPIC = "a, x, U need a topic: open the article from one (c) or a search for topic:…"


class Judging(Giving):
    """The keys `a`, `x` and `U` on the passage at the cursor, for the topic that it is read for."""

    @property
    @abstractmethod
    def topic_id(self) -> str:
        """The id of that topic; empty where there is none."""

    @property
    @abstractmethod
    def topic_label(self) -> str:
        """What that topic is called."""

    def action_accept(self) -> None:
        """Say that the passage is on the topic."""
        self._judge("accept")

    def action_reject(self) -> None:
        """Say that the passage is not on the topic."""
        self._judge("reject")

    def action_undo(self) -> None:
        """Take the last word on this passage back."""
        here = self.judged_here()
        if here is None:
            return
        found = self._judgement(*here)
        try:
            if found is not None and undo(user_file(), found):
                self.reader.judged()
                self.tell(f"taken back: {_place(*here)} {found.verdict}ed for {self.topic_label}")
            else:
                self.tell(f"nothing was said on {_place(*here)} for {self.topic_label}")
        except (BriefingError, OSError) as error:
            self.tell(str(error))

    def said_of(self, article: Article, passage: Passage) -> str:
        """What was said on a passage, with the topic that it was said for."""
        found = self._judgement(article, passage)
        return f"{found.says} for {self.topic_label}" if found is not None else ""

    def _judge(self, verdict: Verdict) -> None:
        here = self.judged_here()
        if here is None:
            return
        article, passage = here
        before = self._judgement(article, passage)
        place = f"{_place(article, passage)} {verdict}ed for {self.topic_label}"
        if before is not None and before.verdict == verdict:
            self.tell(f"{place} on {before.date.isoformat()} already; U takes it back")
            return
        digest = article.digest[:_DIGEST]
        file, today = path_of(self.corpus.root, article), datetime.date.today()
        said = Judgement(self.topic_id, article.id, digest, passage.lines, verdict, today, file)
        try:
            judge(user_file(), said)
        except (BriefingError, OSError) as error:
            self.tell(str(error))
            return
        self.reader.judged()
        self.tell(f"{place}; U takes it back; kept in {user_file()}")

    def judged_here(self) -> tuple[Article, Passage] | None:
        """The passage at the cursor with its article, where there is a topic; else say what is missing."""
        if not self.topic_id:
            self.tell(_NO_TOPIC)
            return None
        here = self.passage_here(_NO_CELL)
        if here is not None and here[1].kind not in PASSAGE_KINDS:
            self.tell(_NOTHING)
            return None
        return here

    def _judgement(self, article: Article, passage: Passage) -> Judgement | None:
        """The newest word on a passage for the topic."""
        said = self.corpus.topic_set().judgements if self.topic_id else ()
        return judgement_of(said, self.topic_id, article.digest, passage.lines)


def _place(article: Article, passage: Passage) -> str:
    return f"{article.id} {lines_of(passage, long=True)}"
