"""The corpus and its index: articles, search, topics and comparison, for screens and for scripts.

Names are imported when they are first asked for, so that `import index` costs nothing and a list of
articles never loads Whoosh.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from index.align.compare import compare
    from index.align.matrix import matrix
    from index.align.similar import similar
    from index.corpus import Corpus, Refreshed
    from index.model import (
        Article,
        ArticleText,
        Block,
        BriefingError,
        Passage,
        Problem,
        Repair,
        Span,
        Unread,
    )
    from index.results import (
        ArticleHits,
        Cell,
        Column,
        Comparison,
        Hit,
        Likeness,
        Matrix,
        MatrixCell,
        QueryProblem,
        Row,
        SearchResult,
        Similar,
    )
    from index.search import search
    from index.store.folding import fold
    from index.topics.model import Topic, TopicRow

_PLACES = {
    "Corpus": "index.corpus",
    "Topic": "index.topics.model",
    "TopicRow": "index.topics.model",
    "compare": "index.align.compare",
    "matrix": "index.align.matrix",
    "similar": "index.align.similar",
    "Refreshed": "index.corpus",
    "fold": "index.store.folding",
    "search": "index.search",
    **dict.fromkeys(
        (
            "Article",
            "ArticleText",
            "Block",
            "BriefingError",
            "Passage",
            "Problem",
            "Repair",
            "Span",
            "Unread",
        ),
        "index.model",
    ),
    **dict.fromkeys(
        (
            "ArticleHits",
            "Cell",
            "Column",
            "Comparison",
            "Hit",
            "Likeness",
            "Matrix",
            "MatrixCell",
            "QueryProblem",
            "Row",
            "SearchResult",
            "Similar",
        ),
        "index.results",
    ),
}

__all__ = [
    "Article",
    "ArticleHits",
    "ArticleText",
    "Block",
    "BriefingError",
    "Cell",
    "Column",
    "Comparison",
    "Corpus",
    "Hit",
    "Likeness",
    "Matrix",
    "MatrixCell",
    "Passage",
    "Problem",
    "QueryProblem",
    "Refreshed",
    "Repair",
    "Row",
    "SearchResult",
    "Similar",
    "Span",
    "Topic",
    "TopicRow",
    "Unread",
    "compare",
    "fold",
    "matrix",
    "search",
    "similar",
]


def __getattr__(name: str) -> object:
    """Import an exported name from the module that holds it."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_PLACES[name]), name)
    globals()[name] = found
    return found


class _Exports(ModuleType):
    """Keeps `search` the function, where importing the package of that name would put the package."""

    def __setattr__(self, name: str, value: object) -> None:
        if name != "search" or not isinstance(value, ModuleType):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Exports
