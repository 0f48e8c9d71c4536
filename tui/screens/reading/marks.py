"""Marks: places with a letter, in any article, kept between visits."""

from __future__ import annotations

from textual import events

from tui.screens.reading.notes import Notes
from tui.state.store import Mark


class Marks(Notes):
    """The keys `m` and `'`, each with the letter that follows."""

    _waits_for = ""

    def on_key(self, event: events.Key) -> None:
        """Take the letter."""
        waits, self._waits_for = self._waits_for, ""
        if not waits:
            return
        event.stop()
        event.prevent_default()
        letter = event.character or ""
        if not letter.isprintable() or not letter.strip():
            self.hush()
        elif waits == "mark" and letter != "'":
            self._put(letter)
        else:
            self._jump(letter)

    def action_mark(self) -> None:
        """Wait for a letter to mark this place with."""
        self._waits_for = "mark"
        self.tell("mark this place with which letter?")

    def action_jump(self) -> None:
        """Wait for the letter of a mark to go to."""
        self._waits_for = "jump"
        marks = sorted(self.reader.state.marks().values(), key=lambda mark: mark.letter)
        listed = " ".join(f"{mark.letter}:{mark.article}" for mark in marks)
        self.tell(f"jump to which mark? {listed or '(m sets one)'} ' back")

    def _put(self, letter: str) -> None:
        self.reader.state.keep_mark(Mark(letter, self.article_id, *self.reading_place()))
        self.tell(self.reader.state.problem or f"marked {letter}: '{letter} comes back here")

    def _jump(self, letter: str) -> None:
        here = (self.article_id, self.pane.place)
        if letter == "'":
            if self.jumped_from is None:
                self.tell("no jump yet")
                return
            article, anchor = self.jumped_from
            if article != self.article_id:
                self.load(article)
            self.pane.go_to(anchor)
        else:
            mark = self.reader.state.marks().get(letter)
            if mark is None:
                self.tell(f"there is no mark {letter}")
                return
            if mark.article != self.article_id:
                self.load(mark.article, mark.line, mark.offset)
            elif self.text is not None:
                self.pane.go_to(self.anchor_at(mark.line, mark.offset))
        self.hush()
        self.jumped_from = here
