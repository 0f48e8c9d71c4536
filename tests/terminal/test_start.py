"""A start does what the first useful screen needs, and nothing twice."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from textual.css.stylesheet import Stylesheet

from index import Corpus
from tests.terminal.pty_session import READER, ROOT, PtySession, clean_environment
from tui.app import BriefingApp

LOADS = """
import sys
from tui.terminal import start_quickly
start_quickly()
import tui.app
assert "asyncio" in sys.modules
assert "ssl" not in sys.modules
import ssl
assert ssl.OPENSSL_VERSION
"""


def test_a_start_loads_no_cryptography_and_leaves_it_to_be_loaded() -> None:
    subprocess.run([sys.executable, "-c", LOADS], cwd=ROOT, env=clean_environment(), check=True)


def test_the_first_frame_has_the_text_of_the_article() -> None:
    subprocess.run([*READER, "index"], cwd=ROOT, env=clean_environment(), check=True, capture_output=True)
    with PtySession([*READER, "--open", "001"], size=(120, 40)) as session:
        session.wait_for("lines 1")
    # A frame is sent from the top of the screen down.
    assert 0 < session.raw.index(b"relations drew") < session.raw.index(b"Esc back")


async def test_a_start_reads_its_styles_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A title\n\nA text of one article.\n")
    again: list[object] = []
    monkeypatch.setattr(Stylesheet, "reparse", again.append)
    async with BriefingApp(Corpus.open(tmp_path)).run_test() as pilot:
        await pilot.pause()
    assert not again
