"""Terminals in memory, and the real tmux, to compare what two streams of output show."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import termios
import time
import tty
from pathlib import Path
from types import TracebackType

import pyte
from rich.cells import cell_len

from tests.terminal.memory_screen import MemoryScreen
from tests.terminal.pty_session import _LEFT_OUT

Cells = list[list[tuple[object, ...]]]


class Emulator:
    """A pyte terminal that is written to, one whole string at a time."""

    def __init__(self, width: int, height: int) -> None:
        self.screen = MemoryScreen(width, height)
        self._stream = pyte.Stream(self.screen, strict=False)
        self.feed("\x1b[?7l")

    def feed(self, text: str) -> None:
        """Show this."""
        self._stream.feed(_LEFT_OUT.sub("", text))

    def resize(self, width: int, height: int) -> None:
        """Take another size, as a window does."""
        self.screen.resize(height, width)

    @property
    def cells(self) -> Cells:
        """Every cell with all its attributes."""
        return [self._row(y) for y in range(self.screen.lines)]

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column."""
        return self.screen.cursor.y, self.screen.cursor.x

    def _row(self, y: int) -> list[tuple[object, ...]]:
        cells: list[tuple[object, ...]] = []
        for x in range(self.screen.columns):
            cell = self.screen.buffer[y][x]
            # Where the first half of a wide cell was written over, terminals blank the rest, pyte does not.
            is_half = x > 0 and cell.data == "" and cell_len(str(cells[-1][0])) == 2
            cells.append(tuple(cell if cell.data or is_half else cell._replace(data=" ")))
        return cells


class Tmux:
    """A tmux server of its own with one pane, written to like a program in it would."""

    def __init__(self, folder: Path, width: int, height: int) -> None:
        self._socket = str(folder / "tmux")
        environment = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        environment.pop("TMUX", None)
        self._environment = environment
        self._run(
            "-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "exec sleep 1000",
            ";", "set", "-g", "status", "off", ";", "resize-window", "-x", str(width), "-y", str(height),
        )  # fmt: skip
        self._tty = os.open(self._run("display", "-p", "#{pane_tty}").strip(), os.O_RDWR | os.O_NOCTTY)
        tty.setraw(self._tty, termios.TCSANOW)
        self.width, self.height = width, height
        self.feed("\x1b[?7l")

    @staticmethod
    def is_here() -> bool:
        """Whether tmux is installed."""
        return shutil.which("tmux") is not None

    def feed(self, text: str) -> None:
        """Show this, and wait until tmux has taken it in."""
        data = text.encode() + b"\x1b[5n"
        while data:
            data = data[os.write(self._tty, data) :]
        answer, end = b"", time.monotonic() + 20
        while b"\x1b[0n" not in answer:
            left = max(0.0, end - time.monotonic())
            assert select.select([self._tty], [], [], left)[0], "tmux does not answer"
            answer += os.read(self._tty, 4096)

    @property
    def repeats(self) -> bool:
        """Whether this tmux knows REP for all signs."""
        self.feed("\x1b[H─\x1b[2b")
        return self.cursor == (0, 3)

    @property
    def cells(self) -> Cells:
        """Every cell with all its attributes, by way of `capture-pane`."""
        lines = self._run("capture-pane", "-p", "-e", "-N").split("\n")[: self.height]
        emulator = Emulator(self.width, self.height)
        for number, line in enumerate(lines):
            # The style at a line's end is that of the next one's begin.
            emulator.feed(f"\x1b[{number + 1};1H{line}")
        return emulator.cells

    @property
    def cursor(self) -> tuple[int, int]:
        """Row and column."""
        row, column = self._run("display", "-p", "#{cursor_y} #{cursor_x}").split()
        return int(row), int(column)

    def close(self) -> None:
        """End the server."""
        os.close(self._tty)
        self._run("kill-server")

    def __enter__(self) -> Tmux:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(self, *arguments: str) -> str:
        command = ["tmux", "-u", "-S", self._socket, *arguments]
        return subprocess.run(
            command, env=self._environment, check=True, capture_output=True, text=True, timeout=30
        ).stdout
