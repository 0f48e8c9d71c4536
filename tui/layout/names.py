"""Articles by name, one a line, and how many more there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import Article
from tui.layout.line import Line, Run, cut
from tui.layout.words import counted

_MOST = 20
_INDENT = 2


def names(keys: Sequence[str], articles: Mapping[str, Article], width: int, others: str = "") -> list[Line]:
    """The articles' ids and titles; of many only the first, and the number of the others.

    `others` says how those are seen.
    """
    shown = keys if len(keys) <= _MOST + 1 else keys[:_MOST]
    told = [f"{key} {articles[key].title if key in articles else ''}" for key in shown]
    if len(shown) < len(keys):
        told.append(f"and {counted(len(keys) - len(shown), 'more article')}{others}")
    return [(Run(" " * _INDENT), Run(cut(each, width - _INDENT), "dim")) for each in told]
