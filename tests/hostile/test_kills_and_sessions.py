"""Killed at any point, or many at once: the index answers as a fresh one, and no mark is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


def run(module: str, *arguments: int) -> dict[str, Any]:
    """What a program of the long form says when it is asked for little."""
    command = [sys.executable, "-m", f"tests.hostile.{module}", *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_the_index_survives_every_kill() -> None:
    told = run("kills", 12, 3)
    assert told["wrong"] == []
    assert told["kills"] >= 6


def test_marks_survive_every_kill() -> None:
    assert run("state_kills", 8, 3) == {"kills": 8, "wrong": []}


def test_eight_sessions_share_an_index_and_a_state() -> None:
    assert run("sessions", 8, 2) == {"sessions": 8, "refreshes": 16, "wrong": []}
