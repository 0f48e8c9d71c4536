"""Notes without leaving the page, and the way from a note back to its marker."""

from __future__ import annotations

from tui.layout.article import Anchor
from tui.screens.reading.finds import Finds
from tui.widgets.notes import NotesPanel


class Notes(Finds):
    """The key `u`."""

    def idle_now(self) -> tuple[str, ...]:
        """In an article without notes, their key is not told."""
        return () if self.text is None or self.text.notes else ("read.note",)

    def action_note(self) -> None:
        """The notes that are marked on this page, one after another; in the notes, back to the marker.

        Where nothing is marked it is the key that less has for half a page up.
        """
        block = self.block
        if self.text is None or block is None:
            return
        if block.kind == "note" and block.note is not None:
            self._to_marker(block.note)
            return
        panel = self.query_one(NotesPanel)
        notes = [self.text.notes[number] for number in self._seen_markers() if number in self.text.notes]
        if notes or panel.display:
            panel.show_next(notes)
        else:
            self.action_half_up()

    def _seen_markers(self) -> list[int]:
        """The numbers of the markers on the screen, from ▸ on and then those above it."""
        assert self.text is not None
        found: dict[int, bool] = {}
        at = self.pane.passage() or 0
        for spot, row in self.pane.seen():
            if row.of_text:
                for span in self.text.blocks[spot.block].spans:
                    if span.kind == "ref" and row.start <= span.start <= row.end:
                        found.setdefault(int(span.value), spot.block < at)
        return sorted(found, key=lambda number: found[number])

    def _to_marker(self, note: int) -> None:
        assert self.text is not None
        for index, block in enumerate(self.text.blocks):
            for span in block.spans:
                if span.kind == "ref" and span.value == str(note):
                    self.jumped_from = (self.article_id, self.pane.place)
                    self.pane.go_to(Anchor(index, span.start), 3)
                    self.tell(f"here is the marker of note {note}; '' goes back to the note")
                    return
        self.tell(f"the marker of note {note} was not found in the text")

    def leave_mode(self) -> bool:
        """Esc closes the note."""
        if not self.typing and self.query_one(NotesPanel).close():
            return True
        return super().leave_mode()
