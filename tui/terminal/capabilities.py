"""What this terminal can do, from its name and the environment, before anything is written to it.

Choices that depend on the terminal are made once, here, so that the reader, the thin driver and
`briefing check` say the same.
"""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Mapping
from typing import NamedTuple, TextIO

TRUE_COLOUR = 1 << 24
_BARE = ("vt1", "vt52", "dumb")
_COLOURLESS = ("vt1", "vt2", "vt3", "vt4", "vt52", "dumb")
_RICH = ("alacritty", "contour", "foot", "ghostty", "iterm", "kitty", "wezterm")
_LIKE_XTERM = (*_RICH, "gnome", "konsole", "linux", "mintty", "mlterm", "putty", "rxvt", "vte", "xterm")
PLAIN_COMMANDS = "use the plain commands instead: briefing list, show, search, compare, matrix, similar"


class Terminal(NamedTuple):
    """A terminal by its name and the environment it was started in.

    A frozen value that tests can make for any terminal without owning one. What a name stands for is kept
    here, since a machine may lack the terminfo of its visitors. `environment` is a mapping like `os.environ`.
    """

    environment: Mapping[str, str]

    @property
    def name(self) -> str:
        """The TERM, "dumb" where none is set."""
        return self.environment.get("TERM", "") or "dumb"

    @property
    def in_tmux(self) -> bool:
        """Whether a tmux stands between, which has its own rules for the clipboard."""
        return bool(self.environment.get("TMUX")) or self.name.startswith("tmux")

    @property
    def in_screen(self) -> bool:
        """Whether GNU screen stands between."""
        return not self.in_tmux and (bool(self.environment.get("STY")) or self.name.startswith("screen"))

    @property
    def over_ssh(self) -> bool:
        """Whether the session came over SSH: mouse off, clipboard by OSC 52."""
        return bool(self.environment.get("SSH_TTY") or self.environment.get("SSH_CONNECTION"))

    @property
    def colours(self) -> int:
        """How many colours: 0, 16, 256 or 2**24. NO_COLOR, when not empty, means none."""
        if self.environment.get("NO_COLOR") or self.name.startswith(_COLOURLESS):
            return 0
        if self.environment.get("COLORTERM", "").lower() in {"truecolor", "24bit"}:
            return TRUE_COLOUR
        if self.name.endswith(("-direct", "-truecolor")):
            return TRUE_COLOUR
        return 256 if "256color" in self.name or self.name.startswith(_RICH) else 16

    @property
    def is_plain_console(self) -> bool:
        """Whether this is a console that prints parts of queries it does not know."""
        return self.name.startswith(("linux", "vt", "ansi", "cons", "sun", "dumb"))

    @property
    def edits_lines(self) -> bool:
        """Whether whole lines can be inserted and deleted: everywhere but on a bare vt100."""
        return not self.name.startswith(_BARE)

    @property
    def erases_characters(self) -> bool:
        """Whether a number of cells can be erased (ECH): not on a vt100, nor in GNU screen."""
        return self.name.startswith((*_LIKE_XTERM, "tmux"))

    @property
    def erases_in_colour(self) -> bool:
        """Whether erased cells take the background colour: not in tmux or GNU screen."""
        return self.name.startswith(_LIKE_XTERM)

    @property
    def switches_styles_off(self) -> bool:
        """Whether single attributes can be switched off (SGR 22 to 29; not in vt100)."""
        return not self.name.startswith(_BARE)

    @property
    def ascii_borders(self) -> bool:
        """Whether lines are better drawn with ASCII: a plain C locale, or a terminal without the glyphs."""
        if self.name.startswith(("vt", "ansi", "cons", "dumb")):
            return True
        whole, letters, rest = (self.environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG"))
        # Python itself sets LC_CTYPE=C.UTF-8 where it finds the C locale.
        spoken = whole or ("" if letters == "C.UTF-8" else letters) or rest
        return spoken in {"", "C", "POSIX"}

    def told(self) -> list[str]:
        """Lines for `briefing check`: facts first, then what follows from them."""
        depth = {0: "no colour", TRUE_COLOUR: "true colour"}.get(self.colours, f"{self.colours} colours")
        between = "in tmux" if self.in_tmux else "in screen" if self.in_screen else "direct"
        lines = [
            f"terminal: {self.name}, {depth}, {between}{', over SSH' if self.over_ssh else ''}",
            f"scrolling: {'line insert and delete' if self.edits_lines else 'one line at a time'}",
            f"borders: {'ASCII' if self.ascii_borders else 'drawn'}",
        ]
        if self.in_tmux:
            lines.append("clipboard: tmux passes it on after `set -g set-clipboard on`; a file is kept too")
        return lines


def this_terminal() -> Terminal:
    """The terminal this program was started in."""
    return Terminal(dict(os.environ))


def terminal_problem(stdin: TextIO | None = None, screen: TextIO | None = None) -> str | None:
    """Why the reader cannot open here, in one line that names what works instead, or None.

    Textual would start without a terminal, write escapes to stderr and hang.
    Textual draws on stderr and reads stdin, so both must be terminals.
    """
    stdin, screen = stdin or sys.__stdin__, screen or sys.__stderr__
    if stdin is None or screen is None or not (stdin.isatty() and screen.isatty()):
        return f"the reader needs a terminal; {PLAIN_COMMANDS}"
    if (os.environ.get("TERM") or "dumb") == "dumb":
        return f"TERM is dumb, so no screen can be drawn; {PLAIN_COMMANDS}"
    charset = locale.nl_langinfo(locale.CODESET)
    if charset.upper().replace("-", "") != "UTF8" and not sys.flags.utf8_mode:
        return f"the locale is {charset}, not UTF-8: start with LC_ALL=C.UTF-8 briefing, or {PLAIN_COMMANDS}"
    return None
