"""`briefing show ARTICLE`: one article, cleaned."""

from __future__ import annotations

import argparse

from index.export.article import markdown, plain
from index.export.contract import dumps, show_json
from tui.commands.corpus import corpus_of
from tui.commands.output import width
from tui.commands.status import FOUND


def run(arguments: argparse.Namespace) -> int:
    """Print an article; an id that is none, or not unique, is an error that names what there is."""
    corpus = corpus_of(arguments)
    text = corpus.text(corpus.article(arguments.article).id)
    match arguments.format:
        case "json":
            print(dumps(show_json(text)))
        case "markdown":
            print(markdown(text), end="")
        case _:
            print(plain(text, width()), end="")
    return FOUND
