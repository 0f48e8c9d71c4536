"""The main job at a real terminal: read, find, search, compare, come back, quit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_session import PtySession, clean_environment


@pytest.fixture(params=[(80, 24), (120, 40), (200, 60)], ids=lambda size: f"{size[0]}x{size[1]}")
def reader(request: pytest.FixtureRequest, own_home: Path) -> Iterator[PtySession]:
    """The program, freshly started on the five articles, in a home of its own."""
    session = PtySession(size=request.param, environment=clean_environment())
    try:
        session.wait_for("Relationship in China’s Shadow")
        yield session
    finally:
        session.close()


def test_an_analyst_reads_finds_searches_compares_and_quits(reader: PtySession) -> None:
    reader.press("j", "enter")
    reader.wait_for("As Sino-Russian relations drew closer")

    reader.press("/")
    reader.wait_until(lambda: reader.lines[-1].strip() == "/", "the line to type in")
    reader.send("hikiwake")
    reader.press("enter")
    reader.wait_for("1/1")
    reader.wait_for("“hikiwake,”")
    reader.press("escape")

    reader.press("s")
    reader.wait_for("Search all articles")
    reader.send("sanctions")
    reader.wait_for("in 4 of 5 articles")
    reader.press("enter")
    # The keys of the list, and the answer for the whole last word.
    reader.wait_for("J next article")
    reader.wait_gone("read as: sanctions…")
    for _ in range(4):
        if opened_at_003(reader):
            break
        reader.press("J")
        reader.settle()
    assert opened_at_003(reader), reader.text
    before = reader.text
    reader.press("enter")
    reader.wait_gone("Search all articles")
    reader.wait_for("Skeptical View")
    reader.press("escape")
    reader.wait_until(lambda: reader.text == before, "the list where it was")

    reader.press("c")
    reader.wait_for("Topics by articles")
    go_to_topic(reader, "Kurils")
    reader.press("enter")
    reader.wait_for("Kurils · side by side")
    reader.press("]")
    reader.settle()
    for _ in range(4):
        if "nothing in this row" not in reader.lines[-2]:
            break
        reader.press("l")
        reader.settle()
    cell = reader.text
    reader.press("enter")
    reader.wait_for("Kurils · lines")
    reader.press("escape")
    reader.wait_until(lambda: reader.text == cell, "the cell where it was")

    reader.press("q")
    assert reader.exit_code() == 0


def go_to_topic(reader: PtySession, label: str) -> None:
    """Step down from the first topic of the matrix, once it is there, to the one with this label."""

    def at(topic: str) -> bool:
        return any(line.startswith((f"▌ {topic}", f"> {topic}")) for line in reader.lines)

    reader.wait_until(lambda: at("Sanctions"), "the matrix with the cursor on its first topic")
    for _ in range(12):
        if at(label):
            return
        reader.press("j")
        reader.settle()
    raise AssertionError(f"{label} was not reached:\n{reader.text}")


def opened_at_003(reader: PtySession) -> bool:
    """Whether the marked hit stands under article 003."""
    article = ""
    for line in reader.lines:
        if line[:3].isdigit():
            article = line[:3]
        if line.startswith(("▌", ">")):
            return article == "003"
    return False


def test_who_is_silent_is_told_beside_who_speaks(reader: PtySession) -> None:
    reader.press("c")
    reader.wait_for("Topics by articles")
    go_to_topic(reader, "Arms transfers")
    reader.press("enter")
    reader.wait_for("Arms transfers · side by side")
    reader.wait_for("2 of 5 articles speak")
    reader.press("z")
    for article in ("002", "000", "003"):
        reader.wait_for(article)
    reader.wait_for("0 of 6 passages")
    reader.press("q")
    assert reader.exit_code() == 0
