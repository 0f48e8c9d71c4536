"""Doing something hostile in a process of its own, within time and memory, and telling what came of it.

A child that crashes, hangs or eats memory costs only itself. Time is counted as the child's own processor
time, so that a busy machine changes nothing.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.formats import apart
from tests.hostile.inputs.model import MEGABYTE

# How much longer than its processor time a child may take on a busy machine before it counts as hanging.
_PATIENCE = 8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one input: `how` is one of `read`, `refused`, `crash`, `hang`, `memory`."""

    name: str
    how: str
    seconds: float = 0.0
    megabytes: float = 0.0
    told: str = ""
    faults: tuple[str, ...] = field(default=())

    @property
    def good(self) -> bool:
        """Whether nothing is wrong with it."""
        return self.how in ("read", "refused") and not self.faults

    def dump(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self))

    @staticmethod
    def load(line: str) -> Outcome:
        """From one line of JSON."""
        told = json.loads(line)
        return Outcome(**{**told, "faults": tuple(told["faults"])})


def probe(
    name: str, act: Callable[[], tuple[str, str, tuple[str, ...]]], *, seconds: float, megabytes: int
) -> Outcome:
    """Run `act` in a forked child; it gives how it ended, what was told, and faults found.

    Call it from a process without threads. `megabytes` is of address space above what there is already.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _child(act, writing, seconds, megabytes)
    os.close(writing)
    said, late = _listen(reading, seconds * _PATIENCE)
    os.close(reading)
    if late:
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    spent, held = round(usage.ru_utime + usage.ru_stime, 2), round(usage.ru_maxrss / 1024, 1)
    if late or (os.WIFSIGNALED(status) and os.WTERMSIG(status) in (signal.SIGXCPU, signal.SIGKILL)):
        return Outcome(name, "hang", spent, held, f"more than {seconds} s")
    if os.WIFSIGNALED(status):
        return Outcome(name, "crash", spent, held, signal.Signals(os.WTERMSIG(status)).name)
    if not said:
        return Outcome(name, "crash", spent, held, f"ended with {os.waitstatus_to_exitcode(status)}")
    how, told, faults = json.loads(said)
    return Outcome(name, how, spent, held, told, tuple(faults))


def _child(
    act: Callable[[], tuple[str, str, tuple[str, ...]]], writing: int, seconds: float, megabytes: int
) -> None:
    now = int(seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (now, now + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    size = megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    try:
        answer: tuple[str, str, tuple[str, ...]] = act()
    except MemoryError:
        answer = ("memory", f"more than {megabytes} MB", ())
    except BaseException as error:
        answer = ("crash", _where(error), ())
    # What a process of its own took counts as well.
    apart.stop()
    data = json.dumps(answer).encode()
    while data:
        data = data[os.write(writing, data) :]
    os._exit(0)


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}: {str(error)[:200]}{place}"


def _listen(reading: int, seconds: float) -> tuple[bytes, bool]:
    end, said = time.monotonic() + seconds, b""
    while True:
        if not select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
            return said, True
        data = os.read(reading, 1 << 16)
        if not data:
            return said, False
        said += data
