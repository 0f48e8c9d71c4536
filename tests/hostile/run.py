"""The one table of hostile inputs, faults and many users: `python -m tests.hostile.run [--long] [--seed N]`.

The short form takes some minutes, the long form an hour. It ends with status 1 unless every number that must
be zero is zero.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.hostile.inputs import families
from tests.hostile.probe import Outcome

ROOT = Path(__file__).resolve().parents[2]
_HEAD = ("class", "tried", "read", "refused", "crashes", "hangs", "memory", "leaks", "worst s", "worst MB")
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
    for family in families():
        told = _program("worker", amounts.scale, seed, family)
        outcomes = [Outcome.load(line) for line in told.splitlines()]
        if len(outcomes) != len(families()[family]):
            yield f"{family}: the trial itself ended early"
        counts = [sum(each.how == how for each in outcomes) for how in _ENDS]
        leaks = sum(len(each.faults) for each in outcomes)
        worst = (max(each.seconds for each in outcomes), max(each.megabytes for each in outcomes))
        _print((family, len(outcomes), *counts, leaks, *worst))
        for each in outcomes:
            if not each.good:
                yield f"{family}: {each.name}: {each.how} {each.told} {' '.join(each.faults[:2])}"


def _faults(amounts: Amounts, seed: int) -> Iterator[str]:
    print()
    kills = _told("kills", amounts.kills, seed)
    print(f"builds killed: {kills['kills']}, survived: {kills['kills'] - len(kills['wrong'])}")
    states = _told("state_kills", amounts.state_kills, seed)
    survived = states["kills"] - len(states["wrong"])
    print(f"sessions killed while they kept marks: {states['kills']}, survived: {survived}")
    held = _told("sessions", 8, amounts.refreshes)
    print(
        f"sessions held: {held['sessions']}, with {held['refreshes']} refreshes, faults: {len(held['wrong'])}"
    )
    yield from (str(each) for each in (*kills["wrong"], *states["wrong"], *held["wrong"]))
    for walk in range(amounts.walks):
        told = _told("walk", amounts.steps, seed + walk)
        print(
            f"walk {walk + 1}: {told['steps']} keys, clicks, resizes and pastes,"
            f" {len(told['screens'])} screens,"
            f" faults: {len(told['wrong'])}, memory {told['megabytes'][0]} MB (grew by {told['growth']} MB)"
        )
        yield from told["wrong"]


def _tests(amounts: Amounts) -> Iterator[str]:
    print()
    for door, paths in _DOORS.items():
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *paths]
        environment = {"HYPOTHESIS_PROFILE": amounts.profile}
        done = subprocess.run(
            ["env", *(f"{name}={value}" for name, value in environment.items()), *command],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        said = done.stdout.strip().splitlines()[-1:] or ["nothing was said"]
        print(f"{door:24} {said[0]}")
        if done.returncode:
            yield f"{door}: {said[0]}"


def _print(cells: tuple[object, ...]) -> None:
    first, *rest = cells
    print(f"{first:22}" + "".join(f"{cell!s:>9}" for cell in rest), flush=True)


def _program(module: str, *arguments: object) -> str:
    command = [sys.executable, "-m", f"tests.hostile.{module}", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=False).stdout


def _told(module: str, *arguments: object) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(_program(module, *arguments))
    except ValueError:
        return {
            "kills": 0, "sessions": 0, "refreshes": 0, "steps": 0, "screens": (), "megabytes": [0],
            "growth": 0,
            "wrong": [f"{module} ended by a fault of its own"],
        }  # fmt: skip
    return told


if __name__ == "__main__":
    sys.exit(main())
