"""How soon a key's answer begins on the reading view, beside a bare `ScrollView` app.

    python -m tests.bench.keys [KEYS]

Milliseconds from the key to the first byte of the answer; rounds of all programs alternate.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.terminal.key_costs import answer, own_home
from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment

LINES = str(Path(__file__).parents[1] / "terminal" / "run_lines.py")
PROGRAMS = {
    "a bare ScrollView app": (sys.executable, LINES, "--textual"),
    "the same with the thin driver": (sys.executable, LINES),
    "briefing --open 001": (*READER, "--open", "001"),
}
KINDS = {"line down": "j", "line up": "k", "page down": " ", "page up": "b"}


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as home, ExitStack() as stack:
        os.environ.update(own_home(home))
        subprocess.run([*READER, "index"], cwd=ROOT, check=True, capture_output=True)
        sessions = {}
        for name, command in PROGRAMS.items():
            session = PtySession(command, size=(120, 40), environment=clean_environment(), cwd=ROOT)
            sessions[name] = stack.enter_context(session)
            session.wait_for("line")
            session.settle(0.8)
        times: dict[tuple[str, str], list[float]] = {}
        for _ in range(rounds):
            for kind, key in KINDS.items():
                for name, session in sessions.items():
                    times.setdefault((kind, name), []).append(answer(session, key, 0.05).first * 1000)
        print("| | " + " | ".join(f"{name}: p50 / p95" for name in PROGRAMS) + " |")
        print("|---" * (len(PROGRAMS) + 1) + "|")
        for kind in KINDS:
            cells = []
            for name in PROGRAMS:
                values = sorted(times[kind, name])
                cells.append(f"{statistics.median(values):.1f} / {values[int(len(values) * 0.95)]:.1f} ms")
            print(f"| {kind} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
