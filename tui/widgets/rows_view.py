"""A long view of ready lines: only the lines on the screen are turned into strips, none is a widget."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from tui.layout.line import Line, Run, Tone, plain

_TONES: tuple[Tone, ...] = ("match", "shared", "asked", "head", "dim", "rule", "sign", "warn")


# Lines for terminals that have no characters for them.
_ASCII = str.maketrans({"─": "-", "═": "=", "│": "|"})


class RowsView(ScrollView, can_focus=True, inherit_bindings=False):
    """Lines of a layout, scrolled without animation or scrollbars.

    It has no keys of its own: those of the screen move its cursor, arrows and PgDn as well as letters.

    A view for one kind of layout overrides `build`, which is called when the width changes, and may put a
    cursor over a line in `decorate`.

    | Class | What it is |
    | :- | :- |
    | `rows--match` | A word that was looked for. |
    | `rows--shared` | A word that passages share. |
    | `rows--asked` | A word that a row was declared by. |
    | `rows--head` | Titles and labels. |
    | `rows--dim` | Places, dates and remarks. |
    | `rows--rule` | Rules between rows. |
    | `rows--here` | What the cursor is on. |
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"rows--{tone}" for tone in _TONES} | {
        "rows--here",
        "rows--chosen",
    }
    DEFAULT_CSS = """
    RowsView { width: 1fr; height: 1fr; overflow: hidden; }
    RowsView { background: $page; color: $ink; }
    RowsView > .rows--match { background: $hit; color: $hit-ink; text-style: $hit-style; }
    RowsView > .rows--shared { text-style: underline; }
    RowsView > .rows--asked { text-style: bold; }
    RowsView > .rows--head { text-style: bold; }
    RowsView > .rows--dim { color: $faint; }
    RowsView > .rows--rule { color: $faint; }
    RowsView > .rows--sign { text-style: bold; }
    RowsView > .rows--warn { color: $warn-ink; text-style: bold; }
    RowsView > .rows--here { text-style: reverse; }
    RowsView > .rows--chosen { text-style: bold; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._strips: dict[int, tuple[Line, Strip]] = {}
        self._styles: dict[Tone, Style] = {}
        self._built_for = -1

    @property
    def allow_vertical_scroll(self) -> bool:
        """The wheel scrolls, though there is no scrollbar.

        One of no size would do harm: a refresh of a widget that is not seen makes Textual take the new layout
        for the old one, and draw only a part of what is due.
        """
        return True

    @property
    def allow_select(self) -> bool:
        """Text can be selected with the mouse."""
        return True

    @property
    def text(self) -> str:
        """All lines as plain text."""
        return "\n".join(plain(line).rstrip() for line in self._lines)

    @property
    def visible_height(self) -> int:
        """How many lines the screen has for this view."""
        return self.scrollable_content_region.height or self.size.height

    def build(self, width: int) -> None:
        """Lay out anew for a width; called once the width is known and whenever it changes."""

    def rebuild(self) -> None:
        """Lay out anew as what is shown has changed; while hidden, once there is a width again."""
        self._built_for = self.size.width or -1
        if self.size.width:
            self.build(self.size.width)

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines; the scroll stays where it is as far as there are lines."""
        self._lines = list(lines)
        self._strips.clear()
        self.virtual_size = Size(self.size.width, len(lines))
        self.refresh()

    def put_line(self, at: int, line: Line) -> None:
        """Show another line in one place."""
        self._lines[at] = line
        self.refresh()

    def line_at(self, at: int) -> Line:
        """The line that is seen in a place."""
        return self._lines[at]

    def go_to(self, line: int) -> None:
        """Scroll so that a line is the first on the screen, as far as the end allows."""
        self.scroll_to(y=max(line, 0), animate=False, force=True, immediate=True)

    def scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.go_to(int(self.scroll_offset.y) + by)

    def decorate(self, _: int, strip: Strip) -> Strip:
        """The strip of a line with the cursor on it, if it is there."""
        return strip

    @property
    def draws_lines(self) -> bool:
        """Whether this terminal has the characters for lines and bars."""
        return bool(getattr(self.app, "lines", True))

    @property
    def mark(self) -> str:
        """The bar at the left of what the cursor is on."""
        return "▌" if self.draws_lines else ">"

    def _drawn(self, run: Run) -> str:
        return run.text if run.tone != "rule" or self.draws_lines else run.text.translate(_ASCII)

    def tone_style(self, tone: Tone) -> Style:
        """The style of a tone."""
        if tone == "text":
            return self.rich_style
        if tone not in self._styles:
            self._styles[tone] = self.get_component_rich_style(f"rows--{tone}")
        return self._styles[tone]

    def over(self, strip: Strip, x: int, text: str, style: Style) -> Strip:
        """A strip with a piece of text put over it."""
        piece = Strip([Segment(text, style)])
        return Strip.join([strip.crop(0, x), piece, strip.crop(x + piece.cell_length)])

    def restyle(self, strip: Strip, x: int, end: int, style: Style) -> Strip:
        """A strip with a style over a stretch of its cells."""
        return Strip.join([strip.crop(0, x), strip.crop(x, end).apply_style(style), strip.crop(end)])

    def notify_style_update(self) -> None:
        """Take in new colours."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out anew where the width is new."""
        if event.size.width != self._built_for:
            self.rebuild()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw for the width there is, so that a new width is never drawn with the layout of the old one."""
        if self.size.width != self._built_for:
            self.rebuild()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """The line at a place on the screen."""
        at = y + int(self.scroll_offset.y)
        width = self.size.width
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self.line_at(at)
        drawn, strip = self._strips.get(at, (None, Strip([])))
        if drawn is not line:
            segments = [Segment(self._drawn(run), self.tone_style(run.tone)) for run in line]
            strip = Strip(segments).adjust_cell_length(width, self.rich_style)
            self._strips[at] = (line, strip)
        strip = self.decorate(at, strip)
        selection = self.text_selection
        if selection is not None and (span := selection.get_span(at)) is not None:
            start, end = span
            end = width if end == -1 else end
            strip = self.restyle(strip, start, end, self.screen.get_component_rich_style("screen--selection"))
        return strip.apply_offsets(0, at)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text."""
        lines = [plain(self.line_at(at)) for at in range(len(self._lines))]
        return selection.extract("\n".join(lines)), "\n"

    def selection_updated(self, _: Selection | None) -> None:
        """Show what is selected."""
        self.refresh()
