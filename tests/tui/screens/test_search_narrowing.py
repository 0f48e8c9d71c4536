"""Filters, saved searches, and a search that becomes a topic."""

from pathlib import Path

from tests.tui.opened import opened, press, screen_text, search_of, type_in


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


async def test_the_beginning_of_a_saved_name_will_do_and_one_that_is_none_is_told() -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        app.state.save_search("judo", "hikiwake")
        app.state.save_search("gas", "natural gas")
        await type_in(pilot, "@ju")
        assert "1 passage in 1 of 5 articles" in screen_text(app)
        await type_in(pilot, "mbo")
        assert "@jumbo is not the name of one saved search; saved: @gas, @judo" in screen_text(app)
