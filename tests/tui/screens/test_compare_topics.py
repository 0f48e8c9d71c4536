"""The topic of the side by side: judged, kept, widened, left for the next one, and written to a file."""

from pathlib import Path

import pytest
from textual.events import Key

from index import Corpus
from tests.index.align.corpora import corpus_of
from tests.tui.opened import opened, press, screen_of, screen_text, settle, view_of
from tui.actions import actions_of
from tui.screens.compare import CompareScreen


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


async def test_a_judgement_is_shown_whatever_topic_one_comes_from() -> None:
    async with opened("compare", topic="sanctions", article="003", size=(200, 60)) as (app, pilot):
        await press(pilot, "x", "J")
        assert "rejected 20" not in screen_text(app)
        await press(pilot, "K")
        assert "rejected 20" in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_was_said_on_a_file_that_has_changed_since_is_told_over_its_column(
    size: tuple[int, int], tmp_path: Path
) -> None:
    folder = tmp_path / "corpus"
    corpus_of(folder, {"a": ["Tariffs on steel rose.", "Tariffs on wheat fell."], "b": ["It rained."]})
    async with opened("compare", query="tariffs", article="a", size=size, of=Corpus.open(folder)) as (
        app,
        pilot,
    ):
        await press(pilot, "x", "j", "a")
        assert "rejected 20" in screen_text(app)
        assert "earlier version" not in screen_text(app)
    (folder / "a.txt").write_text("On a\n\nTariffs rose.\n")
    async with opened("compare", query="tariffs", size=size, of=Corpus.open(folder)) as (app, _):
        told = " ".join(screen_text(app).replace("│", " ").split())
        assert told.count("on an earlier version") == 1
        assert "2 judgements are" in told
        assert "rejected 20" not in told


@pytest.mark.parametrize(("query", "count"), [("tariffs", 1), ("wheat", 0)])
async def test_of_one_article_it_is_told_that_it_speaks(query: str, count: int, tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", {"a": ["Tariffs on steel rose."]})
    async with opened("compare", query=query, size=(80, 24), of=corpus) as (app, _):
        assert screen_text(app).splitlines()[0].endswith(f"{count} of 1 article speaks")


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


async def test_a_typed_topic_is_kept_under_a_name(own_home: Path) -> None:
    async with opened("compare", query="hikiwake", size=(120, 40)) as (app, pilot):
        await press(pilot, "T", "ctrl+u", *"Judo", "enter")
        assert screen_of(app, CompareScreen).topic_id == "judo"
        assert "Judo is kept in" in screen_text(app)
    assert 'label = "Judo"' in (own_home / "config" / "briefing" / "topics.toml").read_text()


@pytest.mark.parametrize("query", ["hikiwake", "hikiwake -article:000"])
async def test_what_was_said_for_a_typed_topic_goes_along_under_its_name(query: str, own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("compare", query=query, size=(120, 40)) as (app, pilot):
        await press(pilot, "x", "T", "ctrl+u", *"Judo", "enter")
        assert screen_of(app, CompareScreen).topic_id == "judo"
        assert "with 1 judgement, in " in screen_text(app)
        assert "· rejected" in screen_text(app)
        assert file.read_text().count('topic = "judo"') == 1
        await press(pilot, "U")
        assert "· rejected" not in screen_text(app)
        screen_of(app, CompareScreen).go_to_topic("", query)
        await settle(pilot)
        assert "· rejected" in screen_text(app)
        await press(pilot, "T", "ctrl+u", *"Judo", "enter", "y")
        assert "· rejected" in screen_text(app)
        screen_of(app, CompareScreen).go_to_topic("", query)
        await settle(pilot)
        await press(pilot, "T", "ctrl+u", *"Judo", "enter", "y")
        assert file.read_text().count('topic = "judo"') == 1


async def test_a_typed_topic_is_kept_under_a_name_of_any_script(own_home: Path) -> None:
    async with opened("compare", query="hikiwake", size=(120, 40)) as (app, pilot):
        await press(pilot, "T", "ctrl+u", *"北方領土", "enter")
        assert screen_of(app, CompareScreen).topic_id == "北方領土"
        assert "北方領土 is kept in" in screen_text(app)
        screen_of(app, CompareScreen).go_to_topic("", "hikiwake")
        await settle(pilot)
        await press(pilot, "T", "ctrl+u", *"北方領土", "enter")
        assert "you have the topic 北方領土: y replaces it" in screen_text(app)


async def test_a_typed_topic_replaces_one_of_the_corpus_by_a_second_enter_alone(own_home: Path) -> None:
    file = own_home / "config" / "briefing" / "topics.toml"
    async with opened("compare", query="sanctions", size=(80, 24)) as (app, pilot):
        await press(pilot, "T", *"sanctions", "enter")
        assert "the corpus has the topic sanctions: y replaces it" in screen_text(app)
        assert not file.exists()
        await press(pilot, "y")
        assert "topic sanctions is kept in" in screen_text(app)
        assert 'id = "sanctions"' in file.read_text()


async def test_words_that_stand_beside_the_topics_own_are_offered_and_added(own_home: Path) -> None:
    async with opened("compare", topic="kurils", size=(120, 40)) as (app, pilot):
        await press(pilot, "W")
        assert "also said" in screen_text(app)
        assert "World War" in screen_text(app)
        assert "adds 2 passages" in screen_text(app)
        await press(pilot, "enter")
        assert "topic Kurils is kept with " in screen_text(app)
    assert (
        'id = "kurils"\nextends = true\nalt = '
        in (own_home / "config" / "briefing" / "topics.toml").read_text()
    )


async def test_words_are_added_to_the_topic_that_they_were_offered_for(own_home: Path) -> None:
    async with opened("compare", topic="kurils", size=(120, 40)) as (app, pilot):
        await press(pilot, "W")
        screen_of(app, CompareScreen).go_to_topic("arms-transfers", "")
        await settle(pilot)
        assert screen_of(app, CompareScreen).topic_id == "arms-transfers"
        await press(pilot, "enter")
        assert screen_of(app, CompareScreen).topic_id == "kurils"
    kept = (own_home / "config" / "briefing" / "topics.toml").read_text()
    assert 'id = "kurils"' in kept
    assert "arms" not in kept


async def test_keys_that_come_before_the_comparison_are_answered_when_it_is_there() -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        for key in ("c", "l", "l", "enter", "J", "right_square_bracket", "right_square_bracket", "w"):
            app.post_message(Key(key, key if len(key) == 1 else None))
        for _ in range(6):
            await settle(pilot)
        assert screen_of(app, CompareScreen).topic_id == "kurils"
        assert view_of(app).at[0] == 2
        assert view_of(app).why


async def test_the_next_topic_is_a_key_away() -> None:
    async with opened("compare", topic="sanctions", size=(120, 40)) as (app, pilot):
        await press(pilot, "J")
        assert screen_of(app, CompareScreen).topic_id == "kurils"
        await press(pilot, "K")
        assert screen_of(app, CompareScreen).topic_id == "sanctions"


async def test_a_topic_that_is_gone_is_told_whatever_key_is_pressed() -> None:
    kinds = ("move.", "grid.", "compare.", "found.")
    keys = [action.keys[0] for action in actions_of("compare") if action.id.startswith(kinds)]
    async with opened("compare", topic="gone", size=(120, 40)) as (app, pilot):
        for key in keys:
            await press(pilot, key, "escape")
            if not isinstance(app.screen, CompareScreen):
                app.go("compare", {"topic": "gone"})
                await settle(pilot)
        await press(pilot, "W")
        assert "no topic 'gone'" in screen_text(app).splitlines()[-2]
