"""Passages that the program missed, judged in the article itself for the topic that it was opened from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from index import Judgement, judge, user_file
from tests.tui.opened import opened, press, screen_of, screen_text, settle, view_of
from tui.app import BriefingApp
from tui.screens.compare import CompareScreen
from tui.screens.reader import ReaderScreen
from tui.widgets.bar import Bar

SMALL = (80, 24)
LARGE = (120, 40)


def told(app: BriefingApp) -> str:
    """What the status line says."""
    return app.screen.query_one("#status", Bar).words


def missed_at(app: BriefingApp) -> tuple[int, int]:
    """The lines of the passage at the reader's place, which the comparison does not have."""
    passage = screen_of(app, ReaderScreen).passage
    assert passage is not None
    assert passage.n not in screen_of(app, ReaderScreen).marks[passage.article]
    return passage.lines


@pytest.mark.parametrize("size", [SMALL, LARGE])
async def test_a_passage_that_was_missed_is_accepted_where_it_is_read(
    size: tuple[int, int], own_home: Path
) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("compare", topic="sanctions", article="003", size=size) as (app, pilot):
        await press(pilot, "enter", "right_curly_bracket")
        first, last = missed_at(app)
        await press(pilot, "a")
        where = f"line {first}" if first == last else f"lines {first}–{last}"
        assert told(app).startswith(f"003 {where} accepted for Sanctions; U takes it back; kept in ")
        assert f"lines = [{first}, {last}]" in file.read_text()
        assert 'topic = "sanctions"' in file.read_text()
        shown = [line.strip() for line in screen_text(app).splitlines()]
        assert [line for line in shown if line.startswith("accepted 20") and line.endswith("for Sanctions")]
        await press(pilot, "a")
        assert "already" in told(app)
        assert file.read_text().count("judgement") == 1
        await press(pilot, "U")
        assert told(app).startswith(f"taken back: 003 {where} accepted")
        assert "judgement" not in file.read_text()
        assert "accepted 20" not in screen_text(app).replace(told(app), "")


async def test_the_comparison_shows_at_once_what_is_said_in_the_article(own_home: Path) -> None:
    async with opened("compare", topic="sanctions", article="003", size=SMALL) as (app, pilot):
        await press(pilot, "enter", "x", "escape")
        assert "rejected 20" in screen_text(app)
        await press(pilot, "U", "enter")
        assert "rejected 20" not in screen_text(app)


async def test_over_a_pane_the_column_tells_at_once_what_is_accepted_in_it(own_home: Path) -> None:
    async with opened("compare", topic="sanctions", article="003", size=LARGE) as (app, pilot):
        await press(pilot, "enter", "right_curly_bracket")
        assert screen_of(app, ReaderScreen).in_pane
        missed_at(app)
        await press(pilot, "a")
        assert "you accepted 1 more passage: line" in screen_text(app)
        await press(pilot, "U")
        assert "you accepted" not in screen_text(app)


async def test_what_was_accepted_in_a_silent_article_is_taken_back_from_its_empty_cell(
    own_home: Path,
) -> None:
    async with opened("compare", topic="sanctions", article="002", size=LARGE) as (app, pilot):
        article = app.corpus.article("002")
        said = Judgement("sanctions", "002", article.digest[:12], (11, 11), "accept", date(2026, 11, 20))
        judge(user_file(), said)
        app.judged()
        await settle(pilot)
        assert "you accepted line 11" in screen_text(app)
        await press(pilot, "U")
        assert told(app).startswith("Enter opens 002 at what you accepted; U there takes it back")
        await press(pilot, "enter", "U")
        assert told(app).startswith("taken back: 002 line 11 accepted")
        await press(pilot, "escape", "U")
        assert told(app).startswith("there is no passage here")


async def test_the_topic_goes_along_to_other_articles_and_to_the_next_visit(own_home: Path) -> None:
    async with opened("compare", topic="sanctions", article="003", size=SMALL) as (app, pilot):
        await press(pilot, "enter", "x", "K")
        assert screen_of(app, ReaderScreen).article_id != "003"
        assert not screen_of(app, ReaderScreen).pane.remarks
        await press(pilot, "J")
        reader = screen_of(app, ReaderScreen)
        ((lines, said),) = reader.pane.remarks.items()
        reader.load("003", lines[0])
        await settle(pilot)
        assert said in screen_text(app)
        place = reader.place()
    async with opened(size=SMALL) as (app, pilot):
        app.go("reader", place)
        await settle(pilot)
        assert said in screen_text(app)
        await press(pilot, "U")
        assert "taken back" in told(app)


async def test_without_a_topic_one_line_says_where_it_can_be_done(own_home: Path) -> None:
    async with opened("reader", article="003", size=SMALL) as (app, pilot):
        for key in ("a", "x", "U"):
            await press(pilot, key)
            assert told(app).startswith("a, x, U need a topic: open the article from one (c) or a search")
    assert not (own_home / "config" / "briefing" / "topics.toml").exists()


async def test_a_heading_is_no_passage_to_accept(own_home: Path) -> None:
    async with opened("compare", topic="sanctions", article="003", size=SMALL) as (app, pilot):
        await press(pilot, "enter", "g")
        reader = screen_of(app, ReaderScreen)
        reader.pane.keep_cursor(0)
        await settle(pilot)
        assert reader.passage is not None
        assert reader.passage.kind == "title"
        await press(pilot, "a")
        assert told(app).startswith("there is no passage here")


async def test_while_the_rest_of_an_article_is_read_nothing_is_said_on_its_passages(own_home: Path) -> None:
    async with opened("compare", topic="sanctions", article="003", size=SMALL) as (app, pilot):
        await press(pilot, "enter")
        screen_of(app, ReaderScreen).partial = True
        await press(pilot, "a")
        assert "still being read" in told(app)
    assert not (own_home / "config" / "briefing" / "topics.toml").exists()


@pytest.mark.parametrize("in_article", [False, True])
async def test_what_was_said_goes_with_the_citation_and_not_with_the_text_alone(
    in_article: bool, own_home: Path
) -> None:
    copied = own_home / "state" / "briefing" / "copied.txt"
    async with opened("compare", topic="sanctions", article="003", size=LARGE) as (app, pilot):
        if in_article:
            await press(pilot, "enter")
        await press(pilot, "y")
        assert "rejected" not in copied.read_text()
        await press(pilot, "x", "y")
        assert copied.read_text().rstrip().endswith(" for Sanctions)")
        assert " (rejected 20" in copied.read_text().splitlines()[-1]
        await press(pilot, "Y")
        assert "rejected" not in copied.read_text()
        assert screen_of(app, ReaderScreen if in_article else CompareScreen)
        assert in_article or view_of(app).cell is not None


async def test_what_was_accepted_in_a_silent_article_is_told_over_it_and_opened_from_its_empty_cell(
    own_home: Path,
) -> None:
    async with opened("compare", topic="sanctions", article="002", size=LARGE) as (app, pilot):
        assert view_of(app).cell is None
        await press(pilot, "a")
        assert "ctrl+p opens the article" in told(app)
        await press(pilot, "ctrl+p", *"002", "enter")
        reader = screen_of(app, ReaderScreen)
        assert reader.article_id == "002"
        await press(pilot, "right_curly_bracket", "a")
        assert "accepted for Sanctions" in told(app)
        place = reader.passage
        await press(pilot, "escape")
        assert "you accepted line" in screen_text(app)
        assert "silent: 0 of 6 passages" in screen_text(app)
        await press(pilot, "enter")
        assert screen_of(app, ReaderScreen).passage == place
        await press(pilot, "U", "escape", "enter")
        assert "you accepted" not in screen_text(app)
        assert told(app).startswith("002: silent")


@pytest.mark.parametrize(
    ("query", "topic"),
    [
        ("topic:sanctions Abe", "sanctions"),
        ("(topic:sanc OR gas)", "sanctions"),
        ("sanctions", ""),
        ("Russia -topic:sanctions", ""),
        ("Russia NOT topic:sanctions", ""),
        ("topic:sanctions topic:kurils", ""),
        ("topic:nosuch Russia", ""),
    ],
)
async def test_a_search_for_one_topic_is_ground_to_judge_for_it(query: str, topic: str) -> None:
    async with opened("search", query=query, size=LARGE) as (app, pilot):
        await press(pilot, "enter", "enter")
        if isinstance(app.screen, ReaderScreen):
            assert app.screen.topic_id == topic
            await press(pilot, "a")
            assert (" accepted for Sanctions; " in told(app)) == bool(topic)
        else:
            assert not topic
