"""The driver between Textual and the terminal: input without a thread, output without waste.

It is given to `App(driver_class=…)`. Textual's own driver wakes ten times a second, lives on when its
terminal is gone, and writes whole screens.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import signal
import termios
import threading
import tty
from typing import Any, ClassVar

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message

from tui.terminal.capabilities import Terminal, this_terminal
from tui.terminal.exits import Leaving
from tui.terminal.flow import ASK, PATIENCE, Flow
from tui.terminal.keyboard import Keyboard
from tui.terminal.outlet import Outlet
from tui.terminal.shown_screen import ShownScreen, Taken
from tui.terminal.starting import first_screen_drawn
from tui.terminal.wire import RESET, Abilities

_PROBE = "\x1b[H{sign}\x1b[2b\x1b[6n"
"""Write a sign, repeat it twice and say where the cursor is: in column 4 where REP is known, else in 2.

Some terminals know REP for ASCII only, so the sign is one of those that rules are drawn with.
"""
_PROBED = re.compile(r"\x1b\[1;([24])R")
_POINTER = "\x1b]22;"
"""The shape of the mouse pointer, which consoles print in part."""
_LAST_WORDS = 0.5
"""Seconds in which a terminal may take what restores it."""


class ThinDriver(LinuxDriver):
    """Reads keys in the event loop and sends only the cells that changed.

    `app.leaving` (see `install_exit_handlers`), when set, is called when the terminal is gone.
    """

    THIN: ClassVar[bool] = True
    """Whether to send differences; off in `PlainDriver`."""

    def __init__(self, app: Any, **options: Any) -> None:
        super().__init__(app, **options)
        self._terminal = this_terminal()
        self._screen_fd = self._file.fileno() if self._file else 2
        self._thread = threading.get_ident()
        self._outlet: Outlet | None = None
        self._keyboard: Keyboard | None = None
        self._flow = Flow()
        self._stalled: asyncio.TimerHandle | None = None
        self._thin = self.THIN
        self._healing = False
        self._shown = ShownScreen(*self._get_terminal_size(), abilities_of(self._terminal))

    # Output

    def write(self, data: str) -> None:
        """Take what Textual writes; frames wait for `flush`, the rest goes at once. Any thread."""
        if threading.get_ident() != self._thread:
            self._loop.call_soon_threadsafe(self.write, data)
        elif data.startswith(_POINTER) and not self._mouse:
            return
        elif not self._thin:
            self._send(data)
        else:
            self._take(data)

    def flush(self) -> None:
        """Send the newest frame, unless the link still carries those before."""
        if self._outlet is not None:
            self._loop.call_soon(first_screen_drawn)
        if not (self._thin and self._outlet is not None and self._shown.changed):
            return
        if not self._flow.open:
            self._stalled = self._stalled or self._loop.call_later(PATIENCE, self._stop_waiting)
        elif self._outlet.idle:
            self._send(self._changes())

    def redraw(self) -> None:
        """Draw every cell again, as for ctrl+l or a terminal that comes back."""
        self._shown.forget()
        if self._thin:
            self.flush()
        else:
            self._draw_all()

    def _take(self, data: str) -> None:
        if self._shown.size != (size := self._get_terminal_size()):
            self._shown.resize(*size)
        was_lost = self._shown.lost
        if self._shown.take(data) is Taken.PASS:
            self._send(data)
        if not self._shown.lost:
            self._healing = False
        elif was_lost and not self._healing:
            self._healing = True
            self._loop.call_soon(self._draw_all)

    def _changes(self) -> str:
        self._shown.keeps_cursor = hasattr(self._app.focused, "cursor_screen_offset")
        try:
            return self._shown.changes()
        except Exception as error:
            # A fault in here must not end a reading session: Textual's own output will do.
            self._thin = False
            self._app.log.error(f"the thin driver gave up: {error!r}")
            self._loop.call_soon(self._draw_all)
            return RESET

    def _send(self, data: str) -> None:
        if self._outlet is None:
            return
        encoded = data.encode("utf-8", "replace")
        self._outlet.send(encoded + ASK.encode() if self._flow.sent(len(encoded)) else encoded)

    def _stop_waiting(self) -> None:
        self._stalled = None
        if not self._flow.open:
            self._flow.give_up()
        self.flush()

    def _draw_all(self) -> None:
        self._app.screen.refresh(layout=True)

    # Input

    def send_message(self, message: Message) -> None:
        """Hand a message to the app, which runs in this same loop."""
        self._app.post_message(message)

    def process_message(self, message: Message) -> None:
        """Draw all when the terminal gets the focus back, then do as Textual does."""
        if isinstance(message, events.AppFocus):
            self.redraw()
        super().process_message(message)

    def _probed(self, answer: re.Match[str]) -> None:
        self._shown.abilities.repeats = answer[1] == "4"
        self._flow.answered()

    def _gone(self) -> None:
        """The terminal is gone: leave, and let nothing wait for it."""
        if self._keyboard is not None:
            self._keyboard.stop()
        leaving = getattr(self._app, "leaving", None)
        if isinstance(leaving, Leaving):
            leaving.leave()
        else:
            self._app.exit(return_code=128 + signal.SIGHUP)

    # Size

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            columns, rows = os.get_terminal_size(self._screen_fd)
        except OSError:
            columns = rows = 0
        return columns or 80, rows or 24

    def _send_size(self) -> None:
        size = Size(*self._get_terminal_size())
        self._loop.call_soon_threadsafe(self._app.post_message, events.Resize(size, size))

    # Starting and stopping

    def start_application_mode(self) -> None:
        """Take the terminal over: raw keys, alternate screen, no line wrap."""
        if self._outlet is not None:
            # Continued without having been suspended by us.
            self._loop.call_soon_threadsafe(self.redraw)
            return
        if not self._in_foreground():
            return
        self._outlet = Outlet(self._screen_fd, self._loop, self.flush, self._gone)
        signal.signal(signal.SIGWINCH, lambda *_: self._send_size())
        self._send_size()
        self._take_keys()
        self._keyboard = Keyboard(
            self.fileno, self._loop, self._flow, self.process_message, self.flush, self._gone
        )  # fmt: skip
        self._shown.forget()
        self._send("\x1b[?1049h\x1b[?25l\x1b[?1004h\x1b[?2004h\x1b[?7l")
        self._enable_mouse_support()
        if not self._terminal.is_plain_console:
            self._request_terminal_sync_mode_support()
            if self._thin:
                self._send(_PROBE.format(sign="-" if self._terminal.ascii_borders else "─"))
                self._keyboard.expect(_PROBED, self._probed)
                self._flow.begin()
        if self._must_signal_resume:
            self._must_signal_resume = False
            self._loop.call_soon_threadsafe(self.send_message, self.SignalResume())
        self._loop.call_soon_threadsafe(self.flush)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.disable_input()
        if self.attrs_before is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        self._send(f"{RESET}\x1b[?2004l\x1b[?7h\x1b[?1004l\x1b[?1049l\x1b[?25h")

    def disable_input(self) -> None:
        """Read no more keys, and let answers that are on their way not end up in the shell."""
        if self._keyboard is None:
            return
        signal.signal(signal.SIGWINCH, signal.SIG_DFL)
        self._disable_mouse_support()
        self._keyboard.stop()
        if self._outlet is not None and not self._outlet.broken:
            self._keyboard.wait_for_answers(_LAST_WORDS)
        self._flow.give_up()
        self._keyboard = None
        with contextlib.suppress(termios.error):
            termios.tcflush(self.fileno, termios.TCIFLUSH)

    def close(self) -> None:
        """Let the terminal take the last words, but not for long."""
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None
        if self._outlet is not None:
            self._outlet.drain(_LAST_WORDS)
            self._outlet.close()
            self._outlet = None

    def _in_foreground(self) -> bool:
        """Whether the terminal may be changed; in the background this stops the process until `fg`."""

        def stop_again(*_: object) -> None:
            os.kill(os.getpid(), signal.SIGSTOP)

        signal.signal(signal.SIGTTOU, stop_again)
        signal.signal(signal.SIGTTIN, stop_again)
        try:
            termios.tcsetattr(self.fileno, termios.TCSANOW, termios.tcgetattr(self.fileno))
        except termios.error:
            return False
        finally:
            signal.signal(signal.SIGTTOU, signal.SIG_DFL)
            signal.signal(signal.SIGTTIN, signal.SIG_DFL)
        return True

    def _take_keys(self) -> None:
        self.attrs_before = termios.tcgetattr(self.fileno)
        raw = termios.tcgetattr(self.fileno)
        output, conversions = raw[tty.OFLAG], termios.OPOST | termios.ONLCR
        self._shown.abilities.newline_returns = output & conversions == conversions
        raw[tty.LFLAG] = self._patch_lflag(raw[tty.LFLAG])
        raw[tty.IFLAG] = self._patch_iflag(raw[tty.IFLAG])
        raw[tty.CC][termios.VMIN] = 1
        termios.tcsetattr(self.fileno, termios.TCSANOW, raw)


class PlainDriver(ThinDriver):
    """The same driver with Textual's output as it comes: `--plain-driver`."""

    THIN = False


def abilities_of(terminal: Terminal) -> Abilities:
    """What may be written to this terminal."""
    return Abilities(
        edits_lines=terminal.edits_lines,
        erases_characters=terminal.erases_characters,
        erases_in_colour=terminal.erases_in_colour,
        switches_off=terminal.switches_styles_off,
    )
