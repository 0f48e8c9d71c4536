"""Filters, saved searches, and a search that becomes a topic."""

from pathlib import Path

import pytest

from tests.tui.opened import opened, press, screen_of, screen_text, search_of, type_in, view_of
from tui.screens.reader import ReaderScreen


async def test_a_filter_is_chosen_seen_in_the_query_and_taken_out() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "F")
        assert "Enter adds it" in screen_text(app)
        await press(pilot, "enter")
        query = search_of(app).typed
        assert query.startswith("sanctions article:")
        found = search_of(app).result
        assert found is not None
        assert len(found.counts) == 1
        await press(pilot, "backspace")
        assert search_of(app).typed == "sanctions"


async def test_several_filters_are_ticked_and_taken_at_once() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        every = search_of(app).result
        assert every is not None
        await press(pilot, "F", "space", "space", "enter")
        found = search_of(app).result
        assert found is not None
        chosen = dict(every.facets)["article"][:2]
        assert search_of(app).typed == f"sanctions article:{chosen[0][0]} article:{chosen[1][0]}"
        assert found.counts == dict(chosen)
        await press(pilot, "F", "space", "enter")
        assert search_of(app).typed == f"sanctions article:{chosen[1][0]}"


async def test_beside_a_filter_the_other_values_can_be_chosen_with_what_they_would_find() -> None:
    async with opened("search", query="sanctions article:001", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "F")
        others = ("003 Russo-Japanese", "004 The future", "000 The Russo")
        listed = {name: [line for line in screen_text(app).splitlines() if name in line] for name in others}
        assert [lines[-1].split()[-1] for lines in listed.values()] == ["4", "2", "1"]
        await press(pilot, "G")
        assert "002 Russo-Japanese Rapprochement Moves Forward" in screen_text(app)
        assert sum("no hit" in line for line in screen_text(app).splitlines()) == 1
        await press(pilot, "g", "j", "enter")
        assert search_of(app).typed == "sanctions article:001 article:003"
        found = search_of(app).result
        assert found is not None
        assert found.counts == {"001": 8, "003": 4}


async def test_side_by_side_stands_what_the_search_lists_where_no_passage_has_all_the_words() -> None:
    async with opened("search", query="Hokkaido gas", typing=False) as (app, pilot):
        result = search_of(app).result
        assert result is not None
        assert not result.hits[0].whole
        await press(pilot, "C")
        view = view_of(app)
        assert view.comparison is not None
        speaking = {each.article.id for each in view.comparison.columns if each.state == "speaks"}
        assert speaking == set(result.counts)
        assert "read as: Hokkaido OR gas" in screen_text(app)


async def test_words_that_no_passage_has_together_are_not_told_as_silence_alone() -> None:
    async with opened("compare", query="Hokkaido gas") as (app, pilot):
        await press(pilot, "z", "z")
        assert "no passage has all the words; Hokkaido OR gas finds" in screen_text(app)


async def test_side_by_side_a_filter_chooses_articles_and_the_others_are_not_called_silent() -> None:
    query = "sanctions article:003 article:004"
    async with opened("search", query=query, typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "C")
        shown = screen_text(app)
        assert "2 of 2 articles speak" in shown.splitlines()[0]
        assert "3 not chosen" in shown
        assert "silent" not in shown
        await press(pilot, "space")
        ticked = [line.split()[-1] for line in screen_text(app).splitlines() if "[x]" in line]
        assert ticked == ["2015", "2016"]


async def test_a_filter_can_be_turned_round() -> None:
    async with opened("search", query="sanctions", typing=False) as (app, pilot):
        await press(pilot, "F", "x")
        assert "-article:" in search_of(app).typed
        found = search_of(app).result
        assert found is not None
        assert search_of(app).typed.rpartition(":")[2] not in found.counts


async def test_a_filter_in_the_query_can_be_turned_round_too() -> None:
    async with opened("search", query="sanctions article:003", typing=False) as (app, pilot):
        await press(pilot, "F", "x")
        assert search_of(app).typed == "sanctions -article:003"
        found = search_of(app).result
        assert found is not None
        assert found.total
        assert "003" not in found.counts
        await press(pilot, "F", "x")
        assert search_of(app).typed == "sanctions article:003"


async def test_the_cursor_stays_on_its_passage_when_a_filter_is_taken_out_or_put_in() -> None:
    async with opened("search", query="sanctions -article:001", typing=False) as (app, pilot):
        await press(pilot, "j", "j")
        seen = search_of(app).passage
        assert seen is not None
        await press(pilot, "backspace")
        assert search_of(app).typed == "sanctions"
        assert search_of(app).passage == seen
        await press(pilot, "j")
        below = search_of(app).passage
        await press(pilot, "F", "x")
        assert search_of(app).typed == "sanctions -article:001"
        assert search_of(app).passage == below
        await press(pilot, "F", "enter")
        assert search_of(app).typed == "sanctions"
        assert search_of(app).passage == below
        await press(pilot, "slash", "space", *"gas")
        assert search_of(app).results.cursor == 0


@pytest.mark.parametrize("moves", [(), ("j",) * 3, ("G",)])
async def test_a_list_that_was_opened_over_the_results_leaves_them_as_they_were(
    moves: tuple[str, ...],
) -> None:
    async with opened("search", query="foo:bar islands", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, *moves)
        before = screen_text(app)
        assert moves or "no passage has all the words" in before
        await press(pilot, "F", "j", "escape")
        assert screen_text(app) == before
        await press(pilot, "F", "escape", "F", "escape")
        assert screen_text(app) == before


@pytest.mark.parametrize("query", ["sanctions article:002", "sanctions"])
async def test_after_a_list_that_was_closed_the_keys_go_where_they_went_before(query: str) -> None:
    async with opened("search", query=query, typing=False, size=(80, 24)) as (app, pilot):
        app.state.save_search("judo", "hikiwake")
        app.state.save_search("gas", "natural gas")
        await press(pilot, "F", "escape")
        assert app.focused is search_of(app).results
        await press(pilot, "at", "x", "y", "escape")
        assert app.focused is search_of(app).results
        await press(pilot, "slash", "ctrl+f", "escape")
        assert app.focused is search_of(app).line


async def test_a_filter_that_left_nothing_is_taken_out_without_leaving_the_list() -> None:
    async with opened("search", query="sanctions article:002", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "F", "enter", "j")
        assert search_of(app).typed == "sanctions"
        assert search_of(app).results.cursor == 1


async def test_a_date_that_is_none_is_no_filter() -> None:
    async with opened("search", query="islands date:20155", typing=False, size=(80, 24)) as (app, pilot):
        assert "'20155' is no date" in screen_text(app)
        assert "filters:" not in screen_text(app)
        await press(pilot, "F")
        assert "[x]" not in screen_text(app)
        await press(pilot, "escape", "backspace")
        assert "the query has no filter word" in screen_text(app)


async def test_a_saved_search_is_narrowed_as_what_it_stands_for() -> None:
    async with opened("search", typing=True) as (app, pilot):
        app.state.save_search("both", "sanctions -article:001")
        await type_in(pilot, "@both")
        await press(pilot, "enter", "backspace")
        assert search_of(app).typed == "sanctions"
        await press(pilot, "slash", "ctrl+u", *"@both", "enter", "F", "j", "enter")
        assert search_of(app).typed == "sanctions -article:001 article:003"
        found = search_of(app).result
        assert found is not None
        assert list(found.counts) == ["003"]


async def test_an_article_without_a_hit_is_opened_and_esc_comes_back_to_the_list() -> None:
    async with opened("search", query="sanctions", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "F", "G")
        before = screen_text(app)
        assert "002 Russo-Japanese Rapprochement Moves Forward" in before
        await press(pilot, "x")
        assert "this article has no hit that could be left out" in screen_text(app)
        await press(pilot, "enter")
        assert screen_of(app, ReaderScreen).article_id == "002"
        await press(pilot, "escape")
        assert search_of(app).typed == "sanctions"
        assert screen_text(app) == before
        await press(pilot, "escape", "j")
        assert search_of(app).results.cursor == 1


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


async def test_a_saved_search_is_forgotten_only_where_y_says_so() -> None:
    async with opened("search", query="sanctions", typing=False, size=(80, 24)) as (app, pilot):
        app.state.save_search("judo", "hikiwake")
        for key in ("n", "enter", "escape"):
            await press(pilot, "at", "x")
            asked = screen_text(app).splitlines()[-1].strip()
            assert asked == "forget @judo? y forgets it, any other key keeps it"
            await press(pilot, key)
            assert app.state.saved_searches() == {"judo": "hikiwake"}
            assert "@judo" in screen_text(app)
            await press(pilot, "escape")
            assert app.focused is search_of(app).results
        await press(pilot, "at", "x", "y")
        assert app.state.saved_searches() == {}
        assert "@judo is forgotten" in screen_text(app)
        await press(pilot, "j")
        assert search_of(app).results.cursor == 1


async def test_a_search_becomes_a_topic_of_ones_own(own_home: Path) -> None:
    async with opened("search", query="hikiwake", typing=False) as (_, pilot):
        await press(pilot, "T", "enter")
    assert 'query = "hikiwake"' in (own_home / "config" / "briefing" / "topics.toml").read_text()


async def test_a_topic_of_the_corpus_is_replaced_only_where_y_says_so(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("search", query="sanctions", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "T")
        assert screen_text(app).splitlines()[-1].strip() == "save as a topic named:"
        await type_in(pilot, "sanctions")
        await press(pilot, "enter")
        asked = screen_text(app).splitlines()[-1].strip()
        assert asked == "the corpus has the topic sanctions: y replaces it, any other key leaves it"
        for key in ("n", "enter", "escape"):
            await press(pilot, key)
            assert not file.exists()
            assert not search_of(app).typing
            await press(pilot, "T", *"sanctions", "enter")
        await press(pilot, "y")
        assert 'id = "sanctions"' in file.read_text()


async def test_a_topic_of_ones_own_is_replaced_where_y_says_so_and_stays_as_a_comment(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("search", query="hikiwake", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "T", "enter")
        kept = file.read_text()
        await press(pilot, "slash", *" abe", "enter", "T", *["backspace"] * 4, "enter")
        assert "you have the topic hikiwake: y replaces it" in screen_text(app)
        await press(pilot, "x")
        assert "nothing was replaced" in screen_text(app)
        assert file.read_text() == kept
        await press(pilot, "T", *["backspace"] * 4, "enter", "y")
        assert "topic hikiwake is kept in" in screen_text(app)
        assert '# query = "hikiwake"\n' in file.read_text()
        assert app.corpus.topic("hikiwake").query == "hikiwake abe"


async def test_a_topic_is_kept_without_what_only_this_corpus_has_and_that_is_told(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    query = "gas article:003 topic:senkakus"
    async with opened("search", query=query, typing=False, size=(120, 40)) as (app, pilot):
        await press(pilot, "T", "ctrl+u", *"gas", "enter")
        said = screen_text(app).splitlines()[-2]
        assert said.startswith(
            "topic gas is kept without article:003 (of this corpus), topic:senkakus in words, in /"
        )
        kept = app.corpus.topic("gas").query
        assert kept == f"gas ({app.corpus.topic('senkakus').asks})"
        await press(
            pilot, "slash", "ctrl+u", *"article", "colon", *"003", "enter", "T", "ctrl+u", *"b", "enter"
        )
        assert "article:003: of this corpus alone" in screen_text(app)
    assert 'id = "b"' not in file.read_text()


async def test_a_saved_search_is_replaced_only_where_y_says_so() -> None:
    async with opened("search", query="hikiwake", typing=False, size=(80, 24)) as (app, pilot):
        app.state.save_search("judo", "abe putin")
        await press(pilot, "S", *"judo", "enter")
        asked = screen_text(app).splitlines()[-1].rstrip()
        assert asked == "another search is saved as judo: y replaces it, any other key leaves it"
        await press(pilot, "escape")
        assert app.state.saved_searches() == {"judo": "abe putin"}
        await press(pilot, "S", *"judo", "enter", "y")
        assert app.state.saved_searches() == {"judo": "hikiwake"}
        await press(pilot, "S", *"judo", "enter")
        assert "saved: type @judo" in screen_text(app)


async def test_the_beginning_of_a_saved_name_will_do_and_one_that_is_none_is_told() -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        app.state.save_search("judo", "hikiwake")
        app.state.save_search("gas", "natural gas")
        await type_in(pilot, "@ju")
        assert "1 passage in 1 of 5 articles" in screen_text(app)
        await type_in(pilot, "mbo")
        assert "@jumbo is not the name of one saved search; saved: @gas, @judo" in screen_text(app)


async def test_a_saved_search_and_more_words_are_one_search() -> None:
    async with opened("search", size=(80, 24)) as (app, pilot):
        app.state.save_search("dispute", "kuril OR senkaku")
        await type_in(pilot, "@dispute article:003 gas AND (")
        assert "nothing stands" not in screen_text(app)
        assert "read as: (kuril OR senkaku) article:003 gas" in screen_text(app)
        marks = next(line for line in screen_text(app).splitlines() if "^" in line)
        assert marks.index("^") == len("search: @dispute article:003 gas AND ")
        await press(pilot, *["backspace"] * 6, "enter")
        found = search_of(app).result
        assert found is not None
        assert list(found.counts) == ["003"]
        await press(pilot, "F", "enter")
        assert search_of(app).typed == "(kuril OR senkaku) gas"
        await press(pilot, "slash", "ctrl+u", "at", *"treaty", "space", *"gas")
        assert "@treaty is not the name of one saved search; saved: @dispute" in screen_text(app)
