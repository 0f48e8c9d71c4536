"""A full disk, or a cache that may not be written: the index is kept in memory, and nothing is lost."""

from __future__ import annotations

import os
import resource
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from index import Corpus
from index.store.shelf import folder_for
from tests.index.store.small_corpora import answers, write

_NOBODY = 65_534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 32 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=32k,mode=700", "none", str(disk)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root only")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)


@contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file can grow beyond so many bytes: writing more fails as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def ordinary_user(*own: Path) -> Iterator[None]:
    """Be somebody whom permissions stop, and who owns these folders."""
    if os.geteuid() != 0:
        yield
        return
    for path in own:
        for each in (path, *path.rglob("*")):
            os.chown(each, _NOBODY, _NOBODY)
    os.seteuid(_NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def left(cache: Path) -> set[str]:
    """What lies in the index's folder, beside the texts that are kept there too."""
    return {path.name for path in cache.glob("*/*")} - {"texts"}


@pytest.mark.parametrize("size", [0, 40, 300, 900, 1_500])
def test_a_disk_that_fills_at_any_point_of_the_first_build_is_told(
    folder: Path, tmp_path: Path, size: int
) -> None:
    cache, fresh = tmp_path / "cache", answers(Corpus.open(folder))
    corpus = Corpus.open(folder, cache=cache)
    with files_end_at(size):
        corpus.refresh()
    assert answers(corpus) == fresh
    assert "kept in memory" in corpus.index_problem
    assert "\n" not in corpus.index_problem
    assert left(cache) == {"writer.lock"}
    again = Corpus.open(folder, cache=cache)
    assert answers(again) == fresh
    assert again.index_problem == ""


@pytest.mark.parametrize("size", [40, 900])
def test_a_disk_that_fills_leaves_the_last_index_whole(folder: Path, tmp_path: Path, size: int) -> None:
    cache, before = tmp_path / "cache", answers(Corpus.open(folder))
    Corpus.open(folder, cache=cache).refresh()
    kept = left(cache)
    write(folder, {"d.txt": "Delta report\n\nThe islands and the gas were told of by the ministry today.\n"})
    corpus = Corpus.open(folder, cache=cache)
    with files_end_at(size):
        corpus.refresh()
    assert answers(corpus) == answers(Corpus.open(folder, cache=tmp_path / "fresh")) != before
    assert left(cache) == kept
    (folder / "d.txt").unlink()
    again = Corpus.open(folder, cache=cache)
    assert answers(again) == before
    assert again.index_problem == ""


def test_a_small_disk_that_is_full_is_told_and_left_as_free_as_it_was(folder: Path, small_disk: Path) -> None:
    fresh = answers(Corpus.open(folder))
    (small_disk / "film").write_bytes(bytes(20_000))
    corpus = Corpus.open(folder, cache=small_disk)
    assert answers(corpus) == fresh
    assert "No space left on device" in corpus.index_problem
    assert left(small_disk) <= {"writer.lock"}
    (small_disk / "film").unlink()


def test_a_cache_that_may_not_be_written_is_read_while_it_is_current() -> None:
    with tempfile.TemporaryDirectory() as made:
        Path(made).chmod(0o755)
        folder, cache = write(Path(made) / "corpus"), Path(made) / "cache"
        fresh = answers(Corpus.open(folder, cache=cache))
        with ordinary_user(folder, cache):
            folder_for(folder, cache).chmod(0o500)
            (folder_for(folder, cache) / "writer.lock").chmod(0o400)
            cache.chmod(0o500)
            corpus = Corpus.open(folder, cache=cache)
            assert answers(corpus) == fresh
            assert corpus.index_problem == ""
            write(folder, {"d.txt": "Delta report\n\nWhales were told of by the ministry of the islands.\n"})
            changed = Corpus.open(folder, cache=cache)
            assert answers(changed) != fresh
            assert "Permission denied" in changed.index_problem
            cache.chmod(0o700)
            folder_for(folder, cache).chmod(0o700)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
def test_an_index_of_another_user_is_not_opened(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    fresh = answers(Corpus.open(folder, cache=cache))
    kept = folder_for(folder, cache)
    os.chown(kept / "catalogue.json", _NOBODY, _NOBODY)
    assert Corpus.open(folder, cache=cache).refresh().added == 3
    os.chown(kept, _NOBODY, _NOBODY)
    before = left(cache)
    corpus = Corpus.open(folder, cache=cache)
    assert answers(corpus) == fresh
    assert "another user" in corpus.index_problem
    assert left(cache) == before


def test_a_cache_in_which_others_may_put_things_is_not_used(folder: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    fresh = answers(Corpus.open(folder, cache=cache))
    cache.chmod(0o777)
    corpus = Corpus.open(folder, cache=cache)
    assert answers(corpus) == fresh
    assert "written by others" in corpus.index_problem
    cache.chmod(0o1777)
    assert Corpus.open(folder, cache=cache).index_problem == ""
