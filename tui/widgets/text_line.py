"""A line to type in that takes any paste."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from index import clean

LONGEST = 10_000
"""Characters that are taken of a paste; a query is searched by fewer."""


class TextLine(Input):
    """An input that puts a paste on one line, without what a terminal would obey or a person cannot see."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = " ".join(clean(event.text)[0].split())[:LONGEST]
        start, end = self.selection
        self.replace(text, min(start, end), max(start, end))
