"""A bare Textual app that shows one line: the least that a start can take."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class OneLine(App[None]):
    """One line."""

    BINDINGS = [("q", "quit", "")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        yield Static("one line")


if __name__ == "__main__":
    OneLine().run()
