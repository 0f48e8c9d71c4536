"""Plain printing: linear text, wrapped to the terminal, colour on a terminal only."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

DEFAULT_WIDTH = 80
MATCH = "1;31"
PLACE = "32"
HEAD = "1"
DIM = "2"


def width() -> int:
    """Columns to wrap at: the terminal's, or 80 where the output is no terminal."""
    return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns if sys.stdout.isatty() else DEFAULT_WIDTH


def wrap(text: str, hanging: int = 0) -> Sequence[tuple[int, int]]:
    """The lines of a text that stands so many columns from the edge of the terminal, as offsets into it."""
    # Imported here: what is no terminal need not wait for the tables of the letters' widths.
    from tui.layout.line import wrap

    return wrap(text, width() - hanging)


def coloured() -> bool:
    """Whether to colour: only a terminal, never under NO_COLOR (no-color.org), never a dumb one."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM", "dumb") != "dumb"


def paint(text: str, style: str) -> str:
    """The text in an SGR style where colour is on, else as it is."""
    return f"\x1b[{style}m{text}\x1b[0m" if text and coloured() else text


def marked(text: str, spans: Sequence[tuple[int, int]], start: int, end: int) -> str:
    """A part of a text on one line, with the matched words painted."""
    pieces: list[str] = []
    at = start
    for left, right in spans:
        if right <= start or left >= end:
            continue
        pieces += [text[at : max(left, at)], paint(text[max(left, at) : min(right, end)], MATCH)]
        at = min(right, end)
    pieces.append(text[at:end])
    return " ".join("".join(pieces).split())


def place(article: str, lines: tuple[int, int]) -> str:
    """An article and source line as grep and editors write it."""
    return f"{article}:{lines[0]}"
