"""Choosing which articles stand side by side."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Container

from textual import on

from index import Article
from tui.layout.choices import Choice
from tui.layout.line import joined
from tui.layout.words import authors_of, date_of, named
from tui.screens.picking import Picking
from tui.widgets.picker import Picker

# From this width on, a line has room for the authors.
_WIDE = 100
_PURPOSE = "articles"


class Choosing(Picking):
    """The key Space in matrix and side by side: a list of the articles with ticks."""

    chosen: tuple[str, ...] = ()

    @property
    @abstractmethod
    def choosable(self) -> tuple[Article, ...]:
        """The articles there are, in the order of the columns."""

    def ticked(self) -> Container[str]:
        """The ids of the articles that are shown."""
        return self.chosen or [article.id for article in self.choosable]

    @abstractmethod
    def chosen_changed(self) -> None:
        """Show the articles that are chosen now."""

    def action_choose(self) -> None:
        """Open the list, with a tick at each article that is shown."""
        wide = self.size.width >= _WIDE
        shown = self.ticked()
        choices = [
            Choice(
                article.id,
                named(article),
                joined((authors_of(article) if wide else "", date_of(article))),
                article.id in shown,
                also=f"{authors_of(article)} {article.source}",
            )
            for article in self.choosable
        ]
        if choices:
            self.picker.open(
                _PURPOSE,
                "articles side by side",
                "Space ticks, a all/none, x only this, Enter shows",
                choices,
            )

    @on(Picker.Taken)
    def _chosen(self, message: Picker.Taken) -> None:
        if message.picker.purpose == _PURPOSE:
            self._choose(message.picker.ticked)

    @on(Picker.Excluded)
    def _only(self, message: Picker.Excluded) -> None:
        if message.picker.purpose == _PURPOSE:
            message.picker.tick_only()

    def _choose(self, ticked: tuple[str, ...]) -> None:
        self.chosen = () if len(ticked) == len(self.choosable) else ticked
        self.close_picker()
        self.chosen_changed()
        if not ticked:
            self.tell("no article is ticked: all are shown")
