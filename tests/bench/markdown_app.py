"""A bare Textual app that shows a Markdown file, as it comes: what the reader is measured against."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown


class MarkdownApp(App[None]):
    """A file in the Markdown widget."""

    BINDINGS = [("q", "quit", ""), ("j", "down", ""), ("space", "page", "")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Markdown(Path(sys.argv[1]).read_text("utf-8"), open_links=False)

    def action_down(self) -> None:
        self.query_one(VerticalScroll).scroll_down()

    def action_page(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down()


if __name__ == "__main__":
    MarkdownApp().run()
