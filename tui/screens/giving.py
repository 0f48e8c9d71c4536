"""Taking a passage away: to the clipboard, with its citation or without."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property

from index import Article, Passage
from tui.screens.exporting import Exporting

_NOTHING = "no passage here to copy"


class Giving(Exporting):
    """The keys `y` and `Y`."""

    @property
    @abstractmethod
    def passage(self) -> Passage | None:
        """The passage that the cursor is on."""

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The corpus' articles by id, in the order of lists."""
        return {article.id: article for article in self.reader.known_articles()}

    def corpus_changed(self) -> None:
        """Take in a new index."""
        self.__dict__.pop("articles", None)

    def passage_here(self, nothing: str) -> tuple[Article, Passage] | None:
        """The passage at the cursor with its article; without one, say `nothing` or that the file is gone."""
        passage = self.passage
        article = self.articles.get(passage.article) if passage else None
        if passage is None or article is None:
            self.tell(f"the file of {passage.article} is no longer there" if passage else nothing)
            return None
        return article, passage

    def said_of(self, article: Article, passage: Passage) -> str:
        """What a person said on a passage, to be told with its citation; empty where nothing was said."""
        del article, passage
        return ""

    def action_cite(self) -> None:
        """Copy the passage with its citation."""
        if found := self.passage_here(_NOTHING):
            from index import quoted

            self.tell(self.reader.copy(quoted(*found, self.said_of(*found))))

    def action_copy(self) -> None:
        """Copy the passage without its citation."""
        self.tell(_NOTHING if self.passage is None else self.reader.copy(self.passage.text))
