"""What is remembered survives kills, other sessions and broken files."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.index.store.test_full_disk import files_end_at
from tui.state.folders import state_folder
from tui.state.place import Place
from tui.state.store import Mark, Reading, State


def test_the_newest_place_is_opened_next() -> None:
    first, second = State("/corpus"), State("/corpus")
    second.keep_places([Place("library")])
    first.keep_places([Place("library"), Place("reader", {"article": "003", "line": 63, "offset": 12})])
    assert State("/corpus").places() == [
        Place("library"),
        Place("reader", {"article": "003", "line": 63, "offset": 12}),
    ]
    assert State("/other").places() == []


def test_two_sessions_keep_one_anothers_marks_and_progress() -> None:
    first, second = State("/corpus"), State("/corpus")
    first.keep_mark(Mark("a", "001", 9, 0))
    second.keep_mark(Mark("b", "002", 5, 3))
    first.keep_reading("001", Reading(9, 0, 0.5))
    second.keep_reading("001", Reading(5, 0, 0.2))
    third = State("/corpus")
    assert third.marks() == {"a": Mark("a", "001", 9, 0), "b": Mark("b", "002", 5, 3)}
    assert third.readings() == {"001": Reading(5, 0, 0.5)}


def test_searches_and_their_history_are_kept() -> None:
    state = State("/corpus")
    for query in ("one", "two", "one"):
        state.add_history(query)
    state.save_search("islands", "kuril* NOT senkaku*")
    again = State("/elsewhere")
    assert again.history() == ["one", "two"]
    assert again.saved_searches() == {"islands": "kuril* NOT senkaku*"}
    again.save_search("islands", "")
    assert state.saved_searches() == {}


_WRITER = """
import sys
from tui.state.place import Place
from tui.state.store import Mark, State
state = State("/corpus")
for n in range(10**6):
    state.keep_places([Place("reader", {"article": "001", "line": n})])
    state.keep_mark(Mark("a", "001", n, 0))
    print(n, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 7, 40])
def test_a_kill_while_writing_leaves_a_place_that_was_kept(lines: int) -> None:
    with subprocess.Popen([sys.executable, "-c", _WRITER], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(lines):
            writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
    state = State("/corpus")
    assert state.problem == ""
    line = state.places()[0].parameters["line"]
    assert isinstance(line, int)
    assert line - state.marks()["a"].line in (0, 1)


def test_a_damaged_file_is_put_aside_and_told() -> None:
    State("/corpus").close()
    file = state_folder() / "state.db"
    file.write_bytes(b"not a database at all" * 100)
    state = State("/corpus")
    assert "damaged" in state.problem
    assert state.places() == []
    state.keep_places([Place("library")])
    assert State("/corpus").places() == [Place("library")]
    assert Path(f"{file}.damaged").exists()


def test_a_folder_that_cannot_be_made_leaves_everything_in_memory() -> None:
    folder = state_folder()
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file stands here")
    state = State("/corpus")
    assert "not kept" in state.problem
    state.keep_mark(Mark("a", "001", 9, 0))
    assert state.marks() == {"a": Mark("a", "001", 9, 0)}


def test_the_file_is_private_to_its_owner() -> None:
    State("/corpus").close()
    folder = state_folder()
    assert folder.stat().st_mode & 0o077 == 0
    assert (folder / "state.db").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("size", [0, 5_000])
def test_a_disk_that_fills_costs_nothing_of_this_visit(size: int) -> None:
    state = State("/corpus")
    state.keep_mark(Mark("a", "001", 9, 0))
    with files_end_at(size):
        state.keep_mark(Mark("b", "002", 3, 0))
        state.keep_places([Place("matrix")])
    assert "cannot be kept" in state.problem
    assert set(state.marks()) == {"a", "b"}
    assert state.places() == [Place("matrix")]
    state.close()
    again = State("/corpus")
    assert set(again.marks()) == {"a"}
    assert again.problem == ""
    again.close()


def test_a_session_that_must_wait_for_long_keeps_the_file() -> None:
    state = State("/corpus")
    state._base.execute("PRAGMA busy_timeout = 10")
    other = sqlite3.connect(state_folder() / "state.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    state.keep_mark(Mark("a", "001", 9, 0))
    assert "locked" in state.problem
    other.execute("ROLLBACK")
    other.close()
    state.keep_mark(Mark("b", "001", 9, 0))
    state.close()
    assert set(State("/corpus").marks()) == {"b"}
