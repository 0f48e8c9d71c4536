"""No byte of an article, a name, a topic or a paste drives the terminal through any screen, on a real one."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from tests.hostile.corpora import toml
from tests.hostile.dangers import first_danger
from tests.hostile.inputs.sequences import text_of
from tests.hostile.payloads import PAYLOADS
from tests.hostile.terminal import WITHIN
from tests.terminal.pty_session import READER, PtySession, clean_environment

# What the driver writes of its own: styles, moves, erasing, scrolling, repeating, modes, and two questions.
_OWN = re.compile(
    r"\x1b\[[0-9;:]*[mHABCDGdJKXPLMST@brf]|\x1b\[\?[0-9;]+[hl]|\x1b\[\?2026\$p|\x1b\[[56]n"
    r"|\x1b\[>?[0-9]*[cu]|\x1bM|[\r\n\x08]"
)
_CLIPBOARD = re.compile(r"\x1b\]52;c;([A-Za-z0-9+/=]*)\x07")
_GROUP = 8


_TITLE = "Vorher Nachher"
_LIBRARY = "briefing  "
_PASTE = "\x1b[200~" + "".join(payload.text for payload in PAYLOADS[33:50]) + "\x1b[201~"
_WALK: tuple[tuple[str, tuple[str, ...]], ...] = (
    (_TITLE, ("enter",)),
    *(("", (" ", " ", " ", " ")),) * 6,
    ("", ("g", "o", " ", " ", "o", "u")),
    ("", ("escape", "y", "Y")),
    ("Contents of", ("t",)),
    (_TITLE, ("escape",)),
    ("title", ("J", " ", " ", "J", " ", " ", "J", " ")),
    ("The others on this passage", ("p",)),
    (_TITLE, ("w", "escape")),
    ("Nachher", ("/", "Nachher", "enter", "n", "n")),
    (_LIBRARY, ("escape", "escape", "escape")),
    ("Search all articles", ("s", "Vorher")),
    (_TITLE, ("down", "down", "enter")),
    ("Search all articles", ("escape",)),
    ("", (_PASTE,)),
    (_LIBRARY, ("escape", "escape", "escape")),
    ("Topics", ("c",)),
    ("side by side", ("enter",)),
    ("", ("w", "z", "z", "y")),
    ("write to", ("e",)),
    ("", ("escape", ":")),
    (_LIBRARY, ("escape", "escape", "escape", "escape", "escape")),
    ("Keys: library", ("?",)),
    (_LIBRARY, ("escape",)),
    ("All commands", ("ctrl+p",)),
    ("", (_PASTE,)),
    (_LIBRARY, ("escape", "escape")),
)
"""What a screen shows when it is reached, and the keys that lead there."""


def fill(root: Path) -> None:
    """Articles of eight payloads each, with payloads in what is declared, in a name and in the topics."""
    for start in range(0, len(PAYLOADS), _GROUP):
        some = PAYLOADS[start : start + _GROUP]
        text = "\n".join(text_of(payload) for payload in some)
        (root / f"{start:02}.txt").write_bytes(text.encode("utf-8", "surrogatepass"))
    (root / "name \x1b]0;INNEN\x07\u202e.txt").write_text("A title\n\nOn sanctions and Kuril islands.\n")
    (root / "unread \x1b[7331m.pdf").write_text("no such thing")
    told = [toml(payload.text) for payload in PAYLOADS]
    (root / "articles.toml").write_text(
        f'["00.txt"]\ntitle = {told[0]}\nmarking = {told[2]}\ndate_note = {told[15]}\n'
    )
    (root / "topics.toml").write_text(
        f'banner = {told[1]}\n[[topic]]\nid = "t"\nlabel = {told[3]}\nalt = ["sanctions"]\nnote = {told[4]}\n'
        f'[[topic.row]]\nid = "r"\nlabel = {told[5]}\nany = ["summit", {told[6]}]\n'
    )


def leaks(raw: bytes) -> list[str]:
    """What is wrong with all that was written to a terminal."""
    written = raw.decode("utf-8", "surrogateescape")
    copied = [base64.b64decode(each).decode() for each in _CLIPBOARD.findall(written)]
    shown = _OWN.sub("\n", _CLIPBOARD.sub("\n", written))
    found = [first_danger(line) for text in (shown, *copied) for line in text.split("\n")]
    whole = "".join((shown.replace("\n", ""), *copied))
    return sorted({each for each in found if each}) + [
        f"{word} was shown" for word in WITHIN if word in whole
    ]


@pytest.fixture
def session(tmp_path: Path) -> PtySession:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    fill(corpus)
    return PtySession([*READER, str(corpus)], size=(100, 30), environment=clean_environment(), cwd=tmp_path)


def test_no_screen_lets_a_danger_through(session: PtySession) -> None:
    with session:
        session.wait_for("00")
        session.settle()
        for expected, keys in _WALK:
            for key in keys:
                session.press(key)
                if key == "escape":
                    # What follows at once would be read as one key with Alt.
                    session.settle(0.15, 30)
            if expected:
                session.wait_for(expected)
            session.settle(0.15, 30)
        session.press("q")
        assert session.exit_code() == 0
        assert leaks(bytes(session.raw)) == []


def test_a_message_about_a_hostile_name_is_clean(tmp_path: Path) -> None:
    for arguments in (("\x1b]0;INNEN\x07",), ("--open", "x\x1b[7331m"), ("list", "-C", "a\u202eb")):
        with PtySession([*READER, *arguments], environment=clean_environment(), cwd=tmp_path) as session:
            assert session.exit_code() == 2
            assert [line for line in leaks(bytes(session.raw)) if "shown" not in line] == []
