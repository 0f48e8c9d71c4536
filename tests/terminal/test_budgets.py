"""The reading view costs on the wire what `less` costs on the same text."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.terminal.emulators import Cells
from tests.terminal.key_costs import article_text, cost, less, reader
from tests.terminal.pty_session import PtySession

SIZES = [(120, 40), (80, 24)]
KEYS = 40


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "80x24"])
def test_reading_costs_what_less_costs(size: tuple[int, int], tmp_path: Path) -> None:
    with less(article_text(tmp_path), size) as pager, reader("--open", "001", size=size) as ours:
        assert ours.received <= 2.5 * pager.received, "first screen"
        for keys, share in (("j" * KEYS, 2.0), ("k" * KEYS, 2.0), ((" " * 10 + "b" * 10) * 2, 1.3)):
            theirs = sum(cost(pager, key) for key in keys)
            assert sum(cost(ours, key) for key in keys) <= share * theirs, f"keys {keys[0]!r}"


@pytest.mark.parametrize("size", SIZES, ids=["120x40", "80x24"])
def test_a_letter_typed_in_search_costs_little(size: tuple[int, int]) -> None:
    with reader("--open", "001", size=size) as ours:
        ours.press("s")
        ours.settle(0.4)
        for letter in "sancti":
            before = ours.received
            ours.press(letter)
            ours.settle(0.6)
            assert ours.received - before <= 4096, f"letter {letter!r}"


def test_moving_by_a_row_costs_the_cells_that_change() -> None:
    with reader("--open", "001", size=(120, 40)) as ours:
        ours.press("c")
        ours.wait_for("Kurils")
        ours.settle(0.4)
        assert_cost_what_changes(ours, "jjjjkkj")
        ours.press("enter")
        ours.wait_for("side by side")
        ours.settle(0.4)
        assert_cost_what_changes(ours, "jjjkkjj")


def assert_cost_what_changes(session: PtySession, keys: str) -> None:
    spent = allowed = 0
    for key in keys:
        before = session_cells(session)
        session.press(key)
        spent += session.settle(0.2)
        allowed += needed(before, session_cells(session))
    assert 0 < spent <= 1.25 * allowed


def needed(before: Cells, after: Cells) -> int:
    """The bytes of the cells that changed: of each stretch in one style its text, its style and its place."""
    size = 0
    for old, new in zip(before, after, strict=True):
        changed = [cell for was, cell in zip(old, new, strict=True) if was != cell]
        size += sum(len(str(cell[0]).encode()) for cell in changed)
        size += 8 * sum(
            1 for x, cell in enumerate(new)
            if cell != old[x] and (x == 0 or new[x - 1] == old[x - 1] or new[x - 1][1:] != cell[1:])
        )  # fmt: skip
    return size


def session_cells(session: PtySession) -> Cells:
    columns, rows = session.screen.columns, session.screen.lines
    return [[tuple(session.screen.buffer[y][x]) for x in range(columns)] for y in range(rows)]


@pytest.mark.parametrize("arguments", [(), ("--open", "001")], ids=["library", "article"])
def test_nothing_happens_while_nobody_does_anything(arguments: tuple[str, ...]) -> None:
    seconds = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 3
    with reader(*arguments, size=(120, 40)) as ours:
        ours.settle(1.0)
        ticks = ours.ticks
        assert not ours.pump(seconds), "bytes written while idle"
        assert ours.ticks == ticks
