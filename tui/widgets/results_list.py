"""The list of search results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from index import Article, Hit, SearchResult
from tui.layout import results
from tui.layout.line import Line
from tui.layout.moves import HasPlace
from tui.widgets.hits_view import HitsView


class ResultsList(HitsView):
    """Hits under their articles, with a cursor that goes by hit or by article."""

    def __init__(self, articles: Mapping[str, Article], *, id: str) -> None:
        super().__init__(id=id)
        self.articles = articles
        self._result: SearchResult | None = None
        self._layout = results.ResultsLayout((), ())
        self._instead: Callable[[int], Sequence[Line]] = lambda _: ()

    @property
    def entries(self) -> Sequence[HasPlace]:
        """The hits in the order in which they stand."""
        return self._layout.placed

    @property
    def hit(self) -> Hit | None:
        """The hit that the cursor is on."""
        placed = self._layout.placed
        return placed[self._cursor].hit if self._cursor < len(placed) else None

    @property
    def number(self) -> int:
        """Which hit of the list the cursor is on, from 1; 0 in an empty list."""
        return self._cursor + 1 if self._layout.placed else 0

    def show(self, result: SearchResult, at: tuple[str, int] | None = None) -> None:
        """Show a result with the cursor on the passage `at` (article and block), or on the first hit."""
        self._result = result
        self._layout = results.ResultsLayout((), ())
        self._cursor = 0
        self.rebuild()
        if at:
            self.move_to(self._layout.nearest(*at))
        else:
            self.go_to(0)
        self.post_message(self.Moved(self))

    def go_on(self, result: SearchResult) -> None:
        """Show the same result with more hits, those that are seen staying where they are."""
        before, scroll = self._layout.placed[self._cursor], int(self.scroll_offset.y)
        self._result = result
        self.rebuild()
        self.move_to(self._cursor, scroll + self.entries[self._cursor].top - before.top)
        self.post_message(self.Moved(self))

    @property
    def groups_below(self) -> int:
        """How many groups of an article's hits stand below that of the cursor."""
        placed = self._layout.placed
        return placed[-1].group - placed[self._cursor].group if placed else 0

    def has(self, article: str, n: int) -> bool:
        """Whether a passage is in the list."""
        return self._layout.find(article, n) is not None

    def move_to_passage(self, article: str, n: int) -> None:
        """Put the cursor on a passage, if it is in the list."""
        at = self._layout.find(article, n)
        if at is not None and at != self._cursor:
            self.move_to(at)

    def say(self, lines: Callable[[int], Sequence[Line]]) -> None:
        """Show lines in place of results, which are made for a width."""
        self._result = None
        self._instead = lines
        self._layout = results.ResultsLayout((), ())
        self._cursor = 0
        self.rebuild()
        self.go_to(0)

    def build(self, width: int) -> None:
        """Lay the result out for a width, the cursor staying on its hit."""
        if self._result is None:
            self.put(self._instead(width))
            return
        hit = self.hit
        self._layout = results.lay_out(self._result, self.articles, width)
        self.put(self._layout.lines)
        if hit is not None:
            self.move_to(self._layout.nearest(hit.passage.article, hit.passage.n))

    def beside(self, by: int) -> int | None:
        """The first hit of the next (1) or previous (-1) article."""
        at = self._layout.step_group(self._cursor, by)
        return at if at != self._cursor else None

    def head_of(self, at: int) -> int:
        """The article's head over its first hit."""
        placed = self._layout.placed[at]
        first = at == 0 or self._layout.placed[at - 1].group != placed.group
        return placed.head if first else placed.top
