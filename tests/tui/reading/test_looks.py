"""How an article looks: its width, the file's own lines, and a new size."""

from __future__ import annotations

from tests.tui.reading.session import Open


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


async def test_the_files_own_lines_stand_with_what_was_repaired(briefing: Open) -> None:
    async with briefing("003", 23, size=(120, 40)) as session:
        await session.press("o")
        assert "Ja-Russo-Japanese Relations" in session.text
        assert "running title, line 23" in session.text
        await session.press("o")
        assert "Ja-Russo-Japanese Relations" not in session.text
