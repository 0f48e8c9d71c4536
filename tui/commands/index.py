"""`briefing index`: builds or refreshes the index, with a progress bar where a person watches."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.status import FOUND, NOTHING

_BAR = 30


def run(arguments: argparse.Namespace) -> int:
    """Refresh the index and say what was done; 0 when the corpus has articles, else 1."""
    corpus = corpus_of(arguments)
    done = corpus.refresh(rebuild=arguments.rebuild, progress=_bar() if sys.stderr.isatty() else None)
    articles = len(corpus.articles())
    print(
        f"{articles} article{'' if articles == 1 else 's'}, {done.passages} passages: "
        f"{done.added} added, {done.changed} changed, {done.removed} removed in {done.seconds:.1f} s"
    )
    return FOUND if articles else NOTHING


def _bar() -> Callable[[int, int, str], None]:
    """A progress bar on stderr that is redrawn only when it changes and wiped at the end."""
    shown = ""

    def step(at: int, total: int, name: str) -> None:
        nonlocal shown
        filled = _BAR * at // max(total, 1)
        line = f"[{'#' * filled}{'.' * (_BAR - filled)}] {at}/{total} {name}"[: width() - 1]
        if at >= total:
            line = ""
        if line != shown:
            print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
            shown = line

    return step
