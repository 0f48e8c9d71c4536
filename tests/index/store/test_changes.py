"""A file that changes is noticed, however coarse the clock of the disk and whatever is done to its times."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from index import Corpus
from index.store import catalogue as catalogues
from index.store.catalogue import Row
from index.store.changes import FileState, open_file, state_of
from index.store.shelf import DiskShelf, folder_for
from tests.index.store.small_corpora import answers, found, write

SECOND = 10**9
NEW = "Alpha report\n\nThe elections on gas were lifted in Sapporo by the ministry yesterday.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


def edit(path: Path, text: str) -> None:
    """Change a file, keeping its size and the time of its last change."""
    before = path.stat()
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_size, path.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)


def age(folder: Path, seconds: int) -> None:
    for path in folder.glob("*.txt"):
        os.utime(path, ns=(0, path.stat().st_mtime_ns - seconds * SECOND))


def believe(folder: Path, file: str, *, settled: bool) -> None:
    """Let the index hold that it read a file in the state it has now, as if it had not seen it change."""
    shelf = DiskShelf(folder_for(folder, None))
    known = shelf.load()
    assert known is not None
    now = state_of((folder / file).stat(), 0)

    def told(row: Row) -> Row:
        return replace(row, state=replace(now, settled=settled)) if row.file == file else row

    shelf.put("catalogue.json", catalogues.write(replace(known, rows=tuple(map(told, known.rows)))))


def states(folder: Path) -> dict[str, FileState]:
    known = DiskShelf(folder_for(folder, None)).load()
    assert known is not None
    return {row.file: row.state for row in known.rows}


def test_a_change_that_keeps_size_and_time_is_found(folder: Path) -> None:
    corpus = Corpus.open(folder)
    assert found(corpus, "sanctions") == {"a.txt"}
    edit(folder / "a.txt", NEW)
    assert corpus.refresh().changed == 1
    assert found(corpus, "elections") == {"a.txt"}
    assert found(corpus, "sanctions") == set()
    assert "elections" in corpus.text("a").blocks[-1].text


def test_a_change_within_a_tick_of_the_disks_clock_is_found(folder: Path) -> None:
    corpus = Corpus.open(folder)
    corpus.refresh()
    corpus.text("a")
    corpus.keep("a")
    edit(folder / "a.txt", NEW)
    believe(folder, "a.txt", settled=False)
    again = Corpus.open(folder)
    assert found(again, "elections") == {"a.txt"}
    assert "elections" in again.text("a").blocks[-1].text
    assert answers(again) == answers(Corpus.open(folder, cache=folder.parent / "fresh"))


def test_only_a_file_that_changed_just_before_it_was_looked_at_is_not_settled(folder: Path) -> None:
    status = (folder / "a.txt").stat()
    changed = status.st_ctime_ns
    assert not state_of(status, changed).settled
    assert not state_of(status, changed + SECOND // 100).settled
    assert state_of(status, changed + 3 * SECOND).settled
    # A clock that was set back, or runs behind that of the disk.
    assert state_of(status, changed - 3 * SECOND).settled


def test_a_file_that_was_not_settled_is_so_when_it_was_looked_at_again(folder: Path) -> None:
    Corpus.open(folder).refresh()
    believe(folder, "a.txt", settled=False)
    corpus = Corpus.open(folder)
    assert corpus.refresh().changed == 0
    assert corpus.index().count == 3


def test_a_file_that_is_touched_is_not_read_again_and_known_from_then_on(folder: Path) -> None:
    corpus = Corpus.open(folder)
    corpus.refresh()
    segments = corpus.index().catalogue.segments
    age(folder, 1000)
    told: list[tuple[int, int, str]] = []
    again = Corpus.open(folder)
    done = again.refresh(progress=lambda *step: told.append(step))
    assert (done.added, done.changed, done.removed) == (0, 0, 0)
    assert told == [(0, 0, "")]
    assert again.index().catalogue.segments == segments
    now = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert {name: state.mtime_ns for name, state in states(folder).items()} == now


def test_a_search_notes_that_files_were_touched(folder: Path) -> None:
    Corpus.open(folder).refresh()
    age(folder, 1000)
    assert found(Corpus.open(folder), "sanctions") == {"a.txt"}
    assert states(folder)["a.txt"].mtime_ns == (folder / "a.txt").stat().st_mtime_ns


def test_an_index_published_twice_within_a_tick_is_told_apart(folder: Path) -> None:
    reader = Corpus.open(folder)
    first = reader.index()
    shelf = DiskShelf(folder_for(folder, None))
    path = shelf.folder / "catalogue.json"
    before = path.stat()
    known = shelf.load()
    assert known is not None
    path.write_bytes(catalogues.write(replace(known, generation=known.generation + 1)))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (path.stat().st_ino, path.stat().st_size) == (before.st_ino, before.st_size)
    assert reader.index().catalogue.generation == first.catalogue.generation + 1


def test_topics_changed_within_a_tick_are_read_again(folder: Path) -> None:
    topics = folder / "topics.toml"
    topics.write_text('[[topic]]\nid = "gas"\nlabel = "Gas"\n')
    corpus = Corpus.open(folder)
    assert [topic.id for topic in corpus.topics()] == ["gas"]
    edit(topics, '[[topic]]\nid = "oil"\nlabel = "Oil"\n')
    assert [topic.id for topic in corpus.topics()] == ["oil"]


def test_nobody_waits_on_a_pipe_that_took_the_place_of_a_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a file"):
        open_file(tmp_path / "pipe")
