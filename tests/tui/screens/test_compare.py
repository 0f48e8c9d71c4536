"""What the side by side shows: columns, silences and reasons."""

import shutil
from pathlib import Path

import pytest

from index import Corpus
from tests.tui.opened import opened, press, screen_of, screen_text, settle, view_of
from tui.app import BriefingApp
from tui.screens.compare import CompareScreen
from tui.widgets.synopsis_view import SynopsisView


@pytest.mark.parametrize(("width", "columns"), [(100, 2), (120, 3), (200, 5)])
async def test_as_many_columns_as_fit_stand_side_by_side(width: int, columns: int) -> None:
    async with opened("compare", topic="sanctions", size=(width, 40)) as (app, _):
        assert len(view_of(app).page_shown.columns) == columns


async def test_under_100_columns_the_articles_are_stacked_and_the_silent_say_why() -> None:
    async with opened("compare", topic="sanctions", size=(80, 24)) as (app, _):
        shown = screen_text(app)
        assert "silent: 0 of 6 passages; dated 2014-02~, before 2014-03" in shown
        assert "4 of 5 articles speak" in shown


async def test_an_empty_cell_tells_why_and_opens_nothing() -> None:
    async with opened("compare", topic="sanctions", article="002", size=(200, 60)) as (app, pilot):
        assert view_of(app).at[1] == "002"
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert "002: silent" in screen_text(app)
        for key, told in (
            ("y", "to copy"),
            ("Y", "to copy"),
            ("p", "to ask"),
            ("a", "there is"),
            ("U", "there is"),
        ):
            await press(pilot, key)
            assert told in screen_text(app).splitlines()[-2]
            assert isinstance(app.screen, CompareScreen)


def shown_articles(app: BriefingApp) -> list[str]:
    columns = view_of(app).comparison.columns
    return [columns[at].article.id for at in view_of(app).page_shown.columns]


def tones(view: SynopsisView, tone: str) -> set[str]:
    return {run.text for line in view._layout.lines for run in line if run.tone == tone}


async def test_columns_stand_by_date_and_the_base_stays_beside_those_of_another_page() -> None:
    async with opened("compare", topic="sanctions", article="002", size=(120, 40)) as (app, pilot):
        assert shown_articles(app) == ["002", "004", "001"]
        await press(pilot, *"lll")
        assert view_of(app).at[1] == "000"
        assert shown_articles(app) == ["004", "000", "003"]
        assert "page 2 of 2" in screen_text(app)
        await press(pilot, "less_than_sign")
        assert view_of(app).at[1] == "002"
        assert shown_articles(app) == ["002", "004", "001"]


async def test_a_pinned_article_is_the_base() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "B")
        assert view_of(app).columns.pinned == "001"
        assert "base" in screen_text(app).splitlines()[4][:40]
        assert shown_articles(app) == ["001", "002", "004"]


async def test_only_those_who_speak_and_all_again() -> None:
    async with opened("compare", topic="sanctions", size=(200, 60)) as (app, pilot):
        await press(pilot, "f")
        assert len(view_of(app).page_shown.columns) == 4
        assert "1 silent not shown (f)" in screen_text(app)
        await press(pilot, "f")
        assert len(view_of(app).page_shown.columns) == 5


async def test_chosen_articles_are_compared_alone_and_the_cursor_keeps_its_row() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(200, 60)) as (app, pilot):
        await press(pilot, "right_square_bracket", "right_square_bracket")
        row = view_of(app).row
        await press(pilot, "space", "space", "enter")
        assert screen_of(app, CompareScreen).chosen == ("004", "001", "000", "003")
        assert "4 of 4 articles speak" in screen_text(app)
        kept = view_of(app).row
        assert row is not None
        assert kept is not None
        assert kept.label == row.label


async def test_of_many_that_speak_those_without_a_column_are_counted_on_the_screen(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(
            f"The harbour of town{number}\n\nA harbour has pier{number}.\n"
        )
    (tmp_path / "silent.txt").write_text("The hills\n\nThere is nothing here.\n")
    corpus = Corpus.open(tmp_path)
    for size in ((120, 30), (80, 24)):
        async with opened("compare", query="harbour", of=corpus, size=size) as (app, pilot):
            assert "30 of 31 articles speak" in screen_text(app)
            assert "not shown: 6 more that speak, 1 silent (z)" in screen_text(app).splitlines()[-2]
            await press(pilot, "G")
            assert "Not shown: 6 more that speak, 1 silent (z names them" in screen_text(app)


async def test_from_a_row_with_nothing_on_the_page_one_goes_to_the_articles_that_are_in_it(
    tmp_path: Path,
) -> None:
    said = ("Ships dock in winter", "Old boats rot", "Trains carry coal", "Cranes lift grain", "Gulls nest")
    for name, text in zip("abcde", said, strict=True):
        (tmp_path / f"{name}.txt").write_text(f"Town {name}\n\n{text} at the harbour.\n")
    corpus = Corpus.open(tmp_path)
    async with opened("compare", query="harbour", of=corpus, size=(120, 30)) as (app, pilot):
        view = view_of(app)
        assert view.comparison is not None
        row = next(at for at, each in enumerate(view.comparison.rows) if "e" in each.cells)
        while view.at[0] < row:
            await press(pilot, "right_square_bracket")
        assert "in e (Enter) · found" in screen_text(app)
        assert "nothing in this row, Enter goes to e" in screen_text(app).splitlines()[-2]
        await press(pilot, "enter")
        assert view.at == (row, "e", 0)
        assert "Gulls nest at the" in screen_text(app)
        assert "in this row: e" in screen_text(app).splitlines()[-2]
        assert "in e (Enter)" not in screen_text(app)
        await press(pilot, "enter")
        assert not isinstance(app.screen, CompareScreen)


async def test_where_no_article_has_a_column_none_is_said_to_be_on_the_screen(tmp_path: Path) -> None:
    for number in range(14):
        (tmp_path / f"{number:02}.txt").write_text("The hills\n\nThere is nothing here.\n")
    async with opened("compare", query="harbour", of=Corpus.open(tmp_path), size=(120, 30)) as (app, pilot):
        await press(pilot, "greater_than_sign")
        assert "no article speaks on this: z names those that are silent" in screen_text(app)


async def test_what_could_not_be_read_is_counted_apart_from_the_silent(tmp_path: Path, seeds: Path) -> None:
    corpus = shutil.copytree(seeds, tmp_path / "articles")
    (corpus / "damaged.pdf").write_bytes(b"%PDF-1.4")
    async with opened("compare", topic="sanctions", size=(150, 40), of=Corpus.open(corpus)) as (app, pilot):
        await press(pilot, "z")
        shown = screen_text(app)
        assert "silent on the topic: 1 of 6 articles" in shown
        assert "could not be read: 1 of 6 articles" in shown
        await press(pilot, "z", "f")
        assert "1 silent, 1 unreadable not shown (f)" in screen_text(app)
        await press(pilot, "f", *["l"] * 8, "h", "l")
        assert view_of(app).at[1] == "damaged.pdf"
        assert screen_text(app).splitlines()[-2].startswith("damaged.pdf · could not be read")
        await press(pilot, "c")
        assert "?: not read" in screen_text(app)


async def test_silences_alone_and_back_to_the_same_cell() -> None:
    async with opened("compare", topic="sanctions", article="003", size=(120, 40)) as (app, pilot):
        place = view_of(app).at
        await press(pilot, "z")
        assert "silent on the topic: 1 of 5 articles" in screen_text(app)
        await press(pilot, "escape")
        assert view_of(app).at == place


async def test_the_reason_is_told_in_words() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(120, 40)) as (app, pilot):
        await press(pilot, "w")
        assert "topic words: sanctions" in screen_text(app)
        await press(pilot, "escape")
        assert "topic words:" not in screen_text(app)


async def test_the_words_of_the_row_are_marked_with_the_reason_in_a_way_of_their_own() -> None:
    async with opened("compare", topic="sanctions", article="004", size=(120, 40)) as (app, pilot):
        view = view_of(app)
        await press(pilot, "2", "G")
        assert not tones(view, "asked")
        await press(pilot, "w")
        assert "row words (bold): " in screen_text(app)
        assert "the row's articles share (underlined): " in screen_text(app)
        assert "minimal" in tones(view, "asked")
        assert not {"minimal", "sanctions"} & tones(view, "shared")
        assert view.tone_style("asked").bold
        assert view.tone_style("shared").underline
        assert not view.tone_style("asked").underline
        assert not view.tone_style("shared").bold


async def test_a_reason_too_long_for_its_pane_is_shown_in_parts() -> None:
    async with opened("compare", topic="kurils", article="001", size=(80, 24)) as (app, pilot):
        await press(pilot, "w")
        assert "… w shows" in screen_text(app)
        await press(pilot, "w")
        assert view_of(app).why
        await press(pilot, "escape")
        assert not view_of(app).why
        await press(pilot, *["w"] * 3)
        while view_of(app).why:
            await press(pilot, "w")
        assert "w shows" not in screen_text(app)


async def test_the_cell_stays_on_the_screen_when_its_reason_opens() -> None:
    async with opened("compare", topic="sanctions", article="002", size=(120, 30)) as (app, pilot):
        await press(pilot, "j", "w", "j")
        view = view_of(app)
        assert view.spot is not None
        top = int(view.scroll_offset.y)
        assert top <= view.spot.top < top + view.visible_height


async def test_the_list_of_articles_fits_a_screen_that_became_small() -> None:
    async with opened("compare", topic="sanctions", size=(80, 24)) as (app, pilot):
        await press(pilot, "space")
        await pilot.resize_terminal(40, 10)
        await settle(pilot)
        lines = screen_text(app).splitlines()
        assert len(lines) == 10
        assert lines[-1].startswith("j k choose")
