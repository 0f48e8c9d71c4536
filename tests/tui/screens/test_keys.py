"""Keys that mean the same on every screen: counts before them, and a word for those that do nothing."""

import pytest

from tests.tui.opened import opened, press, screen_text
from tui.screens.compare import CompareScreen
from tui.screens.library import LibraryScreen
from tui.screens.matrix import MatrixScreen
from tui.screens.search import SearchScreen


async def test_a_count_goes_so_far_in_the_library_and_is_shown_while_it_is_typed() -> None:
    async with opened(size=(80, 24)) as (app, pilot):
        await press(pilot, "L", "g")
        screen = app.screen
        assert isinstance(screen, LibraryScreen)
        await press(pilot, "3")
        assert screen_text(app).splitlines()[-2].startswith("3…")
        await press(pilot, "j")
        assert screen.entries.cursor == 3
        await press(pilot, *"2G")
        assert screen.entries.cursor == 1
        await press(pilot, *"99j")
        assert screen.entries.cursor == 4


async def test_a_count_chooses_the_topic_and_the_row() -> None:
    async with opened("matrix", topic="sanctions", article="002", size=(120, 40)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, MatrixScreen)
        await press(pilot, *"2l", *"2G")
        assert (screen.grid.topic, screen.grid.article) == ("kurils", "001")
        await press(pilot, "enter", *"5G")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.synopsis.at[0] == 4


@pytest.mark.parametrize(
    ("keys", "same"), [(("down",), ("j",)), (("end", "up"), ("G", "k")), (("pagedown",), ("space",))]
)
@pytest.mark.parametrize("name", ["search", "library"])
async def test_the_keys_with_arrows_move_the_cursor_as_letters_do(
    name: str, keys: tuple[str, ...], same: tuple[str, ...]
) -> None:
    seen: list[str] = []
    for each in (keys, same):
        async with opened(name, size=(80, 24), query="islands", typing=False) as (app, pilot):
            await press(pilot, "g")
            first = screen_text(app)
            await press(pilot, *each)
            seen.append(screen_text(app))
    assert seen[0] == seen[1] != first


async def test_a_count_is_over_with_the_next_key() -> None:
    async with opened("search", query="islands", typing=False, size=(120, 40)) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, SearchScreen)
        await press(pilot, *"3n")
        assert screen.results.cursor == 3
        await press(pilot, *"5oo", "g", "n")
        assert screen.results.cursor == 1


@pytest.mark.parametrize("name", ["library", "matrix", "search", "reader"])
async def test_a_key_that_does_nothing_says_so(name: str) -> None:
    places = {"search": {"query": "islands", "typing": False}, "reader": {"article": "001"}}
    async with opened(name, size=(80, 24), **places.get(name, {})) as (app, pilot):
        await press(pilot, "Z")
        assert "Z does nothing here; ? shows the keys that do" in screen_text(app)
        await press(pilot, "j")
        assert "does nothing" not in screen_text(app)


async def test_keys_that_are_typed_are_not_taken_for_commands() -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        await press(pilot, *"gas 42")
        assert isinstance(app.screen, SearchScreen)
        assert "does nothing" not in screen_text(app)


async def test_only_keys_that_have_something_to_do_are_told() -> None:
    async with opened("matrix", size=(200, 60)) as (app, _):
        assert "more articles" not in screen_text(app).splitlines()[-1]
    async with opened("compare", topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "space")
        assert screen_text(app).splitlines()[-1] == "j k choose  Enter takes it  / finds  Esc closes"
        await press(pilot, "escape")
        assert "w why" in screen_text(app).splitlines()[-1]
    async with opened("reader", article="000", size=(120, 40)) as (app, _):
        assert "u note" not in screen_text(app).splitlines()[-1]
    async with opened("reader", article="001", size=(120, 40)) as (app, _):
        assert "u note" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("name", ["matrix", "compare"])
async def test_while_a_list_is_open_the_keys_of_the_screen_under_it_do_nothing(name: str) -> None:
    async with opened(name, topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "space")
        shown = screen_text(app).splitlines()[:-2]
        for key in "evsc":
            await press(pilot, key)
            assert app.screen.name == name
            assert screen_text(app).splitlines()[:-2] == shown
            assert f"{key} does nothing here" in screen_text(app).splitlines()[-2]
        await press(pilot, "question_mark")
        assert app.screen.name == "help"
        await press(pilot, "escape", "escape", "e")
        assert "write to" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("name", ["matrix", "compare"])
async def test_the_help_tells_what_it_is_to_discuss_to_mention_and_to_be_silent(name: str) -> None:
    async with opened(name, topic="sanctions", size=(80, 24)) as (app, pilot):
        await press(pilot, "question_mark")
        shown = " ".join(screen_text(app).split())
        assert "discusses a topic when the topic's words stand in its text twice or more" in shown
        assert "mentions it when one stands there once" in shown
        assert "silent when none does" in shown


async def test_q_closes_a_page_over_the_article_and_leaves_from_the_article() -> None:
    async with opened("reader", article="001", size=(80, 24)) as (app, pilot):
        for key in ("question_mark", "t"):
            await press(pilot, key)
            assert app.screen.name != "reader"
            assert "q close" in screen_text(app).splitlines()[-1]
            await press(pilot, "q")
            assert app.screen.name == "reader"
        await press(pilot, "q")
        assert app.return_code == 0
