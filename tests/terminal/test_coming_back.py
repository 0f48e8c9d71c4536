"""However a visit ended, the next one opens where it was; keys typed ahead are not lost."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment


@pytest.fixture(autouse=True)
def indexed() -> None:
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)


def place(session: PtySession) -> str:
    """What of the screen tells where one is: its title and text, not its remarks."""
    return "\n".join(session.lines[:-2])


@pytest.mark.parametrize("end", [signal.SIGHUP, signal.SIGTERM, signal.SIGKILL])
def test_an_article_is_open_at_the_same_lines(end: signal.Signals) -> None:
    with PtySession([*READER, "--open", "004"]) as session:
        session.wait_for("lines 3–")
        session.send("  jjj")
        session.wait_gone("lines 3–")
        session.settle(1.0)
        before = place(session)
        session.signal(end)
        session.exit_code()
    with PtySession() as again:
        again.wait_until(lambda: place(again) == before, "the same place")


def test_a_search_is_open_with_its_words() -> None:
    with PtySession([*READER, "--open", "001"]) as session:
        session.wait_for("lines 1")
        session.send("shikiwake")
        session.wait_for("found: hikiwake")
        session.settle(1.0)
        session.hang_up()
        session.exit_code(reading=False)
    with PtySession() as again:
        again.wait_for("search: hikiwake")
        again.wait_for("found: hikiwake")


def test_the_side_by_side_is_open_at_its_topic() -> None:
    with PtySession([*READER, "--open", "001"], size=(120, 40)) as session:
        session.wait_for("lines 1")
        session.press("c")
        session.wait_for("Sanctions in")
        session.press("j", "enter")
        session.wait_for("· side by side")
        session.press("j", "j")
        session.settle(1.0)
        before = place(session)
        session.signal(signal.SIGTERM)
        session.exit_code()
    with PtySession(size=(120, 40)) as again:
        again.wait_until(lambda: place(again) == before, "the same row and cell")


def test_two_sessions_keep_each_their_place_and_the_newest_wins() -> None:
    with PtySession([*READER, "--open", "002"]) as first, PtySession([*READER, "--open", "003"]) as second:
        for session in (first, second):
            session.wait_for("lines 1")
        first.send("jj")
        first.settle(1.0)
        second.send("jjj")
        second.settle(1.0)
        assert "Rapprochement" in first.lines[0]
        before = place(second)
        for session in (first, second):
            session.signal(signal.SIGHUP)
            session.exit_code()
    with PtySession() as again:
        again.wait_until(lambda: place(again) == before, "the newest place")


def test_keys_typed_before_the_first_screen_are_not_lost() -> None:
    with PtySession([*READER, "--open", "001"]) as session:
        session.send("shikiwake")
        session.wait_for("found: hikiwake")


@contextmanager
def two_sessions(article: str) -> Iterator[tuple[PtySession, PtySession]]:
    """Two readers that have opened the same article."""
    command = [*READER, "--open", article]
    with PtySession(command, size=(120, 40)) as one, PtySession(command, size=(120, 40)) as other:
        for session in (one, other):
            session.wait_for("lines 1")
            session.settle(0.5)
        yield one, other


def test_keys_typed_ahead_are_not_lost() -> None:
    with two_sessions("001") as (slow, fast):
        fast.send("jjjj jjjkjjkj jjj")
        for key in "jjjj jjjkjjkj jjj":
            slow.press(key)
            slow.settle(0.05)
        fast.settle(0.5)
        slow.wait_until(lambda: slow.lines == fast.lines, "the same place")


@pytest.mark.parametrize(
    "keys", ["ssanc\rj\r", "s\x1b[200~hikiwake\x1b[201~\r\r", "ckjj\rj\r"], ids=["search", "paste", "compare"]
)
def test_a_burst_does_what_its_keys_do_one_by_one(keys: str) -> None:
    with two_sessions("002") as (slow, fast):
        fast.send(keys)
        for key in re.findall(r"\x1b\[200~.*\x1b\[201~|.", keys, re.DOTALL):
            slow.send(key)
            slow.settle(0.3)
        fast.wait_until(lambda: fast.lines[:-1] == slow.lines[:-1], "what the keys do one by one")
