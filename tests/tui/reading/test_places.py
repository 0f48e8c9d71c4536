"""Where one was is where the next visit opens."""

from __future__ import annotations

import shutil
from pathlib import Path

from index import Corpus
from tests.tui.reading.session import Open
from tui.state.store import State


async def test_the_library_lists_the_articles_and_how_far_they_were_read(briefing: Open) -> None:
    async with briefing() as session:
        assert session.text.count("not read yet") == 5
        await session.press("j", "enter", "space")
        assert session.reader.article_id == "001"
        await session.press("escape")
        assert session.screen == "library"
        assert session.text.count("not read yet") == 4
        assert session.lines[3].startswith("▌ 001")


async def test_the_library_is_filtered_as_one_types(briefing: Open) -> None:
    async with briefing() as session:
        await session.press("slash")
        await session.type("streltsov")
        await session.press("enter")
        assert "1 of 5 articles" in session.bar("status")
        await session.press("enter")
        assert session.reader.article_id == "003"
        await session.press("escape", "escape")
        assert "5 articles" in session.bar("status")


async def test_the_next_visit_opens_at_the_same_row_with_the_same_words(briefing: Open) -> None:
    async with briefing() as session:
        await session.press("j", "enter", "slash")
        await session.type("islands")
        await session.press("enter", "n", "n", "j")
        before = session.lines
    async with briefing() as session:
        assert session.lines == before
        await session.press("escape", "escape")
        assert session.screen == "library"
        assert session.lines[3].startswith("▌ 001")


async def test_the_place_is_kept_soon_after_a_key_and_not_at_each(briefing: Open, corpus: Corpus) -> None:
    async with briefing("001") as session:
        await session.press("space")
        session.app._remembering.now()
        kept = State(str(corpus.root.resolve())).places()
        assert kept[-1].screen == "reader"
        assert kept[-1].parameters["line"] == session.reader.reading_place()[0]


async def test_an_article_opens_again_where_it_was_left(briefing: Open) -> None:
    async with briefing() as session:
        await session.press("j", "enter", "space", "space")
        top = session.lines[1]
        await session.press("escape", "k", "enter", "escape", "j", "enter")
        assert session.lines[1] == top


async def test_a_place_that_is_gone_opens_the_library(briefing: Open, corpus: Corpus, tmp_path: Path) -> None:
    shutil.copytree(corpus.root, tmp_path / "some")
    some = Corpus.open(tmp_path / "some")
    async with briefing("004", of=some) as session:
        await session.press("space")
    next((tmp_path / "some").glob("004*")).unlink()
    async with briefing(of=Corpus.open(tmp_path / "some")) as session:
        assert "004" in session.bar("status")
        await session.press("escape")
        assert session.screen == "library"
        assert "4 articles" in session.bar("status")


async def test_a_file_that_cannot_be_read_is_named_with_the_reason(briefing: Open, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("A title\n\nA paragraph that says something at some length.\n")
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.4 nothing")
    async with briefing(of=Corpus.open(tmp_path)) as session:
        assert "bad.pdf" in session.text
        assert "1 article, 1 file not read" in session.bar("status")


async def test_an_empty_folder_is_no_error(briefing: Open, tmp_path: Path) -> None:
    async with briefing(of=Corpus.open(tmp_path)) as session:
        assert "no articles in this folder" in session.text
        await session.press("enter", "j", "G", "escape")
        assert session.screen == "library"


async def test_a_long_way_is_walked_back_and_few_screens_are_held(briefing: Open) -> None:
    async with briefing("001") as session:
        for _ in range(9):
            session.app.go("reader", {"article": "003"})
            await session.pilot.pause()
        assert len(session.app.screen_stack) <= 6
        for _ in range(10):
            await session.press("escape")
        assert session.screen == "library"
