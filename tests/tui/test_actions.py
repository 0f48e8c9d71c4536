"""One registry: no key means two things, and every action can be done."""

from __future__ import annotations

from importlib import import_module

import pytest

from tui import actions
from tui.actions import ACTIONS, EVERYWHERE, actions_of, bindings, key_name, textual_name
from tui.screens import CLASSES

_WORDS = {"space", "PgDn", "PgUp", "Esc", "Enter", "Home", "End", "Tab", "Bksp"}
SCREENS = (*CLASSES, "palette")


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_means_one_thing_on_a_screen(screen: str) -> None:
    keys = [key for action in actions_of(screen) for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("screen", CLASSES)
def test_every_action_of_a_screen_has_its_method(screen: str) -> None:
    made = getattr(import_module(f"tui.screens.{screen}"), CLASSES[screen])
    missing = [action.id for action in actions_of(screen) if not hasattr(made, f"action_{action.method}")]
    assert missing == []


def test_ids_are_unique_and_screens_are_known() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert {screen for action in ACTIONS for screen in action.screens} <= {*SCREENS, EVERYWHERE}


def test_keys_of_other_programs_are_left_alone() -> None:
    taken = {key for action in ACTIONS for key in action.keys}
    assert not taken & {"ctrl+a", "ctrl+b", "ctrl+c"}
    assert not any(key.startswith("alt+") for key in taken)


def test_a_key_that_the_user_gives_away_is_taken_from_who_had_it() -> None:
    actions.remap({"read.contents": ("n",)})
    try:
        held = {action.id: action.keys for action in actions_of("reader")}
        assert held["read.contents"] == ("n",)
        assert held["find.next-hit"] == ()
    finally:
        actions.remap({})


def test_keys_are_written_as_people_write_them() -> None:
    assert [key_name(key) for key in ("slash", "pagedown", "j", "ctrl+p")] == ["/", "PgDn", "j", "ctrl+p"]
    assert [textual_name(key) for key in ("/", "PgDn", "j", "ctrl+p", "?", "@")] == [
        "slash", "pagedown", "j", "ctrl+p", "question_mark", "at",
    ]  # fmt: skip


def test_each_sign_in_the_tables_is_written_as_the_sign() -> None:
    shown = [key_name(key) for action in ACTIONS for key in action.keys]
    assert all(len(key) == 1 or "+" in key or key in _WORDS for key in shown), shown


def test_bindings_have_the_ids_that_settings_use() -> None:
    ids = {getattr(binding, "id", "") for binding in bindings("reader")}
    assert {"read.contents", "app.help", "move.page-down"} <= ids
