"""Copying over SSH: the OSC 52 sequence, and a file, because the sequence may be dropped in silence.

No terminal answers whether it took the text, so the reader says "sent", never "copied".
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tui.terminal.capabilities import Terminal, this_terminal
from tui.terminal.folders import write_privately

LIMIT = 74_994
"""Bytes of text that xterm and tmux take in one OSC 52 sequence."""
_SCREEN_PIECE = 700
"""Bytes GNU screen takes in one passed-through string (its limit is 768)."""


class Copied(NamedTuple):
    """Where a copied text went: the file, and whether the terminal was sent it."""

    file: Path | None
    sent: bool

    @property
    def told(self) -> str:
        """One line for the status line."""
        where = f"written to {self.file}" if self.file else "no file could be written"
        return f"sent to the clipboard; also {where}" if self.sent else f"too long to send; {where}"


def copy(
    text: str, write: Callable[[str], None], folder: Path | None = None, terminal: Terminal | None = None
) -> Copied:
    """Send the text to the terminal's clipboard and write it to a file in the state folder.

    `write` is the driver's. The file `copied.txt` is private to its owner and replaced each time.
    """
    sent = len(text.encode()) <= LIMIT
    if sent:
        for sequence in clipboard_sequences(text, terminal or this_terminal()):
            write(sequence)
    return Copied(write_privately("copied.txt", text, folder), sent)


def clipboard_sequences(text: str, terminal: Terminal) -> list[str]:
    """The OSC 52 sequence for this text, wrapped where tmux or screen would swallow it.

    In tmux both forms are sent: the bare one works with `set-clipboard on`, the wrapped one with
    `allow-passthrough on`.
    """
    bare = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    if terminal.in_tmux:
        return [bare, "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"]
    if terminal.in_screen:
        pieces = (bare[start : start + _SCREEN_PIECE] for start in range(0, len(bare), _SCREEN_PIECE))
        return ["".join(f"\x1bP{piece}\x1b\\" for piece in pieces)]
    return [bare]
