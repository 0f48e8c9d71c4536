"""The keys that move through lists and grids, the same on every screen that has one."""

from __future__ import annotations

from abc import abstractmethod
from typing import Protocol

from tui.screens.counting import Counting


class Walked(Protocol):
    """What has a cursor that goes up and down."""

    @property
    def visible_height(self) -> int:
        """How many lines are seen."""

    def focus(self) -> object:
        """Take the keys."""

    def step_down(self, count: int = 1) -> None:
        """Go down by entries, or by lines within one that does not fit."""

    def step_up(self, count: int = 1) -> None:
        """Go up by entries, or by lines within one that does not fit."""

    def page(self, lines: int) -> None:
        """Go by lines of the screen."""

    def to_number(self, number: int) -> None:
        """Go to an entry by its number, from 1."""

    def to_top(self) -> None:
        """Go to the first entry, with what stands over it."""

    def to_bottom(self) -> None:
        """Go to the last entry, with what stands under it."""


class Walking(Counting):
    """A screen with a view that the keys move in."""

    @property
    @abstractmethod
    def view(self) -> Walked:
        """The view that the keys move in."""

    def action_line_down(self) -> None:
        """Entries down."""
        self.view.step_down(self.times())

    def action_line_up(self) -> None:
        """Entries up."""
        self.view.step_up(self.times())

    def action_page_down(self) -> None:
        """Pages down."""
        self.view.page(self.times() * max(self.view.visible_height - 1, 1))

    def action_page_up(self) -> None:
        """Pages up."""
        self.view.page(-self.times() * max(self.view.visible_height - 1, 1))

    def action_half_down(self) -> None:
        """Half pages down."""
        self.view.page(self.times() * max(self.view.visible_height // 2, 1))

    def action_half_up(self) -> None:
        """Half pages up."""
        self.view.page(-self.times() * max(self.view.visible_height // 2, 1))

    def action_top(self) -> None:
        """To the top, or to the entry of the number that was typed."""
        if self.has_count:
            self.view.to_number(self.times())
        else:
            self.view.to_top()

    def action_bottom(self) -> None:
        """To the bottom, or to the entry of the number that was typed."""
        if self.has_count:
            self.view.to_number(self.times())
        else:
            self.view.to_bottom()
