"""Taking a passage or an article away, and selecting with the mouse."""

from __future__ import annotations

from pathlib import Path

from index import Corpus
from tests.tui.reading.session import Open


async def test_a_passage_is_sent_with_its_citation_and_written_to_a_file(
    briefing: Open, own_home: Path
) -> None:
    async with briefing("004", 25) as session:
        block = session.reader.block
        assert block is not None
        await session.press("y")
        assert "clipboard" in session.bar("status")
        copied = (own_home / "state" / "briefing" / "copied.txt").read_text("utf-8")
        assert block.text in copied
        assert "Cazacu" in copied
        assert str(block.first) in copied
        await session.press("Y")
        assert (own_home / "state" / "briefing" / "copied.txt").read_text("utf-8").strip() == block.text


async def test_an_article_is_written_to_a_file_but_never_into_the_corpus(
    briefing: Open, tmp_path: Path, corpus: Corpus
) -> None:
    async with briefing("004") as session:
        await session.press("e", *["backspace"] * 10)
        await session.type(str(tmp_path / "out.md"))
        await session.press("enter")
        assert "written" in session.bar("status")
        assert "The future of Russia-Japan relations" in (tmp_path / "out.md").read_text("utf-8")
        await session.press("e", *["backspace"] * 10)
        await session.type(str(corpus.root / "out.md"))
        await session.press("enter")
        assert "never written" in session.bar("status")
        assert not (corpus.root / "out.md").exists()


async def test_text_is_selected_with_the_mouse_without_the_margin(briefing: Open) -> None:
    async with briefing("000", size=(120, 30)) as session:
        row = next(n for n, line in enumerate(session.lines) if "▸" in line)
        left = session.lines[row].index("▸") + 2
        first, second = (line[left:].rstrip() for line in session.lines[row : row + 2])
        await session.pilot.mouse_down(offset=(left, row))
        await session.pilot.hover(offset=(left + 9, row + 1))
        await session.pilot.mouse_up(offset=(left + 9, row + 1))
        await session.pilot.pause()
        assert session.app.screen.get_selected_text() == f"{first}\n{second[:10]}"
