"""A small Textual app to try the driver with: lines in a scrolled view over a status line.

It is what a bare `ScrollView` app means in the benches; `run_lines.py` runs it.
"""

from __future__ import annotations

import textwrap
import time
from pathlib import Path
from typing import Any, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static

SEED = Path(__file__).resolve().parents[2] / "seeds" / "001_6bf507b217d01cf4.txt"


def wrapped(text: str, width: int = 80) -> list[str]:
    """The text's paragraphs on lines of this width, a blank one between."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        if paragraph.strip():
            lines += [*textwrap.wrap(paragraph, width), ""]
    return lines


class Lines(ScrollView, can_focus=True):
    """Lines drawn one by one."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self.lines = lines
        self.virtual_size = Size(80, len(lines))

    def render_line(self, y: int) -> Strip:
        y += self.scroll_offset.y
        text = self.lines[y] if y < len(self.lines) else ""
        style = Style(bold=True) if y % 11 == 3 else Style()
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width)


class LineApp(App[None]):
    """A view of lines over a status line."""

    CSS = """
    * { scrollbar-size: 0 0; }
    Lines { height: 1fr; }
    #status { height: 1; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("j", "down", ""), ("k", "up", ""), ("space", "page", ""), ("b", "back", ""), ("g", "top", ""),
        ("q", "quit", ""), ("x", "crash", ""), ("ctrl+z", "suspend_process", ""), ("y", "copy", ""),
        ("h", "hold", ""),
    ]  # fmt: skip

    def __init__(self, lines: list[str], **options: Any) -> None:
        super().__init__(ansi_color=True, **options)
        self.theme = "ansi-dark"
        self.view = Lines(lines)
        self.status = Static("", id="status", markup=False)

    def compose(self) -> ComposeResult:
        yield self.view
        yield self.status

    def on_mount(self) -> None:
        self.view.focus()
        self.tell()

    def tell(self) -> None:
        self.status.update(f"line {self.view.scroll_target_y + 1:.0f} of {len(self.view.lines)}")

    def move(self, rows: int) -> None:
        self.view.scroll_relative(y=rows, animate=False)
        self.tell()

    def action_down(self) -> None:
        self.move(1)

    def action_up(self) -> None:
        self.move(-1)

    def action_page(self) -> None:
        self.move(self.view.size.height)

    def action_back(self) -> None:
        self.move(-self.view.size.height)

    def action_top(self) -> None:
        self.move(-(10**9))

    def action_crash(self) -> None:
        raise RuntimeError("asked to")

    def action_copy(self) -> None:
        self.copy_to_clipboard(self.view.lines[0])

    def action_hold(self) -> None:
        """Keep the event loop busy, as a fault would."""
        self.status.update("holding")
        self.call_after_refresh(self._hold)

    def _hold(self) -> None:
        end = time.monotonic() + 30
        while time.monotonic() < end:
            pass
