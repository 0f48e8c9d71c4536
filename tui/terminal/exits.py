"""Leaving when the session ends from outside: hang-up, SIGTERM, a terminal that is gone.

Textual dies of these signals with the terminal left in its alternate screen, and lives on at full
load when a link drops without a signal.
"""

from __future__ import annotations

import os
import signal
import sys
import termios
import threading
from types import FrameType
from typing import Any

GRACE = 1.5
"""Seconds that a clean exit may take before the process is ended anyway; two are promised."""

RESTORE = "\x1b[r\x1b[m\x1b[?2026l\x1b[?7h\x1b[?1000;1003;1006;1015;2004;1004l\x1b[?1049l\x1b[?25h"
"""Margins, style, synchronized output, wrap, mouse, paste and focus reports, alternate screen, cursor."""

_HANG_UP = 128 + signal.SIGHUP


class Leaving:
    """One way out for every reason, at most once, and with a limit on the time it takes.

    The limit is a daemon timer: it holds while the event loop is busy or a frozen terminal takes nothing.
    """

    def __init__(self, app: Any) -> None:
        self._app = app
        self._timer: threading.Timer | None = None
        self._attributes: list[Any] | None = None
        self.code: int | None = None
        try:
            self._attributes = termios.tcgetattr(0)
        except termios.error:
            self._attributes = None

    def install(self) -> None:
        """Take SIGHUP and SIGTERM; the handlers run even while the event loop is busy."""
        for number in (signal.SIGHUP, signal.SIGTERM):
            signal.signal(number, self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        del frame
        self.leave(128 + number)

    def leave(self, code: int = _HANG_UP) -> None:
        """End the app cleanly with this exit status, or the process when the grace is over. Any thread."""
        if self.code is not None:
            return
        self.code = code
        self._timer = threading.Timer(GRACE, self._end, (code,))
        self._timer.daemon = True
        self._timer.start()
        loop = getattr(self._app, "_loop", None)
        if loop is None or not loop.is_running():
            self._end(code)
        else:
            loop.call_soon_threadsafe(self._exit, code)

    def _exit(self, code: int) -> None:
        self._app.exit(return_code=code)

    def _end(self, code: int) -> None:
        restore_terminal(self._attributes)
        os._exit(code)


def install_exit_handlers(app: Any) -> Leaving:
    """Make hang-up and SIGTERM end this app cleanly within two seconds; call it before `app.run()`.

    The thin driver finds the result as `app.leaving` and calls it when the input ends.
    """
    leaving = Leaving(app)
    leaving.install()
    app.leaving = leaving
    return leaving


def restore_terminal(attributes: list[Any] | None = None) -> None:
    """Put the terminal back without waiting for it: a frozen one keeps what it has.

    `attributes` are those of `termios.tcgetattr` from before the start.
    """
    screen = sys.__stderr__.fileno() if sys.__stderr__ else 2
    try:
        private = os.open(os.ttyname(screen), os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        os.write(private, RESTORE.encode())
    except OSError:
        pass
    finally:
        os.close(private)
    if attributes is not None:
        try:
            termios.tcsetattr(0, termios.TCSANOW, attributes)
        except termios.error:
            return
