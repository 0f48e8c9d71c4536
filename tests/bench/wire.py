"""What a key costs on the wire and how soon it is answered, beside less, vim, w3m and Textual's own widgets.

    python -m tests.bench.wire

Article 001 at 120×40, mean bytes and median milliseconds to the last byte of the answer. Programs that are
not installed are named and left out.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tests.terminal.key_costs import Answer, answer, article_text, own_home
from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment

SIZE = (120, 40)
MARKDOWN_APP = str(Path(__file__).with_name("markdown_app.py"))
COLUMNS = ("start", "line down", "page down", "search letter", "matrix row", "compare row")


def programs(file: Path) -> dict[str, Sequence[str]]:
    """The command lines that show article 001."""
    return {
        "briefing": (*READER, "--open", "001"),
        "briefing --plain-driver": (*READER, "--open", "001", "--plain-driver"),
        "less": ("less", str(file)),
        "vim -R": ("vim", "-R", "-u", "NONE", "-N", str(file)),
        "w3m": ("w3m", str(file)),
        "Textual Markdown": (sys.executable, MARKDOWN_APP, str(file)),
        "frogmouth": ("frogmouth", str(file)),
    }


def opened(command: Sequence[str]) -> tuple[PtySession, Answer]:
    """A program settled on its first screen, and what that cost."""
    session = PtySession(command, size=SIZE, environment=clean_environment(LESS=""), cwd=ROOT)
    session.wait_for("Sino-Russian", 30)
    first = time.perf_counter() - session.started
    session.settle(0.8)
    return session, Answer(first, first, session.received)


def told(answers: Sequence[Answer]) -> str:
    """Mean bytes and median milliseconds."""
    if not answers:
        return "–"
    size = statistics.mean(a.size for a in answers)
    return f"{size:,.0f} B, {statistics.median(a.last for a in answers) * 1000:.0f} ms"


def measured(command: Sequence[str]) -> list[str]:
    """The cells of a program's row."""
    session, start = opened(command)
    with closing(session):
        quiet = 1.0 if MARKDOWN_APP in command or "frogmouth" in command else 0.08
        line, page = {"vim": ("\x05", "\x06"), "w3m": ("J", " ")}.get(command[0], ("j", " "))
        lines = [answer(session, line, quiet) for _ in range(12)]
        pages = [answer(session, page, quiet) for _ in range(8)]
        cells = [told([start]), told(lines[2:]), told(pages)]
        return cells + (measured_views(session) if "tui" in command else ["–"] * 3)


def measured_views(session: PtySession) -> list[str]:
    """The cells of the reader's own views."""
    session.press("s")
    session.wait_for("earch all")
    session.settle(0.4)
    letters = [answer(session, letter, 0.4) for letter in "sanctions"]
    session.press("escape")
    session.wait_for("of 255")
    session.press("c")
    session.wait_for("Sanctions in")
    session.settle(0.4)
    rows = [answer(session, "j", 0.2) for _ in range(8)]
    session.press("g", "enter")
    session.wait_for("· side by side")
    session.settle(0.4)
    compared = [answer(session, "j", 0.2) for _ in range(8)]
    return [told(letters), told(rows), told(compared)]


def main() -> None:
    """Print the table as Markdown."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(own_home(home))
        subprocess.run([*READER, "index"], cwd=ROOT, check=True, capture_output=True)
        file = article_text(Path(home))
        print("| | " + " | ".join(COLUMNS) + " |")
        print("|---" * (len(COLUMNS) + 1) + "|")
        for name, command in programs(file).items():
            if shutil.which(command[0]) is None:
                print(f"| {name} | not installed |")
                continue
            print(f"| {name} | " + " | ".join(measured(command)) + " |", flush=True)


if __name__ == "__main__":
    main()
