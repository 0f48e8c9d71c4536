"""An article in a pane under the side by side, in a terminal: the same screen after it, and few bytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest

from tests.terminal.key_costs import total
from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment
from tests.terminal.test_budgets import needed, session_cells

SIZES = [(120, 40), (200, 60)]
# Bytes of going to a few places of the screen.
_MOVES = 64
TERMINALS = [{}, {"NO_COLOR": "1"}, {"TERM": "linux"}, {"TERM": "linux", "NO_COLOR": "1"}]


@contextmanager
def side_by_side(size: tuple[int, int], environment: Mapping[str, str] | None = None) -> Iterator[PtySession]:
    """The first cell of an article in the side by side on sanctions, settled."""
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)
    env = clean_environment(**(environment or {}))
    with PtySession(
        [sys.executable, "-m", "tui", "--open", "001"], size=size, cwd=ROOT, environment=env
    ) as at:
        at.wait_for("Sino-Russian")
        at.press("c")
        at.wait_for("Kurils")
        at.press("l", "l", "enter")
        at.wait_for("· side by side")
        at.wait_for("row 1 of")
        at.settle(0.4)
        yield at


def press(session: PtySession, key: str) -> None:
    session.press(key)
    session.settle(0.3)


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "200x60"])
@pytest.mark.parametrize("environment", TERMINALS, ids=["xterm", "no colour", "linux", "linux, no colour"])
def test_the_screen_after_the_pane_is_the_one_before_it(
    size: tuple[int, int], environment: dict[str, str]
) -> None:
    with side_by_side(size, environment) as session:
        before = session_cells(session)
        title = size[1] - size[1] // 2
        press(session, "enter")
        pane = session_cells(session)
        assert session.lines[title].startswith("001 Sino-Russian Relations")
        assert any("▸" in line or "> The impression" in line for line in session.lines[title:])
        assert "Sanctions · lines" in session.lines[-2]
        assert "Enter whole screen" in session.lines[-1]
        if "NO_COLOR" not in environment:
            # The cells above keep their colours; of the cursor's only the bar stays, as the keys are below.
            assert sum(old != new for old, new in zip(before[:title], pane[:title], strict=True)) == 1
        press(session, "enter")
        press(session, "escape")
        assert session_cells(session) == pane
        press(session, "escape")
        assert session_cells(session) == before


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "200x60"])
def test_a_key_in_a_pane_costs_no_more_than_the_cells_that_change(size: tuple[int, int]) -> None:
    with side_by_side(size) as session:
        for key in ("enter", "j", "j", "pagedown", "n", "\t", "\t", "enter", "escape", "escape"):
            before, received = session_cells(session), session.received
            press(session, key)
            allowed = 1.25 * needed(before, session_cells(session)) + _MOVES
            assert session.received - received <= allowed, repr(key)


def test_reading_in_a_pane_costs_less_than_on_the_whole_screen() -> None:
    with side_by_side((120, 40)) as session:
        press(session, "enter")
        in_pane = total(session, "j", 20)
        press(session, "enter")
        assert in_pane < total(session, "j", 20)


def test_keys_that_come_at_once_lead_into_the_pane_and_back() -> None:
    with side_by_side((120, 40)) as session:
        session.send("j" * 16)
        session.settle(0.4)
        before = session_cells(session)
        session.send("\rjj\t\x1b[Z\r/war\r\x1b\x1b\x1b")
        session.settle(0.6)
        session.wait_until(lambda: session_cells(session) == before, "the same screen")
        session.send("\r\rj")
        session.settle(0.6)
        press(session, "escape")
        pane = session_cells(session)
        press(session, "ctrl+l")
        assert session_cells(session) == pane
        assert "Enter whole screen" in session.lines[-1]
