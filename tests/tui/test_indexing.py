"""While files are read, however long that takes, no screen waits for them."""

from __future__ import annotations

from pathlib import Path

from index import Corpus
from tests.tui.opened import opened, press, screen_text, settle
from tui.app import BriefingApp

TEXT = "Good title {0}\n\nBy A. Author\n\nJapan and Russia spoke about sanctions and whales in {0}.\n"


def filled(folder: Path) -> Corpus:
    folder.mkdir()
    for year in (2014, 2016):
        (folder / f"{year}.txt").write_text(TEXT.format(year))
    return Corpus.open(folder)


async def test_every_screen_opens_and_is_left_while_the_folder_is_read(tmp_path: Path) -> None:
    corpus = filled(tmp_path / "corpus")
    reading = corpus._listing._looking
    reading.acquire()
    try:
        app = BriefingApp(corpus)
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.pause()
            assert "for the first time" in screen_text(app)
            for keys, screen in (("s", "SearchScreen"), ("ctrl+p", "PaletteScreen"), ("c", "MatrixScreen")):
                await pilot.press(keys)
                await pilot.pause()
                assert type(app.screen).__name__ == screen
                await pilot.press("escape", "escape")
                await pilot.pause()
            assert type(app.screen).__name__ == "LibraryScreen"
            reading.release()
            await settle(pilot)
            assert "Good title 2014" in screen_text(app)
            await press(pilot, "s", *"whales")
            assert "Good title 2016" in screen_text(app)
    finally:
        if reading.locked():
            reading.release()


async def test_an_article_that_comes_while_the_reader_is_open_is_listed(tmp_path: Path) -> None:
    corpus = filled(tmp_path / "corpus")
    app = BriefingApp(corpus)
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        (corpus.root / "2018.txt").write_text(TEXT.format(2018))
        corpus._listing._next = 0.0
        await press(pilot, "s", *"whales")
        assert "Good title 2018" in screen_text(app)
        await press(pilot, "escape", "escape")
        assert "Good title 2018" in screen_text(app)


async def test_a_file_that_goes_while_it_is_read_is_told_and_its_text_is_still_copied(tmp_path: Path) -> None:
    corpus = filled(tmp_path / "corpus")
    async with opened("reader", of=corpus, article="2014", size=(100, 30)) as (app, pilot):
        while app.indexing:
            await pilot.pause()
        (corpus.root / "2014.txt").unlink()
        corpus._listing._next = 0.0
        while "2014" in [article.id for article in app.known_articles()]:
            await pilot.pause()
        await settle(pilot)
        await press(pilot, "y")
        assert "the file of 2014 is no longer there" in screen_text(app)
        await press(pilot, "Y")
        assert "clipboard" in screen_text(app)
