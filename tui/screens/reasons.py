"""The reason for a cell, in words, under the side by side: a part at a time where it is long."""

from __future__ import annotations

from tui.layout import why
from tui.screens.looking import Looking
from tui.widgets.info_lines import InfoLines

# Lines of a reason on the smallest screen.
_LEAST_WHY = 5


class Reasons(Looking):
    """The key `w`, which also shows the rest of a long reason."""

    # The cell whose reason is told, and the first line of the part shown and of the next (0: none).
    _why_part: tuple[tuple[object, ...], int, int] = ((), 0, 0)

    def tell_why(self) -> None:
        """Say why the cursor's cell stands in its row, if that is wanted."""
        view, pane = self.synopsis, self.query_one("#why", InfoLines)
        comparison, spot, row, column = view.comparison, view.spot, view.row, view.column
        if not view.why or comparison is None or spot is None or row is None or column is None:
            self._why_part = ((), 0, 0)
            pane.put(())
            return
        at, first, _ = self._why_part
        if at != view.at:
            first = 0
        lines = why.lay_out(comparison, row, column, spot.index, self.size.width)
        shown, following = why.part(lines, max(self.size.height // 3, _LEAST_WHY), min(first, len(lines) - 1))
        self._why_part = (view.at, first, following)
        pane.put(shown)

    def action_why(self) -> None:
        """The reason for this cell, and the rest of it where it is long."""
        at, _, following = self._why_part
        if self.synopsis.why and following:
            self._why_part = (at, following, 0)
            self.tell_why()
        else:
            self.toggle_why()

    def on_resize(self) -> None:
        """The reason is wrapped to the screen."""
        self.tell_why()

    def leave_mode(self) -> bool:
        """Esc closes what lies over the cells, the silences, then the reason."""
        if super().leave_mode():
            return True
        view = self.synopsis
        if view.silences:
            self.action_silences()
        elif view.why:
            self.toggle_why()
        else:
            return False
        return True
