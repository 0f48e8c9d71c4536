"""Cells higher than the screen: their neighbours stay beside them, and no text is jumped over."""

import pytest

from tests.tui.opened import opened, press, screen_text, view_of
from tui.layout.line import plain
from tui.widgets.synopsis_view import SynopsisView


def beside(view: SynopsisView, shown: str, column: int) -> list[str]:
    """What is seen of a column under the heads."""
    lines = shown.splitlines()[1 + len(view._layout.head) : -2]
    width = view._layout.spots[0].width + 2
    return [
        line.ljust(view.size.width)[column * width : (column + 1) * width - 2].strip("▌ ") for line in lines
    ]


@pytest.mark.parametrize("size", [(120, 40), (200, 32)])
async def test_what_is_shorter_stays_while_a_tall_cell_goes_by(size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", article="001", size=size) as (app, pilot):
        view = view_of(app)
        await press(pilot, "2", "G", *["j"] * 8)
        assert view.scroll_offset.y > view._layout.rules[1] + 1
        tall = view._layout.columns.index(view._layout.spots[view.cursor].column)
        others = [at for at in range(len(view._layout.columns)) if at != tall]
        seen = screen_text(app)
        await press(pilot, "j")
        then = screen_text(app)
        assert beside(view, then, tall)[:-1] == beside(view, seen, tall)[1:]
        for at in others:
            cell = view._layout.bodies[1].cells[at]
            if len(cell) <= view.visible_height:
                assert beside(view, then, at)[0] == beside(view, seen, at)[0] == plain(cell[0]).strip()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_reading_down_and_up_passes_over_no_text(size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", article="001", size=size) as (app, pilot):
        view = view_of(app)
        for key in "jk":
            before, row = int(view.scroll_offset.y), 0
            for _ in range(50):
                tall = view.end_of(view.cursor) - view.begin_of(view.cursor) > view.visible_height
                await pilot.press(key)
                now = int(view.scroll_offset.y)
                assert not tall or abs(now - before) < view.visible_height // 2
                before, row = now, max(row, view.at[0])
            assert row >= 1


async def test_each_line_of_each_cell_is_on_the_screen_on_the_way() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        view = view_of(app)
        seen: list[set[str]] = [set() for _ in view._layout.columns]
        while view.at[0] < 2:
            for at, lines in enumerate(seen):
                lines.update(beside(view, screen_text(app), at))
            await pilot.press("j")
        for row in range(2):
            for at, cell in enumerate(view._layout.bodies[row].cells):
                for line in cell:
                    assert plain(line).strip() in seen[at]


async def test_the_cursor_goes_to_a_cell_that_stays_and_back_without_scrolling() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        view = view_of(app)
        await press(pilot, *["j"] * 20)
        scroll, place = view.scroll_offset.y, view.at
        await press(pilot, "h")
        assert view.at[:2] == (place[0], "004")
        assert view.scroll_offset.y == scroll
        spot = view.entries[view.cursor]
        assert scroll <= spot.top < scroll + view.visible_height
        assert "▌" in screen_text(app)
        shown = screen_text(app)
        await press(pilot, "enter")
        assert app.screen.name == "reader"
        await press(pilot, "escape")
        assert screen_text(app) == shown
        await press(pilot, "k")
        assert view.scroll_offset.y >= scroll - 1


async def test_a_click_on_a_cell_that_stays_goes_to_it() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        view = view_of(app)
        await press(pilot, *["j"] * 20)
        scroll = view.scroll_offset.y
        await pilot.click(view, offset=(45, 2))
        assert view.at[:2] == (0, "004")
        assert view.scroll_offset.y == scroll
