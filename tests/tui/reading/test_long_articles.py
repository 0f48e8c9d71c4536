"""A long article is on the screen before all of it was read, and stays where it is when the rest comes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import Article, ArticleText, Corpus
from tests.tui.reading.session import Open, Session
from tui.app import BriefingApp
from tui.config import Config
from tui.messages import OpenArticle

_PARAGRAPHS = 6000


class HeldCorpus(Corpus):
    """A corpus whose texts are read only when that is allowed."""

    may_read: threading.Event

    def text(self, article_id: str) -> ArticleText:
        assert self.may_read.wait(60)
        return super().text(article_id)


class WaitingCorpus(Corpus):
    """A corpus of which the long article is read only when that is allowed."""

    may_read: threading.Event

    def articles(self) -> tuple[Article, ...]:
        def wait(done: int, total: int, name: str) -> None:
            assert name != "long.txt" or self.may_read.wait(60)

        self.refresh(progress=wait)
        return super().articles()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a long article of numbered paragraphs and a short one."""
    folder = tmp_path_factory.mktemp("corpus")
    words = (
        "The islands were never mentioned in the talks, the minister said, and he would not be drawn on it. "
    )
    paragraphs = (f"Paragraph {number} begins here. {words * 2}" for number in range(1, _PARAGRAPHS + 1))
    (folder / "long.txt").write_text("A Long Report\n\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    (folder / "short.txt").write_text(f"A Short Report\n\n{words * 3}\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def cache(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the index of that folder lies."""
    cache = tmp_path_factory.mktemp("cache")
    Corpus.open(folder, cache=cache).refresh()
    return cache


@contextmanager
def held(folder: Path, cache: Path) -> Iterator[HeldCorpus]:
    """The corpus as a later visit finds it: its articles are known, its texts are not yet read."""
    corpus = HeldCorpus(folder, cache)
    corpus.may_read = threading.Event()
    try:
        yield corpus
    finally:
        corpus.may_read.set()


async def all_read(session: Session) -> None:
    """Wait until the whole article has arrived."""
    while session.reader.partial:
        await session.pilot.pause(0.01)
    await session.pilot.pause()


async def test_the_first_screen_is_there_before_all_was_read_and_stays(
    folder: Path, cache: Path, briefing: Open
) -> None:
    with held(folder, cache) as corpus:
        async with briefing("long", of=corpus) as session:
            assert "Paragraph 1 begins here." in session.text
            assert "the rest is still being read" in session.bar("status")
            await session.press("space", "space", "j")
            before = session.lines
            assert "Paragraph 1 begins here." not in session.text
            corpus.may_read.set()
            await all_read(session)
            assert session.lines[:-2] == before[:-2]
            assert "still being read" not in session.bar("status")
            await session.press("G")
            assert f"Paragraph {_PARAGRAPHS} begins here." in session.text


async def test_a_part_of_an_article_is_not_exported_as_the_whole(
    folder: Path, cache: Path, briefing: Open
) -> None:
    with held(folder, cache) as corpus:
        async with briefing("long", of=corpus) as session:
            await session.press("e", "enter")
            assert "still being read" in session.bar("status")


async def test_a_place_beyond_what_was_read_first_is_gone_to_when_it_is_there(
    folder: Path, cache: Path, briefing: Open
) -> None:
    line = 2 * 5000 + 1
    with held(folder, cache) as corpus:
        async with briefing("long", line, of=corpus) as session:
            assert "Paragraph 1 begins here." in session.text
            assert session.reader.place()["line"] == line
            corpus.may_read.set()
            await all_read(session)
            assert "Paragraph 5000 begins here." in session.text


async def test_past_the_first_hit_a_long_article_opens_at_its_last_when_it_is_there(
    folder: Path, cache: Path, briefing: Open
) -> None:
    word = ((0, 9),)
    marks = {"long": {2: word, _PARAGRAPHS: word}, "short": {2: ((4, 11),)}}
    with held(folder, cache) as corpus:
        corpus.may_read.set()
        async with briefing(of=corpus) as session:
            session.app.screen.post_message(OpenArticle("short", 3, marks, "words"))
            await session.pilot.pause()
            await session.pilot.pause()
            corpus.may_read.clear()
            await session.press("N")
            assert session.reader.article_id == "long"
            corpus.may_read.set()
            await all_read(session)
            assert f"Paragraph {_PARAGRAPHS - 1} begins here." in session.text
            assert "2/2 words" in session.bar("status")


async def test_one_who_went_on_reading_is_not_taken_elsewhere(
    folder: Path, cache: Path, briefing: Open
) -> None:
    with held(folder, cache) as corpus:
        async with briefing("long", 2 * 5000 + 1, of=corpus) as session:
            await session.press("space")
            before = session.lines
            corpus.may_read.set()
            await all_read(session)
            assert session.lines[:-2] == before[:-2]


async def test_articles_are_listed_and_opened_while_a_long_one_is_read_for_the_first_time(
    folder: Path, tmp_path: Path
) -> None:
    corpus = WaitingCorpus(folder, tmp_path / "cache")
    corpus.may_read = threading.Event()
    app = BriefingApp(corpus, None, settings=Config(borders="unicode"))
    async with app.run_test(size=(80, 24)) as pilot:
        session = Session(app, pilot)
        while "short" not in session.text:
            await pilot.pause(0.01)
        assert "so far" in session.bar("status")
        await session.press("enter")
        assert "A Short Report" in session.text
        corpus.may_read.set()
        while app.indexing:
            await pilot.pause(0.01)
        await session.press("escape")
        assert "2 articles" in session.bar("status")
        app.exit(0)
