"""A number typed before a key says how often or how far, as in less and vim: `10j`, `5G`, `3n`."""

from __future__ import annotations

from textual import events

from tui.screens.base import BriefingScreen

_DIGITS = 5


class Counting(BriefingScreen):
    """A screen whose keys take a count; it is shown while it is typed, and over with the next key."""

    # The digits typed so far, and those before the key that is answered now.
    _typed_count = ""
    _count = ""

    def on_key(self, event: events.Key) -> None:
        """Take a digit, or leave what was typed to the action of this key."""
        digit = event.character or ""
        if self.typing:
            return
        if digit.isascii() and digit.isdigit() and (digit != "0" or self._typed_count):
            self._typed_count = (self._typed_count + digit)[-_DIGITS:]
            self.tell(f"{self._typed_count}…")
            event.stop()
            event.prevent_default()
        else:
            self._count, self._typed_count = self._typed_count, ""

    @property
    def has_count(self) -> bool:
        """Whether a number was typed before this key."""
        return bool(self._count)

    def times(self) -> int:
        """The number that was typed before this key, 1 without one; it is used up."""
        count, self._count = self._count, ""
        return int(count or 1)
