"""The one table of hostile inputs, faults and many users: `python -m tests.hostile.run [--long] [--seed N]`.

Each line is printed when its part is done, with the minutes since the start; what is tried just now is told
on stderr where that is a terminal. It ends with status 1 unless every number that must be zero is zero.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from tests.hostile.inputs import families
from tests.hostile.probe import Outcome

ROOT = Path(__file__).resolve().parents[2]
_HEAD = ("class", "tried", "read", "refused", "crashes", "hangs", "memory", "leaks", "worst s", "worst MB")
_BEGUN = time.monotonic()
_SECONDS, _MEGABYTES = attrgetter("seconds"), attrgetter("megabytes")
_ENDS = ("read", "refused", "crash", "hang", "memory")
_DOORS = {
    "queries → results": ("tests/hostile/test_queries.py",),
    "declarations → topics": ("tests/hostile/test_declarations.py",),
    "commands and exports": ("tests/hostile/test_commands.py",),
    "screens on a terminal": ("tests/hostile/test_screens.py",),
    "names, links, devices": ("tests/hostile/test_places.py",),
    "index files": ("tests/hostile/test_places.py", "tests/index/store/test_faults.py"),
    "cleaning": ("tests/hostile/test_cleaning.py",),
    "no network": ("tests/hostile/test_offline.py",),
    "no markup": ("tests/house/test_no_markup.py",),
}


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much of each is done."""

    scale: str
    kills: int
    state_kills: int
    refreshes: int
    steps: int
    walks: int
    profile: str


SHORT = Amounts("short", 40, 20, 3, 300, 1, "default")
LONG = Amounts("long", 400, 200, 125, 2_500, 4, "long")


def main() -> int:
    """Print the table; 0 when all that must be zero is zero."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.run", description=__doc__)
    parser.add_argument("--long", action="store_true", help="the full amounts")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another set of inputs")
    arguments = parser.parse_args()
    amounts = LONG if arguments.long else SHORT
    wrong = [*_files(amounts, arguments.seed), *_faults(amounts, arguments.seed), *_tests(amounts)]
    print("\nnothing is wrong" if not wrong else "\nwrong:\n" + "\n".join(f"  {each}" for each in wrong))
    return 1 if wrong else 0


def _files(amounts: Amounts, seed: int) -> Iterator[str]:
    _print(_HEAD)
    for family, inputs in families().items():
        outcomes: list[Outcome] = []
        for line in _lines("worker", amounts.scale, seed, family):
            outcomes.append(Outcome.load(line))
            _tell(f"{family}: {len(outcomes)} of {len(inputs)}")
        if len(outcomes) != len(inputs):
            yield f"{family}: the trial itself ended early"
        counts = [sum(each.how == how for each in outcomes) for how in _ENDS]
        leaks = sum(len(each.faults) for each in outcomes)
        worst = [max((part(each) for each in outcomes), default=0) for part in (_SECONDS, _MEGABYTES)]
        _print((family, len(outcomes), *counts, leaks, *worst))
        for each in outcomes:
            if not each.good:
                yield f"{family}: {each.name}: {each.how} {each.told} {' '.join(each.faults[:2])}"


def _faults(amounts: Amounts, seed: int) -> Iterator[str]:
    print()
    kills = _told("kills", amounts.kills, seed)
    survived = kills["kills"] - len(kills["wrong"])
    _say(f"builds killed: {kills['kills']}, survived: {survived}, not reached: {kills['finished']}")
    states = _told("state_kills", amounts.state_kills, seed)
    survived = states["kills"] - len(states["wrong"])
    _say(f"sessions killed while they kept marks: {states['kills']}, survived: {survived}")
    held = _told("sessions", 8, amounts.refreshes)
    wrong = len(held["wrong"])
    _say(f"sessions held: {held['sessions']}, with {held['refreshes']} refreshes, faults: {wrong}")
    yield from (str(each) for each in (*kills["wrong"], *states["wrong"], *held["wrong"]))
    for walk in range(amounts.walks):
        told = _told("walk", amounts.steps, seed + walk)
        _say(
            f"walk {walk + 1}: {told['steps']} keys, clicks, resizes and pastes,"
            f" {len(told['screens'])} screens, faults: {len(told['wrong'])},"
            f" memory {told['megabytes'][0]} MB (grew by {told['growth']} MB)"
        )
        yield from told["wrong"]


def _tests(amounts: Amounts) -> Iterator[str]:
    print()
    for door, paths in _DOORS.items():
        # The full amounts take longer than a test that hangs is given.
        options = ("-q", "-p", "no:cacheprovider", "-o", "faulthandler_timeout=0")
        command = [sys.executable, "-m", "pytest", *options, *paths]
        environment = {"HYPOTHESIS_PROFILE": amounts.profile}
        _tell(door)
        done = subprocess.run(
            ["env", *(f"{name}={value}" for name, value in environment.items()), *command],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = done.stdout.strip().splitlines() or ["nothing was said"]
        _say(f"{door:24} {said[-1].strip('= ')}")
        if done.returncode:
            yield "\n    ".join([door, *(line for line in said if line.startswith("FAILED"))])


def _print(cells: tuple[object, ...]) -> None:
    first, *rest = cells
    _say(f"{first:22}" + "".join(f"{cell!s:>9}" for cell in rest))


def _say(line: str) -> None:
    _tell("")
    print(f"{line:112} {(time.monotonic() - _BEGUN) / 60:6.1f} min", flush=True)


def _tell(what: str) -> None:
    """Say on a terminal what is tried just now."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


def _lines(module: str, *arguments: object) -> Iterator[str]:
    command = [sys.executable, "-m", f"tests.hostile.{module}", *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield from process.stdout


def _told(module: str, *arguments: object) -> dict[str, Any]:
    _tell(" ".join(map(str, (module, *arguments))))
    try:
        told: dict[str, Any] = json.loads("".join(_lines(module, *arguments)))
    except ValueError:
        return {
            "kills": 0, "finished": 0, "sessions": 0, "refreshes": 0, "steps": 0, "screens": (),
            "megabytes": [0], "growth": 0,
            "wrong": [f"{module} ended by a fault of its own"],
        }  # fmt: skip
    return told


if __name__ == "__main__":
    sys.exit(main())
