"""Every key, everywhere: a random walk ends in no fault, Esc and q lead out, and memory stays bounded."""

from __future__ import annotations

import pytest

from tests.hostile.test_kills_and_sessions import run

STEPS = 120
# Megabytes of the whole program on this corpus, and how much they may grow in the later part of a walk.
MEMORY, GROWTH = 250, 40


@pytest.mark.parametrize("seed", [1])
def test_a_walk_over_all_screens_ends_well(seed: int) -> None:
    told = run("walk", STEPS, seed)
    assert told["wrong"] == []
    assert told["megabytes"][0] < MEMORY
    assert told["growth"] < GROWTH
