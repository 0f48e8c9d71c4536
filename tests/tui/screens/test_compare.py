from pathlib import Path

import pytest
from textual.events import Key

from tests.tui.opened import opened, press, screen_text, settle
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.screens.similar import SimilarScreen
from tui.widgets.synopsis_view import SynopsisView


def view_of(app: object) -> SynopsisView:
    screen = app.screen  # type: ignore[attr-defined]
    assert isinstance(screen, CompareScreen)
    return screen.synopsis


@pytest.mark.parametrize(("width", "columns"), [(100, 2), (120, 3), (200, 5)])
async def test_as_many_columns_as_fit_stand_side_by_side(width: int, columns: int) -> None:
    async with opened("compare", topic="sanctions", size=(width, 40)) as (app, _):
        assert len(view_of(app).page_shown.columns) == columns


async def test_under_100_columns_the_articles_are_stacked_and_the_silent_say_why() -> None:
    async with opened("compare", topic="sanctions", size=(80, 24)) as (app, _):
        shown = screen_text(app)
        assert "silent: 0 of 6 passages; dated 2014-02~, before 2014-03" in shown
        assert "4 of 5 articles speak" in shown


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


async def test_the_cursor_goes_by_column_and_by_row() -> None:
    async with opened("compare", topic="kurils", article="002", size=(200, 60)) as (app, pilot):
        row, article, _ = view_of(app).at
        await press(pilot, "l")
        assert view_of(app).at[:2] == (row, "004")
        await press(pilot, "h")
        assert view_of(app).at[:2] == (row, article)
        await press(pilot, "right_square_bracket")
        assert view_of(app).at[0] == row + 1


async def test_more_columns_page_past_the_base() -> None:
    async with opened("compare", topic="kurils", size=(120, 40)) as (app, pilot):
        first = view_of(app).page_shown.columns
        await press(pilot, "greater_than_sign")
        second = view_of(app).page_shown.columns
        assert second[0] == first[0]
        assert set(first[1:]).isdisjoint(second[1:])
        assert "page 2 of 2" in screen_text(app)
        await press(pilot, "less_than_sign")
        assert view_of(app).page_shown.columns == first


async def test_a_pinned_article_is_the_base() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "B")
        assert view_of(app).columns.pinned == "001"
        assert "base" in screen_text(app).splitlines()[4][:40]


async def test_only_those_who_speak_and_all_again() -> None:
    async with opened("compare", topic="sanctions", size=(200, 60)) as (app, pilot):
        await press(pilot, "f")
        assert len(view_of(app).page_shown.columns) == 4
        assert "1 silent article not shown (f)" in screen_text(app)
        await press(pilot, "f")
        assert len(view_of(app).page_shown.columns) == 5


async def test_chosen_articles_are_compared_alone_and_the_cursor_keeps_its_row() -> None:
    async with opened("compare", topic="sanctions", article="001", size=(200, 60)) as (app, pilot):
        await press(pilot, "right_square_bracket", "right_square_bracket")
        row = view_of(app).row
        await press(pilot, "space", "space", "enter")
        assert app.screen.chosen == ("004", "001", "000", "003")  # type: ignore[attr-defined]
        assert "4 of 4 articles speak" in screen_text(app)
        kept = view_of(app).row
        assert row is not None
        assert kept is not None
        assert kept.label == row.label


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
        await press(pilot, "j", "j")
        row = view_of(app).row
        assert row is not None
        assert screen_text(app).splitlines()[1].startswith(f"══ {row.label} ═")
        assert row.label not in "".join(screen_text(app).splitlines()[2:-2])


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


async def test_a_judgement_is_kept_shown_and_taken_back(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("compare", topic="sanctions", article="003", size=(120, 40)) as (app, pilot):
        count = len(view_of(app).entries)
        await press(pilot, "x")
        assert 'verdict = "reject"' in file.read_text()
        assert "rejected 20" in screen_text(app)
        assert len(view_of(app).entries) == count
        await press(pilot, "U")
        assert "judgement" not in file.read_text()


async def test_it_is_exported_to_a_file_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with opened("compare", topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "e", "enter")
        assert f"written: {tmp_path}" in screen_text(app)
    assert "# Sanctions" in (tmp_path / "sanctions.md").read_text()


async def test_the_corpus_is_never_written_to(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(seeds)
    async with opened("compare", topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "e", "enter")
        assert "the corpus is never written to" in screen_text(app)
    assert not (seeds / "sanctions.md").exists()


async def test_the_place_is_remembered() -> None:
    async with opened("compare", topic="kurils", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "j", "right_square_bracket", "w")
        place = dict(app.screen.place())  # type: ignore[attr-defined]
        shown = screen_text(app)
    async with opened("compare", size=(120, 40), **place) as (app, _):
        assert dict(app.screen.place()) == place  # type: ignore[attr-defined]
        assert screen_text(app) == shown


async def test_a_typed_topic_is_kept_under_a_name(own_home: Path) -> None:
    async with opened("compare", query="hikiwake", size=(120, 40)) as (app, pilot):
        await press(pilot, "T", "ctrl+u", *"Judo", "enter")
        assert app.screen.topic_id == "judo"  # type: ignore[attr-defined]
        assert "Judo is kept in" in screen_text(app)
    assert 'label = "Judo"' in (own_home / "config" / "briefing" / "topics.toml").read_text()


async def test_words_that_stand_beside_the_topics_own_are_offered_and_added(own_home: Path) -> None:
    async with opened("compare", topic="kurils", size=(120, 40)) as (app, pilot):
        await press(pilot, "W")
        assert "also said" in screen_text(app)
        await press(pilot, "enter")
        assert "is kept in" in screen_text(app)
    assert 'id = "kurils"' in (own_home / "config" / "briefing" / "topics.toml").read_text()


async def test_keys_that_come_before_the_comparison_are_answered_when_it_is_there() -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        for key in ("c", "l", "l", "enter", "J", "right_square_bracket", "right_square_bracket", "w"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(6):
            await settle(pilot)
        assert app.screen.topic_id == "kurils"  # type: ignore[attr-defined]
        assert view_of(app).at[0] == 2
        assert view_of(app).why


async def test_the_next_topic_is_a_key_away() -> None:
    async with opened("compare", topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "J")
        assert app.screen.topic_id == "kurils"  # type: ignore[attr-defined]
        await press(pilot, "K")
        assert app.screen.topic_id == "sanctions"  # type: ignore[attr-defined]
