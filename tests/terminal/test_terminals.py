"""The reader is at home on every terminal: it draws there, with what that terminal has, or says why not."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment

SEQUENCE = re.compile(r"\x1b(?:\[[<=>?]?[\d;]*\$?[A-Za-z]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[A-Za-z])")
COLOUR = re.compile(r"\x1b\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m")
VT100 = re.compile(r"\x1b(?:\[[\d;]*[ABCDHJKmr]|\[\?[\d;]+[hl]|[DM])")
"""Moves, erasing, margins, attributes, private modes, index."""
CONTROL = re.compile(r"\x1b\[[\d;]*([A-Za-z])")
CAPABILITIES = {
    "A": "cuu", "B": "cud", "C": "cuf", "D": "cub", "H": "cup", "J": "ed", "K": "el", "L": "il", "M": "dl",
    "X": "ech", "b": "rep", "r": "csr", "m": "sgr0",
}  # fmt: skip
"""What terminfo calls that which ends in these letters."""
UNTOLD = {"tmux-256color": {"X"}}
"""What terminals know beyond their terminfo."""
PROBE = re.compile(r"\x1b\[2b\x1b\[6n")
"""Whether signs can be repeated is asked, and no answer means no."""


@pytest.fixture(autouse=True)
def indexed(own_home: Path) -> None:
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)


def read_search_and_compare(
    *arguments: str, size: tuple[int, int] = (80, 24), **environment: str
) -> PtySession:
    """A session through the main views, ended; its output is in `raw`."""
    command = [*READER, "--open", "001", *arguments]
    with PtySession(command, size=size, environment=clean_environment(**environment)) as session:
        session.wait_for("lines 1")
        session.send("jjjkks")
        session.wait_for("earch all")
        session.send("sanctions")
        session.wait_for("line 69")
        session.press("escape")
        session.wait_for("of 255")
        session.press("c")
        session.wait_for("Sanctions in")
        session.press("j", "k", "enter")
        session.wait_for("· side by side")
        session.press("q")
        assert session.exit_code() == 0
    return session


@pytest.mark.parametrize("name", ["xterm", "tmux-256color", "screen", "linux", "vt100"])
def test_the_main_views_work_on(name: str) -> None:
    output = read_search_and_compare(TERM=name).raw.decode()
    known = set(SEQUENCE.findall(output))
    assert "8;2;" not in output, "colours deeper than the terminal's"
    if name == "vt100":
        assert all(VT100.fullmatch(sequence) for sequence in known)
        assert not COLOUR.search(output)
    if name in {"vt100", "linux"}:
        assert not [sequence for sequence in known if "$" in sequence or "]" in sequence]


@pytest.mark.skipif(shutil.which("infocmp") is None, reason="infocmp is not installed")
@pytest.mark.parametrize("name", ["vt100", "vt220", "linux", "screen", "tmux-256color", "xterm", "putty"])
def test_only_what_terminfo_says_the_terminal_knows_is_written(name: str) -> None:
    described = subprocess.run(["infocmp", "-1", "-x", name], capture_output=True, text=True, check=False)
    if described.returncode:
        pytest.skip(f"no terminfo of {name} here")
    known = set(re.findall(r"^\t(\w+)", described.stdout, re.MULTILINE))
    output = PROBE.sub("", read_search_and_compare(TERM=name).raw.decode())
    used = set(CONTROL.findall(output)) - UNTOLD.get(name, set()) - {"n"}
    assert not {letter for letter in used if not {CAPABILITIES[letter], f"{CAPABILITIES[letter]}1"} & known}


@pytest.mark.parametrize(("arguments", "variables"), [((), {"NO_COLOR": "1"}), (("--no-color",), {})])
def test_no_colour_means_none(arguments: tuple[str, ...], variables: dict[str, str]) -> None:
    session = read_search_and_compare(*arguments, **variables)
    assert not COLOUR.search(session.raw.decode())
    assert b"\x1b[7m" in session.raw


def test_a_c_locale_gets_plain_lines() -> None:
    session = read_search_and_compare(LANG="C", size=(120, 40))
    assert not {"│", "─", "▌"} & set(session.raw.decode())


@pytest.mark.parametrize("size", [(40, 10), (40, 24), (300, 12)])
def test_odd_sizes_are_drawn(size: tuple[int, int]) -> None:
    with PtySession([*READER, "--open", "001"], size=size) as session:
        session.wait_for("Sino-Russian")
        session.press(*"j bkG")
        session.wait_for("100%")
        session.screen.reset()
        session.resize(60, 15)
        session.wait_for("100%")
        session.press("q")
        assert session.exit_code() == 0


@pytest.mark.parametrize(("arguments", "used"), [((), False), (("--mouse",), True)])
def test_the_mouse_is_left_to_the_terminal_over_ssh(arguments: tuple[str, ...], used: bool) -> None:
    environment = clean_environment(SSH_CONNECTION="::1 1 ::1 2", SSH_TTY="/dev/pts/0")
    with PtySession([*READER, "--open", "001", *arguments], environment=environment) as session:
        session.wait_for("lines 1")
        session.press("q")
        session.exit_code()
    assert (b"\x1b[?1000h" in session.raw) is used
    assert (b"\x1b[?1000l" in session.raw) is used


def test_a_dumb_terminal_is_told_of_the_plain_commands() -> None:
    with PtySession(READER, environment=clean_environment(TERM="dumb")) as session:
        assert session.exit_code() == 2
        said = session.raw.decode()
    assert len(said.splitlines()) == 1
    assert "briefing list" in said
    assert "\x1b" not in said
