"""Strategies for sessions as Textual would draw them: texts that scroll, panes that stand still, edits."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st
from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.geometry import Region
from textual.strip import Strip

LETTERS = "abcdefgh ijkl mnop  —“”é…├─│▸ 日本語漢かな한글 Ｗｉ😀🎉"
STYLES = [
    Style(), Style(), Style(), Style(bold=True), Style(italic=True, color="red"), Style(reverse=True),
    Style(bgcolor="blue"), Style(color="#8090a0", bgcolor="#102030"), Style(underline=True, dim=True),
    Style(color="color(130)", strike=True), Style(color="default", bgcolor="default"),
]  # fmt: skip
_CONSOLE = Console(color_system="truecolor", force_terminal=True, legacy_windows=False)

words = st.text(LETTERS, max_size=9)
accents = st.sampled_from(["", "", "", "e\u0301", "a\u0308o\u0300"])
segments = st.builds(lambda a, b, style: Segment(a + b, style), words, accents, st.sampled_from(STYLES))
lines = st.one_of(st.just([]), st.lists(segments, min_size=1, max_size=6))
documents = st.lists(lines, min_size=4, max_size=40)


@dataclass
class Sketch:
    """A screen with a document scrolled between a head and a foot, and a pane beside it."""

    width: int
    height: int
    document: list[list[Segment]]
    offset: int = 0
    pane: int = 0
    foot: str = ""
    edits: dict[int, list[Segment]] = field(default_factory=dict)

    def rows(self) -> list[Strip]:
        """The rows of the whole screen."""
        left = self.width - self.pane
        strips = []
        for y in range(self.height):
            if y == 0 or y == self.height - 1:
                strips.append(_fitted([Segment(self.foot if y else "title", Style(bold=True))], self.width))
                continue
            line = self.edits.get(y) or self._line(self.offset + y - 1)
            beside = _fitted([Segment(f"│ {y} pane " + "─" * y, Style(dim=True))], self.pane)
            strips.append(Strip.join([_fitted(line, left), beside]))
        return strips

    def _line(self, number: int) -> list[Segment]:
        return self.document[number] if 0 <= number < len(self.document) else []


def _fitted(line: list[Segment], width: int) -> Strip:
    return Strip(line).adjust_cell_length(width).crop(0, width)


def drawn(rows: list[Strip], region: Region, cursor: tuple[int, int] = (0, 0)) -> str:
    """What Textual writes to draw this region of the screen."""
    strips = [[rows[y].crop(region.x, region.right)] for y in range(region.y, region.bottom)]
    row, column = cursor
    return LayoutUpdate(strips, region).render_segments(_CONSOLE) + Control.move_to(column, row).segment.text


@dataclass(frozen=True)
class Step:
    """One thing that happens: what changes, and how much of the screen is drawn again."""

    kind: str
    amount: int
    line: list[Segment]
    sent: bool


_KINDS = ["scroll"] * 6 + ["edit", "edit", "pane", "foot", "foot", "resize", "forget", "jump", "part"]
steps = st.lists(
    st.builds(
        Step,
        st.sampled_from(_KINDS),
        st.integers(-12, 12),
        lines,
        st.sampled_from([True, True, True, False]),
    ),
    min_size=1,
    max_size=14,
)
