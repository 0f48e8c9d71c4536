"""The line in which a query is typed: what it says while one types, and what the keys mean there."""

import pytest

from tests.tui.opened import five_articles, opened, press, screen_of, screen_text, search_of, settle, type_in
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.state.store import State


async def test_results_follow_what_is_typed() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "hikiw")
        assert "hikiwake" in screen_text(app)
        assert "1 passage in 1 of 5 articles" in screen_text(app)
        await type_in(pilot, "ake")
        assert "read as: hikiwake" in screen_text(app)


async def test_an_empty_query_explains_the_language() -> None:
    async with opened("search", size=(80, 24)) as (app, _):
        assert "what can be typed" in screen_text(app)
        assert '"peace treaty"' in screen_text(app)


async def test_an_older_answer_never_overwrites_a_newer_one() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "sanctions")
        screen = search_of(app)
        newer = screen.result
        assert newer is not None
        screen.post_message(SearchScreen.Answered(1, None, ""))
        screen.post_message(SearchScreen.Answered(1, newer.__class__("old", "old", 0, (), (), {}, ()), ""))
        await settle(pilot)
        assert screen.result is newer


async def test_a_mistake_is_told_under_the_query_and_the_rest_answers() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, '"peace trea')
        lines = screen_text(app).splitlines()
        assert lines[2].startswith("        ^")
        found = search_of(app).result
        assert found is not None
        assert found.total > 0


@pytest.mark.parametrize("width", [40, 80, 120])
async def test_a_mistake_is_told_to_its_end(width: int) -> None:
    async with opened("search", size=(width, 24)) as (app, pilot):
        await type_in(pilot, "foo:bar islands")
        assert "There are title, author, source, section, article, kind" in " ".join(screen_text(app).split())
        found = search_of(app).result
        assert found is not None
        assert found.problems[0].message in " ".join(screen_text(app).split())


async def test_tab_takes_the_spelling_that_is_offered() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "Medvedyev Kuril visit")
        found = search_of(app).result
        assert found is not None
        assert found.suggestion
        await press(pilot, "tab")
        assert search_of(app).typed == found.suggestion


async def test_up_brings_back_earlier_queries_that_begin_so() -> None:
    state = State(str(five_articles().root.resolve()))
    for query in ("gas", "sanctions", "summit"):
        state.add_history(query)
    state.close()
    async with opened("search") as (app, pilot):
        await press(pilot, "up")
        assert search_of(app).typed == "summit"
        await press(pilot, "up", "up")
        assert search_of(app).typed == "gas"
        await press(pilot, "down")
        assert search_of(app).typed == "sanctions"
        await press(pilot, "ctrl+u")
        await type_in(pilot, "s")
        await press(pilot, "up", "up")
        assert search_of(app).typed == "sanctions"
        await press(pilot, "down", "down")
        assert search_of(app).typed == "s"
        assert search_of(app).is_typing


async def test_letters_typed_ahead_of_the_search_are_no_commands() -> None:
    async with opened() as (app, pilot):
        await pilot.press("s", "q", "c", "L")
        await settle(pilot)
        assert search_of(app).is_typing


async def test_notes_and_order_have_keys_while_one_types() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "sanctions")
        await press(pilot, "ctrl+t", "ctrl+o")
        assert search_of(app).is_typing
        assert "by date · notes too" in screen_text(app)


async def test_the_hint_line_tells_keys_that_hold_while_one_types() -> None:
    async with opened("search", query="sanctions", size=(80, 24)) as (app, pilot):
        assert "n next" not in screen_text(app).splitlines()[-1]
        assert "ctrl+f filters" in screen_text(app).splitlines()[-1]
        assert "in notes (ctrl+t)" in screen_text(app)
        await press(pilot, "enter")
        assert "n next" in screen_text(app).splitlines()[-1]
        assert "in notes (t)" in screen_text(app)
        await press(pilot, "escape")
        assert "in notes (ctrl+t)" in screen_text(app)


async def test_keys_that_come_before_the_answer_are_meant_for_it() -> None:
    async with opened("search") as (app, pilot):
        search = search_of(app)
        await pilot.press(*"sanctions", "enter", "j", "enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert search.results.cursor == 1


@pytest.mark.parametrize("waits", [True, False])
async def test_a_word_that_was_only_begun_finds_what_begins_so_however_fast_enter_comes(waits: bool) -> None:
    async with opened("search") as (app, pilot):
        await (type_in(pilot, "sanc") if waits else pilot.press(*"sanc"))
        await press(pilot, "enter")
        await settle(pilot)
        found = search_of(app).result
        assert found is not None
        assert found.total
        assert search_of(app).place()["complete"] is True
        await press(pilot, "@")
        assert "Esc closes" in screen_text(app).splitlines()[-1]


@pytest.mark.parametrize("word", ["Japan", "more", "other"])
async def test_the_passage_that_was_seen_first_is_the_one_that_enter_opens(word: str) -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        await type_in(pilot, word)
        seen = search_of(app).passage
        assert seen is not None
        await press(pilot, "enter")
        found, here = search_of(app).result, search_of(app).passage
        assert found is not None
        assert here == seen
        assert f"line {here.first}" in screen_text(app) or f"lines {here.first}" in screen_text(app)
        await press(pilot, "enter")
        assert screen_of(app, ReaderScreen).block == five_articles().text(seen.article).blocks[seen.n - 1]


async def test_where_the_passage_that_was_seen_lacks_the_whole_word_the_first_that_has_it_is_shown() -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        await type_in(pilot, "now")
        seen = search_of(app).passage
        await press(pilot, "enter")
        assert search_of(app).passage != seen
        assert search_of(app).results.cursor == 0
