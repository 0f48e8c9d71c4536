"""Nothing is sent: no command, no screen and no hostile file opens a socket or needs a network."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.inputs import SHORT, families
from tests.terminal.pty_session import ROOT, PtySession, clean_environment

COMMANDS = [
    ["index", "--rebuild"],
    ["list"],
    ["check"],
    ["search", "sanctions"],
    ["matrix", "--format", "html"],
    ["compare", "--query", "sanctions"],
]
FETCHING = ("bombs and entities", "archives", "pdf", "mail")


def corpus(folder: Path) -> Path:
    """A folder of all files that ask for something from elsewhere, or may."""
    folder.mkdir()
    for family in FETCHING:
        for each in families()[family]:
            if "bomb" not in each.name:
                each.write(folder, SHORT, 1)
    (folder / "good.txt").write_text(
        "Good\n\nOn sanctions and http://192.0.2.1/x and [a](http://192.0.2.1/y).\n"
    )
    return folder


def offline(commands: list[list[str]]) -> list[str]:
    return [sys.executable, "-m", "tests.hostile.offline", json.dumps(commands)]


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    root = str(corpus(tmp_path / "corpus"))
    command = offline([[*each, "-C", root] for each in COMMANDS])
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=240)
    assert "network" not in done.stderr
    assert done.returncode in (0, 1, 2), done.stderr


def test_what_would_open_one_is_found() -> None:
    code = "from tests.hostile.offline import forbid; forbid(); import urllib.request as u; u.urlopen('http://192.0.2.1')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 99


def test_the_reader_opens_no_socket(tmp_path: Path) -> None:
    with PtySession(offline([[]]), environment=clean_environment()) as session:
        session.wait_for("000")
        session.press("enter")
        session.settle()
        session.press("s", "sanctions")
        session.wait_for("sanctions")
        session.settle()
        session.press("escape")
        session.settle()
        session.press("escape")
        session.settle()
        session.press("q")
        assert session.exit_code() == 0, session.text


def _has_namespaces() -> bool:
    unshare = shutil.which("unshare")
    return (
        bool(unshare)
        and subprocess.run([unshare, "-rn", "true"], capture_output=True, check=False).returncode == 0
    )


@pytest.mark.skipif(not _has_namespaces(), reason="network namespaces cannot be made here")
def test_everything_works_where_there_is_no_network() -> None:
    for arguments in (["search", "sanctions"], ["compare", "kurils"], ["check"]):
        command = ["unshare", "-rn", sys.executable, "-m", "tui", *arguments]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stderr
