"""However a session ends, the program ends within two seconds and leaves the terminal as it was."""

from __future__ import annotations

import os
import pty
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.terminal.pty_session import PtySession

RUN_LINES = (sys.executable, str(Path(__file__).with_name("run_lines.py")))
LEFT_ALTERNATE_SCREEN = b"\x1b[?1049l"
PROMISED = 2.0


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < seconds


def opened(session: PtySession) -> PtySession:
    session.wait_for("line 1 of")
    session.settle()
    return session


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_restores_the_terminal(number: signal.Signals) -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session)
        assert session.attributes() != before
        session.signal(number)
        with at_most(PROMISED):
            assert session.exit_code() == 128 + number
        assert session.attributes() == before
        assert LEFT_ALTERNATE_SCREEN in session.raw
        assert session.raw.rstrip().endswith(b"\x1b[?25h")


def test_a_quit_restores_all_that_was_switched_on() -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session).press("q")
        assert session.exit_code() == 0
        assert session.attributes() == before
        on = {mode for mode in (b"1004", b"2004", b"1049", b"1000") if b"\x1b[?" + mode + b"h" in session.raw}
        assert all(b"\x1b[?" + mode + b"l" in session.raw for mode in on)
        assert b"\x1b[>" not in session.raw


@pytest.mark.parametrize("controlling", [True, False], ids=["with SIGHUP", "without SIGHUP"])
def test_a_cut_link_ends_it(controlling: bool) -> None:
    with PtySession(RUN_LINES, controlling=controlling) as session:
        opened(session)
        session.hang_up()
        with at_most(PROMISED):
            assert session.exit_code(reading=False) == 128 + signal.SIGHUP


def test_the_end_of_its_input_ends_it() -> None:
    master, slave = pty.openpty()
    with PtySession(RUN_LINES, stdin=slave, controlling=False) as session:
        os.close(slave)
        opened(session)
        os.close(master)
        with at_most(PROMISED):
            session.exit_code()
        assert LEFT_ALTERNATE_SCREEN in session.raw


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_client_that_reads_nothing_does_not_keep_it(number: signal.Signals) -> None:
    with PtySession(RUN_LINES, size=(200, 60)) as session:
        opened(session)
        for key in " b" * 300:
            session.send(key)
        session.process.send_signal(number)
        with at_most(PROMISED + 0.3):
            assert session.exit_code(reading=False) == 128 + number


def test_a_busy_program_ends_in_time_with_the_terminal_restored() -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session).press("h")
        session.wait_for("holding")
        session.signal(signal.SIGTERM)
        with at_most(PROMISED + 0.3):
            assert session.exit_code() == 128 + signal.SIGTERM
        assert session.attributes() == before
        assert LEFT_ALTERNATE_SCREEN in session.raw


def test_a_fault_leaves_one_line_and_a_report(own_home: Path) -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session).press("x")
        assert session.exit_code() == 2
        assert session.attributes() == before
        said = session.raw.rpartition(b"\x1b[?25h")[2].decode().strip()
        (report,) = (own_home / "state" / "briefing").glob("fault-*.txt")
        assert said.startswith("briefing: ended by a fault of its own (RuntimeError)")
        assert str(report) in said
        assert len(said.splitlines()) == 1
        assert "asked to" in report.read_text()
        assert report.stat().st_mode & 0o077 == 0


def test_it_can_be_suspended_and_continued() -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session).press("j", "ctrl+z")
        session.wait_until(lambda: session.stopped, "suspended program")
        session.settle()
        assert session.attributes() == before
        session.screen.reset()
        session.signal(signal.SIGCONT)
        session.wait_for("line 2 of")
        session.press("j")
        session.wait_for("line 3 of")
        session.press("q")
        assert session.exit_code() == 0
        assert session.attributes() == before


def test_continuing_without_having_been_suspended_draws_again() -> None:
    with PtySession(RUN_LINES) as session:
        before = session.attributes()
        opened(session)
        session.signal(signal.SIGSTOP)
        session.wait_until(lambda: session.stopped, "stopped program")
        session.screen.reset()
        session.signal(signal.SIGCONT)
        session.wait_for("line 1 of")
        session.press("q")
        session.exit_code()
        assert session.attributes() == before
