"""No file ends the program: each is read or refused in a line, in bounded time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.inputs import families
from tests.hostile.probe import Outcome

ROOT = Path(__file__).resolve().parents[2]
SEED = "1"


def tried(*chosen: str, scale: str = "short") -> list[Outcome]:
    """What came of all inputs of some classes, each tried in a process of its own."""
    command = [sys.executable, "-m", "tests.hostile.worker", scale, SEED, *chosen]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    return [Outcome.load(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("family", families())
def test_every_file_of_the_class_is_read_or_refused_in_a_line(family: str) -> None:
    outcomes = tried(family)
    assert len(outcomes) == len(families()[family])
    assert [outcome for outcome in outcomes if not outcome.good] == []
