"""The reader without a terminal: an app over the five articles."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from index import Corpus
from tests.tui.reading.session import Open, Session
from tui.app import BriefingApp
from tui.config import Config


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The five articles, with an index."""
    corpus = Corpus.open(cache=tmp_path_factory.mktemp("index"))
    corpus.refresh()
    return corpus


@pytest.fixture
def briefing(corpus: Corpus) -> Open:
    """Give a way to open the reader, at an article and line or where it was left."""

    @asynccontextmanager
    async def opened(
        article: str = "",
        line: int | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        settings: Config | None = None,
        of: Corpus | None = None,
    ) -> AsyncIterator[Session]:
        settings = settings or Config(borders="unicode")
        app = BriefingApp(of or corpus, (article, line) if article else None, settings=settings)
        async with app.run_test(size=size) as pilot:
            while app.indexing:
                await pilot.pause(0.01)
            await pilot.pause()
            yield Session(app, pilot)
            app.exit(0)

    return opened
