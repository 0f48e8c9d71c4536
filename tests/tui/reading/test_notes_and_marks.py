"""Notes without leaving the page, marks in any article, and the passage that is asked about."""

from __future__ import annotations

from tests.tui.reading.session import Open


async def test_a_note_is_read_without_leaving_the_page(briefing: Open) -> None:
    async with briefing("001", 9) as session:
        top = session.lines[1:8]
        await session.press("u")
        assert "note 2 · 1 of" in session.text
        assert session.lines[1:8] == top
        await session.press("u")
        assert "note 3 · 2 of" in session.text
        await session.press("escape")
        assert "on this page" not in session.text
        assert session.screen == "reader"


async def test_the_way_from_a_note_to_its_marker_and_back(briefing: Open) -> None:
    async with briefing("001", 141) as session:
        note = session.reader.block
        assert note is not None
        assert note.kind == "note"
        await session.press("u")
        assert "here is the marker" in session.bar("status")
        await session.press("apostrophe", "apostrophe")
        assert session.reader.block == note


async def test_marks_lead_back_from_any_article(briefing: Open) -> None:
    async with briefing("001", 63) as session:
        here = session.lines[1:-2]
        await session.press("m", "a", "J", "apostrophe", "a")
        assert session.reader.article_id == "001"
        assert session.lines[1:-2] == here
        await session.press("apostrophe", "z")
        assert "no mark z" in session.bar("status")


async def test_the_passage_sign_walks_and_is_what_is_asked_about(briefing: Open) -> None:
    async with briefing("004", 25) as session:
        first = session.reader.block
        await session.press("right_curly_bracket")
        second = session.reader.block
        assert first is not None
        assert second is not None
        assert second.n > first.n
        await session.press("left_curly_bracket")
        assert session.reader.block == first
