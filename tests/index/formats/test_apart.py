"""A PDF may use up the process that reads it, or end it, and harms nothing else."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from index.formats import apart, limits
from index.formats.read import read_source
from index.model import BriefingError
from tests.hostile.inputs.pdfs import PLAIN, bomb_of_forms, pages, stream

pytest.importorskip("pypdfium2")
FILES = Path(__file__).parent / "files"


def waiting() -> list[int]:
    """The processes that wait for files."""
    return [reader.process.pid for reader in apart._idle]


def test_a_page_that_is_drawn_a_billion_times_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_SECONDS", 0.5)
    with pytest.raises(BriefingError, match="takes more than"):
        read_source(bomb_of_forms(9), "a.pdf")
    assert read_source(PLAIN, "b.pdf").lines


def test_a_page_that_takes_more_memory_than_it_may_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_MEMORY", 300 * limits.MEGABYTE)
    text = b"BT /F 12 Tf 72 720 Td 14 TL " + b"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj T* " * 100_000 + b"ET"
    with pytest.raises(BriefingError, match="takes more than"):
        read_source(pages(stream(text)), "a.pdf")
    assert read_source(PLAIN, "b.pdf").lines


def test_one_process_reads_file_after_file() -> None:
    apart.stop()
    read_source(PLAIN, "a.pdf")
    before = waiting()
    assert len(before) == 1
    read_source((FILES / "groff.pdf").read_bytes(), "b.pdf")
    assert waiting() == before


def test_a_process_that_has_ended_while_it_waited_is_replaced() -> None:
    read_source(PLAIN, "a.pdf")
    for process in waiting():
        os.kill(process, signal.SIGKILL)
    assert read_source(PLAIN, "b.pdf").lines


def test_what_is_wrong_is_told_as_in_this_process() -> None:
    for data, told in ((b"%PDF-1.7 broken", "damaged"), (pages(stream(b"")), "no text")):
        with pytest.raises(BriefingError, match=told):
            read_source(data, "a.pdf")
