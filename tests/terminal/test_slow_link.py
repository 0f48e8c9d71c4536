"""Through 100 kbit/s every key is answered before the next, and a held key stops when it is released."""

from __future__ import annotations

import subprocess
import time

import pytest

from tests.terminal.pty_session import READER, ROOT, clean_environment
from tests.terminal.slow_link import SlowLink

REPEAT = 1 / 30
"""Seconds between the repetitions of a held key."""


@pytest.fixture
def session() -> SlowLink:
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)
    opened = SlowLink([*READER, "--open", "001"], size=(120, 40))
    opened.wait_for("lines 1")
    opened.settle(0.4)
    return opened


def hold(session: SlowLink, key: str, seconds: float) -> None:
    """Hold a key down."""
    start = time.monotonic()
    pressed = 0
    while (now := time.monotonic() - start) < seconds:
        if now >= pressed * REPEAT:
            session.press(key)
            pressed += 1
        session.pump(REPEAT / 4)


@pytest.mark.parametrize("key", ["j", " "])
def test_a_held_key_stops_when_it_is_released(session: SlowLink, key: str) -> None:
    with session:
        hold(session, key, 2.0)
        released = time.monotonic()
        while session.pump(0.3):
            pass
        assert time.monotonic() - released - 0.3 < 1.0
        assert "100%" in session.text or key == "j"


def test_every_key_is_answered_before_the_next(session: SlowLink) -> None:
    with session:
        for key in "jjjj  jjkk b jj":
            before = session.received
            pressed = time.monotonic()
            session.press(key)
            session.wait_until(lambda seen=before: session.received > seen, f"answer to {key!r}", 1.0)
            assert time.monotonic() - pressed < 0.3
            session.settle(0.05)
            assert time.monotonic() - pressed < 0.05 + (0.7 if key in " b" else 0.4)


def test_a_page_skipped_by_a_slow_link_is_never_shown_in_part(session: SlowLink) -> None:
    with session:
        hold(session, " ", 1.0)
        session.settle(0.3)
        session.press("g")
        session.wait_for("lines 1")
        session.settle(0.3)
        assert "Sino-Russian Relations and the Failure" in session.lines[0]
        assert any("relations drew closer after Vladimir Putin" in line for line in session.lines)
