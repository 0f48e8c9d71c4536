"""What is known of a terminal from its name and environment, and what is chosen from that."""

from __future__ import annotations

import base64
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal.pty_session import ROOT, clean_environment
from tui.terminal import Terminal, prepare_environment, terminal_problem
from tui.terminal.capabilities import TRUE_COLOUR
from tui.terminal.clipboard import LIMIT, clipboard_sequences, copy


@pytest.mark.parametrize(
    ("environment", "colours"),
    [
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, TRUE_COLOUR),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256),
        ({"TERM": "linux"}, 16),
        ({"TERM": "screen"}, 16),
        ({"TERM": "vt100"}, 0),
        ({"TERM": "no-such-terminal"}, 16),
    ],
)
def test_colours(environment: dict[str, str], colours: int) -> None:
    assert Terminal(environment).colours == colours


def test_only_what_a_terminal_has_is_used() -> None:
    vt100, screen, xterm = (Terminal({"TERM": name}) for name in ("vt100", "screen", "xterm-256color"))
    assert not any((vt100.edits_lines, vt100.erases_characters, vt100.erases_in_colour))
    assert screen.edits_lines
    assert not screen.erases_characters
    assert not screen.erases_in_colour
    assert xterm.edits_lines
    assert xterm.erases_characters


@pytest.mark.parametrize(
    ("environment", "plain"),
    [
        ({"TERM": "xterm", "LANG": "en_GB.UTF-8"}, False),
        ({"TERM": "xterm", "LANG": "C.UTF-8"}, False),
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm", "LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"TERM": "xterm", "LANG": "en_GB.UTF-8", "LC_ALL": "POSIX"}, True),
        ({"TERM": "xterm", "LC_CTYPE": "de_DE.UTF-8", "LANG": "C"}, False),
        ({"TERM": "vt100", "LANG": "en_GB.UTF-8"}, True),
    ],
)
def test_borders_follow_the_locale_and_the_terminal(environment: dict[str, str], plain: bool) -> None:
    assert Terminal(environment).ascii_borders is plain


def test_textual_is_kept_quiet() -> None:
    environment = {"TERM": "xterm-256color"}
    prepare_environment(environment=environment)
    assert environment["TEXTUAL_ANIMATIONS"] == "none"
    assert environment["TEXTUAL_COLOR_SYSTEM"] == "256"
    assert "NO_COLOR" not in environment
    prepare_environment(colour=False, environment=environment)
    assert environment["NO_COLOR"]


def test_importing_the_terminal_imports_no_textual() -> None:
    code = "import sys, tui.terminal; print({'textual', 'rich'} & set(sys.modules))"
    said = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=clean_environment(), capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert said.stdout.strip() == "set()"


def test_a_copied_text_is_sent_and_written(own_home: Path) -> None:
    sent: list[str] = []
    told = copy("“Quote” 001:7", sent.append, terminal=Terminal({"TERM": "xterm"}))
    assert base64.b64decode(sent[0][len("\x1b]52;c;") : -1]).decode() == "“Quote” 001:7"
    assert told.file == own_home / "state" / "briefing" / "copied.txt"
    assert told.file.read_text() == "“Quote” 001:7"
    assert told.file.stat().st_mode & 0o077 == 0
    assert "sent" in told.told
    assert str(told.file) in told.told


def test_what_is_too_long_for_a_terminal_is_only_written() -> None:
    sent: list[str] = []
    told = copy("x" * (LIMIT + 1), sent.append)
    assert not sent
    assert not told.sent
    assert told.file is not None


def test_tmux_and_screen_are_asked_to_pass_it_on() -> None:
    bare, wrapped = clipboard_sequences("text", Terminal({"TERM": "tmux-256color", "TMUX": "/tmp/x"}))
    assert bare.startswith("\x1b]52;c;")
    assert wrapped == "\x1bPtmux;" + bare.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    (pieces,) = clipboard_sequences("x" * 3000, Terminal({"TERM": "screen", "STY": "1.x"}))
    inner = re.findall(r"\x1bP(.*?)\x1b\\", pieces, re.DOTALL)
    assert max(map(len, inner)) <= 768
    assert "".join(inner) == clipboard_sequences("x" * 3000, Terminal({"TERM": "xterm"}))[0]


def test_a_problem_names_the_plain_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    master, slave = pty.openpty()
    with os.fdopen(slave, "r+b", buffering=0) as tty, Path(os.devnull).open() as nothing:
        monkeypatch.setenv("TERM", "xterm")
        assert terminal_problem(tty, tty) is None  # type: ignore[arg-type]
        for problem in (terminal_problem(nothing, tty), terminal_problem(tty, nothing)):  # type: ignore[arg-type]
            assert problem is not None
            assert "briefing list" in problem
            assert "\n" not in problem
        monkeypatch.setenv("TERM", "dumb")
        assert "dumb" in str(terminal_problem(tty, tty))  # type: ignore[arg-type]
    os.close(master)
