"""A small Textual app to try the driver with: lines in a scrolled view, a side pane, a grid, an input.

Run as a program: `line_app.py [--plain | --textual] [FILE]`. It is what a "bare ScrollView app" means in the benches.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tui.terminal import driver_class, install_exit_handlers, prepare_environment

prepare_environment()

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Input, Static

SEED = Path(__file__).resolve().parents[2] / "seeds" / "001_6bf507b217d01cf4.txt"


def wrapped(text: str, width: int = 80) -> list[str]:
    """The text's paragraphs on lines of this width, a blank one between."""
    import textwrap

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
    BINDINGS = [
        Binding("j", "down", show=False), Binding("k", "up", show=False),
        Binding("space", "page", show=False), Binding("b", "back", show=False),
        Binding("g", "top", show=False), Binding("q", "quit", show=False),
        Binding("x", "crash", show=False),
    ]  # fmt: skip

    def __init__(self, lines: list[str], **options: object) -> None:
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


def main() -> int:
    """Run the app with the driver that the arguments ask for; gives its exit status."""
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    lines = wrapped(Path(words[0] if words else SEED).read_text("utf-8"))
    chosen = LinuxDriver if "--textual" in sys.argv else driver_class(plain="--plain" in sys.argv)
    app = LineApp(lines, driver_class=chosen)
    if "--textual" not in sys.argv:
        install_exit_handlers(app)
    app.run(mouse=False)
    return app.return_code or 0


if __name__ == "__main__":
    sys.exit(main())
