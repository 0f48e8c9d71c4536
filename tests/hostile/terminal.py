"""What a program may write to a terminal, and what is left when that is taken away."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.hostile.dangers import first_danger

ROOT = Path(__file__).resolve().parents[2]

# The plain commands paint, wipe their progress bar, and end lines as the terminal wants it.
_PAINT = re.compile(r"\x1b\[(?:0|1|2|32|1;31)m|\r\x1b\[K|\r+\n")
WITHIN = ("INNEN", "7331")
"""Words that stand within the sequences of the payloads."""


_SEVERAL = """
import json, sys
from tui.commands.program import main
for arguments in json.loads(sys.argv[1]):
    try:
        status = main(arguments)
    except SystemExit as stop:
        status = stop.code
    sys.stdout.flush()
    print(f"##### {status} {arguments[0]}", flush=True)
"""


def on_terminal(
    commands: Sequence[Sequence[str]], *, size: tuple[int, int] = (100, 40)
) -> list[tuple[int, str]]:
    """Run plain commands one after another with a terminal at all ends; gives status and output of each."""
    main, other = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(size[0]), "LINES": str(size[1])}
    environment["PYTHONPATH"] = str(ROOT)
    command = [sys.executable, "-c", _SEVERAL, json.dumps(commands)]
    with subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment) as process:
        os.close(other)
        written = bytearray()
        while data := _read(main):
            written += data
        process.wait()
    os.close(main)
    parts = re.split(r"##### (\d+) \w+\r\n", written.decode("utf-8", "surrogateescape"))
    assert len(parts) == 2 * len(commands) + 1, parts[-1][-2000:]
    return [(int(status), text) for text, status in zip(parts[::2], parts[1::2], strict=False)]


def _read(main: int) -> bytes:
    try:
        return os.read(main, 1 << 16)
    except OSError:
        return b""


def plain_leaks(written: str, within: Sequence[str] = WITHIN) -> list[str]:
    """What is wrong with the output of a plain command: dangers, and words from inside a sequence."""
    text = _PAINT.sub("\n", written)
    found = [first_danger(line) for line in text.split("\n")]
    return [each for each in found if each] + [f"{word} was shown" for word in within if word in text]
