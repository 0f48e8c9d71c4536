"""Several programs share one index: nobody waits, and nobody reads half of anything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest

from index import Corpus, search
from index.store.shelf import DiskShelf, folder_for
from tests.index.store.small_corpora import write

WRITER = """
import sys, itertools
from pathlib import Path
from index import Corpus
folder = Path(sys.argv[1])
print("ready", flush=True)
for number in itertools.count():
    text = f"Gas report {number}\\n\\nThe ministry sold gas to {number} islands, as all could know.\\n"
    (folder / f"n{number % 7}.txt").write_text(text)
    Corpus.open(folder).refresh(rebuild=number % 3 == 0)
"""

READER = """
import sys
from pathlib import Path
from index import Corpus, search
folder = Path(sys.argv[1])
for number in range(int(sys.argv[2])):
    corpus = Corpus.open(folder)
    result = search(corpus, "islands ministry")
    assert result.total >= 2, result
    assert all(hit.spans for hit in result.hits), result
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "corpus")


def start(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[3],
    )


def test_readers_beside_a_writer_always_find_a_whole_index(folder: Path) -> None:
    Corpus.open(folder).refresh()
    writer = start(WRITER, folder)
    try:
        readers = [start(READER, folder, 15) for _ in range(3)]
        for reader in readers:
            _, errors = reader.communicate(timeout=120)
            assert reader.returncode == 0, errors
    finally:
        writer.kill()
        writer.communicate()


def test_while_one_writes_the_others_go_on_with_what_there_is(folder: Path) -> None:
    Corpus.open(folder).refresh()
    (folder / "d.txt").write_text(
        "Delta report\n\nA report on whales was given by the ministry in the autumn.\n"
    )
    with DiskShelf(folder_for(folder, None)).writing() as mine:
        assert mine
        corpus = Corpus.open(folder)
        done = corpus.refresh()
        assert (done.added, done.passages) == (0, 3)
    assert corpus.refresh().added == 1


def test_a_search_goes_on_with_what_there_is_while_a_thread_writes(folder: Path) -> None:
    corpus = Corpus.open(folder)
    corpus.refresh()
    text = "Delta report\n\nA report on whales was given by the ministry in the autumn.\n"
    (folder / "d.txt").write_text(text)
    searched: list[int] = []
    searching = Thread(target=lambda: searched.append(search(corpus, "report").total))
    with corpus._keeper._lock:
        searching.start()
        searching.join(30)
        assert searched == [3]
    corpus.refresh()
    assert search(corpus, "report").total == 4


def test_the_first_index_that_another_program_writes_is_waited_for(folder: Path) -> None:
    corpus = Corpus.open(folder)
    waiting = Thread(target=corpus.refresh)
    with DiskShelf(folder_for(folder, None)).writing() as mine:
        assert mine
        waiting.start()
        waiting.join(0.1)
        assert waiting.is_alive()
    waiting.join()
    assert corpus.index_problem == ""
    assert corpus.index().count == 3


def test_another_program_s_refresh_is_taken_in(folder: Path) -> None:
    reader = Corpus.open(folder)
    assert reader.index().count == 3
    (folder / "d.txt").write_text(
        "Delta report\n\nA report on whales was given by the ministry in the autumn.\n"
    )
    Corpus.open(folder).refresh()
    assert reader.refresh().passages == 4
    assert reader.index().count == 4


@pytest.mark.parametrize("cache", ["cache", "file/cache"], ids=["disk", "memory"])
def test_an_open_index_stays_whole_whatever_becomes_of_its_files(
    folder: Path, tmp_path: Path, cache: str
) -> None:
    (tmp_path / "file").write_text("in the way of a folder")
    corpus = Corpus.open(folder, cache=tmp_path / cache)
    before = corpus.index()
    corpus.refresh(rebuild=True)
    after = corpus.index()
    assert after is not before
    assert list(before.passages()) == list(after.passages())
    assert before.vocabulary == after.vocabulary
    assert before.postings("text", "island") == after.postings("text", "island")
    for field in ("text", "head", "title", "section"):
        assert before.lengths(field) == after.lengths(field)
