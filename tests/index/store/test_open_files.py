"""The index closes every file that it opened, however it is dropped."""

from __future__ import annotations

import gc
from contextlib import suppress
from pathlib import Path

import pytest

from index import Corpus, search
from tests.index.store.small_corpora import write

_FILES = Path("/proc/self/fd")
pytestmark = pytest.mark.skipif(not _FILES.exists(), reason="the system does not tell")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


def held(cache: Path) -> list[str]:
    """The files of an index that this process has open."""
    gc.collect()
    links = []
    for path in _FILES.iterdir():
        with suppress(OSError):
            links.append(str(path.readlink()))
    return [link for link in links if link.startswith(str(cache))]


def test_a_dropped_corpus_holds_no_file(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    corpus = Corpus.open(folder, cache=cache)
    search(corpus, '"the ministry" gas')
    assert held(cache)
    del corpus
    assert not held(cache)


def test_an_index_that_another_replaced_holds_no_file(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    corpus = Corpus.open(folder, cache=cache)
    search(corpus, "gas")
    Corpus.open(folder, cache=cache).refresh(rebuild=True)
    search(corpus, "gas")
    assert not [link for link in held(cache) if link.endswith("(deleted)")]


def test_a_build_that_is_broken_off_holds_no_file_and_leaves_none(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    corpus = Corpus.open(folder, cache=cache)

    def stop(done: int, total: int, file: str) -> None:
        if done == total - 1:
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        corpus.refresh(progress=stop)
    del corpus
    assert not held(cache)
    assert [path.name for path in cache.glob("*/*")] == ["writer.lock"]
