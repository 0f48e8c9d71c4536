"""Long texts broken into lines quickly: by counting characters where each of them has one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.layout.line import JOINTS, Offsets, wrap

# Letters and signs of Latin, Greek and Cyrillic and raised digits: each has one cell, none joins another.
_NARROW = re.compile(
    "[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2014\u2018-\u2026\u2030-\u203a"
    "\u2070\u2074-\u2079\u20ac\u2116]*"
)


def wrapped(text: str, width: int) -> Sequence[Offsets]:
    """The lines of a text as offsets into it: exactly those of `tui.layout.line.wrap`."""
    if _NARROW.fullmatch(text) is None:
        return wrap(text, width)
    width = max(width, 1)
    lines: list[Offsets] = []
    end = len(text)
    begin = _past_blanks(text, 0)
    while end - begin > width:
        room = begin + width
        # A blank just behind the last cell ends the line too.
        at = max(text.rfind(" ", begin, room + 1), text.rfind("—", begin, room) + 1)
        if at <= begin:
            joint = max(text.rfind(sign, begin, room) for sign in JOINTS) + 1
            at = joint if joint > begin + width // 2 else room
        last = at
        while text[last - 1] == " ":
            last -= 1
        lines.append((begin, last))
        begin = _past_blanks(text, at)
    last = len(text.rstrip(" "))
    if last > begin or not lines:
        lines.append((begin, max(begin, last)))
    return lines


def _past_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at
