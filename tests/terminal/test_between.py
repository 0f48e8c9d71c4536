"""With GNU screen, tmux or mosh between the reader and the terminal, the terminal shows the same."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment

SIZE = (100, 30)
STEPS = (
    "jjj",
    " ",
    "b",
    "/hikiwake",
    "\r",
    "g",
    "ssanctions",
    "\r",
    "j",
    "\x1b",
    "\x1b",
    "c",
    "jj",
    "\r",
    "j]",
    "G",
)
COMMAND = (*READER, "--open", "001")


@pytest.fixture(params=["screen", "tmux", "mosh"])
def between(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[PtySession]:
    """The reader with one of these between."""
    name = str(request.param)
    program = "mosh-server" if name == "mosh" else name
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    home = clean_environment(LC_ALL="C.UTF-8", XDG_STATE_HOME=str(tmp_path / "state"))
    if name == "screen":
        (tmp_path / "rc").write_text("startup_message off\n")
        (tmp_path / "sockets").mkdir(mode=0o700)
        home["SCREENDIR"] = str(tmp_path / "sockets")
        command = ["screen", "-c", str(tmp_path / "rc"), "-U", *COMMAND]
    elif name == "tmux":
        (tmp_path / "rc").write_text("set -g status off\n")
        # The terminal in memory cannot scroll by SU, which tmux writes where there is one.
        home["TERM"] = "linux"
        command = [
            "tmux",
            "-u",
            "-S",
            str(tmp_path / "t"),
            "-f",
            str(tmp_path / "rc"),
            "new",
            " ".join(COMMAND),
        ]
    else:
        command = mosh_client(home)
    with PtySession(command, size=SIZE, environment=home, cwd=ROOT) as session:
        yield session


def mosh_client(home: dict[str, str]) -> list[str]:
    """The client of a server that was started with the reader in it; its key is put into `home`."""
    server = ["mosh-server", "new", "-i", "127.0.0.1", "-p", "60100:60999", "-c", "256", "--", *COMMAND]
    said = subprocess.run(server, env=home, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    port, home["MOSH_KEY"] = next(line for line in said.splitlines() if "MOSH CONNECT" in line).split()[2:]
    return ["mosh-client", "127.0.0.1", port]


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[PtySession]:
    """The reader on a terminal of its own."""
    home = clean_environment(LC_ALL="C.UTF-8", XDG_STATE_HOME=str(tmp_path / "alone"))
    with PtySession(COMMAND, size=SIZE, environment=home, cwd=ROOT) as session:
        yield session


@pytest.fixture(autouse=True)
def indexed(own_home: Path) -> None:
    assert os.environ["HOME"] == str(own_home)
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)


def test_a_session_looks_the_same(between: PtySession, alone: PtySession) -> None:
    for session in (alone, between):
        session.wait_for("lines 1")
        session.settle(0.5)
    for step in STEPS:
        for session in (alone, between):
            session.send(step)
        alone.settle(0.6)
        between.wait_until(lambda: between.lines == alone.lines, f"same screen after {step!r}")
    for session in (alone, between):
        session.press("q")
        assert session.exit_code() == 0
