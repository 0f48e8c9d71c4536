"""How soon the first useful screen is there, beside a bare Textual app that shows one line.

    python -m tests.bench.start [ROUNDS]

From the start of the process to the text on the screen, on a warm index: median time, CPU time, and the parts
of it, which are imports. Rounds of all programs alternate, so that a busy machine slows all alike; where it
is busy, trust the CPU time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.terminal.key_costs import own_home
from tests.terminal.pty_session import ROOT, PtySession, clean_environment

BRIEFING = (sys.executable, "-c", "import sys; from tui.commands.program import main; sys.exit(main())")
"""What an installed `briefing` runs."""
BARE = (sys.executable, str(Path(__file__).with_name("one_line_app.py")))
SCREENS: dict[str, tuple[Sequence[str], str]] = {
    "a bare Textual app": (BARE, "one line"),
    "briefing (library)": (BRIEFING, "5 articles"),
    "briefing --open 001": ((*BRIEFING, "--open", "001"), "relations drew closer"),
}
COMMANDS = (("--version",), ("--help",), ("list",), ("show", "001"))
IMPORTS = ("sys", "textual.app", "index", "tui.commands", "tui.terminal.driver", "tui.app", "whoosh.index")


def to_screen(command: Sequence[str], text: str) -> tuple[float, float]:
    """Seconds and CPU seconds from the start of the process until the terminal has been sent this text."""
    with closing(PtySession(command, size=(120, 40), environment=clean_environment(), cwd=ROOT)) as session:
        seen = b""
        while text.encode() not in seen:
            chunk = session.read(20)
            if not chunk:
                raise SystemExit(f"{command} did not show {text!r}: {seen!r}")
            seen += chunk
        return time.perf_counter() - session.started, session.ticks / os.sysconf("SC_CLK_TCK")


def remember_in(home: str, name: str) -> None:
    """Give each program a state of its own, so that none opens where another was left."""
    os.environ["XDG_STATE_HOME"] = str(Path(home) / "state of" / name)


def visit(command: Sequence[str], text: str) -> None:
    """Open a program on this text and leave it by its key, so that it keeps what it keeps."""
    with closing(PtySession(command, size=(120, 40), environment=clean_environment(), cwd=ROOT)) as session:
        session.wait_for(text)
        session.settle(0.5)
        session.press("q")
        session.exit_code()


def to_end(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and CPU seconds that a command takes."""
    start, before = time.perf_counter(), os.times()
    subprocess.run(command, cwd=ROOT, env=clean_environment(), check=True, capture_output=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, cpu


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(own_home(home))
        # As installed: compiled, indexed, and with the article as it was kept when it was opened last.
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        to_end([*BRIEFING, "index"])
        for name, (command, text) in SCREENS.items():
            remember_in(home, name)
            visit(command, text)
        for _ in range(rounds):
            for name, (command, text) in SCREENS.items():
                remember_in(home, name)
                times[name].append(to_screen(command, text))
            for words in COMMANDS:
                times[f"briefing {' '.join(words)}"].append(to_end([*BRIEFING, *words]))
            for name in IMPORTS:
                times[f"import {name}"].append(to_end([sys.executable, "-c", f"import {name}"]))
    bare = [statistics.median(column) for column in zip(*times["a bare Textual app"], strict=True)]
    print(f"| {rounds} rounds | median | of a bare app | CPU | of a bare app |\n|---|---|---|---|---|")
    for name, values in times.items():
        wall, cpu = (statistics.median(column) for column in zip(*values, strict=True))
        shares = f"{wall / bare[0]:.2f} | {cpu * 1000:.0f} ms | {cpu / bare[1]:.2f}"
        print(f"| {name} | {wall * 1000:.0f} ms | {shares} |")


if __name__ == "__main__":
    main()
