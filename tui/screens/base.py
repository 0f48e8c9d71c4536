"""What every screen is: a place to be remembered, in its frame, with the keys that hold everywhere.

A screen of the reader:
- sets `NAME`, `BINDINGS = bindings(NAME)` (actions are rows in `tui.actions`) and has `action_…` methods;
- yields its own widgets in `body()`; what has the focus first is the first that can have it;
- calls `self.title_line(left, right)` and `self.status_line(left, right)` with plain text (never markup), and
  `self.tell("…")` for a remark that stays until the next key;
- gives its `place()` as plain JSON values, is made again by `from_place`, and calls `self.remember()` when
  the place changed (cheap: saved within a second, and at exit);
- asks for other screens by the messages of `tui.messages`; Esc pops back to it, as it was;
- has `ask(purpose, label)` for a line to type in, which answers with `Prompt.Changed` and `Prompt.Submitted`;
- sets `REMEMBERED = False` if the next visit should not open on it;
- overrides `corpus_changed()` to take in a new index, and `leave_mode()` to let Esc close something first;
- overrides `came_back()` to go to the passage that was read last in an article opened from it;
- overrides `make_room()` and `step_passage()` if an article opened from it can stand in a pane over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, Self

from textual.binding import BindingType

from tui.screens.frame import Frame
from tui.state.place import JSON, Place

if TYPE_CHECKING:
    from index import Corpus
    from tui.messages import OpenArticle


class BriefingScreen(Frame):
    """A screen with its frame; see the module for what a screen gives."""

    REMEMBERED: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = []

    @property
    def corpus(self) -> Corpus:
        """The corpus that is read."""
        return self.reader.corpus

    def place(self) -> Mapping[str, JSON]:
        """What must be kept so that `from_place` can make this screen again as it is."""
        return {}

    @classmethod
    def from_place(cls, parameters: Mapping[str, JSON]) -> Self:
        """The screen as it was remembered; unknown or broken parameters are passed over."""
        del parameters
        return cls()

    def keep(self) -> None:
        """Keep what is remembered apart from the place, such as how far an article was read."""

    def corpus_listed(self) -> None:
        """The articles are known now: show what had to wait for them (see `BriefingApp.listed`)."""

    def corpus_changed(self) -> None:
        """The index is new: show what it says, and keep the place."""

    def judgements_changed(self) -> None:
        """Something was said on a passage for a topic, or taken back: show it where it applies."""

    @property
    def left_at(self) -> tuple[str, int] | None:
        """The article and block of the marked words that were read last here; None where none were."""
        return None

    def came_back(self, article: str, n: int) -> None:
        """A screen that was opened from here was left at these marked words (`left_at`): show them."""

    def make_room(self, rows: int) -> bool:
        """An article is to stand in a pane over so many of the lowest rows, none if 0; whether it can."""
        del rows
        return False

    def step_passage(self, by: int) -> OpenArticle | None:
        """The pane goes to the passage after (1) or before (-1): what opens it, None where there is none."""
        del by
        return None

    def leave_mode(self) -> bool:
        """Close what lies over the screen's content (a prompt, a panel); whether there was something."""
        return self.close_prompt()

    def remember(self) -> None:
        """The place has changed."""
        self.reader.remember()

    def here(self) -> Place:
        """The place to remember."""
        return Place(self.NAME, self.place())

    def action_back(self) -> None:
        """Esc: close what lies over the content, else go back."""
        if not self.leave_mode():
            self.reader.go_back()

    def action_leave(self) -> None:
        """Leave the program; the place is kept."""
        self.reader.exit(0)

    def action_search(self) -> None:
        """Search all articles."""
        # At once, so that keys that were typed ahead find the new screen.
        self.reader.go("search", {})

    def action_compare(self) -> None:
        """The matrix of topics and articles."""
        self.reader.go("matrix", {})

    def action_library(self) -> None:
        """The list of articles."""
        self.reader.go_to_library()

    def action_help(self) -> None:
        """All keys of this screen."""
        from tui.screens.help import HelpScreen

        self.reader.push_screen(HelpScreen(self.NAME))

    def action_command_palette(self) -> None:
        """All commands by name."""
        from tui.screens.palette import PaletteScreen

        self.reader.push_screen(PaletteScreen(self))

    def action_copy_text(self) -> None:
        """Copy what was selected with the mouse."""
        selected = self.get_selected_text()
        if selected:
            self.tell(self.reader.copy(selected))
        else:
            self.tell("q leaves")

    def action_redraw(self) -> None:
        """Draw the whole screen again."""
        self.reader.redraw()

    def action_suspend(self) -> None:
        """Back to the shell; `fg` returns."""
        self.reader.action_suspend_process()
