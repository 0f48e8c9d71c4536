"""What the other articles say about a passage."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import Article, Likeness, Similar
from tui.layout import similar as layout
from tui.layout.moves import HasPlace
from tui.widgets.hits_view import HitsView

# Lines of the passage asked about that are shown on the smallest screen.
_LEAST = 8


class SimilarList(HitsView):
    """A passage on top and below it what the others say, with a cursor on theirs."""

    def __init__(self, articles: Mapping[str, Article], *, id: str) -> None:
        super().__init__(id=id)
        self.articles = articles
        self._similar: Similar | None = None
        self._layout = layout.SimilarLayout((), ())

    @property
    def entries(self) -> Sequence[HasPlace]:
        """The others' passages, closest first."""
        return self._layout.placed

    @property
    def likeness(self) -> Likeness | None:
        """The passage that the cursor is on."""
        placed = self._layout.placed
        return placed[self._cursor].likeness if self._cursor < len(placed) else None

    def show(self, similar: Similar, at: int = 0) -> None:
        """Show an answer with the cursor on one of its passages."""
        self._similar = similar
        self._layout = layout.SimilarLayout((), ())
        self._cursor = 0
        self.rebuild()
        if at:
            self.move_to(at)
        else:
            self.go_to(0)
            self.put_cursor(0)

    def build(self, width: int) -> None:
        """Lay the answer out for a width."""
        if self._similar is not None:
            most = max(self.app.size.height // 2 - 2, _LEAST)
            self._layout = layout.lay_out(self._similar, self.articles, width, most)
            self.put(self._layout.lines)

    def beside(self, by: int) -> int | None:
        """The nearest entry below (1) or above (-1) that is of another article."""
        placed, at = self._layout.placed, self._cursor
        ahead = range(at + 1, len(placed)) if by > 0 else range(at - 1, -1, -1)
        here = placed[at].likeness.passage.article if placed else ""
        return next((n for n in ahead if placed[n].likeness.passage.article != here), None)
