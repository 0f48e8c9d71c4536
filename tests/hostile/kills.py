"""Ends builds of the index by force wherever they touch a file, and looks what the next start makes of it.

`python -m tests.hostile.kills COUNT SEED` prints one JSON object. It forks, so it is a program of its own.
The points are counted, not timed: the n-th event of the interpreter that opens, renames or removes a file,
and the n-th byte of a file that is written (the kernel ends a process that writes beyond its limit).
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from index import Corpus, search
from index.store.refresh import open_index
from index.store.shelf import DiskShelf, folder_for

_TOUCHES = {
    "open",
    "os.rename",
    "os.remove",
    "os.mkdir",
    "os.rmdir",
    "os.chmod",
    "os.truncate",
    "fcntl.flock",
}
_WORDS = ("gas", "treaty", "islands", "ministry", "sanctions", "fish", "summit")
_QUERIES = ("islands", "gas OR treaty", '"the ministry"', "mini*", "report", "sanctions AND gas")


def main() -> int:
    """Kill as often as asked and print what came of it."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        print(json.dumps(killed(Path(name), count, random.Random(seed))))
    return 0


def killed(root: Path, count: int, chance: random.Random) -> dict[str, object]:
    """How many builds were ended by force, how many came to their end, and what was wrong afterwards."""
    corpus, wrong = root / "corpus", []
    corpus.mkdir()
    for number in range(6):
        _write(corpus, number, chance)
    survived = finished = 0
    for turn in range(count):
        rebuild = turn % 3 == 0
        if turn % 7 == 6:
            shutil.rmtree(folder_for(corpus, root / "cache"), ignore_errors=True)
        _write(corpus, chance.randrange(8), chance)
        point = chance.randrange(1, 120) if turn % 2 else chance.randrange(0, 3_000)
        arm = _at_event if turn % 2 else _at_byte
        before = _opened(corpus, root / "cache")
        if _in_child(partial(_build, corpus, root / "cache", rebuild, arm, point)):
            survived += 1
        else:
            finished += 1
        told = f"turn {turn}, {arm.__name__} {point}"
        if before and not _opened(corpus, root / "cache"):
            wrong.append(f"{told}: no whole index is left")
        if _in_child(partial(_is_fresh, corpus, root, turn)):
            wrong.append(f"{told}: the next start answers otherwise than a fresh index")
        shutil.rmtree(root / f"fresh{turn}", ignore_errors=True)
    if left := _left(corpus, root / "cache"):
        wrong.append(f"left behind: {sorted(left)}")
    return {"kills": survived, "finished": finished, "wrong": wrong}


def _write(corpus: Path, number: int, chance: random.Random) -> None:
    words = " ".join(chance.choices(_WORDS, k=60))
    (corpus / f"n{number}.txt").write_text(
        f"Report {number}\n\nThe ministry told of {words} in the autumn.\n"
    )


def _in_child(act: Callable[[], bool]) -> bool:
    """Whether a forked child that does this is ended by force or says that all is not well."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if act() else 3)
        except BaseException as error:
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            os._exit(4)
    _, status = os.waitpid(child, 0)
    return status != 0


def _build(corpus: Path, cache: Path, rebuild: bool, arm: Callable[[Path, int], None], point: int) -> bool:
    opened = Corpus.open(corpus, cache=cache)
    arm(cache, point)
    opened.refresh(rebuild=rebuild)
    return True


def _at_event(cache: Path, point: int) -> None:
    left = point
    inside = os.fspath(cache)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in _TOUCHES and (event == "fcntl.flock" or inside in str(arguments[0])):
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _at_byte(cache: Path, point: int) -> None:
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (point, point))


def _opened(corpus: Path, cache: Path) -> bool:
    folder = folder_for(corpus, cache)
    return folder.exists() and open_index(DiskShelf(folder)) is not None


def _is_fresh(corpus: Path, root: Path, turn: int) -> bool:
    again = Corpus.open(corpus, cache=root / "cache")
    fresh = Corpus.open(corpus, cache=root / f"fresh{turn}")
    return _answers(again) == _answers(fresh) and again.index_problem == ""


def _left(corpus: Path, cache: Path) -> set[str]:
    """Files that lie in the index's folder and belong to nothing."""
    opened = Corpus.open(corpus, cache=cache)
    opened.refresh(rebuild=True)
    named = {name for info in opened.index().catalogue.segments for name in info.files}
    return (
        {path.name for path in folder_for(corpus, cache).iterdir()}
        - named
        - {"catalogue.json", "writer.lock"}
    )


def _answers(corpus: Corpus) -> list[object]:
    told: list[object] = []
    for query in _QUERIES:
        result = search(corpus, query, limit=100)
        told.append(
            (result.total, sorted((hit.passage.article, hit.score, hit.spans) for hit in result.hits))
        )
    return told


if __name__ == "__main__":
    sys.exit(main())
