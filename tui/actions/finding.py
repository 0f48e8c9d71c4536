"""The actions of search, matrix, side by side and similar."""

from __future__ import annotations

from tui.actions.model import Action

ACTIONS: tuple[Action, ...] = ()
