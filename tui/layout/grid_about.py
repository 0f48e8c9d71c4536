"""What is said around the matrix: its signs explained, a cell in words and whose it is, topics' mistakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index import Article, MatrixCell, Problem
from tui.layout.grid import Unit
from tui.layout.line import Line, Run, cells, cut, joined
from tui.layout.words import authors_of, counted, date_of

SPEAKING = (
    "An article, or a passage, discusses a topic when the topic's words stand in its text twice or more, and "
    "only mentions it when one stands there once; an article is silent when none does: notes do not count."
)
"""The rule by which it is told who speaks, as `index.align.speaks` has it."""
_LEGEND_FROM = 160
_SIGN_FROM = 100


def legend(unit: Unit, width: int, unread: bool) -> str:
    """The signs of the matrix explained, in as many words as a screen of this width has room for.

    With little room, the sign of files that could not be read is told only where it stands (`unread`), with
    the least not at all: under the grid the cell itself says it.
    """
    if width < _LEGEND_FROM:
        return "(1): a mention, ·: silent" + (", ?: not read" if unread and width >= _SIGN_FROM else "")
    one, mention = {"passages": ("4", "(1)"), "words": ("4", "(1)"), "yes or no": ("yes", "(yes)")}[unit]
    counted_as = "on the topic" if unit == "yes or no" else f"{unit} on the topic"
    return f"{one}: {counted_as}, {mention}: a mention only, ·: silent, ?: could not be read"


def tell(cell: MatrixCell, topic: str, article: Article) -> str:
    """A cell in words: "Kurils in 003: discusses, 4 passages, 11 topic words"."""
    where = f"{topic} in {article.id}"
    if cell.state == "unread":
        return f"{where}: could not be read"
    if cell.state == "silent":
        return f"{where}: silent"
    verb = "mentions only" if cell.strength == "mentions" else "discusses"
    return f"{where}: {verb}, {counted(cell.passages, 'passage')}, {counted(cell.words, 'topic word')}"


def about(cell: MatrixCell, topic: str, article: Article, width: int) -> tuple[Line, ...]:
    """A cell in words, and whose article it is: where there is little room, with less of its title."""
    said = f" · {joined((authors_of(article), date_of(article)))}"
    whose = cut(article.title, max(width - cells(said), width // 3)) + said
    return ((Run(cut(tell(cell, topic, article), width), "head"),), (Run(cut(whose, width), "dim"),))


def mistakes(problems: Sequence[Problem], width: int) -> tuple[Line, ...]:
    """The first mistake in the files that declare topics, and how many more there are."""
    if not problems:
        return ()
    more = f" (and {len(problems) - 1} more: briefing check)" if len(problems) > 1 else ""
    # Of a long path the end tells which file it is, and leaves room for what is wrong with it.
    named = replace(problems[0], file="/".join(Path(problems[0].file).parts[-2:]))
    return ((Run(cut(str(named), width - len(more)) + more, "warn"),),)
