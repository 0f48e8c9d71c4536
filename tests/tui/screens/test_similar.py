from tests.tui.opened import opened, press, screen_text
from tui.screens.reader import ReaderScreen
from tui.screens.similar import SimilarScreen


async def test_the_others_are_shown_below_the_passage_with_shared_words() -> None:
    async with opened("similar", article="003", line=21, size=(120, 40)) as (app, _):
        shown = screen_text(app)
        assert shown.index("disappointed with Japan’s sanctions") < shown.index(
            "what the others say, closest first"
        )
        assert "both have: " in shown


async def test_enter_opens_the_others_passage_and_escape_comes_back() -> None:
    async with opened("similar", article="003", line=21, size=(120, 40)) as (app, pilot):
        await press(pilot, "j")
        screen = app.screen
        assert isinstance(screen, SimilarScreen)
        at = screen.passage
        assert at is not None
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        assert app.screen.article_id == at.article
        await press(pilot, "escape")
        assert app.screen is screen
        assert screen.passage is at


async def test_next_article_skips_further_passages_of_the_same() -> None:
    async with opened("similar", article="001", line=37, size=(120, 40)) as (app, pilot):
        assert isinstance(app.screen, SimilarScreen)
        first = app.screen.passage
        await press(pilot, "J")
        second = app.screen.passage
        assert first is not None
        assert second is not None
        assert first.article != second.article
        await press(pilot, *"99J", "J")
        assert "no other article follows" in screen_text(app)
        await press(pilot, *"99n", "n")
        assert "this is the last passage" in screen_text(app)


async def test_a_line_without_a_passage_is_told() -> None:
    async with opened("similar", article="003", line=9999, size=(120, 40)) as (app, _):
        assert "003 has no passage on line 9999" in screen_text(app)
