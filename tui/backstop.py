"""The last door before the terminal: no control character passes, whatever widget wrote it."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

# C0, DEL, C1, bidi marks, embeddings, overrides and isolates, zero-width but for the joiners that scripts
# need, interlinear marks, tag characters, line and paragraph separators, byte order mark, lone surrogates.
_FORBIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)


class Backstop(LineFilter):
    """Takes forbidden characters out of a line of the screen.

    They have no width, so that the line keeps its cells.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments, cleaned where they must be."""
        del background
        if not any(_FORBIDDEN.search(segment.text) for segment in segments):
            return segments
        return [Segment(_FORBIDDEN.sub("", text), style, control) for text, style, control in segments]
