from pathlib import Path

import pytest

from tests.tui.opened import five_articles, opened, press, screen_text, settle, type_in
from tui.screens.reader import ReaderScreen
from tui.screens.search import SearchScreen
from tui.state.store import State
from tui.widgets.passage_view import PassageView


def search_of(app: object) -> SearchScreen:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, SearchScreen)
    return screen


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


async def test_enter_opens_the_hit_and_escape_comes_back_to_it() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "sanctions")
        await press(pilot, "enter", "J", "j")
        hit = search_of(app).results.hit
        assert hit is not None
        before = screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article_id == hit.passage.article
        await press(pilot, "escape")
        assert search_of(app).results.hit is hit
        assert screen_text(app) == before


async def test_escape_goes_from_list_to_query_and_from_there_back() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "kuril")
        await press(pilot, "down")
        assert not search_of(app).is_typing
        await press(pilot, "escape")
        assert search_of(app).is_typing
        await press(pilot, "escape")
        assert app.screen.NAME == "library"  # type: ignore[attr-defined]


async def test_next_hit_and_next_article_are_different_keys() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        results = search_of(app).results
        first = results.hit
        await press(pilot, "n")
        assert results.cursor == 1
        await press(pilot, "N", "J")
        second = results.hit
        assert first is not None
        assert second is not None
        assert second.passage.article != first.passage.article
        await press(pilot, "K")
        assert results.cursor == 0


async def test_notes_are_counted_and_shown_on_request() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        found = search_of(app).result
        assert found is not None
        assert f"{found.notes} more in notes (t)" in screen_text(app)
        await press(pilot, "t")
        more = search_of(app).result
        assert more is not None
        assert more.total == found.total + found.notes


async def test_order_keeps_the_cursor_on_its_hit() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "j", "j")
        hit = search_of(app).results.hit
        assert hit is not None
        await press(pilot, "o")
        assert "by date" in screen_text(app)
        moved = search_of(app).results.hit
        assert moved is not None
        assert (moved.passage.article, moved.passage.n) == (hit.passage.article, hit.passage.n)


async def test_a_filter_is_chosen_seen_in_the_query_and_taken_out() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "F")
        assert "Enter narrows" in screen_text(app)
        await press(pilot, "enter")
        query = search_of(app).typed
        assert query.startswith("sanctions article:")
        found = search_of(app).result
        assert found is not None
        assert len(found.counts) == 1
        await press(pilot, "backspace")
        assert search_of(app).typed == "sanctions"


async def test_a_filter_can_be_turned_round() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "F", "x")
        assert "-article:" in search_of(app).typed
        found = search_of(app).result
        assert found is not None
        assert search_of(app).typed.rpartition(":")[2] not in found.counts


async def test_a_mistake_is_told_under_the_query_and_the_rest_answers() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, '"peace trea')
        lines = screen_text(app).splitlines()
        assert lines[2].startswith("        ^")
        found = search_of(app).result
        assert found is not None
        assert found.total > 0


async def test_tab_takes_the_spelling_that_is_offered() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "Medvedyev Kuril visit")
        found = search_of(app).result
        assert found is not None
        if found.suggestion:
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


async def test_a_search_is_saved_under_a_name_and_used_by_it() -> None:
    async with opened("search", query="hikiwake") as (app, pilot):
        await press(pilot, "enter", "at", "escape", "S")
        await type_in(pilot, "judo")
        await press(pilot, "enter")
        assert app.state.saved_searches() == {"judo": "hikiwake"}
        await press(pilot, "at")
        assert "@judo" in screen_text(app)
        await press(pilot, "escape", "slash", "ctrl+u")
        assert "@judo" in screen_text(app)
        await press(pilot, "commercial_at")
        await type_in(pilot, "judo")
        found = search_of(app).result
        assert found is not None
        assert found.total == 1


async def test_a_search_becomes_a_topic_of_ones_own(own_home: Path) -> None:
    async with opened("search", query="hikiwake", typing=False) as (_, pilot):
        await press(pilot, "T", "enter")
    assert 'query = "hikiwake"' in (own_home / "config" / "briefing" / "topics.toml").read_text()


async def test_the_passage_is_shown_beside_the_list_where_there_is_room() -> None:
    async with opened("search", query="hikiwake", typing=False, size=(120, 40)) as (app, pilot):
        assert app.screen.query_one("#preview").display
        await pilot.resize_terminal(80, 24)
        await settle(pilot)
        assert not app.screen.query_one("#preview").display


async def test_a_search_is_remembered_with_its_hit() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "J", "o")
        place = dict(search_of(app).place())
    async with opened("search", **place) as (app, _):
        assert dict(search_of(app).place()) == place


async def test_results_are_exported_with_citations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened("search", query="hikiwake", typing=False) as (app, pilot):
        await press(pilot, "e", "enter")
        assert "written: " in screen_text(app)
        await press(pilot, "e", "enter")
        assert "is there already" in screen_text(app)
    assert "line 19, sha256" in (tmp_path / "search-hikiwake.md").read_text()


async def test_a_number_before_a_move_says_how_many() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "5", "j")
        assert search_of(app).results.cursor == 5
        await press(pilot, "2", "k", "j")
        assert search_of(app).results.cursor == 4


async def test_a_click_goes_to_a_hit_and_a_second_opens_it() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        results = search_of(app).results
        line = results.entries[2].top
        await pilot.click("#results", offset=(5, line))
        await settle(pilot)
        assert results.cursor == 2
        await pilot.click("#results", offset=(5, line))
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_the_matched_word_is_seen_in_the_passage_beside_the_list() -> None:
    async with opened("search", query="misconceived", typing=False, size=(100, 24)) as (app, _):
        pane = app.screen.query_one(PassageView)
        top, height = int(pane.scroll_offset.y), pane.visible_height
        assert "misconceived" in "\n".join(pane.text.splitlines()[top : top + height])


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


async def test_a_search_that_was_left_in_its_list_comes_back_there() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "abe putin")
        await press(pilot, "enter", "j")
        place, seen = dict(search_of(app).place()), screen_text(app)
    async with opened("search", **place) as (app, _):
        assert not search_of(app).is_typing
        assert screen_text(app) == seen


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
        await pilot.press(*"sanctions", "enter", "j", "enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen_stack[-2].results.cursor == 1  # type: ignore[attr-defined]


async def test_nothing_is_cut_from_what_a_small_screen_tells() -> None:
    async with opened("search", size=(40, 12)) as (app, pilot):
        assert "Esc back" in screen_text(app).splitlines()[-2]
        await type_in(pilot, "kuril islands")
        await press(pilot, "enter", "down")
        lines = screen_text(app).splitlines()
        assert lines[0].endswith("articles")
        assert lines[-2].endswith("(t)")


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
