"""Reading an article as a person does who knows less and vim."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus
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


async def test_a_width_keeps_the_place_and_is_remembered(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("space", "space", "space")
        before = session.lines[1]
        place = session.reader.reading_place()
        for _ in range(6):
            await session.press("minus")
        narrow = session.reader.reading_place()
        assert narrow[0] == place[0]
        for _ in range(6):
            await session.press("plus")
        assert session.lines[1] == before
        await session.press("minus", "minus")
        width = session.reader.pane.text_width
    async with briefing("001") as session:
        assert session.reader.pane.text_width == width
        await session.press("equals_sign")
        assert session.reader.pane.cap == 80


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


async def test_a_key_for_the_width_is_seen_at_once(briefing: Open) -> None:
    async with briefing("001", size=(60, 24)) as session:
        widest = session.reader.pane.text_width
        await session.press("plus", "plus", "plus")
        assert session.reader.pane.text_width == widest
        assert "all that the screen has" in session.bar("status")
        await session.press("minus")
        assert session.reader.pane.text_width == widest - 4


async def test_a_resized_terminal_keeps_the_place(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("space", "space", "j")
        before = session.lines[1]
        for size in ((50, 15), (120, 40), (80, 24)):
            await session.pilot.resize_terminal(*size)
            await session.pilot.pause()
        assert session.lines[1] == before


async def test_finding_walking_and_leaving_what_was_found(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("slash")
        await session.type("hikiwake")
        assert "1/1 hikiwake" in session.bar("status")
        assert "hikiwake" in session.text
        await session.press("enter", "n")
        assert "again" in session.bar("status")
        await session.press("escape")
        assert "hikiwake" not in session.bar("status")
        assert session.screen == "reader"


async def test_esc_while_finding_goes_back_to_where_it_began(briefing: Open) -> None:
    async with briefing("001") as session:
        await session.press("space")
        before = session.lines[1:-2]
        await session.press("slash")
        await session.type("xinjiang")
        await session.press("escape")
        assert session.lines[1:-2] == before


async def test_what_is_not_in_the_article_is_said(briefing: Open) -> None:
    async with briefing("000") as session:
        await session.press("slash")
        await session.type("zebra")
        await session.press("enter")
        assert "not in this article: zebra" in session.bar("status")
        await session.press("n")
        assert "nothing is marked" in session.bar("status")


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


async def test_the_files_own_lines_stand_with_what_was_repaired(briefing: Open) -> None:
    async with briefing("003", 23, size=(120, 40)) as session:
        await session.press("o")
        assert "Ja-Russo-Japanese Relations" in session.text or "│" in session.text
        await session.press("o")
        assert "Ja-Russo-Japanese Relations" not in session.text


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


async def test_marked_words_of_a_search_are_walked_through_articles(briefing: Open, corpus: Corpus) -> None:
    from tui.messages import OpenArticle

    spans = {
        about.id: {
            block.n: ((block.text.index("Kuril"), block.text.index("Kuril") + 5),)
            for block in corpus.text(about.id).blocks
            if "Kuril" in block.text and block.kind == "body"
        }
        for about in corpus.articles()
    }
    marks = {article: found for article, found in spans.items() if found and article in ("000", "004")}
    line = corpus.text("000").blocks[next(iter(marks["000"])) - 1].first
    async with briefing() as session:
        session.app.screen.post_message(OpenArticle("000", line, marks, "Kuril"))
        await session.pilot.pause()
        await session.pilot.pause()
        assert f"1/{len(marks['000'])} Kuril" in session.bar("status")
        for _ in marks["000"]:
            await session.press("n")
        assert session.reader.article_id == "004"
        assert "1/" in session.bar("status")
        await session.press("N")
        assert session.reader.article_id == "000"
        await session.press("J")
        assert session.reader.article_id == "004"
        await session.press("J")
        assert "last article with hits" in session.bar("status")
        await session.press("escape")
        assert session.screen == "library"


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
