"""Whatever happens to the files of an index, the next search answers what a fresh index answers."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from index import Corpus
from index.store.shelf import folder_for
from tests.index.store.small_corpora import answers, found, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


@pytest.fixture
def fresh(folder: Path, tmp_path: Path) -> list[object]:
    return answers(Corpus.open(folder, cache=tmp_path / "fresh"))


@pytest.fixture
def kept(folder: Path) -> Path:
    """The folder of an index that was built and closed."""
    Corpus.open(folder).refresh()
    return folder_for(folder, None)


def files(kept: Path) -> list[Path]:
    return sorted(path for path in kept.iterdir() if path.name != "writer.lock")


def test_index_files_are_private(kept: Path) -> None:
    assert kept.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o077 for path in kept.iterdir()} == {0}


def test_any_file_that_is_cut_emptied_flipped_or_gone_is_mended(
    folder: Path, kept: Path, fresh: list[object], tmp_path: Path
) -> None:
    chance = random.Random(5)
    whole = tmp_path / "whole"
    shutil.copytree(kept, whole)
    for path in files(kept):
        data = (whole / path.name).read_bytes()
        place = chance.randrange(max(1, len(data)))
        flipped = bytearray(data)
        if flipped:
            flipped[place] ^= 1 << chance.randrange(8)
        for damage in (b"", data[:place], bytes(flipped), os.urandom(len(data)), None):
            shutil.rmtree(kept)
            shutil.copytree(whole, kept)
            if damage is None:
                path.unlink()
            else:
                path.write_bytes(damage)
            assert answers(Corpus.open(folder)) == fresh, path.name


def test_files_damaged_while_they_are_open_are_mended(folder: Path, fresh: list[object]) -> None:
    corpus = Corpus.open(folder)
    corpus.index()
    for path in files(folder_for(folder, None)):
        if path.name != "catalogue.json":
            path.write_bytes(b"")
    assert answers(corpus) == fresh


def test_a_catalogue_of_another_version_is_built_anew(folder: Path, kept: Path, fresh: list[object]) -> None:
    path = kept / "catalogue.json"
    path.write_bytes(path.read_bytes().replace(b"briefing index", b"briefing index 9", 1))
    assert answers(Corpus.open(folder)) == fresh


def test_an_index_that_others_can_write_is_not_opened(folder: Path, kept: Path, fresh: list[object]) -> None:
    kept.chmod(0o777)
    corpus = Corpus.open(folder)
    assert answers(corpus) == fresh
    assert "memory" in corpus.index_problem
    kept.chmod(0o700)
    (kept / "catalogue.json").chmod(0o666)
    assert Corpus.open(folder).refresh().added == 3


def test_an_index_file_that_is_a_link_is_not_followed(folder: Path, kept: Path, tmp_path: Path) -> None:
    path = next(path for path in files(kept) if path.suffix == ".trm")
    shutil.move(path, tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")
    assert Corpus.open(folder).refresh().added == 3


def test_a_cache_that_cannot_be_written_leaves_the_index_in_memory(
    folder: Path, tmp_path: Path, fresh: list[object]
) -> None:
    (tmp_path / "file").write_text("in the way")
    corpus = Corpus.open(folder, cache=tmp_path / "file" / "cache")
    assert answers(corpus) == fresh
    assert "memory" in corpus.index_problem


def test_what_a_killed_writer_left_is_cleared_away(folder: Path, kept: Path) -> None:
    (kept / "s0123456789ab_s0123456789ab.trm").write_bytes(b"half")
    (kept / "catalogue.json.1234").write_bytes(b"half")
    (kept / "s0.tmp").mkdir()
    (folder / "d.txt").write_text(
        "Delta report\n\nAnother report on fish was given by the ministry in the autumn.\n"
    )
    corpus = Corpus.open(folder)
    assert found(corpus, "fish") >= {"d.txt"}
    names = {name for info in corpus.index().catalogue.segments for name in info.files}
    assert {path.name for path in kept.iterdir()} == names | {"catalogue.json", "writer.lock"}


def test_a_corpus_that_cannot_be_written_is_read(folder: Path, fresh: list[object]) -> None:
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    folder.chmod(0o500)
    try:
        assert answers(Corpus.open(folder)) == fresh
    finally:
        folder.chmod(0o700)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before
