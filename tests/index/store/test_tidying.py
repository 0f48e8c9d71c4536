"""What a killed writer has left goes when the index is opened again, and nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, search
from index.store.shelf import DiskShelf


@pytest.fixture
def folder(seeds: Path, own_home: Path) -> Path:
    Corpus.open(seeds).index()
    (folder,) = (own_home / "cache" / "briefing").iterdir()
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def leave(folder: Path) -> set[str]:
    """What stays of a writer that was killed: segments before and after publishing, a catalogue, columns."""
    before = names(folder)
    for name in ("sffffffffffff.trm", "sffffffffffff.pst", "catalogue.json.00000000"):
        (folder / name).write_bytes(b"half")
    (folder / "sffffffffffff.tmp").mkdir()
    (folder / "sffffffffffff.tmp" / "column").write_bytes(b"half")
    return before


def test_leftovers_go_at_the_next_open(folder: Path, seeds: Path) -> None:
    before = leave(folder)
    assert search(Corpus.open(seeds), "sanctions").hits
    assert names(folder) == before


def test_they_stay_while_somebody_writes(folder: Path, seeds: Path) -> None:
    before = leave(folder)
    with DiskShelf(folder).writing() as mine:
        assert mine
        assert search(Corpus.open(seeds), "sanctions").hits
        assert len(names(folder)) == len(before) + 4
    Corpus.open(seeds).index()
    assert names(folder) == before


def test_a_folder_of_another_kind_stays(folder: Path, seeds: Path) -> None:
    leave(folder)
    (folder / "texts").mkdir(exist_ok=True)
    (folder / "texts" / "kept").write_bytes(b"")
    Corpus.open(seeds).index()
    Corpus.open(seeds).refresh(rebuild=True)
    assert (folder / "texts" / "kept").exists()
