"""Ends sessions by force while they keep marks: what was kept is there afterwards, and the file is whole.

`python -m tests.hostile.state_kills COUNT SEED` prints one JSON object. A session tells each mark it has kept
and is ended when it has told as many as were drawn, wherever it is then.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tui.state.store import Mark, State


def main() -> int:
    """Kill as often as asked and print what came of it."""
    count, chance = int(sys.argv[1]), random.Random(int(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        wrong = [
            fault for turn in range(count) for fault in _killed(Path(name), turn, chance.randrange(1, 40))
        ]
    print(json.dumps({"kills": count, "wrong": wrong}))
    return 0


def _killed(folder: Path, turn: int, most: int) -> list[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        _keep_marks(folder, turn, writing)
    os.close(writing)
    told = b""
    while len(told) < most and (data := os.read(reading, most - len(told))):
        told += data
    os.kill(child, signal.SIGKILL)
    while data := os.read(reading, 1 << 16):
        told += data
    os.close(reading)
    os.waitpid(child, 0)
    state = State("corpus", folder)
    kept = state.marks().get("a")
    problem = state.problem
    state.close()
    with closing(sqlite3.connect(folder / "state.db")) as base:
        check = base.execute("PRAGMA integrity_check").fetchone()[0]
    faults = [f"turn {turn}: {problem}"] if problem else []
    if check != "ok":
        faults.append(f"turn {turn}: {check}")
    if kept is None or kept.article != f"turn {turn}" or kept.line < len(told):
        faults.append(f"turn {turn}: {len(told)} marks were kept, {kept} is there")
    return faults


def _keep_marks(folder: Path, turn: int, writing: int) -> None:
    state = State("corpus", folder)
    for line in range(1, 100_000):
        state.keep_mark(Mark("a", f"turn {turn}", line, 0))
        os.write(writing, b"." if not state.problem else b"")
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
