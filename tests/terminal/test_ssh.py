"""The reader over real SSH: it is read, searched, cut off, and stands where it was."""

from __future__ import annotations

import os
import shlex
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import ROOT, PtySession, clean_environment, eventually
from tests.terminal.ssh_server import SshServer, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    with SshServer(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def over_ssh(server: SshServer, *arguments: str) -> PtySession:
    """The reader on the other side, with this test's home."""
    names = ("HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    settings = [f"{name}={shlex.quote(os.environ[name])}" for name in names]
    words = ["cd", str(ROOT), "&&", "env", "LANG=C.UTF-8", *settings, sys.executable, "-m", "tui", *arguments]
    return PtySession(server.command(words), size=(100, 30), environment=clean_environment(PYTHONPATH=""))


def reader_processes(home: str) -> list[int]:
    """The readers that run with this home."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            variables = (folder / "environ").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[1:3] == [b"-m", b"tui"] and f"HOME={home}".encode() in variables:
            found.append(int(folder.name))
    return found


def test_a_cut_connection_costs_nothing(server: SshServer) -> None:
    with over_ssh(server, "--open", "003") as session:
        session.wait_for("lines 1", 30)
        session.send("jjjjj")
        session.wait_gone("lines 1–")
        session.settle()
        session.send("s")
        session.wait_for("earch all")
        session.send("hikiwake")
        session.wait_for("hikiwake")
        session.press("escape")
        session.wait_for(" of ")
        session.settle(0.5)
        before = session.lines
        home = os.environ["HOME"]
        assert len(reader_processes(home)) == 1
        session.signal(signal.SIGKILL)
        eventually(lambda: not reader_processes(home), "end of the reader on the server", 3)
    with over_ssh(server) as again:
        again.wait_until(lambda: again.lines[:-2] == before[:-2], "place where it was")
        again.press("q")
        assert again.exit_code() == 0
