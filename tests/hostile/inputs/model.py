"""How a hostile input is declared: a class, a name, and a maker that writes it into a folder.

To add one, write a function that gives bytes and put `@hostile("class", "name.suffix")` on it, or put a pair
into one of the tables; `tests/hostile/run.py` and the tests take it in without further ado.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Scale:
    """How large the inputs are made: the short form for every change, the long form for the table."""

    name: str
    line_bytes: int
    many: int
    deep: int
    table: int
    mutants: int


SHORT = Scale("short", line_bytes=MEGABYTE, many=15_000, deep=3_000, table=300, mutants=3)
LONG = Scale("long", line_bytes=50 * MEGABYTE, many=1_000_000, deep=100_000, table=1_000, mutants=60)
SCALES = {scale.name: scale for scale in (SHORT, LONG)}

Maker = Callable[[Scale, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Hostile:
    """One input: its class, the name of its file, and the maker of its bytes."""

    family: str
    name: str
    make: Maker

    def write(self, folder: Path, scale: Scale, seed: int) -> Path:
        """Write the file, the same bytes for the same seed."""
        path = folder / self.name
        path.write_bytes(self.make(scale, random.Random(f"{seed} {self.name}")))
        return path


INPUTS: list[Hostile] = []


def hostile(family: str, name: str) -> Callable[[Maker], Maker]:
    """Declare the function as the maker of an input."""

    def declare(make: Maker) -> Maker:
        INPUTS.append(Hostile(family, name, make))
        return make

    return declare


def declare(family: str, name: str, data: bytes) -> None:
    """Declare an input whose bytes are always the same."""
    INPUTS.append(Hostile(family, name, lambda _scale, _random: data))
