"""The line in which a query is typed, with the searches of before a key away."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from tui.widgets.text_line import TextLine


class QueryLine(TextLine):
    """One line without frame or blinking.

    Up walks back through earlier queries that begin as what was typed, Down walks forward and at the end
    leaves for the list, as Enter does.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "earlier", show=False),
        Binding("down", "later", show=False),
    ]
    DEFAULT_CSS = """
    QueryLine, QueryLine:ansi { background: $page; color: $ink; }
    QueryLine:focus, QueryLine:ansi:focus { background-tint: transparent 0%; }
    QueryLine > .input--cursor, QueryLine:ansi > .input--cursor {
        background: $page; color: $ink; text-style: reverse;
    }
    QueryLine > .input--placeholder { color: $faint; }
    """

    class Left(Message):
        """Down or Enter was pressed: on to the list."""

    def __init__(self, value: str = "", *, id: str) -> None:
        super().__init__(value=value, placeholder="words, \"a phrase\", author:name …", compact=True, id=id,
                         select_on_focus=False)  # fmt: skip
        self.cursor_blink = False
        self.history: Sequence[str] = ()
        self._typed = ""
        self._at = -1

    def action_earlier(self) -> None:
        """The query before that begins as what was typed."""
        if not self._walking():
            self._at, self._typed = -1, self.value
        found = [at for at, query in enumerate(self.history) if self._fits(query) and at > self._at]
        if found:
            self._show(found[0])

    def action_later(self) -> None:
        """The query after, then what was typed, then the list."""
        if not self._walking():
            self.post_message(self.Left())
            return
        found = [at for at, query in enumerate(self.history) if self._fits(query) and at < self._at]
        if found:
            self._show(found[-1])
        else:
            self._at = -1
            self._put(self._typed)

    async def action_submit(self) -> None:
        """Enter goes to the list."""
        self.post_message(self.Left())

    def _walking(self) -> bool:
        return 0 <= self._at < len(self.history) and self.value == self.history[self._at]

    def _fits(self, query: str) -> bool:
        return query.casefold().startswith(self._typed.casefold()) and query != self._typed

    def _show(self, at: int) -> None:
        self._at = at
        self._put(self.history[at])

    def _put(self, query: str) -> None:
        self.value = query
        self.cursor_position = len(query)
