"""What a key costs on the wire, for the reader and for the programs it is measured against."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment

PATIENCE = 5.0
"""Seconds in which a key must be answered."""
QUIET = 0.03
"""Seconds without a byte after which an answer is over."""


def cost(session: PtySession, key: str) -> int:
    """The bytes that this key makes the program write."""
    before = session.received
    session.press(key)
    session.wait_until(lambda: session.received > before, f"answer to {key!r}", PATIENCE)
    session.settle(QUIET)
    return session.received - before


def total(session: PtySession, key: str, times: int) -> int:
    """The bytes of this many key presses, each answered before the next."""
    return sum(cost(session, key) for _ in range(times))


def article_text(folder: Path, article: str = "001") -> Path:
    """A file with what `briefing show` prints of an article, 80 columns wide as in the reading view."""
    file = folder / f"{article}.txt"
    if not file.exists():
        shown = subprocess.run(
            [*READER, "show", article], cwd=ROOT, env=clean_environment(COLUMNS="80"), check=True,
            capture_output=True,
        )  # fmt: skip
        file.write_bytes(shown.stdout)
    return file


def less(file: Path, size: tuple[int, int]) -> PtySession:
    """A `less` on this file, settled on its first screen."""
    session = PtySession(["less", str(file)], size=size, environment=clean_environment(LESS=""))
    session.wait_for("Sino-Russian")
    session.settle()
    return session


def reader(*arguments: str, size: tuple[int, int], shows: str = "Sino-Russian") -> PtySession:
    """The reader, settled on its first screen with its index built."""
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)
    session = PtySession([sys.executable, "-m", "tui", *arguments], size=size, cwd=ROOT)
    session.wait_for(shows)
    session.settle(0.4)
    return session


@dataclass(frozen=True)
class Answer:
    """What a key made a program write: seconds to its first and last byte, and how many bytes."""

    first: float
    last: float
    size: int


def answer(session: PtySession, key: str, quiet: float = QUIET) -> Answer:
    """Press a key and time the answer; nothing is drawn until it is over, so that drawing takes no time."""
    chunks: list[bytes] = []
    session.press(key)
    start = time.perf_counter()
    first = last = 0.0
    while chunk := session.read(quiet if chunks else PATIENCE):
        last = time.perf_counter() - start
        first = first or last
        chunks.append(chunk)
    session.show(b"".join(chunks))
    return Answer(first, last, sum(map(len, chunks)))


def own_home(folder: str) -> dict[str, str]:
    """Variables for a cache, a state and settings of its own in this folder."""
    return {f"XDG_{name}_HOME": f"{folder}/{name.lower()}" for name in ("CACHE", "STATE", "CONFIG")}
