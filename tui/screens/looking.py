"""How the side by side is looked at: its columns, gaps, silences and reasons."""

from __future__ import annotations

from tui.layout.synopsis import gap_rows, not_shown, quiet
from tui.screens.comparing import Comparing


class Looking(Comparing):
    """The keys that change what is seen of a comparison and not what it says."""

    def action_left(self) -> None:
        """The article to the left."""
        if not self.synopsis.sideways(-1):
            self.tell("this is the first article")

    def action_right(self) -> None:
        """The article to the right."""
        if not self.synopsis.sideways(1):
            self.tell("this is the last article")

    def action_later(self) -> None:
        """The next articles beside the base."""
        self._turn(1)

    def action_earlier(self) -> None:
        """The articles before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        if self.synopsis.turn(by):
            return
        page, which = self.synopsis.page_shown, "last" if by > 0 else "first"
        if not page.columns:
            self.tell("no article speaks on this: z names those that are silent")
        else:
            self.tell(
                "all articles are on the screen" if page.pages == 1 else f"these are the {which} articles"
            )

    def action_next_row(self) -> None:
        """The next row."""
        self._step_row(self.times())

    def action_previous_row(self) -> None:
        """The row before."""
        self._step_row(-self.times())

    def _step_row(self, by: int) -> None:
        view = self.synopsis
        if view.comparison is None or view.spot is None:
            return
        row = max(min(view.spot.row + by, len(view.comparison.rows) - 1), 0)
        if not view.go_to_row(row):
            self.tell("this is the last row" if by > 0 else "this is the first row")

    def action_next_gap(self) -> None:
        """The next row where articles that speak on the topic differ in who is there."""
        self._gap(1)

    def action_previous_gap(self) -> None:
        """The row before where they differ."""
        self._gap(-1)

    def _gap(self, by: int) -> None:
        view = self.synopsis
        if view.comparison is None or view.spot is None:
            return
        rows = gap_rows(view.comparison, view.page_shown.picked)
        row = view.spot.row
        found = [at for at in rows if (at > row if by > 0 else at < row)]
        if found:
            view.go_to_row(found[0] if by > 0 else found[-1])
        else:
            self.tell("no further row where the articles differ in who speaks")

    def action_silences(self) -> None:
        """Silences only, or the passages again."""
        self.synopsis.silences = not self.synopsis.silences
        self.synopsis.rebuild()
        if self.synopsis.silences:
            self.synopsis.go_to(0)

    def action_speaking(self) -> None:
        """Only the articles that speak, or all."""
        view = self.synopsis
        if view.comparison is None:
            return
        if quiet(view.comparison.others):
            self.tell(f"not shown: {not_shown(view.comparison)}; z names them, space chooses")
            return
        all_shown = len(view.page_shown.picked) == (len(view.columns.chosen) or len(view.comparison.columns))
        view.columns.speaking = all_shown
        view.columns.page = 0
        view.rebuild()
        self.tell("only the articles that speak" if all_shown else "all articles, speaking or not")

    def action_base(self) -> None:
        """Pin this article as the base."""
        view = self.synopsis
        if view.column is not None:
            view.columns.pinned = (
                "" if view.columns.pinned == view.column.article.id else view.column.article.id
            )
            view.columns.page = 0
            view.rebuild()
            self.tell(
                f"{view.columns.pinned} stays on the left while others page past"
                if view.columns.pinned
                else "no longer pinned"
            )

    def toggle_why(self) -> None:
        """The reason for this cell, and the row's shared words marked; or neither."""
        self.synopsis.why = not self.synopsis.why
        self.synopsis.rebuild()
