"""A person's word on whether a passage is on the topic, kept in the user's own file and shown beside it."""

from __future__ import annotations

import datetime

from index import BriefingError, Judgement, Verdict, judge, judgement_of, undo, user_file
from tui.screens.comparing import Comparing

_DIGEST = 12
_NOTHING = "there is no passage here"


class Judging(Comparing):
    """The keys `a`, `x` and `U` of the side by side."""

    def action_accept(self) -> None:
        """Say that the passage is on the topic."""
        self._judge("accept")

    def action_reject(self) -> None:
        """Say that the passage is not on the topic."""
        self._judge("reject")

    def action_undo(self) -> None:
        """Take the last word on this passage back."""
        here = self.passage_here(_NOTHING)
        if here is None:
            return
        article, passage = here
        said = self.corpus.topic_set().judgements
        found = judgement_of(said, self.topic_id, article.digest, passage.lines)
        try:
            if found is not None and undo(user_file(), found):
                self.judgements_changed()
                self.tell("taken back")
            else:
                self.tell("nothing was said on this passage")
        except (BriefingError, OSError) as error:
            self.tell(str(error))

    def _judge(self, verdict: Verdict) -> None:
        here = self.passage_here(_NOTHING)
        if here is None:
            return
        article, passage = here
        digest = article.digest[:_DIGEST]
        said = Judgement(self.topic_id, article.id, digest, passage.lines, verdict, datetime.date.today())
        try:
            judge(user_file(), said)
        except (BriefingError, OSError) as error:
            self.tell(str(error))
            return
        self.judgements_changed()
        self.tell(f"{said.says}; U takes it back; kept in {user_file()}")
