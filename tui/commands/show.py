"""`briefing show ARTICLE`: one article, cleaned."""

from __future__ import annotations

import argparse

from index import render
from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.status import FOUND


def run(arguments: argparse.Namespace) -> int:
    """Print an article; an id that is none, or not unique, is an error that names what there is."""
    corpus = corpus_of(arguments)
    text = corpus.text(corpus.article(arguments.article).id)
    print(render(text, corpus, arguments.format, width()), end="")
    return FOUND
