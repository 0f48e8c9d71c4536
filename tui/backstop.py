"""The last door before the terminal: no control character passes, whatever widget wrote it."""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0, DEL, C1, soft hyphen, bidi marks, embeddings, overrides and isolates, zero-width but for the joiners and
# selectors that scripts need, fillers, invisible controls of scripts and music, tag characters, line and
# paragraph separators, byte order mark, lone surrogates.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff\ud800-\udfff]"
)


class Backstop(LineFilter):
    """Takes forbidden characters out of a line of the screen; blanks stand for those that have a width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, cleaned where they must be."""
        del background
        if not any(_FORBIDDEN.search(segment.text) for segment in segments):
            return segments
        return [Segment(_FORBIDDEN.sub(_blank, text), style, control) for text, style, control in segments]


def _blank(found: re.Match[str]) -> str:
    return " " * cell_len(found[0])
