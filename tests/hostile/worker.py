"""Tries files of some classes at the door of the reader: `python -m tests.hostile.worker SCALE SEED CLASS…`.

Prints one line of JSON for each input. It is a program of its own so that it may fork without threads.
"""

from __future__ import annotations

import importlib
import pkgutil
import resource
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import index
from index.article import read_article
from tests.hostile.doors import Answer, file_to_blocks, payload_faults
from tests.hostile.inputs import SCALES, Scale, families
from tests.hostile.inputs.model import Hostile
from tests.hostile.probe import Outcome, probe

# So many files below so many bytes are tried in one process; a crash then shows which it was.
_BATCH, _SMALL = 40, 50_000
# What one file may cost: processor seconds and megabytes of address space.
BOUNDS = {"short": (10.0, 1_500), "long": (120.0, 4_000)}


def outcomes(family: str, scale: Scale, seed: int) -> Iterator[Outcome]:
    """What came of every input of a class; small ones are tried together, and apart where that goes wrong."""
    with tempfile.TemporaryDirectory() as name:
        batch: list[tuple[Hostile, Path]] = []
        for number, each in enumerate(families()[family]):
            folder = Path(name) / str(number)
            folder.mkdir()
            batch.append((each, each.write(folder, scale, seed)))
            if len(batch) == _BATCH or batch[-1][1].stat().st_size > _SMALL:
                yield from _tried(batch, scale)
                batch = []
        yield from _tried(batch, scale)


def _tried(batch: list[tuple[Hostile, Path]], scale: Scale) -> Iterator[Outcome]:
    seconds, megabytes = BOUNDS[scale.name]
    together = partial(_try_together, batch)
    if len(batch) > 1:
        whole = probe("together", together, seconds=seconds, megabytes=megabytes)
        if whole.how == "read":
            yield from map(Outcome.load, whole.told.splitlines())
            return
    for each, path in batch:
        yield probe(each.name, partial(_try, each, path), seconds=seconds, megabytes=megabytes)
        path.unlink()


def _try_together(batch: list[tuple[Hostile, Path]]) -> Answer:
    told = []
    for each, path in batch:
        before = _spent()
        how, said, faults = _try(each, path)
        held = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1)
        told.append(Outcome(each.name, how, round(_spent() - before, 2), held, said, faults).dump())
    return "read", "\n".join(told), ()


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _try(each: Hostile, path: Path) -> Answer:
    how, told, faults = file_to_blocks(path)
    if how == "read" and each.family == "control sequences" and path.suffix != ".pdf":
        blocks = read_article(path, path.name, {})[0].blocks
        # Front matter spells the characters out, which is text like any other.
        shown = "\n".join(
            block.text for block in blocks if block.kind != "boilerplate" or path.suffix != ".md"
        )
        faults = (*faults, *payload_faults(each.name, shown))
    return how, told, faults


def main() -> int:
    """Try the classes named on the command line."""
    # Once for all children; what a reader imports is no part of what a file costs.
    for package in ("formats", "blocks"):
        for module in pkgutil.iter_modules([str(Path(index.__path__[0]) / package)]):
            importlib.import_module(f"index.{package}.{module.name}")
    scale, seed, chosen = SCALES[sys.argv[1]], int(sys.argv[2]), sys.argv[3:]
    for family in chosen:
        for outcome in outcomes(family, scale, seed):
            print(outcome.dump(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
