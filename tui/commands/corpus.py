"""Opening the corpus that a command line names."""

from __future__ import annotations

import argparse

from index import Corpus
from tui.commands.arguments import UsageError
from tui.limits import use_limits


def corpus_of(arguments: argparse.Namespace) -> Corpus:
    """The corpus named by -C or as a word, else the built-in five articles, read within the user's limits.

    Raises BriefingError for a folder that is not there, UsageError when two are named.
    """
    word = getattr(arguments, "corpus", None)
    if word is not None and arguments.named is not None:
        raise UsageError("name the corpus once: as a word or with -C")
    use_limits()
    return Corpus.open(word if word is not None else arguments.named)
