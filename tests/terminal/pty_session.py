"""A program in a pseudo-terminal of its own, with a terminal in memory that shows what a person would see.

Nothing sleeps: every wait ends when the screen, the silence or the exit it waits for is there, or
fails at its deadline with the screen in the message.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType

import pyte

from tests.terminal.memory_screen import MemoryScreen

ROOT = Path(__file__).resolve().parents[2]
READER = (sys.executable, "-m", "tui")

_LEFT_OUT = re.compile(r"\x1b\[[<=>][\d;]*[a-z]|\x1b\[\?[\d;]*(?:\$p|[mrs])")
"""Key protocol, modifier and mode queries, saved modes: pyte would print them in part or die of them."""
_INCOMPLETE = re.compile(r"\x1b(\[[<=>?\d;$]*)?$")

KEYS = {
    "enter": "\r", "escape": "\x1b", "tab": "\t", "space": " ", "backspace": "\x7f",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
    "home": "\x1b[H", "end": "\x1b[F", "pagedown": "\x1b[6~", "pageup": "\x1b[5~",
    "ctrl+c": "\x03", "ctrl+l": "\x0c", "ctrl+p": "\x10", "ctrl+z": "\x1a",
}  # fmt: skip


def clean_environment(**changes: str) -> dict[str, str]:
    """The environment of a plain xterm with nothing of the caller's terminal in it."""
    dropped = ("TMUX", "STY", "SSH_", "LC_", "TEXTUAL", "COLORTERM", "NO_COLOR", "COLUMNS", "LINES")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PYTHONPATH": paths, **changes}


def eventually(so: Callable[[], bool], what: str, timeout: float) -> None:
    """Wait until something outside of a session is so."""
    end = time.monotonic() + timeout
    while not so():
        assert time.monotonic() < end, f"no {what} within {timeout} s"
        select.select([], [], [], 0.02)


class PtySession:
    """A program under a pty: keys go in by `press` and `send`, its screen comes out of `screen`.

    `size` is columns, rows. `controlling` makes it the program's controlling terminal, whose end the kernel
    tells with SIGHUP. `stdin` is another descriptor to read keys from. `answers` makes the terminal answer
    status and cursor queries, as real ones do.
    `received` counts the bytes that the program has written since it began.
    """

    def __init__(
        self,
        command: Sequence[str] = READER,
        *,
        size: tuple[int, int] = (80, 24),
        environment: Mapping[str, str] | None = None,
        cwd: Path | str | None = None,
        answers: bool = True,
        controlling: bool = True,
        stdin: int | None = None,
    ) -> None:
        self.screen = MemoryScreen(*size)
        self.answers = answers
        self.screen.write_process_input = self._answer  # type: ignore[method-assign]
        self._stream = pyte.Stream(self.screen, strict=False)
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._held = ""
        self.received = 0
        self.raw = bytearray()
        self.master, self.slave = pty.openpty()
        self._set_size(*size)
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            list(command), stdin=self.slave if stdin is None else stdin, stdout=self.slave, stderr=self.slave,
            env=dict(environment if environment is not None else clean_environment()), cwd=cwd,
            start_new_session=True,
            preexec_fn=(lambda: fcntl.ioctl(1, termios.TIOCSCTTY, 0)) if controlling else None,
        )  # fmt: skip

    # What is on the screen

    @property
    def lines(self) -> list[str]:
        """The rows of the screen, without the blanks at their ends."""
        return [line.rstrip() for line in self.screen.display]

    @property
    def text(self) -> str:
        """The whole screen as one string."""
        return "\n".join(self.lines)

    # What a person does

    def send(self, data: str | bytes) -> None:
        """Send these characters as they are."""
        os.write(self.master, data.encode() if isinstance(data, str) else data)

    def press(self, *keys: str) -> None:
        """Press keys by name (`enter`, `pagedown`) or as characters, one after another at once."""
        for key in keys:
            self.send(KEYS.get(key, key))

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size and say so, as a window does."""
        self.screen.resize(rows, columns)
        self.screen.set_margins()
        self._set_size(columns, rows)

    # Waiting

    def pump(self, seconds: float) -> bool:
        """Take what comes within these seconds; False when nothing came."""
        data = self.read(seconds)
        if data:
            self.show(data)
        return bool(data)

    def read(self, seconds: float) -> bytes:
        """What comes within these seconds, not shown yet; nothing at the end of the program."""
        if not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return b""
        try:
            return os.read(self.master, 1 << 16)
        except OSError:
            return b""

    def show(self, data: bytes) -> None:
        """Let the terminal show this."""
        self.received += len(data)
        self.raw += data
        text = self._held + self._decode(data)
        tail = _INCOMPLETE.search(text)
        self._held = tail.group() if tail else ""
        self._stream.feed(_LEFT_OUT.sub("", text[: tail.start()] if tail else text))

    def wait_until(self, there: Callable[[], bool], what: str, timeout: float = 15.0) -> None:
        """Wait until something is so; fails with the screen in its message."""
        end = time.monotonic() + timeout
        while not there():
            left = end - time.monotonic()
            if left <= 0:
                raise AssertionError(f"no {what} within {timeout} s; the screen shows:\n{self.text}")
            if not self.pump(min(left, 0.05)) and self.process.poll() is not None and not self.pump(0):
                if there():
                    return
                raise AssertionError(f"ended ({self.process.returncode}) before {what}:\n{self.text}")

    def wait_for(self, text: str, timeout: float = 15.0) -> None:
        """Wait until the screen shows this text (in one row)."""
        self.wait_until(lambda: any(text in line for line in self.screen.display), repr(text), timeout)

    def wait_gone(self, text: str, timeout: float = 15.0) -> None:
        """Wait until the screen no longer shows this text."""
        self.wait_until(lambda: text not in self.text, f"screen without {text!r}", timeout)

    def settle(self, quiet: float = 0.2, timeout: float = 15.0) -> int:
        """Wait until nothing has been written for `quiet` seconds; gives the bytes that came meanwhile."""
        before, end = self.received, time.monotonic() + timeout
        while self.pump(quiet):
            assert time.monotonic() < end, f"still writing after {timeout} s:\n{self.text}"
        return self.received - before

    def exit_code(self, timeout: float = 15.0, *, reading: bool = True) -> int:
        """Wait for the end of the program, taking what it writes unless `reading` is off."""
        end = time.monotonic() + timeout
        while self.process.poll() is None and time.monotonic() < end:
            if reading:
                self.pump(0.02)
            else:
                try:
                    self.process.wait(0.02)
                except subprocess.TimeoutExpired:
                    continue
        while reading and self.pump(0):
            pass
        assert self.process.returncode is not None, f"still running after {timeout} s:\n{self.text}"
        return self.process.returncode

    # Signals and links

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    @property
    def stopped(self) -> bool:
        """Whether the program is suspended."""
        state = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state in "Tt"

    @property
    def ticks(self) -> int:
        """The CPU time that the program has taken, in clock ticks (usually of 10 ms)."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def hang_up(self) -> None:
        """Cut the link: the terminal is gone and the kernel says so."""
        if self.slave >= 0:
            os.close(self.slave)
            self.slave = -1
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def attributes(self) -> list[object]:
        """The terminal's settings, to compare before and after."""
        return list(termios.tcgetattr(self.slave))

    def close(self) -> None:
        """End the program and the pty, whatever state they are in."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.hang_up()

    def __enter__(self) -> PtySession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _answer(self, data: str) -> None:
        if self.answers and self.master >= 0:
            os.write(self.master, data.encode())

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
