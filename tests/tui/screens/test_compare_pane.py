"""An article in a pane under the side by side: what is seen, which keys hold, and the way back."""

import shutil
from pathlib import Path

import pytest

from index import Corpus
from tests.tui.opened import opened, press, screen_of, screen_text, settle, view_of
from tui.app import BriefingApp
from tui.layout.synopsis import STACKED_UNDER
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.synopsis_view import SynopsisView

HIGH = [(120, 40), (200, 60), (90, 50)]


def pane_of(app: BriefingApp) -> ReaderScreen:
    """The reader, which is in a pane."""
    screen = screen_of(app, ReaderScreen)
    assert screen.in_pane
    return screen


def synopsis(app: BriefingApp) -> SynopsisView:
    """The rows and cells under the pane."""
    beneath = app.screen_stack[-2]
    assert isinstance(beneath, CompareScreen)
    return beneath.synopsis


def assert_cell_in_sight(view: SynopsisView) -> None:
    spot, top = view.entries[view.cursor], int(view.scroll_offset.y)
    assert spot.top < top + view.visible_height
    assert spot.bottom > top


@pytest.mark.parametrize("size", HIGH)
async def test_the_comparison_stays_in_sight_over_the_pane_and_is_the_same_after_it(
    size: tuple[int, int],
) -> None:
    async with opened("compare", topic="sanctions", article="001", size=size) as (app, pilot):
        view, shown = view_of(app), screen_text(app)
        place, scroll = view.at, view.scroll_offset.y
        await press(pilot, "enter")
        lines = screen_text(app).splitlines()
        reader = pane_of(app)
        title = size[1] - size[1] // 2
        if size[0] >= STACKED_UNDER:
            assert lines[:title] == shown.splitlines()[:title]
        assert lines[title].startswith("001 Sino-Russian Relations")
        assert "▸" in "".join(lines[title:-2])
        assert reader.passage is not None
        assert view.row is not None
        assert reader.passage.n == view.row.cells["001"][place[2]].passage.n
        assert "Sanctions · lines" in lines[-2]
        assert "Enter whole screen  Tab next cell" in lines[-1]
        assert "Esc back" in lines[-1]
        assert (view.at, len(lines)) == (place, size[1])
        assert_cell_in_sight(view)
        await press(pilot, "j", "n", "pagedown", "escape")
        assert view_of(app).at == place
        assert view.scroll_offset.y == scroll
        assert app.focused is view
        assert screen_text(app) == shown


@pytest.mark.parametrize("size", HIGH)
@pytest.mark.parametrize("down", [0, 7, 20, 45])
async def test_the_cell_comes_over_the_pane_and_goes_back_to_its_place(
    size: tuple[int, int], down: int
) -> None:
    async with opened("compare", topic="kurils", article="001", size=size) as (app, pilot):
        await press(pilot, *["j"] * down)
        shown = screen_text(app)
        await press(pilot, "enter")
        assert_cell_in_sight(synopsis(app))
        await press(pilot, "enter", "escape", "escape")
        assert screen_text(app) == shown


async def test_enter_opens_the_same_place_on_the_whole_screen_and_escape_comes_back_to_the_pane() -> None:
    async with opened("compare", topic="sanctions", article="003", size=(120, 40)) as (app, pilot):
        shown = screen_text(app)
        await press(pilot, "enter")
        pane = screen_text(app)
        await press(pilot, "enter")
        reader, lines = screen_of(app, ReaderScreen), screen_text(app).splitlines()
        assert not reader.in_pane
        assert lines[0].startswith("003 Russo-Japanese Relations")
        assert "Enter whole screen" not in lines[-1]
        await press(pilot, "enter")
        assert "Enter does nothing here" in screen_text(app)
        await press(pilot, "escape")
        assert screen_text(app) == pane
        await press(pilot, "escape")
        assert screen_text(app) == shown


async def test_the_words_that_one_has_gone_to_on_the_whole_screen_are_in_sight_in_the_pane() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "enter", "enter")
        reader = screen_of(app, ReaderScreen)
        height = reader.pane.size.height
        while reader.pane.seen()[height // 2][0].block > (reader.hits.here or (0, 0))[0]:
            await press(pilot, "n")
        here = reader.hits.here
        await press(pilot, "escape")
        assert pane_of(app).hits.here == here
        assert reader.hits.at in reader.pane.shown(reader.hits.all)


async def test_tab_goes_through_the_passages_of_the_comparison_and_the_pane_follows() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(200, 60)) as (app, pilot):
        await press(pilot, "enter")
        view = synopsis(app)
        first, seen = view.at, []
        for _ in range(12):
            await press(pilot, "tab")
            cell = view.cell
            assert cell is not None
            assert_cell_in_sight(view)
            reader = pane_of(app)
            assert reader.passage is not None
            assert (reader.article_id, reader.passage.n) == (view.at[1], cell.passage.n)
            seen.append(view.at)
        assert len(set(seen)) == 12
        assert [at[0] for at in seen] == sorted(at[0] for at in seen)
        last = seen[-1]
        await press(pilot, "escape")
        assert view_of(app).at == last
        assert_cell_in_sight(view)
        await press(pilot, "enter", *["shift+tab"] * 12)
        assert view.at == first
        await press(pilot, *["shift+tab"] * 4)
        assert "this is the first passage of the articles shown" in screen_text(app)
        assert pane_of(app).article_id == view.at[1]


@pytest.mark.parametrize("size", [(80, 24), (120, 33)])
async def test_a_low_screen_is_the_articles_alone(size: tuple[int, int]) -> None:
    async with opened("compare", topic="sanctions", article="001", size=size) as (app, pilot):
        shown = screen_text(app)
        await press(pilot, "enter")
        assert not screen_of(app, ReaderScreen).in_pane
        assert screen_text(app).startswith("001 ")
        await pilot.resize_terminal(120, 60)
        await settle(pilot)
        assert not screen_of(app, ReaderScreen).in_pane
        await pilot.resize_terminal(*size)
        await press(pilot, "tab")
        assert "Tab does nothing here" in screen_text(app)
        await press(pilot, "escape")
        assert screen_text(app) == shown


@pytest.mark.parametrize("small", [(120, 30), (80, 24)])
async def test_a_pane_takes_the_whole_of_a_low_screen_and_is_a_pane_again_on_a_high_one(
    small: tuple[int, int],
) -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "j")
        shown = screen_text(app)
        await press(pilot, "enter")
        passage = pane_of(app).passage
        await pilot.resize_terminal(*small)
        await settle(pilot)
        reader = screen_of(app, ReaderScreen)
        assert not reader.in_pane
        assert screen_text(app).startswith("001 ")
        assert reader.passage == passage
        await pilot.resize_terminal(120, 40)
        await settle(pilot)
        assert pane_of(app).passage == passage
        assert_cell_in_sight(synopsis(app))
        await press(pilot, "escape")
        if small[0] == 120:
            assert screen_text(app) == shown
        assert view_of(app).at == (0, "001", 0)
        assert_cell_in_sight(view_of(app))


async def test_escape_on_a_screen_that_became_low_leads_to_the_comparison() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "enter", "enter")
        await pilot.resize_terminal(80, 24)
        await press(pilot, "escape")
        assert view_of(app).at == (0, "001", 0)
        assert screen_text(app).splitlines()[-1].startswith("Enter open")


async def test_a_reason_makes_room_for_the_pane_and_is_told_again_after_it() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(120, 40)) as (app, pilot):
        await press(pilot, "w")
        shown = screen_text(app)
        assert "topic words: sanctions" in shown
        await press(pilot, "enter")
        assert "topic words:" not in screen_text(app)
        assert_cell_in_sight(synopsis(app))
        await press(pilot, "escape")
        assert screen_text(app) == shown


async def test_what_the_reader_does_it_does_in_the_pane() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "enter")
        above = screen_text(app).splitlines()[:20]
        await press(pilot, "slash", *"naval")
        lines = screen_text(app).splitlines()
        assert lines[:20] == above
        assert lines[-1].startswith("/naval")
        await press(pilot, "enter")
        assert "naval" in screen_text(app).splitlines()[-2]
        await press(pilot, "escape")
        assert pane_of(app).words == ""
        await press(pilot, "t", "escape", "question_mark")
        assert "In a pane under a comparison" in screen_text(app)
        await press(pilot, "escape", "u")
        lines = screen_text(app).splitlines()
        assert lines[:20] == above
        assert any(line.startswith(" note ") for line in lines[20:])
        await press(pilot, "p")
        assert "The others on this passage" in screen_text(app)
        await press(pilot, "escape")
        assert pane_of(app).article_id == "001"
        assert screen_text(app).splitlines()[:20] == above


async def test_a_pane_whose_comparison_is_no_longer_held_has_the_whole_screen() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "j")
        shown, place = screen_text(app), view_of(app).at
        await press(pilot, "enter")
        for _ in range(6):
            app.go("similar", {"article": "001", "line": 37})
            await settle(pilot)
        await press(pilot, *["escape"] * 6)
        reader = screen_of(app, ReaderScreen)
        assert not reader.in_pane
        assert screen_text(app).startswith("001 ")
        await press(pilot, "escape")
        assert view_of(app).at == place
        assert screen_text(app) == shown


@pytest.mark.parametrize("whole", [False, True])
async def test_the_next_visit_opens_with_the_pane_and_its_comparison(whole: bool) -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, *["j"] * 20)
        shown = screen_text(app)
        await press(pilot, "enter", "j", *["enter"] * whole)
        app.exit()
        pane = screen_text(app)
    async with opened(size=(120, 40)) as (again, pilot):
        assert screen_of(again, ReaderScreen).in_pane is not whole
        assert screen_text(again).splitlines()[-18:] == pane.splitlines()[-18:]
        await press(pilot, "escape")
        assert screen_text(again) == shown
        await press(pilot, "escape")
        assert again.screen.name == "library"


async def test_a_banner_is_the_first_and_last_line_with_a_pane_too(tmp_path: Path, seeds: Path) -> None:
    for file in seeds.glob("00*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    declared = (seeds / "topics.toml").read_text()
    (tmp_path / "topics.toml").write_text('banner = "UNCLASSIFIED"\n' + declared.replace('banner = ""', ""))
    corpus = Corpus.open(tmp_path)
    async with opened("compare", topic="sanctions", size=(120, 40), of=corpus) as (app, pilot):
        await press(pilot, "enter")
        lines = screen_text(app).splitlines()
        assert pane_of(app).in_pane
        assert lines[0] == lines[-1] == "UNCLASSIFIED"
        assert [at for at, line in enumerate(lines) if "UNCLASSIFIED" in line] == [0, 39]


async def test_only_the_pane_tells_keys_after_a_topic_was_typed_in_the_comparison() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "colon", *"sanct", "enter")
        hints = screen_text(app).splitlines()[-1]
        await press(pilot, "enter")
        lines = screen_text(app).splitlines()
        assert pane_of(app)
        assert hints[:20] not in "".join(lines[:-1])
        assert "Enter whole screen" in lines[-1]


@pytest.mark.parametrize("topic", ["sanctions", "ukraine", "kurils"])
async def test_the_first_cell_comes_over_the_pane_before_anybody_has_moved(topic: str) -> None:
    async with opened("compare", topic=topic, size=(80, 40)) as (app, pilot):
        shown = screen_text(app)
        await press(pilot, "enter")
        pane_of(app)
        assert_cell_in_sight(synopsis(app))
        await press(pilot, "escape")
        assert screen_text(app) == shown


async def test_of_a_file_that_changed_no_other_words_are_marked_and_the_version_read_is_judged(
    tmp_path: Path, seeds: Path
) -> None:
    corpus = Corpus.open(shutil.copytree(seeds, tmp_path / "articles"))
    async with opened("compare", topic="sanctions", article="004", of=corpus) as (app, pilot):
        await press(pilot, "enter")
        reader = pane_of(app)
        assert len(reader.hits)
        read = reader.text
        assert read is not None
        (file,) = corpus.root.glob("004*")
        file.write_text("Added above.\n\nAnd this.\n\n" + file.read_text())
        corpus.refresh()
        judged = reader.judged_here()
        assert judged is not None
        assert judged[0].digest == read.article.digest
        reader.corpus_changed()
        await settle(pilot)
        assert not len(reader.hits)
