"""`briefing` alone: opens the reader, or, without a terminal, lists the articles and says how to open it."""

from __future__ import annotations

import argparse
import sys

from index import BriefingError, Corpus
from tui.commands.arguments import on_terminal
from tui.commands.corpus import corpus_of


def run(arguments: argparse.Namespace) -> int:
    """Open the reader and give its exit status; raises BriefingError where this terminal cannot show it."""
    corpus = corpus_of(arguments)
    if not on_terminal():
        from tui.commands.list import print_list

        status = print_list(corpus)
        print("briefing: run it in a terminal to open the reader (with ssh: ssh -t)", file=sys.stderr)
        return status
    place = _place(corpus, arguments.open) if arguments.open else None
    from tui.terminal import prepare_environment, start_quickly, terminal_problem

    problem = terminal_problem()
    if problem:
        raise BriefingError(problem)
    prepare_environment(colour=not arguments.no_color)
    start_quickly()
    from tui.app import run as open_reader

    return open_reader(
        corpus,
        open_at=place,
        plain_driver=arguments.plain_driver,
        mouse=arguments.mouse,
        colour=not arguments.no_color,
    )


def _place(corpus: Corpus, text: str) -> tuple[str, int | None]:
    article, line = split_place(text)
    return corpus.article(article).id, line


def split_place(text: str) -> tuple[str, int | None]:
    """Take `ARTICLE:LINE` apart; the line is None when there is none. Raises BriefingError for line 0."""
    article, colon, line = text.rpartition(":")
    if not colon or not (line.isascii() and line.isdigit()):
        return text, None
    if int(line) == 0:
        raise BriefingError(f"{text}: lines count from 1")
    return article, int(line)
