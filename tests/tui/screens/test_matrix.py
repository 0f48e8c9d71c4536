from pathlib import Path

from index import Corpus
from tests.tui.opened import opened, press, screen_of, screen_text, settle
from tui.app import BriefingApp
from tui.screens.compare import CompareScreen
from tui.screens.matrix import MatrixScreen
from tui.widgets.matrix_grid import MatrixGrid


def grid_of(app: BriefingApp) -> MatrixGrid:
    return screen_of(app, MatrixScreen).grid


async def test_topics_stand_by_articles_in_the_order_of_their_dates() -> None:
    async with opened("matrix", size=(80, 24)) as (app, _):
        lines = screen_text(app).splitlines()
        assert lines[1].split()[:5] == ["002", "004", "001", "000", "003"]
        arms = next(line for line in lines if "Arms transfers" in line).split()
        assert arms[2:5] == ["·", "(1)", arms[4]]
        assert arms[5:7] == ["·", "·"]


async def test_the_cell_is_told_in_words() -> None:
    async with opened("matrix", topic="arms-transfers", article="002", size=(80, 24)) as (app, pilot):
        assert "Arms transfers in 002: silent" in screen_text(app)
        await press(pilot, "l")
        assert "Arms transfers in 004: mentions only, 1 passage" in screen_text(app)


async def test_enter_opens_the_topic_at_the_article_and_escape_comes_back() -> None:
    async with opened("matrix", topic="sanctions", article="002") as (app, pilot):
        await press(pilot, "j", "l", "l", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.topic_id == "kurils"
        assert app.screen.synopsis.at[1] == "001"
        await press(pilot, "escape")
        assert (grid_of(app).topic, grid_of(app).article) == ("kurils", "001")


async def test_the_topic_of_the_cursor_stays_on_a_low_screen() -> None:
    async with opened("matrix", topic="peace-treaty", size=(80, 14)) as (app, pilot):
        assert "▌ The peace treaty" in screen_text(app)
        await pilot.resize_terminal(80, 11)
        await settle(pilot)
        assert "▌ The peace treaty" in screen_text(app)


async def test_a_topic_that_was_kept_meanwhile_has_its_line() -> None:
    async with opened("matrix", topic="sanctions", article="001", size=(120, 40)) as (app, pilot):
        await press(pilot, "colon", *"hikiwake", "enter", "T", "enter", "escape")
        assert isinstance(app.screen, MatrixScreen)
        assert "13 topics" in screen_text(app)
        assert "hikiwake" in screen_text(app)


async def test_a_mistake_in_the_topics_is_told_under_the_grid(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[[topic]]\nid = "judo"\nlabel = "Judo"\ncolour = "red"\nsize = 3\n')
    async with opened("matrix", size=(120, 40)) as (app, _):
        told = next(line for line in screen_text(app).splitlines() if "topic.colour" in line)
        assert told.startswith("briefing/topics.toml:4: topic.colour")
        assert "(and 1 more: briefing check)" in told
        assert "Judo" in screen_text(app)


async def test_counts_become_words_and_yes() -> None:
    async with opened("matrix", topic="sanctions", article="003") as (app, pilot):
        await press(pilot, "v", "v")
        assert "yes" in screen_text(app)
        assert "(yes)" in screen_text(app)


async def test_topics_are_sorted_and_the_cursor_stays_on_its_topic() -> None:
    async with opened("matrix", topic="sanctions", article="003") as (app, pilot):
        await press(pilot, "o")
        assert "topics by name" in screen_text(app)
        assert grid_of(app).topic == "sanctions"


async def test_articles_are_chosen_with_space_and_go_along() -> None:
    async with opened("matrix", topic="kurils", article="002") as (app, pilot):
        await press(pilot, "space", "space", "enter")
        assert "002" not in screen_text(app).splitlines()[1].split()
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.chosen == ("004", "001", "000", "003")


async def test_the_list_of_articles_is_filtered_by_typing_and_ticked_at_once() -> None:
    async with opened("matrix", topic="kurils", article="002") as (app, pilot):
        await press(pilot, "space", "a", "slash", *"eurasia")
        assert "with /eurasia" in screen_text(app)
        assert "2 of 5" in screen_text(app)
        await press(pilot, "enter", "a", "enter")
        assert screen_text(app).splitlines()[1].split()[:2] == ["002", "000"]
        assert "2 chosen of 5" in screen_text(app)
        await press(pilot, "space", "slash", "z", "z")
        assert "0 of 5" in screen_text(app)
        await press(pilot, "escape")
        assert "with /" not in screen_text(app)
        await press(pilot, "escape")
        assert "2 chosen of 5" in screen_text(app)


async def test_only_this_article_is_ticked_and_others_can_be_beside_it() -> None:
    async with opened("compare", topic="kurils", article="002", size=(80, 24)) as (app, pilot):
        await press(pilot, "space", "j", "x")
        marks = [line.split("]")[0][-1] for line in screen_text(app).splitlines() if "  [" in line]
        assert marks == [" ", "x", " ", " ", " "]
        assert "Space ticks, a all/none, x only this, Enter shows" in screen_text(app)
        await press(pilot, "j", "j", "space", "x", "k", "k", "space", "enter")
        assert screen_of(app, CompareScreen).chosen == ("001", "003")
        assert not app.corpus.topic_set().judgements


async def test_no_article_is_ticked_with_the_key_that_ticks_all() -> None:
    async with opened("matrix", topic="kurils", article="002") as (app, pilot):
        await press(pilot, "space", "x", "a")
        assert screen_text(app).count("[x] ") == 5
        await press(pilot, "a")
        assert screen_text(app).count("[ ] ") == 5
        await press(pilot, "j", "j", "space", "enter")
        assert "1 chosen of 5" in screen_text(app)


async def test_the_order_of_articles_is_told_and_changes_with_the_first_key() -> None:
    async with opened("matrix", topic="kurils", article="002") as (app, pilot):
        assert "articles by coverage" not in screen_text(app)
        before = screen_text(app).splitlines()[1].split()[:5]
        await press(pilot, "O")
        assert screen_text(app).splitlines()[1].split()[:5] != before
        await press(pilot, "j")
        assert "articles by coverage" in screen_text(app)


async def test_a_topic_is_reached_by_its_name_or_made_of_words() -> None:
    async with opened("matrix", size=(80, 24)) as (app, pilot):
        await press(pilot, "colon", "k", "u")
        assert "Enter opens Kurils" in screen_text(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.topic_id == "kurils"
        await press(pilot, "colon", *"hikiwake", "enter")
        assert "hikiwake · side by side" in screen_text(app)
        assert "1 of 5 articles speak" in screen_text(app)


async def test_the_matrix_is_remembered() -> None:
    async with opened("matrix", topic="kurils", article="001", unit="words", order="by name") as (app, pilot):
        await settle(pilot)
        assert dict(screen_of(app, MatrixScreen).place()) == {
            "topic": "kurils", "article": "001", "unit": "words", "order": "by name", "chosen": [],
            "columns": None,
        }  # fmt: skip


async def test_a_click_goes_to_a_cell_and_a_second_opens_it() -> None:
    async with opened("matrix", topic="sanctions", article="002", size=(120, 40)) as (app, pilot):
        place = grid_of(app)._layout.place(2)[0] + 3
        await pilot.click("#grid", offset=(place, 1))
        await settle(pilot)
        assert (grid_of(app).topic, grid_of(app).article) == ("kurils", "001")
        await pilot.click("#grid", offset=(place, 1))
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)


async def test_keys_typed_ahead_of_the_matrix_take_effect_when_it_is_there() -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        await pilot.press("c", "j", "j", "l", "enter")
        await settle(pilot)
        await settle(pilot)
        assert isinstance(app.screen, CompareScreen)
        assert app.screen.topic_id == "arms-transfers"


async def test_without_topics_the_screen_says_what_to_type(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A title\n\nGas is sold to Japan by the ton.\n")
    async with opened("matrix", size=(80, 24), of=Corpus.open(tmp_path)) as (app, pilot):
        lines = screen_text(app).splitlines()
        assert lines[1].startswith("No topics are declared in topics.toml. Type :")
        assert lines[-2].startswith("no topics")
        await press(pilot, "colon", *"gas", "enter")
        assert isinstance(app.screen, CompareScreen)
        assert "gas · side by side" in screen_text(app)


async def test_a_long_title_leaves_room_for_author_and_date() -> None:
    async with opened("matrix", topic="sanctions", article="001", size=(80, 24)) as (app, _):
        told = screen_text(app).splitlines()[-3]
        assert told.startswith("Sino-Russian Relations")
        assert told.endswith("no author named · about December 2015")


async def test_the_signs_are_explained_in_the_unit_that_is_shown() -> None:
    async with opened("matrix", topic="sanctions", article="003", size=(200, 60)) as (app, pilot):
        assert "4: passages on the topic" in screen_text(app)
        await press(pilot, "v")
        assert "4: words on the topic" in screen_text(app)
        await press(pilot, "v")
        assert "yes: on the topic, (yes): a mention only" in screen_text(app)
