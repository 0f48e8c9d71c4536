"""Who does not speak: who is silent and why, what could not be read, and who has nothing in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index import Article, Column, Comparison
from tui.layout.line import Line, Run, cut, joined, paragraph, rule
from tui.layout.synopsis_around import preface
from tui.layout.verdicts import NO_REMARKS, Remarks, aside, missed
from tui.layout.words import authors_of, counted, date_of, named

_INDENT = 2
# Lines for the words that a topic was read as.
_MOST = 12
# Cells for the name of one article among others.
_NAME = 60
# So many articles without a column are named.
_NAMED = 500


def lay_out(
    comparison: Comparison,
    columns: Sequence[int],
    width: int,
    remarks: Remarks = NO_REMARKS,
) -> tuple[Line, ...]:
    """The silences of the chosen columns at a width, linear at any width.

    By `remarks`, what a person accepted in a silent article is told with it.
    """
    accepted = missed(comparison, remarks)

    def told(column: Column) -> Column:
        return replace(column, reason="; ".join((column.reason, *aside(column, accepted, remarks))))

    shown = [told(comparison.columns[at]) for at in columns]
    others = [told(column) if column.state == "silent" else column for column in comparison.others]
    less = [column for column in others if column.state == "speaks"]
    room = width - _INDENT
    lines = preface(comparison, width, _MOST)
    lines += _quiet("silent on the topic", "silent", shown, others, width)
    if any(column.state == "unread" for column in (*shown, *others)):
        lines += _quiet("could not be read", "unread", shown, others, width)
    if less:
        lines += [rule(f"speak too, and are not shown: {len(less):,}", width), *_without(less, width)]
    lines.append(rule("who is on the topic but has nothing in a row", width))
    any_gap = False
    for row in comparison.rows:
        missing = [
            column for column in shown if column.state == "speaks" and not row.cells.get(column.article.id)
        ]
        if not missing:
            continue
        any_gap = True
        lines += paragraph(row.label, width, tone="head")
        names = "; ".join(_named(column.article) for column in missing)
        lines += [_in(line) for line in paragraph(names, room)]
    if not any_gap:
        lines.append((Run("Each row has all the articles that speak."),))
    return tuple(lines)


def _quiet(
    label: str, state: str, shown: Sequence[Column], others: Sequence[Column], width: int
) -> list[Line]:
    """The articles of which one thing is so, each with the reason, and how many they are."""
    mine = [column for column in shown if column.state == state]
    without = [column for column in others if column.state == state]
    count, of = len(mine) + len(without), len(shown) + len(others)
    lines: list[Line] = [rule(f"{label}: {count:,} of {counted(of, 'article')}", width)]
    room = width - _INDENT
    for column in mine:
        article = column.article
        lines.append((Run(cut(named(article), width), "head"),))
        lines.append(
            _in((Run(cut(joined((authors_of(article), article.source, date_of(article))), room), "dim"),))
        )
        lines += [_in(line) for line in paragraph(column.reason, room)]
        lines.append(())
    lines += _without(without, width)
    return lines if count else [*lines, (Run("Every article that was read speaks on it."),), ()]


def _without(columns: Sequence[Column], width: int) -> list[Line]:
    """Articles that have no column, two lines each; of very many the first, and how many there are beside."""
    lines: list[Line] = []
    for column in columns[:_NAMED]:
        article = column.article
        lines.append((Run(cut(named(article), width), "head"),))
        told = joined((column.reason, authors_of(article), article.source, date_of(article)))
        lines.append(_in((Run(cut(told, width - _INDENT)),)))
    if len(columns) > _NAMED:
        lines.append((Run(f"and {counted(len(columns) - _NAMED, 'more article')}", "dim"),))
    return [*lines, ()] if lines else []


def _named(article: Article) -> str:
    return cut(f"{article.id} {', '.join(article.authors) or article.title}", _NAME)


def _in(line: Line) -> Line:
    return (Run(" " * _INDENT), *line) if line else ()
