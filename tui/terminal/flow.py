"""How much may be on its way to the terminal, so that a slow link never holds more than a blink of frames.

The kernel and SSH take far more than a link carries: a held key would scroll on for seconds after its
release. So the terminal is asked now and then whether it has come so far (DSR 5, which every terminal
answers), and new frames wait, merged, while too much is unanswered.
"""

from __future__ import annotations

import re

ASK = "\x1b[5n"
"""Status query: a terminal answers when all before it has been shown."""
ANSWER = re.compile(r"\x1b\[0n")
WINDOW = 6_000
"""Bytes that may be unanswered: half a second at 100 kbit/s."""
INTERVAL = 2_000
"""Bytes after which the terminal is asked again: few enough to be two answers ahead of the window."""
PATIENCE = 2.0
"""Seconds to wait for an answer before it counts as lost."""


class Flow:
    """Counts what was sent against what the terminal has answered for.

    Until `works` is set, by a first answer, nothing is asked and nothing waits.
    """

    def __init__(self) -> None:
        self.works = False
        self._sent = 0
        self._answered = 0
        self._asked: list[int] = []

    @property
    def open(self) -> bool:
        """Whether another frame may be sent now."""
        return not self._asked or self._sent - self._answered < WINDOW

    @property
    def waiting(self) -> bool:
        """Whether an answer is still to come."""
        return bool(self._asked)

    def sent(self, size: int) -> bool:
        """Count bytes that were sent; True when the terminal is to be asked after them."""
        self._sent += size
        last = self._asked[-1] if self._asked else self._answered
        if not self.works or self._sent - last < INTERVAL:
            return False
        self._sent += len(ASK)
        self._asked.append(self._sent)
        return True

    def answered(self) -> None:
        """The terminal has shown all up to the oldest question."""
        self.works = True
        self._answered = self._asked.pop(0) if self._asked else self._sent

    def give_up(self) -> None:
        """Wait no more and ask no more until an answer comes after all."""
        self.works = False
        self._asked.clear()
        self._answered = self._sent
