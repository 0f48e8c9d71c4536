"""What is exported is written whole or not at all, and never under a name that drives a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.index.store.test_full_disk import files_end_at
from tests.tui.opened import opened, press, screen_text, search_of, type_in
from tui.widgets.prompt import Prompt


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


async def test_a_disk_that_fills_leaves_no_half_of_an_export(folder: Path) -> None:
    async with opened("search", query="hikiwake", typing=False) as (app, pilot):
        await press(pilot, "e")
        with files_end_at(100):
            await press(pilot, "enter")
        assert "could not be written" in screen_text(app)
        assert list(folder.iterdir()) == []
        await press(pilot, "enter")
        assert "written: " in screen_text(app)


@pytest.mark.parametrize(
    "name", ["~no such user/x.md", "a\0b.md", "no such folder/x.md", "x" * 300 + ".md", "."]
)
async def test_a_name_that_cannot_be_is_told(name: str, folder: Path) -> None:
    async with opened("search", query="hikiwake", typing=False, size=(200, 30)) as (app, pilot):
        search_of(app).answered("export", name)
        await pilot.pause()
        assert any(told in screen_text(app) for told in ("could not be written", "end the name in"))
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("name", ["notes.doc", "there.md", "no/such/folder.md"])
async def test_a_name_that_cannot_be_stays_to_be_mended(name: str, folder: Path) -> None:
    (folder / "there.md").write_text("mine")
    async with opened("compare", topic="sanctions", size=(200, 30)) as (app, pilot):
        await press(pilot, "e", "ctrl+u")
        await type_in(pilot, name)
        await press(pilot, "enter")
        assert app.screen.query_one(Prompt).value == name
        assert any(why in screen_text(app) for why in ("end the name in", "is there already", "could not be"))
        await press(pilot, "ctrl+u", *"new", "full_stop", *"md", "enter")
        assert "written: " in screen_text(app)
        assert not app.screen.query(Prompt)
    assert (folder / "new.md").read_text().startswith("# Sanctions")
    assert (folder / "there.md").read_text() == "mine"


async def test_the_name_that_is_offered_is_plain_whatever_was_searched() -> None:
    async with opened("search", query="../../hiki\x1b]0;x\x07wake/\u202e", typing=False) as (app, pilot):
        await press(pilot, "e")
        name = app.screen.query_one(Prompt).value
        assert name.isascii()
        assert name.isprintable()
        assert "/" not in name


async def test_a_matrix_is_written_with_the_articles_that_are_chosen(folder: Path) -> None:
    async with opened("matrix", chosen=["004", "000"]) as (_, pilot):
        await press(pilot, "e", "enter")
    text = (folder / "matrix.md").read_text()
    assert "Chosen: 2 of 5 articles: 004, 000" in text
    assert "003" not in text


async def test_a_passage_that_was_rejected_is_written_with_the_word(folder: Path) -> None:
    async with opened("compare", topic="sanctions") as (_, pilot):
        await press(pilot, "x", "e", "enter")
    assert (folder / "sanctions.md").read_text().count("rejected 20") > 0
