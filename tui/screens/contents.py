"""The contents: the sections of an article, to go to one."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from index import ArticleText
from tui.actions import bindings
from tui.layout.contents import contents, sections
from tui.layout.words import counted
from tui.screens.listing import ListingScreen


class ContentsScreen(ListingScreen):
    """The sections of an article, over the reader that asked for them."""

    NAME = "contents"
    BINDINGS: ClassVar[list[BindingType]] = bindings("contents")
    REMEMBERED = False

    class GoTo(Message):
        """The section that begins with this block was chosen; the app passes it to the reader beneath."""

        def __init__(self, block: int) -> None:
            self.block = block
            super().__init__()

    def __init__(self, text: ArticleText, at: int) -> None:
        super().__init__()
        self._text = text
        self._at = at
        self._sections = sections(text.blocks)

    def on_mount(self) -> None:
        """Fill the list, with the cursor on the section in which we are."""
        chosen = max((n for n, block in enumerate(self._sections) if block <= self._at), default=0)
        self.title_line(f"Contents of {self._text.article.title}")
        self.status_line(counted(len(self._sections), "section"))
        self.entries.show(partial(contents, self._text.blocks), chosen)

    def action_open(self) -> None:
        """Go to the chosen section."""
        if self._sections:
            self.post_message(self.GoTo(self._sections[self.entries.cursor]))

    def on_entries_view_chosen(self) -> None:
        """A click on the chosen section goes there."""
        self.action_open()
