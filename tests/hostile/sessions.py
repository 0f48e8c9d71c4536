"""Several programs share one corpus, one index and one state, and all of them write.

`python -m tests.hostile.sessions COUNT REFRESHES` prints one JSON object. Each program changes a file of its
own, refreshes, searches, and keeps marks.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from index import Corpus, search
from tui.state.store import Mark, State

ROOT = Path(__file__).resolve().parents[2]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TEXT = (
    "Report {0}\n\nThe ministry of {0} spoke of islands, gas and word{1} at the summit, as all could know.\n"
)


def session(folder: Path, number: int, refreshes: int) -> None:
    """One program: ends with an error when anything is not as it should be."""
    state = State(str(folder), folder.parent / "state")
    corpus = Corpus.open(folder, cache=folder.parent / "cache")
    for turn in range(refreshes):
        _put(folder, number, turn)
        corpus.refresh(rebuild=turn % 10 == 9)
        assert corpus.index_problem == "", corpus.index_problem
        found = search(corpus, "islands ministry", complete=turn % 2 == 0, limit=100)
        assert found.total >= 8, found.total
        assert all(hit.spans for hit in found.hits)
        state.keep_mark(Mark(LETTERS[number], f"s{number}", turn, 0))
        state.add_history(f"session {number} turn {turn}")
        assert state.problem == "", state.problem
        assert state.marks()[LETTERS[number]].line == turn
    state.close()


def _put(folder: Path, number: int, turn: int) -> None:
    """Put a file in place whole, as a person who saves it does."""
    partial = folder.parent / f"partial{number}"
    partial.write_text(_TEXT.format(number, turn))
    partial.replace(folder / f"s{number}.txt")


def together(root: Path, number: int, refreshes: int) -> dict[str, object]:
    """What came of so many programs with so many refreshes each."""
    folder = root / "corpus"
    folder.mkdir()
    for each in range(max(8, number)):
        _put(folder, each, 0)
    command = [sys.executable, "-m", "tests.hostile.sessions", "--one", str(folder)]
    started = [
        subprocess.Popen([*command, str(each), str(refreshes)], cwd=ROOT, stderr=subprocess.PIPE, text=True)
        for each in range(number)
    ]
    wrong = [
        errors[-600:] for process in started if (errors := process.communicate()[1]) or process.returncode
    ]
    one, fresh = (Corpus.open(folder, cache=root / name) for name in ("cache", "fresh"))
    words = ("islands", "ministry", *(f"word{turn}" for turn in range(refreshes)))
    for word in words:
        if search(one, word, limit=100).counts != search(fresh, word, limit=100).counts:
            wrong.append(f"{word} is not found as in a fresh index")
    state = State(str(folder), root / "state")
    marks = {letter: mark.line for letter, mark in state.marks().items()}
    if marks != {LETTERS[each]: refreshes - 1 for each in range(number)}:
        wrong.append(f"marks are {marks}")
    if len(state.history()) != min(500, number * refreshes):
        wrong.append(f"{len(state.history())} queries are remembered")
    state.close()
    return {"sessions": number, "refreshes": number * refreshes, "wrong": wrong}


def main() -> int:
    """Be one session, or start them all and print what came of it."""
    if sys.argv[1] == "--one":
        session(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
        return 0
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(together(Path(name), int(sys.argv[1]), int(sys.argv[2]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
