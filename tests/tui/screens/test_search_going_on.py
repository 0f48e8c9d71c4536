"""Results of which only the best are shown at first: one goes on to all of them."""

import tempfile
from functools import cache
from pathlib import Path

import pytest

from index import Corpus
from tests.tui.opened import opened, press, screen_of, screen_text, search_of, type_in
from tui.screens.reader import ReaderScreen

_ARTICLES, _EACH = 30, 10
_TOTAL = _ARTICLES * _EACH


@cache
def many() -> Corpus:
    """Thirty articles with ten equal passages each, the later of them the earlier by date; and 25 without."""
    root = Path(tempfile.mkdtemp(prefix="briefing-tests-"))
    told = "\n\n".join(
        "The commission set another value on the harbour, which nobody had asked it to do until that year."
        for _ in range(_EACH)
    )
    meta = []
    for number in range(_ARTICLES):
        (root / f"a{number:02}.txt").write_text(f"The harbour in part {number:02}\n\n{told}\n")
        meta.append(f'["a{number:02}.txt"]\nid = "a{number:02}"\ndate = "{2020 - number}"\n')
    for number in range(25):
        (root / f"b{number:02}.txt").write_text(
            f"Nothing {number}\n\nThere is nothing at all to be told of it.\n"
        )
        meta.append(f'["b{number:02}.txt"]\nid = "b{number:02}"\n')
    (root / "articles.toml").write_text("\n".join(meta))
    corpus = Corpus.open(root, cache=root / "cache")
    corpus.refresh()
    return corpus


async def test_the_first_answer_is_short_and_tells_that_there_are_more() -> None:
    async with opened("search", size=(80, 24), of=many()) as (app, pilot):
        await type_in(pilot, "value")
        assert "hit 1 of 200 · the best 200 of 300" in screen_text(app)
        assert "100 more passages" in search_of(app).results.text


@pytest.mark.parametrize(
    ("keys", "hit"),
    [(("G",), 300), (("end",), 300), (("2", "5", "0", "G"), 250), (("2", "9", "9", "n"), 300)],
)
async def test_one_key_goes_as_far_as_it_says(keys: tuple[str, ...], hit: int) -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, *keys)
        assert f"hit {hit} of 300 · best first" in screen_text(app)
        last = search_of(app).passage
        assert last is not None
        assert (hit < _TOTAL) or last.article == "a29"
        await press(pilot, "n") if hit == _TOTAL else None
        assert ("this is the last passage" in screen_text(app)) is (hit == _TOTAL)


async def test_keys_behind_one_that_waits_for_more_hits_mean_what_comes() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await pilot.press("G", "N", "N")
        await press(pilot)
        assert search_of(app).results.number == _TOTAL - 2


async def test_the_list_goes_on_under_the_cursor_without_a_jump() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "1", "7", "0", "n")
        results = search_of(app).results
        before, top = results.hit, results.scroll_offset.y
        shown = results._lines[: results.entries[170].bottom]
        assert len(results.entries) == 200
        await press(pilot, "1", "0", "n")
        assert len(results.entries) == _TOTAL
        assert results._lines[: results.entries[170].bottom] == shown
        await press(pilot, "1", "0", "N")
        assert results.hit == before
        assert results.scroll_offset.y <= top + results.visible_height


async def test_every_article_with_hits_is_reached_by_article() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        seen = [search_of(app).passage]
        while "no other article follows" not in screen_text(app):
            await press(pilot, "J")
            seen.append(search_of(app).passage)
        found = search_of(app).result
        assert found is not None
        assert {each.article for each in seen if each} == set(found.counts)


@pytest.mark.parametrize("key", ["j", "pagedown"])
async def test_going_down_never_ends_before_the_last_passage(key: str) -> None:
    async with opened("search", query="value", typing=False, size=(80, 40), of=many()) as (app, pilot):
        await press(pilot, "1", "9", "5", "n")
        await press(pilot, *[key] * 20)
        assert len(search_of(app).results.entries) == _TOTAL
        assert search_of(app).results.number > 200


async def test_another_order_is_one_of_all_hits() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "o", "g")
        here = search_of(app).passage
        assert here is not None
        assert here.article == "a29"
        assert "hit 1 of 300 · by date" in screen_text(app)


async def test_in_another_order_the_list_is_whole_once_the_query_is_left() -> None:
    async with opened("search", size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "ctrl+o")
        await type_in(pilot, "value")
        assert len(search_of(app).results.entries) == 200
        await press(pilot, "enter", "g")
        here = search_of(app).passage
        assert here is not None
        assert here.article == "a29"


async def test_a_hit_far_down_is_remembered_and_a_new_query_begins_anew() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "2", "8", "8", "n")
        place, here = dict(search_of(app).place()), search_of(app).passage
    async with opened("search", **place, of=many()) as (app, pilot):  # type: ignore[arg-type]
        assert search_of(app).passage == here
        assert dict(search_of(app).place()) == place
        await press(pilot, "slash", "space", *"harbour")
        assert len(search_of(app).results.entries) == 200


async def test_escape_comes_back_to_a_hit_that_the_list_did_not_have_yet() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "enter", "2", "5", "J")
        read = screen_of(app, ReaderScreen).article_id
        await press(pilot, "escape")
        here = search_of(app).passage
        assert here is not None
        assert here.article == read == "a25"


async def test_articles_without_a_hit_are_all_named_or_counted() -> None:
    async with opened("search", query="value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "G")
        assert "and 5 more articles: ctrl+f lists them" in screen_text(app)


async def test_the_list_of_filters_tells_how_many_values_it_leaves_out() -> None:
    async with opened("search", query="value", typing=False, size=(80, 100), of=many()) as (app, pilot):
        await press(pilot, "F", *["j"] * 12)
        assert "and 18 more: type article:… in the query" in screen_text(app)
        assert "and 18 more: type date:… in the query" in screen_text(app)
        before = search_of(app).typed
        await press(pilot, "enter", "x")
        assert search_of(app).typed == before
        assert screen_text(app).splitlines()[-2] == "and 18 more: type article:… in the query"


async def test_all_articles_without_a_hit_can_be_opened() -> None:
    async with opened("search", query="b00 OR value", typing=False, size=(80, 24), of=many()) as (app, pilot):
        await press(pilot, "F", "G", "enter")
        assert screen_of(app, ReaderScreen).article_id == "b24"
