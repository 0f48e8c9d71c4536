"""What was said on the passages of an article for the topic that it is read for, shown over them."""

from __future__ import annotations

from index import Article, Passage
from tui.layout.verdicts import Said, verdicts
from tui.screens.judging import Judging
from tui.screens.reading.paned import Paned


class Judged(Paned, Judging):
    """The part of the reader that judges passages, if it was opened for a topic."""

    topic_id = ""

    def show(self, line: int | None, offset: int | None, hit: int) -> None:
        """Show the text at a place, with what was said on its passages for the topic that it is read for."""
        self._take_judgements()
        super().show(line, offset, hit)

    @property
    def topic_label(self) -> str:
        """What the topic is called that the article is read for."""
        declared = (topic.label for topic in self.corpus.topics() if topic.id == self.topic_id)
        return next(declared, self.label or self.topic_id)

    def passage_here(self, nothing: str) -> tuple[Article, Passage] | None:
        """The passage at ▸ with the article as it was read: a newer file has other lines."""
        found = super().passage_here(nothing)
        return (self.text.article, found[1]) if found and self.text is not None else found

    def judged_here(self) -> tuple[Article, Passage] | None:
        """The passage at ▸ with its article; none as long as its lines may not be those of the whole."""
        if self.partial:
            self.tell("the rest of the article is still being read: try again when it is there")
            return None
        return super().judged_here()

    def judgements_changed(self) -> None:
        """Show the judgements as they are now."""
        if self.topic_id and self.text is not None:
            self._take_judgements()
            self.pane.lay_out_again()

    def _take_judgements(self) -> None:
        said: Said = {}
        if self.topic_id and self.text is not None:
            judged = self.corpus.topic_set().judgements
            said = verdicts(judged, self.topic_id, [self.text.article])
        self.pane.remarks = {
            lines: f"{each.says} for {self.topic_label}" for (_, lines), each in said.items()
        }
