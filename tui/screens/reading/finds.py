"""Finding in an article, and walking what is marked in it."""

from __future__ import annotations

from tui.find import asked
from tui.hits import LAST
from tui.layout.article import Anchor
from tui.screens.reading.moves import Moves
from tui.widgets.prompt import Prompt


class Finds(Moves):
    """The keys `/`, `n`, `N`, and Esc, which takes what was found away."""

    _find_from: Anchor | None = None
    _before = ("", -1)

    def wanted_now(self) -> tuple[str, ...]:
        """While words are marked, the key that goes to the next."""
        return ("find.next-hit",) if len(self.hits) else ()

    def action_find(self) -> None:
        """Ask for words."""
        if self.text is not None:
            self._find_from = self.pane.place
            self._before = (self.words, self.hits.at)
            self.ask("find", "/")

    def on_prompt_changed(self, event: Prompt.Changed) -> None:
        """Find as it is typed."""
        if event.purpose == "find":
            self._find(event.value)

    def on_prompt_submitted(self, event: Prompt.Submitted) -> None:
        """Stay at what was found; Enter alone finds again what was found last."""
        if event.purpose != "find":
            return
        self.close_prompt()
        earlier = Prompt.before.get("find", [])
        typed = asked(event.value)
        words = typed or next(filter(asked, reversed(earlier)), "")
        self.jumped_from = (self.article_id, self._find_from or self.pane.place)
        if words != self.words or not typed:
            self._find(words)
        self._find_from = None
        if self.words and not len(self.hits):
            self.tell(self.bad_pattern or f"not in this article: {self.words} (s searches all articles)")
        self.remember()

    def _find(self, words: str) -> None:
        if self.text is None or self._find_from is None:
            return
        self.hush()
        self.pane.go_to(self._find_from)
        self.look_for(asked(words))
        if not self.words:
            return
        if self.hits.here is not None:
            self.pane.go_to_words(*self.hits.here)
        else:
            self.tell(self.bad_pattern or f"not in this article: {self.words}")

    def action_next_hit(self) -> None:
        """The next marked words; after the last of a search, those of the next article."""
        self._step_hit(1)

    def action_previous_hit(self) -> None:
        """The marked words before."""
        self._step_hit(-1)

    def _step_hit(self, by: int) -> None:
        times = self.times()
        if not len(self.hits):
            self.tell("nothing is marked: / finds words here, s searches all articles")
            return
        to = self.hits.ahead(by * times, self.pane.shown(self.hits.all))
        if 0 <= to < len(self.hits):
            self._to_hit(to)
        elif self.words:
            self._to_hit(to % len(self.hits))
            self.tell("from the top again" if by > 0 else "from the end again")
        elif self.step_article(by, LAST if by < 0 else -1):
            self.tell(f"{'next' if by > 0 else 'previous'} article with hits")

    def _to_hit(self, number: int) -> None:
        words = self.hits.go(number)
        if words is not None:
            self.pane.go_to_words(*words)

    def leave_mode(self) -> bool:
        """Esc takes back a find that is being typed, then what was found."""
        start, self._find_from = self._find_from, None
        if super().leave_mode():
            if start is not None:
                self.pane.go_to(start)
                self.look_for(*self._before)
            return True
        if self.words:
            self.look_for("")
            return True
        return False
