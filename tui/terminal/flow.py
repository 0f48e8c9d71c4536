"""How much may be on its way to the terminal, so that a slow link never holds more than a blink of frames.

The kernel and SSH take far more than a link carries: a held key would scroll on for seconds after its
release. So the terminal is asked now and then whether it has come so far (DSR 5, which every terminal
answers), and new frames wait, merged, while too much is unanswered.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import NamedTuple

ASK = "\x1b[5n"
"""Status query: a terminal answers when all before it has been shown."""
ANSWER = re.compile(r"\x1b\[0n")
WINDOW = 6_000
"""Bytes that may be unanswered: half a second at 100 kbit/s."""
LEAST = 300
"""Bytes that may be unanswered on the slowest link: a third of a second at 9,600 baud."""
INTERVAL = 2_000
"""Bytes after which the terminal is asked again: few enough to be two answers ahead of the window."""
FIRST = 500
"""Bytes after which it is asked for the first time, when nothing is known of the link."""
BLINK = 0.5
"""Seconds that what is under way may take to arrive: longer, and a released key would seem to be held."""
PATIENCE = 2.0
"""Seconds to wait for an answer before it counts as lost."""


class Asked(NamedTuple):
    """A question: how much had been sent with it, how much of that was unanswered, and when."""

    sent: int
    under_way: int
    when: float


class Flow:
    """Counts what was sent against what the terminal has answered for, and how long that took.

    Until `works` is set, by a first answer, nothing is asked and nothing waits. `clock` gives seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.works = False
        self._clock = clock
        self._sent = 0
        self._answered = 0
        self._asked: list[Asked] = []
        self._begun = clock()
        self._quickest: float | None = None
        self._window = WINDOW
        self._interval = FIRST

    @property
    def open(self) -> bool:
        """Whether another frame may be sent now."""
        return not self._asked or self._sent - self._answered < self._window

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._asked)

    def begin(self) -> None:
        """The terminal is asked for the first time, in the driver's own words."""
        self._begun = self._clock()

    def sent(self, size: int) -> bool:
        """Count bytes that were sent; True when the terminal is to be asked after them."""
        self._sent += size
        last = self._asked[-1].sent if self._asked else self._answered
        if not self.works or self._sent - last < self._interval:
            return False
        self._sent += len(ASK)
        self._asked.append(Asked(self._sent, self._sent - self._answered, self._clock()))
        return True

    def answered(self) -> None:
        """The terminal has shown all up to the oldest question."""
        self.works = True
        if not self._asked:
            self._answered = self._sent
            self._quickest = self._quickest or self._clock() - self._begun
            return
        asked = self._asked.pop(0)
        self._answered = asked.sent
        self._learn(asked.under_way, self._clock() - asked.when)

    def give_up(self) -> None:
        """Wait no more and ask no more until an answer comes after all."""
        self.works = False
        self._asked.clear()
        self._answered = self._sent

    def _learn(self, size: int, took: float) -> None:
        """Let as much be under way as this link carries in a blink, its delay not counted."""
        self._quickest = took if self._quickest is None else min(self._quickest, took)
        carrying = took - self._quickest
        self._window = WINDOW
        if carrying > 0:
            self._window = min(max(int(size * BLINK / carrying), LEAST), WINDOW)
        self._interval = min(self._window // 3, INTERVAL)
