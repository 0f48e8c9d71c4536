"""`briefing similar ARTICLE:LINE`: what the other articles say about one passage."""

from __future__ import annotations

import argparse

from index import BriefingError, render, similar
from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.read import split_place
from tui.commands.status import FOUND, NOTHING


def run(arguments: argparse.Namespace) -> int:
    """Print passages alike, best first; 1 when nothing is close enough to say so."""
    corpus = corpus_of(arguments)
    name, line = split_place(arguments.place)
    if line is None:
        raise BriefingError(f"{arguments.place}: name a line too, as in 003:39 (briefing search prints them)")
    found = similar(corpus, corpus.article(name).id, line, limit=arguments.limit)
    print(render(found, corpus, arguments.format, width()), end="")
    return FOUND if found.hits else NOTHING
