"""Lists laid out for a width: lines, and which of them make up each entry that the cursor can be on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from rich.cells import cell_len

from tui.layout.line import Line, Run, Tone, cut, fit, pad, wrap

# Room at the left for the cursor's bar.
MARGIN = "  "


class EntryPlace(NamedTuple):
    """The lines of an entry, half open."""

    top: int
    bottom: int


@dataclass
class Listing:
    """Lines as they are added, and the places of the entries among them."""

    width: int
    lines: list[Line] = field(default_factory=list)
    entries: list[EntryPlace] = field(default_factory=list)

    def remark(self, text: str = "", tone: Tone = "dim") -> None:
        """Add lines that the cursor passes over."""
        room = max(self.width - len(MARGIN) - 1, 10)
        for first, last in wrap(text, room):
            self.lines.append(pad((Run(MARGIN + text[first:last], tone),), self.width))

    def entry(self, *rows: tuple[str, str, Tone]) -> None:
        """Add an entry of these rows: what stands left, what stands right, and the tone of the left."""
        top = len(self.lines)
        for left, right, tone in rows:
            right = cut(right, self.width // 2)
            room = self.width - len(MARGIN) - cell_len(right) - (3 if right else 1)
            words = left if cell_len(left) <= room else left[: fit(left, max(room - 1, 0))] + "…"
            blank = " " * (self.width - len(MARGIN) - cell_len(words) - cell_len(right) - 1)
            self.lines.append(pad((Run(MARGIN), Run(words, tone), Run(blank), Run(right, "dim")), self.width))
        self.entries.append(EntryPlace(top, len(self.lines)))
