"""Moving through an article, its sections and the articles."""

from __future__ import annotations

import pytest

from tests.tui.reading.session import Open


async def test_an_article_opens_at_its_beginning_and_says_where_it_is(briefing: Open) -> None:
    async with briefing("001") as session:
        assert session.lines[1].strip().startswith("Sino-Russian Relations and the Failure")
        assert "about December 2015" in session.bar("title")
        assert "lines 1–" in session.bar("status")
        assert session.bar("status").endswith("%")


async def test_it_opens_at_a_line_with_its_surroundings(briefing: Open) -> None:
    async with briefing("003", 63) as session:
        at = session.reader.block
        assert at is not None
        assert at.first <= 63 <= at.last
        shown = next(n for n, line in enumerate(session.lines) if line.startswith("▸"))
        assert 1 < shown < 8
        assert at.text[:40] in session.lines[shown]


async def test_lines_pages_and_ends(briefing: Open) -> None:
    async with briefing("001") as session:
        first = session.lines[1:-2]
        await session.press("j")
        assert session.lines[1:-3] == first[1:]
        await session.press("k", "space")
        assert session.lines[1:3] == first[-2:]
        await session.press("b")
        assert session.lines[1:-2] == first
        await session.press("G")
        assert session.bar("status").endswith("100%")
        await session.press("j", "space")
        assert session.bar("status").endswith("100%")
        await session.press("g")
        assert session.lines[1:-2] == first


async def test_a_count_before_a_key(briefing: Open) -> None:
    async with briefing("001") as session:
        first = session.lines[1:-2]
        await session.press("1", "0", "j")
        assert session.lines[1] == first[10]
        await session.press("6", "7", "G")
        block = session.reader.block
        assert block is not None
        assert block.first <= 67 <= block.last


async def test_a_number_and_the_percent_sign_go_so_far_into_the_article(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("percent_sign")
        assert "50%" in session.bar("status")
        await session.press("5", "0", "percent_sign")
        shown = int(session.bar("status").split()[-1].rstrip("%"))
        assert 50 <= shown <= 56
        await session.press("1", "0", "0", "percent_sign")
        assert session.bar("status").endswith("100%")
        await session.press("apostrophe", "apostrophe")
        assert session.bar("status").endswith(f"{shown}%")


async def test_sections_count_words_as_the_library_does(briefing: Open) -> None:
    async with briefing("003") as session:
        await session.press("t")
        told = [int(line.split()[-2].replace(",", "")) for line in session.lines if line.endswith(" words")]
        assert sum(told) == session.app.corpus.article("003").words


async def test_articles_and_sections(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("right_square_bracket")
        assert "The Downturn in Japanese-Russian Relations" in session.lines[1]
        await session.press("left_square_bracket")
        assert "The Downturn" not in session.lines[1]
        await session.press("J")
        assert session.reader.article_id == "002"
        await session.press("K", "K", "K")
        assert session.reader.article_id == "000"
        assert "first article" in session.bar("status")


async def test_contents_lead_to_a_section_and_esc_leads_back(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("t")
        assert session.screen == "contents"
        assert "Notes" in session.text
        await session.press("j", "j", "enter")
        assert session.screen == "reader"
        top = session.lines[1]
        await session.press("t", "escape")
        assert session.lines[1] == top


@pytest.mark.parametrize("size", [(40, 10), (120, 40)])
async def test_every_key_of_the_reader_does_no_harm(briefing: Open, size: tuple[int, int]) -> None:
    from tui.actions import actions_of

    leading = {"app.leave", "app.suspend", "app.search", "app.compare", "read.similar"}
    async with briefing("001", size=size) as session:
        for action in actions_of("reader"):
            if action.id not in leading:
                for key in action.keys:
                    await session.press(key)
                    while session.screen != "reader":
                        await session.press("escape")
        assert session.screen == "reader"


async def test_the_wheel_scrolls(briefing: Open) -> None:
    from textual.events import MouseScrollDown

    async with briefing("001") as session:
        lines = session.lines[1:-2]
        pane = session.reader.pane
        wheel = MouseScrollDown(pane, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
        pane.post_message(wheel)
        await session.pilot.pause()
        assert session.lines[1:10] == lines[3:12]


async def test_half_pages_as_in_less_and_vim(briefing: Open) -> None:
    async with briefing("002") as session:
        first = session.lines[1:-2]
        await session.press("d")
        half = session.lines[1:-2]
        assert half[:5] == first[10:15]
        await session.press("u")
        assert session.lines[1:-2] == first
        await session.press("ctrl+d", "ctrl+u")
        assert session.lines[1:-2] == first


async def test_ctrl_c_says_how_to_leave(briefing: Open) -> None:
    async with briefing("002") as session:
        await session.press("ctrl+c")
        assert "q leaves" in session.bar("status")


async def test_the_ends_of_an_article_are_told(briefing: Open) -> None:
    async with briefing("000") as session:
        await session.press("left_curly_bracket")
        assert "this is the first passage" in session.bar("status")
        await session.press("G", "right_curly_bracket", "right_curly_bracket")
        assert "this is the last passage" in session.bar("status")


async def test_a_count_goes_so_many_articles_further(briefing: Open) -> None:
    async with briefing("000") as session:
        await session.press(*"3J")
        assert session.reader.article_id == "003"
        await session.press(*"9K")
        assert session.reader.article_id == "000"
        await session.press("K")
        assert "this is the first article" in session.bar("status")
