"""The five articles, indexed once for each file of tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus


@pytest.fixture(scope="module")
def corpus(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The five articles with a cache of their own."""
    return Corpus.open(seeds, cache=tmp_path_factory.mktemp("cache"))
