"""Breaking text into lines of so many terminal cells, for every plain-text twin of a view."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """How many terminal cells a text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def wrap(text: str, columns: int, *, first: str = "", rest: str | None = None) -> str:
    """Break a text on blanks to at most so many cells a line, after a first and a following indent.

    A word longer than a line stands on a line of its own, so that an address can be copied whole.
    """
    indent = first if rest is None else rest
    lines: list[str] = []
    line, used, empty = first, cells(first), True
    for word in text.split():
        size = cells(word)
        if not empty and used + 1 + size > columns:
            lines.append(line)
            line, used, empty = indent, cells(indent), True
        line, used = (line + word, used + size) if empty else (f"{line} {word}", used + 1 + size)
        empty = False
    lines.append(line)
    return "\n".join(lines)
