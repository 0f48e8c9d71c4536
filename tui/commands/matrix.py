"""`briefing matrix`: how much each article says on each topic."""

from __future__ import annotations

import argparse

from index import matrix, render
from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.status import FOUND, NOTHING


def run(arguments: argparse.Namespace) -> int:
    """Print the matrix; 1 when no topic is found in any article."""
    corpus = corpus_of(arguments)
    result = matrix(corpus)
    print(render(result, corpus, arguments.format, width()), end="")
    return FOUND if any(cell.passages for cell in result.cells) else NOTHING
