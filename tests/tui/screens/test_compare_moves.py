"""Walking the side by side: rows are seen whole, and the cursor keeps its place."""

import pytest
from textual.events import MouseScrollDown

from tests.tui.opened import opened, press, screen_of, screen_text, settle, view_of
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.screens.similar import SimilarScreen

_NAMES = {"[": "left_square_bracket", "]": "right_square_bracket"}


async def test_enter_opens_the_passage_and_escape_returns_to_row_cell_and_scroll() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "j", "j", "right_square_bracket", "j")
        place, shown = view_of(app).at, screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article_id == place[1]
        await press(pilot, "escape")
        assert view_of(app).at == place
        assert screen_text(app) == shown


async def test_the_cursor_goes_by_column_and_by_row() -> None:
    async with opened("compare", topic="kurils", article="002", size=(200, 60)) as (app, pilot):
        row, article, _ = view_of(app).at
        await press(pilot, "l")
        assert view_of(app).at[:2] == (row, "004")
        await press(pilot, "h")
        assert view_of(app).at[:2] == (row, article)
        await press(pilot, "right_square_bracket")
        assert view_of(app).at[0] == row + 1


async def test_a_step_into_another_row_brings_its_rule_and_reading_on_keeps_its_name_in_the_head() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(120, 30)) as (app, pilot):
        while view_of(app).at[0] == 0:
            await pilot.press("j")
        view, lines = view_of(app), screen_text(app).splitlines()
        assert view.row is not None
        assert view.at[0] == 1
        assert lines[7].startswith("═══")
        assert lines[8].startswith(f"── {view.row.label}")
        await press(pilot, "pagedown")
        assert screen_text(app).splitlines()[7].startswith(f"══ {view.row.label}")


@pytest.mark.parametrize("article", ["002", "004"])
async def test_a_row_is_passed_only_when_all_of_its_text_was_seen(article: str) -> None:
    async with opened("compare", topic="sanctions", article=article, size=(120, 30)) as (app, pilot):
        view = view_of(app)
        shown: list[str] = []
        while view.at[0] == 0:
            shown += screen_text(app).splitlines()
            await pilot.press("j")
        assert any(f"row 2 of {len(view.comparison.rows)}" in line for line in screen_text(app).splitlines())
        assert view.row is not None
        row = view.comparison.rows[0]
        for column in view.page_shown.columns:
            for cell in row.cells.get(view.comparison.columns[column].article.id, ()):
                assert cell.passage.text.split()[-1] in " ".join(shown)
        await pilot.press("k")
        assert view.at[0] == 0
        assert "── how large they are" not in screen_text(app).splitlines()[8]
        while view.scroll_offset.y > view._layout.rules[0]:
            await pilot.press("k")
        assert view.at[:2] == (0, article)


async def test_the_row_is_named_over_its_cells_where_articles_are_stacked() -> None:
    async with opened("compare", topic="sanctions", size=(80, 24)) as (app, pilot):
        assert screen_text(app).splitlines()[1] == "═" * 80
        while view_of(app).at[1] == "004":
            await press(pilot, "j")
        row = view_of(app).row
        assert row is not None
        assert screen_text(app).splitlines()[1].startswith(f"══ {row.label} ═")
        assert row.label not in "".join(screen_text(app).splitlines()[2:-2])


@pytest.mark.parametrize("key", ["n", "right_square_bracket"])
async def test_a_row_of_stacked_articles_is_shown_from_its_top(key: str) -> None:
    async with opened("compare", topic="kurils", article="001", size=(80, 24)) as (app, pilot):
        for _ in range(10):
            before = view_of(app).at
            await press(pilot, key)
            view, lines = view_of(app), screen_text(app).splitlines()
            if view.at == before:
                break
            assert view.row is not None
            assert lines[2].startswith(f"── {view.row.label[:40]}")
            assert view.column is not None
            assert view.spot is not None
            first = next(at for at, each in enumerate(view.entries) if each.row == view.spot.row)
            in_sight = [line.lstrip("▌ ") for line in lines[2:-2]]
            assert any(line.startswith(f"{view.column.article.id} ") for line in in_sight)
            comparison = view.comparison
            assert comparison is not None
            beginner = comparison.columns[view.entries[first].column].article.id
            assert any(line.startswith(f"{beginner} ") for line in in_sight)
            assert view.at[1] == before[1] or view.cursor == first


async def test_the_cursor_stays_with_its_article_in_the_next_stacked_row_where_it_is_in_sight() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(80, 60)) as (app, pilot):
        await press(pilot, "right_square_bracket")
        view = view_of(app)
        assert view.row is not None
        assert view.at == (1, "001", 0)
        assert next(iter(view.row.cells)) != "001"


async def test_a_stacked_passage_says_whose_it_is_while_its_beginning_is_above_the_screen() -> None:
    async with opened("compare", topic="kurils", article="001", size=(80, 24)) as (app, pilot):
        while view_of(app).at != (1, "001", 1):
            await press(pilot, "j")
        lines = screen_text(app).splitlines()
        comparison = view_of(app).comparison
        assert comparison is not None
        label = comparison.rows[1].label
        assert lines[1].startswith(f"══ 001 · {label[:30]}")
        begun = next(line for line in lines[2:] if line.startswith("▌ 001 "))
        assert begun.endswith("2 of 2")


async def test_pages_of_articles_end_with_a_word() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "greater_than_sign", "greater_than_sign")
        assert "these are the last articles" in screen_text(app)
        await press(pilot, "less_than_sign", "less_than_sign")
        assert "these are the first articles" in screen_text(app)


async def test_next_gap_goes_to_a_row_that_lacks_someone_who_speaks() -> None:
    async with opened("compare", topic="sanctions", size=(200, 60)) as (app, pilot):
        await press(pilot, "n")
        row = view_of(app).row
        assert row is not None
        speaking = {"004", "001", "000", "003"}
        assert speaking - row.cells.keys()


async def test_a_new_width_keeps_the_cell() -> None:
    async with opened("compare", topic="kurils", article="003", size=(200, 60)) as (app, pilot):
        await press(pilot, "right_square_bracket", "right_square_bracket")
        place = view_of(app).at
        for size in ((120, 40), (80, 24), (200, 60)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            assert view_of(app).at[0] == place[0]
            spot = view_of(app).spot
            assert spot is not None
            top = int(view_of(app).scroll_offset.y)
            assert top <= spot.top < top + view_of(app).visible_height
        assert view_of(app).at == place


async def test_pivot_asks_the_others_about_the_passage() -> None:
    async with opened("compare", topic="kurils", article="003", size=(120, 40)) as (app, pilot):
        await press(pilot, "p")
        assert isinstance(app.screen, SimilarScreen)
        await press(pilot, "escape")
        assert view_of(app).at[1] == "003"


async def test_the_place_is_remembered() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "right_square_bracket", "w")
        place = dict(screen_of(app, CompareScreen).place())
        shown = screen_text(app)
    async with opened("compare", size=(120, 40), **place) as (app, _):
        assert dict(screen_of(app, CompareScreen).place()) == place
        assert screen_text(app) == shown


@pytest.mark.parametrize("size", [(80, 24), (80, 16), (120, 30), (120, 22)])
async def test_a_topic_opens_at_its_top(size: tuple[int, int]) -> None:
    async with opened("matrix", size=size) as (app, pilot):
        await press(pilot, "enter")
        view = view_of(app)
        assert view.scroll_offset.y == 0
        head = len(view._layout.head)
        assert screen_text(app).splitlines()[1 + head].startswith("read as:")


@pytest.mark.parametrize("size", [(80, 24), (120, 22)])
async def test_a_topic_that_is_opened_at_an_article_shows_its_passage(size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", article="003", size=size) as (app, _):
        view = view_of(app)
        top, spot = int(view.scroll_offset.y), view.spot
        assert view.at[1] == "003"
        assert spot is not None
        assert top <= spot.top
        assert spot.bottom <= top + view.visible_height or top == view._layout.rules[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 22)])
async def test_a_page_is_remembered_to_the_line(size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", size=size) as (app, pilot):
        for _ in range(6):
            await press(pilot, "pagedown")
            place, shown = app.places()[-1].parameters, screen_text(app)
            async with opened("compare", size=size, **place) as (again, _):
                assert screen_text(again) == shown


@pytest.mark.parametrize(("article", "size"), [("004", (120, 40)), ("002", (200, 60)), ("001", (80, 24))])
async def test_silences_and_back_leave_every_line_where_it_was(article: str, size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", article=article, size=size) as (app, pilot):
        await press(pilot, "5", "G")
        for way in ((), "jjj"):
            await press(pilot, *way)
            shown = screen_text(app)
            await press(pilot, "z")
            assert "silences only" in screen_text(app)
            await press(pilot, "z")
            assert screen_text(app) == shown


async def test_the_ends_of_rows_and_columns_are_told() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(200, 60)) as (app, pilot):
        for keys, told in (("[", "this is the first row"), ("G", ""), ("]", "this is the last row")):
            await press(pilot, *(_NAMES.get(key, key) for key in keys))
            assert told in screen_text(app)
        await press(pilot, *"hhhhh")
        assert "this is the first article" in screen_text(app)
        await press(pilot, *"llllll")
        assert "this is the last article" in screen_text(app)


async def test_the_wheel_scrolls_though_there_is_no_scrollbar() -> None:
    async with opened("compare", topic="kurils", size=(120, 40)) as (app, pilot):
        view = view_of(app)
        view.post_message(MouseScrollDown(view, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False))
        await settle(pilot)
        assert view.scroll_offset.y > 0
