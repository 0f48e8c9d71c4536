"""PDF files read in a process of its own, which a file may end, or use up, without harm to the program.

PDFium cannot be stopped, and a file of two kilobytes may tell it to draw a page a billion times. The process
holds itself to a time and a size, and serves one file after another; it ends when nobody asks for a while.
"""

from __future__ import annotations

import atexit
import json
import os
import resource
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import asdict
from importlib.util import find_spec
from typing import Any, NoReturn

from index.formats import limits
from index.formats.source import Mark, Source
from index.model import BriefingError, Span

_CODE = "import sys; sys.path[:] = sys.argv[1:]; from index.formats.apart import serve; serve()"
_USED_UP = "takes more than {:,} s or {:,} MB to read, or breaks what reads it; print it to a new PDF"
# Seconds after which a process that is not asked ends.
_IDLE = 10


class _Reader:
    """The other process, and whether it has read a file: one that has may end between two questions."""

    def __init__(self) -> None:
        # In a session of its own, so that no key at the terminal reaches it.
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CODE, *map(os.path.abspath, sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.has_read = False
        self.owner = os.getpid()

    def ask(self, data: bytes, pages: int) -> dict[str, Any] | None:
        """Let it read a file; None when it has ended."""
        into, out = self.process.stdin, self.process.stdout
        assert into is not None
        assert out is not None
        asked = {
            "size": len(data),
            "pages": pages,
            "limits": asdict(limits.present()),
            "seconds": limits.PDF_SECONDS,
            "memory": limits.PDF_MEMORY,
        }
        with suppress(OSError):
            into.write(json.dumps(asked).encode() + b"\n")
            into.write(data)
            into.flush()
            line = out.readline()
            if line.endswith(b"\n"):
                self.has_read = True
                answer: dict[str, Any] = json.loads(line)
                return answer
        return None

    def end(self) -> None:
        """Let go of it, and wait until it is gone."""
        with suppress(OSError), self.process:
            self.process.kill()


_idle: list[_Reader] = []
_guard = threading.Lock()


def read_apart(data: bytes, pages: int) -> Source:
    """The source of a PDF, of which at most so many pages are read; raises what the reader of PDF raises."""
    if find_spec("pypdfium2") is None:
        raise ModuleNotFoundError("PDF files need pypdfium2", name="pypdfium2")
    answer = None
    while answer is None:
        reader = _take()
        has_read = reader.has_read
        answer = reader.ask(data, pages)
        if answer is not None:
            with _guard:
                _idle.append(reader)
            break
        reader.end()
        if not has_read:
            raise BriefingError(_USED_UP.format(limits.PDF_SECONDS, limits.PDF_MEMORY // limits.MEGABYTE))
    if "refused" in answer:
        raise BriefingError(answer["refused"])
    if "damaged" in answer:
        raise ValueError(answer["damaged"])
    return _source(answer)


def _take() -> _Reader:
    with _guard:
        while _idle:
            reader = _idle.pop()
            # A process that was forked has its own.
            if reader.owner == os.getpid():
                return reader
    return _Reader()


def stop() -> None:
    """End the processes that wait for files."""
    with _guard:
        while _idle:
            reader = _idle.pop()
            if reader.owner == os.getpid():
                reader.end()


atexit.register(stop)


def serve() -> NoReturn:
    """Be the other process: read the files that come in, and write what they hold, until nobody asks."""
    from index.formats.pdf import read_pdf

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    into, out = sys.stdin.buffer, sys.stdout.buffer
    while True:
        signal.alarm(_IDLE)
        line = into.readline()
        signal.alarm(0)
        if not line:
            os._exit(0)
        asked = json.loads(line)
        limits.set_limits(limits.Limits(**asked["limits"]))
        data = into.read(asked["size"])
        most = asked["memory"] if hard == resource.RLIM_INFINITY else min(asked["memory"], hard)
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
        signal.setitimer(signal.ITIMER_PROF, asked["seconds"])
        try:
            answer: dict[str, Any] = asdict(read_pdf(data, most_pages=asked["pages"]))
        except BriefingError as error:
            answer = {"refused": str(error)}
        except MemoryError:
            answer = {"refused": "needs more memory than there is; split it into smaller files"}
        except Exception as error:
            answer = {"damaged": f"{type(error).__name__}: {error}"}
        signal.setitimer(signal.ITIMER_PROF, 0)
        out.write(json.dumps(answer).encode() + b"\n")
        out.flush()


def _source(told: dict[str, Any]) -> Source:
    marks = (Mark(**mark | {"spans": tuple(Span(*span) for span in mark["spans"])}) for mark in told["marks"])
    return Source(
        **told
        | {
            "lines": tuple(told["lines"]),
            "marks": tuple(marks),
            "pages": tuple((line, label) for line, label in told["pages"]),
            "problems": tuple((line, problem) for line, problem in told["problems"]),
            "metadata": {field: (_value(value), where) for field, (value, where) in told["metadata"].items()},
        }
    )


def _value(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value
