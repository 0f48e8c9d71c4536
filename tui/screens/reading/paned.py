"""An article in a pane over the lowest rows of the screen it was opened from, which stays in sight above it.

The pane is the whole reader: its screen lets the one beneath be seen where the pane is not.
"""

from __future__ import annotations

from tui.screens.reading.marks import Marks
from tui.widgets.bar import Bar

# A lower screen has no room for a passage with what stands around it under heads and cells of a comparison.
_ROOM_FROM = 34
_KEYS = {
    "whole_screen": "pane.whole-screen",
    "next_cell": "pane.next-cell",
    "previous_cell": "pane.previous-cell",
}


def pane_rows(height: int) -> int:
    """How many rows of a screen the pane takes with its title, status and hint line; 0 without room."""
    return height // 2 if height >= _ROOM_FROM else 0


class Paned(Marks):
    """The part of the reader that is a pane, if it was opened as one and there is room."""

    wants_pane = False
    """Whether it was opened as a pane."""
    _whole = False

    @property
    def in_pane(self) -> bool:
        """Whether it is a pane now."""
        return self.has_class("-pane")

    def on_mount(self) -> None:
        """Be a pane where there is room for one; what opens on the whole screen stays there."""
        self._fit()
        self.wants_pane = self.in_pane

    def on_resize(self) -> None:
        """Take the rows of a pane on the new screen, or the whole of a low one."""
        self._fit()

    def on_screen_resume(self) -> None:
        """Take the whole screen where the one it was opened from is no longer held."""
        self._fit()

    def _fit(self) -> None:
        """Be a pane, or the whole screen, as is wanted and possible now."""
        height = self.app.size.height
        rows = self._room(pane_rows(height)) if self.wants_pane else 0
        if self._whole:
            rows = 0
        seen = self.hits.at in self.pane.shown(self.hits.all)
        self.query_one("#title", Bar).styles.margin = (height - rows if rows else 0, 0, 0, 0)
        changed = self.in_pane != bool(rows)
        self.set_class(bool(rows), "-pane")
        if changed:
            self.tell_keys()
            if rows and seen:
                self.call_after_refresh(self._keep_in_sight)

    def _room(self, rows: int) -> int:
        """As many rows of the screen beneath, if it is held and can give them."""
        beneath = self.reader.beneath(self)
        return rows if beneath is not None and beneath.make_room(rows) else 0

    def _keep_in_sight(self) -> None:
        """Have the words at which we are on fewer rows too."""
        if self.hits.here is not None:
            self.pane.go_to_words(*self.hits.here)

    def idle_now(self) -> tuple[str, ...]:
        """On the whole screen, the keys of the pane are not told."""
        idle = super().idle_now()
        return idle if self.in_pane else (*idle, *_KEYS.values())

    def wanted_now(self) -> tuple[str, ...]:
        """In a pane, its own keys and the way back are told before others."""
        wanted = super().wanted_now()
        return (*wanted, "pane.whole-screen", "pane.next-cell", "app.back") if self.in_pane else wanted

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys of the pane hold only in it."""
        if action in _KEYS and not (self.is_mounted and self.in_pane):
            return False
        return super().check_action(action, parameters)

    def action_whole_screen(self) -> None:
        """The article on the whole screen, at the same place."""
        self._whole = True
        self._fit()

    def action_next_cell(self) -> None:
        """The next passage of the side by side."""
        self._step_cell(1)

    def action_previous_cell(self) -> None:
        """The passage before in the side by side."""
        self._step_cell(-1)

    def _step_cell(self, by: int) -> None:
        beneath = self.reader.beneath(self)
        opening = beneath.step_passage(by) if beneath is not None else None
        if opening is not None:
            self.marks = opening.marks
            self.load(opening.article, opening.line)
        else:
            self.tell(f"this is the {'last' if by > 0 else 'first'} passage of the articles shown")

    def leave_mode(self) -> bool:
        """Esc leads from the whole screen back to the pane that it was."""
        if super().leave_mode():
            return True
        if self._whole:
            self._whole = False
            self._fit()
            return self.in_pane
        return False

    def action_back(self) -> None:
        """Esc: close what lies over the article, then the pane."""
        if self.leave_mode():
            return
        if self.wants_pane:
            self._room(0)
        self.reader.go_back()
