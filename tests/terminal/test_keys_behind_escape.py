"""A key right behind Esc is a key by itself: over a slow link both arrive at once, and neither is lost."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from itertools import count

import pytest
from textual import events
from textual.message import Message

from tui.terminal.flow import Flow
from tui.terminal.keyboard import Keyboard


def read(reads: Sequence[bytes], seconds: float = 0.0) -> list[Message]:
    """What the keyboard makes of bytes that come in several reads, so many seconds after one another."""
    loop = asyncio.new_event_loop()
    given: list[Message] = []
    ours, theirs = os.pipe()
    clock = count(100.0, seconds).__next__ if seconds else time.monotonic
    keyboard = Keyboard(ours, loop, Flow(), given.append, lambda: None, lambda: None, clock)
    try:
        for data in reads:
            os.write(theirs, data)
            loop.run_until_complete(asyncio.sleep(0))
    finally:
        keyboard.stop()
        os.close(theirs)
        os.close(ours)
        loop.close()
    return given


def keys(*reads: bytes) -> list[str]:
    return [message.key for message in read(reads) if isinstance(message, events.Key)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (b"\x1b\r", ["escape", "enter"]),
        (b"\x1b/", ["escape", "slash"]),
        (b"\x1b ", ["escape", "space"]),
        (b"\x1b\t", ["escape", "tab"]),
        (b"\x1b\x0f", ["escape", "ctrl+o"]),
        (b"\x1b1", ["escape", "1"]),
        (b"\x1bq", ["escape", "q"]),
        (b"jj\x1b\rk", ["j", "j", "escape", "enter", "k"]),
        (b"\x1b\x1b\r", ["escape", "escape", "enter"]),
        ("\x1b島".encode(), ["escape", "島"]),
    ],
)
def test_esc_and_what_is_typed_behind_it_are_two_keys(typed: bytes, expected: list[str]) -> None:
    assert keys(typed) == expected
    assert keys(*(bytes([one]) for one in typed)) == expected


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (b"\x1b[A", ["up"]),
        (b"\x1bOA", ["up"]),
        (b"\x1b\x1b[B", ["escape", "down"]),
        (b"\x1b[5~", ["pageup"]),
        (b"\x1b\x7f", ["ctrl+w"]),
    ],
)
def test_what_one_key_sends_stays_one_key(sent: bytes, expected: list[str]) -> None:
    assert keys(sent) == expected
    assert keys(*(bytes([one]) for one in sent)) == expected


@pytest.mark.parametrize(
    "reads",
    [
        [b"\x1b[200~kuril \x1b[31m visit\r\x1b[201~j"],
        [b"\x1b[200~kuril ", b"\x1b[31m visit\r\x1b[2", b"01~j"],
        [b"\x1b[200~", *(bytes([one]) for one in b"kuril \x1b[31m visit\r\x1b[201~j")],
    ],
)
def test_nothing_in_a_paste_is_a_key(reads: list[bytes]) -> None:
    given = read(reads)
    assert [type(each) for each in given] == [events.Paste, events.Key]
    pasted = given[0]
    assert isinstance(pasted, events.Paste)
    assert pasted.text == "kuril \x1b[31m visit\r"


def test_esc_right_before_a_paste_comes_before_it() -> None:
    for reads in ([b"\x1b\x1b[200~abc\x1b[201~"], [b"\x1b", b"\x1b[200~abc\x1b[201~"]):
        assert [type(each) for each in read(reads)] == [events.Key, events.Paste]


@pytest.mark.parametrize("key", [b"\x03", b"\x1b"])
def test_who_waits_for_the_end_of_a_paste_in_vain_gets_out(key: bytes) -> None:
    reads = [b"\x1b[200~ab", b"c", key, b"q"]
    assert [type(each) for each in read(reads, 3.0)] == [events.Paste, events.Key, events.Key]
    assert read(reads) == []
