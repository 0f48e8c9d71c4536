"""The side by side with an article in a pane over its lowest rows."""

from __future__ import annotations

from dataclasses import replace

from tui import messages
from tui.layout import moves
from tui.layout.verdicts import missed
from tui.screens.comparing import Comparing

# The cursor (row, article, passage), and the first line on the screen with the width at which it was counted.
_Seen = tuple[tuple[int, str, int], tuple[int, int]]


class UnderPane(Comparing):
    """The part of the side by side that makes room for a pane, and is as before when the pane is gone."""

    # What was seen when the pane came; None without one.
    _before_pane: _Seen | None = None

    @property
    def seen(self) -> _Seen:
        """Where the cursor is and what is on the screen; under a pane, what will be when it goes."""
        view, before = self.synopsis, self._before_pane
        if before is not None and (before[0], before[1][0]) == (view.at, view.size.width):
            return before
        return view.at, (view.size.width, int(view.scroll_offset.y))

    def make_room(self, rows: int) -> bool:
        """Keep the cursor's cell over the pane; the keys are the pane's until it goes."""
        view = self.synopsis
        if rows and self._before_pane is None:
            self._before_pane = self.seen if self._loaded else self._to_be_seen()
            view.stay()
            self.set_focus(None)
        elif not rows and self._before_pane is not None:
            at, scroll = self.seen
            self._before_pane = None
            view.open_at(at, scroll)
            view.focus()
        self.set_class(bool(rows), "-under-pane")
        self.styles.padding = (0, 0, rows, 0)
        return True

    def _to_be_seen(self) -> _Seen:
        """What was remembered, of which the cell is to be opened over the pane."""
        start = self._start
        self._start = replace(start, scroll=None)
        return (start.row, start.article, start.index or 0), start.scroll or (0, 0)

    def step_passage(self, by: int) -> messages.OpenArticle | None:
        """Go to the next passage (1) or the one before (-1) in the rows and columns that are shown."""
        found = moves.passage_beside(self.synopsis.entries, self.synopsis.cursor, by)
        if found is None:
            return None
        self.synopsis.move_to(found)
        return self.opening

    @property
    def opening(self) -> messages.OpenArticle | None:
        """What opens the article at the passage of the cursor's cell; None without one.

        An empty cell opens its article at what a person accepted in it.
        """
        view, comparison = self.synopsis, self.synopsis.comparison
        if comparison is None or view.column is None:
            return None
        article = view.column.article.id
        line = view.cell.passage.first if view.cell else self._accepted_in(article)
        if line is None:
            return None
        marks: dict[str, dict[int, messages.Spans]] = {}
        for column in comparison.columns:
            cells = [cell for row in comparison.rows for cell in row.cells.get(column.article.id, ())]
            for cell in sorted(cells, key=lambda cell: cell.passage.n):
                marks.setdefault(column.article.id, {})[cell.passage.n] = cell.spans
        label, topic = comparison.label, comparison.topic
        return messages.OpenArticle(article, line, marks, label, in_pane=True, topic=topic)

    def action_undo(self) -> None:
        """Take the last word on this passage back; what was accepted outside of the rows has no cell here."""
        view = self.synopsis
        if view.cell is None and view.column is not None and self._accepted_in(view.column.article.id):
            self.tell(f"Enter opens {view.column.article.id} at what you accepted; U there takes it back")
        else:
            super().action_undo()

    def _accepted_in(self, article: str) -> int | None:
        """The first line of what was accepted in an article and does not stand in the rows."""
        comparison = self.synopsis.comparison
        places = missed(comparison, self.synopsis.remarks).get(article) if comparison else None
        return places[0][0] if places else None
