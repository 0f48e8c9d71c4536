"""Several programs share one index: nobody waits, nobody reads half of anything, and death harms nobody."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from index import Corpus
from index.store.shelf import DiskShelf, folder_for
from tests.index.store.small_corpora import answers, write

REPEATS = int(os.environ.get("KILLS", "6"))

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


def test_a_writer_killed_at_any_point_leaves_a_whole_index(folder: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    for _ in range(REPEATS):
        writer = start(WRITER, folder)
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.1, 0.6))
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
        corpus = Corpus.open(folder)
        assert answers(corpus) == answers(Corpus.open(folder, cache=tmp_path / "fresh"))
        assert corpus.index_problem == ""


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


def test_another_program_s_refresh_is_taken_in(folder: Path) -> None:
    reader = Corpus.open(folder)
    assert reader.index().count == 3
    (folder / "d.txt").write_text(
        "Delta report\n\nA report on whales was given by the ministry in the autumn.\n"
    )
    Corpus.open(folder).refresh()
    assert reader.refresh().passages == 4
    assert reader.index().count == 4
