"""Working on an index that turns out to be damaged: it is built anew and the work done again, once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from index.corpus import Corpus
from index.store.catalogue import DamagedError
from index.store.index import Index

T = TypeVar("T")


def on_whole_index(corpus: Corpus, work: Callable[[Index], T]) -> T:
    """What the work gives on the newest index; raises DamagedError only where a new one is damaged too."""
    try:
        return work(corpus.index())
    except DamagedError:
        corpus.refresh(rebuild=True)
        return work(corpus.index())
