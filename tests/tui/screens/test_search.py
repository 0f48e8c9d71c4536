"""The results of a search: walked, ordered, opened, taken away, and found again."""

import json
from pathlib import Path

import pytest

from index import Corpus
from tests.tui.opened import opened, press, screen_of, screen_text, search_of, settle, type_in
from tui.app import BriefingApp
from tui.screens.reader import ReaderScreen
from tui.widgets.passage_view import PassageView


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


@pytest.mark.parametrize("query", ['"peace treaty"', "conclusion"])
async def test_a_hit_that_has_no_word_in_its_text_opens_at_its_own_lines(query: str) -> None:
    async with opened("search", query=query, typing=False, size=(80, 24)) as (app, pilot):
        while (hit := search_of(app).results.hit) and hit.spans:
            await press(pilot, "n")
        assert hit is not None
        await press(pilot, "enter")
        assert screen_of(app, ReaderScreen).article_id == hit.passage.article
        assert hit.passage.text[:30] in screen_text(app)


@pytest.mark.parametrize(
    ("query", "at", "seen", "told"),
    [
        ("skeptical", 0, "Skeptical", "1/1 skeptical"),
        ("title:skeptical", 0, "Skeptical", "1/1 title:skeptical"),
        ('section:"economic ties"', 61, "Economic ties", '1/1 section:"economic ties"'),
    ],
)
@pytest.mark.parametrize("size", [(80, 24), (140, 50)])
async def test_words_of_title_and_heading_are_marked_and_counted_in_the_article(
    query: str, at: int, seen: str, told: str, size: tuple[int, int]
) -> None:
    async with opened("search", query=query, typing=False, size=size) as (app, pilot):
        while at and (hit := search_of(app).results.hit) and hit.passage.first != at:
            await press(pilot, "n")
        await press(pilot, "enter")
        reader = screen_of(app, ReaderScreen)
        block, span = reader.hits.here or (0, (0, 0))
        assert reader.text is not None
        assert reader.text.blocks[block].text[slice(*span)] == seen
        assert reader.text.blocks[block].text in screen_text(app)
        assert told in screen_text(app).splitlines()[-2]
        kept = ReaderScreen.from_place(json.loads(json.dumps(reader.place())))
        assert (kept.heads, kept.marks) == (reader.heads, reader.marks)


async def test_a_title_that_is_declared_otherwise_is_marked_as_it_stands(tmp_path: Path) -> None:
    told = "The islands lie north of the strait, and nobody has lived on them for a very long time.\n"
    (tmp_path / "a.txt").write_text(f"THE KURIL QUESTION\n\n{told}")
    (tmp_path / "articles.toml").write_text('["a.txt"]\ntitle = "The Kuril Question"\n')
    corpus = Corpus.open(tmp_path, cache=tmp_path / "cache")
    async with opened("search", query="kuril", typing=False, size=(80, 24), of=corpus) as (app, pilot):
        await press(pilot, "enter")
        reader = screen_of(app, ReaderScreen)
        block, span = reader.hits.here or (0, (0, 0))
        assert reader.text is not None
        assert reader.text.blocks[block].text[slice(*span)] == "KURIL"


async def test_escape_from_a_heading_comes_back_to_the_passage_under_it() -> None:
    async with opened("search", query="economic ties", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, "j", "enter")
        text = screen_of(app, ReaderScreen).text
        assert text is not None
        heading = next(
            block.n for block in text.blocks if block.text == "Economic ties between Russia and Japan"
        )
        while hit_read(app)[1] != heading:
            await press(pilot, "N")
        await press(pilot, "escape")
        here = search_of(app).passage
        assert here is not None
        assert here.n == heading + 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_next_article_opens_at_its_first_hit_and_the_one_before_at_its_last(
    size: tuple[int, int],
) -> None:
    async with opened("search", query="sanctions", typing=False, size=size) as (app, pilot):
        await press(pilot, "enter")
        walked = [screen_of(app, ReaderScreen).article_id]
        for key in ("J", "J", "J", "K", "K", "K"):
            await press(pilot, key)
            assert is_at_hit(app, 0)
            walked.append(hit_read(app)[0])
        assert walked == [*walked[:4], *walked[2::-1]]
        assert len(set(walked)) == 4
        for _ in range(len(screen_of(app, ReaderScreen).hits)):
            await press(pilot, "n")
        assert hit_read(app)[0] == walked[1]
        assert is_at_hit(app, 0)
        await press(pilot, "N")
        assert hit_read(app)[0] == walked[0]
        assert is_at_hit(app, len(screen_of(app, ReaderScreen).hits) - 1)


def is_at_hit(app: BriefingApp, number: int) -> bool:
    """Whether the reader is at the marked words of a number, which are on the screen, and says so."""
    reader = screen_of(app, ReaderScreen)
    seen = number in reader.pane.shown(reader.hits.all)
    told = f"{number + 1}/{len(reader.hits)} " in screen_text(app).splitlines()[-2]
    return seen and told and reader.pane.here == reader.hits.all[number]


async def test_the_next_article_opens_at_its_first_passage_that_was_found_without_words() -> None:
    async with opened("search", query="author:streltsov OR author:cazacu", typing=False) as (app, pilot):
        await press(pilot, "enter", "G", "J")
        reader = screen_of(app, ReaderScreen)
        assert reader.text is not None
        assert reader.block == next(block for block in reader.text.blocks if block.is_passage)


def hit_read(app: BriefingApp) -> tuple[str, int]:
    """The article and block of the words at which the reader is."""
    reader = screen_of(app, ReaderScreen)
    assert reader.hits.here is not None
    assert reader.text is not None
    return reader.article_id, reader.text.blocks[reader.hits.here[0]].n


async def test_escape_comes_back_to_the_hit_that_was_read_last() -> None:
    async with opened("search", query="sanctions", typing=False, size=(80, 24)) as (app, pilot):
        first = search_of(app).passage
        assert first is not None
        await press(pilot, "enter", "J")
        read = hit_read(app)
        assert read[0] != first.article
        await press(pilot, "escape")
        here = search_of(app).passage
        assert here is not None
        assert (here.article, here.n) == read
        assert f"line {here.first}" in screen_text(app) or f"lines {here.first}" in screen_text(app)
        await press(pilot, "enter", "n", "n", "n")
        read = hit_read(app)
        await press(pilot, "escape")
        below = search_of(app).passage
        assert below is not None
        assert below != here
        assert (below.article, below.n) == read


async def test_escape_comes_back_to_a_hit_that_has_no_word_in_its_text() -> None:
    async with opened("search", query='"peace treaty"', typing=False, size=(80, 24)) as (app, pilot):
        while (hit := search_of(app).results.hit) and hit.spans:
            await press(pilot, "n")
        await press(pilot, "enter", "escape")
        assert search_of(app).results.hit is hit


async def test_escape_goes_from_list_to_query_and_from_there_back() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "kuril")
        await press(pilot, "down")
        assert not search_of(app).is_typing
        await press(pilot, "escape")
        assert search_of(app).is_typing
        await press(pilot, "escape")
        assert app.screen.name == "library"


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


@pytest.mark.parametrize("key", ["n", "N", "J", "K"])
async def test_without_hits_the_keys_that_walk_them_say_so(key: str) -> None:
    async with opened("search", query="sanctions -sanctions", typing=False, size=(80, 24)) as (app, pilot):
        await press(pilot, key)
        assert screen_text(app).splitlines()[-2].startswith("there is no passage to go to")


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


async def test_a_search_that_was_left_in_its_list_comes_back_there() -> None:
    async with opened("search") as (app, pilot):
        await type_in(pilot, "abe putin")
        await press(pilot, "enter", "j")
        place, seen = dict(search_of(app).place()), screen_text(app)
    async with opened("search", **place) as (app, _):
        assert not search_of(app).is_typing
        assert screen_text(app) == seen


async def test_nothing_is_cut_from_what_a_small_screen_tells() -> None:
    async with opened("search", size=(40, 12)) as (app, pilot):
        assert "Esc back" in screen_text(app).splitlines()[-2]
        await type_in(pilot, "kuril islands")
        await press(pilot, "enter", "down")
        lines = screen_text(app).splitlines()
        assert lines[0].endswith("articles")
        assert lines[-2].endswith("(t)")


@pytest.mark.parametrize(("query", "word"), [("skeptical", "Skeptical"), ('"peace treaty"', "peace treaty")])
async def test_a_word_of_title_or_heading_is_marked_there_in_list_and_preview(query: str, word: str) -> None:
    async with opened("search", query=query, typing=False) as (app, pilot):
        results, pane = search_of(app).results, app.screen.query_one(PassageView)
        while results.hit is not None and results.hit.spans:
            await press(pilot, "n")
        found = results.hit
        assert found is not None
        where = results.entries[results.cursor]
        seen = [*results._lines[results.head_of(results.cursor) : where.bottom], *pane._lines]
        assert [run.text for line in seen for run in line if run.tone == "match"] == [word, word]
