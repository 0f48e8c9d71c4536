"""What stands around the results of a search: how it was read, where we are, the passage, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import on

from tui.actions import actions_of
from tui.layout import query as query_layout
from tui.layout.keys import fitting_hints
from tui.layout.line import Line
from tui.layout.words import counted
from tui.screens.narrowing import Narrowing
from tui.widgets.bar import Bar
from tui.widgets.entries_view import EntriesView
from tui.widgets.info_lines import InfoLines
from tui.widgets.passage_view import PassageView

LABEL = "search: "
# What the hint line says while one types, with the actions whose keys hold then.
_TO_LIST = "Enter to the list"
_TYPING = ("typing.filter", "typing.order", "typing.notes", "app.back", "app.command-palette")
_NARROW = 60
_PREVIEW_FROM = 100


class Telling(Narrowing):
    """The part of the search screen that says what was found and where in it we are."""

    def tell_all(self) -> None:
        """Tell how the query was read, where we are, and show the passage."""
        self._tell_query()
        self._tell_place()
        self._preview()

    def _tell_query(self) -> None:
        said = self.query_one("#said", InfoLines)
        width, rows = self.size.width, said.most
        lines: Sequence[Line] = ()
        if not self.meant.is_known:
            name, names = self.typed.split()[0], sorted(self.reader.state.saved_searches())
            lines = query_layout.not_saved(name, names, width, rows)
        elif self.result is not None:
            lines = query_layout.lay_out(self.result, width, len(LABEL), rows, self.meant.as_typed)
        said.put(lines)

    def _tell_place(self) -> None:
        result, narrow = self.result, self.size.width < _NARROW
        if result is None or not self.typed.strip():
            self.title_line("Search all articles", counted(len(self.articles), "article"))
            way = "Enter to the list, Esc back" if narrow else "Down or Enter goes to the list, Esc goes back"
            self.status_line(f"type words; {way}")
            return
        self.title_line(
            "Search" if narrow else "Search all articles",
            query_layout.found_where(result, len(self.articles)),
        )
        at = (self.results.number, len(self.results.entries))
        notes = "" if self.notes else "ctrl+t" if self.is_typing else "t"
        order = "" if narrow and self.order == "best" else self.order
        self.status_line(query_layout.status(result, at, order, notes))

    def _preview(self) -> None:
        pane = self.query_one("#preview", PassageView)
        hit = self.results.hit
        pane.display = self.size.width >= _PREVIEW_FROM and bool(hit)
        if hit is None:
            pane.clear()
        else:
            pane.show(self.articles.get(hit.passage.article), hit)

    def on_resize(self) -> None:
        """Show the passage beside the list where there is room."""
        self.tell_all()

    def on_descendant_focus(self) -> None:
        """Tell the place as it is called while one types, or in the list."""
        self._tell_place()

    def tell_keys(self) -> None:
        """While one types, letters are no keys: say what is."""
        if not self.is_typing or self.typing:
            super().tell_keys()
            return
        actions = [action for action in actions_of(self.NAME) if action.always or action.id in _TYPING]
        hints = fitting_hints(actions, self.app.size.width - cell_len(_TO_LIST) - 2, _TYPING)
        self.query_one("#hint", Bar).put("  ".join((_TO_LIST, *hints)))

    @on(EntriesView.Moved)
    def _moved(self) -> None:
        self._tell_place()
        self._preview()
        self.remember()
