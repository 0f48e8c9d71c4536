"""The one registry of what a person can do: it feeds bindings, hint line, palette, help page and README.

A screen registers its actions by rows in a table: `tui.actions.reading` holds those of the reading screens,
`tui.actions.finding` those of search, matrix, side by side and similar, `tui.actions.everywhere` those that
lead from one to another. A row names the screens it holds on. The screen sets `NAME` and
`BINDINGS = bindings(NAME)` and has a method for each row: `read.next-section` calls `action_next_section`.
Keys are Textual's names (`j`, `space`, `pagedown`, `slash`, `ctrl+p`) and can be remapped by id in the
config.
This module imports no Textual, so that the command line can print the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.actions import everywhere, finding, reading
from tui.actions.model import EVERYWHERE, Action

if TYPE_CHECKING:
    from textual.binding import BindingType

__all__ = [
    "ACTIONS",
    "EVERYWHERE",
    "Action",
    "actions_of",
    "bindings",
    "key_name",
    "remap",
    "remapped",
    "textual_name",
]

ACTIONS: tuple[Action, ...] = (*reading.ACTIONS, *finding.ACTIONS, *everywhere.ACTIONS)

_remapped: dict[str, tuple[str, ...]] = {}

_SHOWN = {
    "down": "↓", "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "escape": "Esc",
    "enter": "Enter", "slash": "/", "question_mark": "?", "plus": "+", "minus": "-", "equals_sign": "=",
    "right_square_bracket": "]", "left_square_bracket": "[", "apostrophe": "'", "number_sign": "#",
    "right_curly_bracket": "}", "left_curly_bracket": "{", "home": "Home", "end": "End", "tab": "Tab",
    "backspace": "Bksp", "full_stop": ".", "comma": ",", "colon": ":", "asterisk": "*",
    "shift+tab": "Shift+Tab", "greater_than_sign": ">", "less_than_sign": "<", "exclamation_mark": "!",
    "vertical_line": "|", "percent_sign": "%",
    "at": "@", "ampersand": "&", "semicolon": ";", "quotation_mark": '"', "grave_accent": "`",
}  # fmt: skip
_NAMED = {shown: name for name, shown in _SHOWN.items() if len(shown) == 1 and shown.isascii()}


def remap(keys: Mapping[str, tuple[str, ...]]) -> None:
    """Take the user's keys for actions by id; what is not named keeps its own."""
    _remapped.clear()
    _remapped.update(keys)


def remapped() -> dict[str, str]:
    """The user's keys as Textual's keymap: action id to keys with commas."""
    return {name: ",".join(keys) for name, keys in _remapped.items()}


def actions_of(screen: str) -> tuple[Action, ...]:
    """The actions that hold on a screen, in the order of the table, with the user's keys.

    A key belongs to one action: the one the user gave it to, else the last row of the table that names it.
    """
    return _owning(screen, _remapped)


def bindings(screen: str) -> list[BindingType]:
    """The screen's bindings as the table has them; `App.set_keymap(remapped())` puts the user's in place."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(action.keys),
            action.method,
            action.label,
            id=action.id,
            show=False,
            priority=action.always,
        )
        for action in _owning(screen, {})
        if action.keys
    ]


def _owning(screen: str, given: Mapping[str, tuple[str, ...]]) -> tuple[Action, ...]:
    held = [action for action in ACTIONS if screen in action.screens or EVERYWHERE in action.screens]
    owners = {key: action.id for action in held for key in given.get(action.id, action.keys)}
    owners |= {key: action.id for action in held for key in given.get(action.id, ())}
    return tuple(
        replace(action, keys=tuple(key for key in keys if owners[key] == action.id))
        for action, keys in ((action, given.get(action.id, action.keys)) for action in held)
    )


def key_name(key: str) -> str:
    """A key as people write it: `slash` is `/`, `ctrl+p` stays."""
    return _SHOWN.get(key, key)


def textual_name(key: str) -> str:
    """A key as Textual names it: `/` is `slash`, `PgDn` is `pagedown`."""
    for name, shown in _SHOWN.items():
        if shown.lower() == key.lower() and len(key) > 1:
            return name
    return _NAMED.get(key, key)
