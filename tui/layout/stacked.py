"""The rows of a comparison with one article under another, for a screen too narrow for columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.cells import cell_len

from index import Comparison
from tui.layout.line import Line, Run, cut, joined, paragraph, rule
from tui.layout.side_by_side import row_remarks
from tui.layout.synopsis import Spot, SynopsisLayout
from tui.layout.synopsis_around import afterword, preface, short_head, state_of
from tui.layout.synopsis_passages import Passages, left_out
from tui.layout.verdicts import NO_REMARKS, Lines, Remarks, aside, missed
from tui.layout.words import authors_of, date_of, named

_GUTTER = 2
_WIDEST = 80


def lay_out(
    comparison: Comparison,
    columns: Sequence[int],
    width: int,
    shared: bool = False,
    remarks: Remarks = NO_REMARKS,
) -> SynopsisLayout:
    """The chosen columns at a width, headed by what each article is and has on the topic.

    Each passage says whose it is. The head that stands still is one rule, which names the row whose own rule
    is above the screen.
    """
    room = min(width - _GUTTER, _WIDEST)
    passages = Passages(comparison, shared, remarks)
    accepted = missed(comparison, remarks)
    lines = [*preface(comparison, width), *_articles(comparison, columns, width, room, accepted, remarks)]
    spots: list[Spot] = []
    rules: dict[int, int] = {}
    for number, row in enumerate(comparison.rows):
        lines.append(())
        rules[number] = len(lines)
        lines.append(rule(row.label, width, *row_remarks(comparison, number)))
        lines += [_in(line) for line in _absent(comparison, columns, number, room)]
        for at in columns:
            column = comparison.columns[at]
            cells = row.cells.get(column.article.id, ())
            for index, cell in enumerate(cells):
                if index or (lines[-1] != () and len(lines) - 1 != rules[number]):
                    lines.append(())
                top = len(lines)
                count = f" · {index + 1} of {len(cells)}" if len(cells) > 1 else ""
                lines.append(_in((Run(short_head(column.article, room - len(count)) + count, "head"),)))
                lines += [_in(line) for line in passages.lines(number, cell, room)]
                spots.append(Spot(number, at, index, top, len(lines), 0, room + _GUTTER))
            if more := left_out(row, column.article.id):
                lines += [(), *(_in(line) for line in paragraph(f"also on this, {more}", room, tone="dim"))]
    end = len(lines)
    lines += afterword(comparison, width, accepted)
    head: tuple[Line, ...] = ((Run("═" * width, "rule"),),)
    return SynopsisLayout(head, tuple(lines), tuple(spots), rules, tuple(columns), stacked=True, end=end)


def _articles(
    comparison: Comparison,
    columns: Sequence[int],
    width: int,
    room: int,
    accepted: Mapping[str, Sequence[Lines]],
    remarks: Remarks,
) -> list[Line]:
    lines: list[Line] = []
    for at in columns:
        column = comparison.columns[at]
        article = column.article
        lines.append((Run(cut(named(article), width), "head"),))
        about = joined((authors_of(article), article.source, date_of(article)))
        state = "; ".join((state_of(column), *aside(column, accepted, remarks)))
        together = joined((about, state))
        said = [together] if cell_len(together) <= room else [cut(about, room), state]
        lines += [_in(line) for sentence in said for line in paragraph(sentence, room)]
    return lines


def _absent(comparison: Comparison, columns: Sequence[int], number: int, room: int) -> list[Line]:
    """Who is not in a row: on the topic elsewhere, silent, and not read are three things."""
    row = comparison.rows[number]
    missing = [
        comparison.columns[at] for at in columns if not row.cells.get(comparison.columns[at].article.id)
    ]
    elsewhere = [f"{column.article.id} ({column.passages})" for column in missing if column.state == "speaks"]
    silent = [column.article.id for column in missing if column.state == "silent"]
    unread = [column.article.id for column in missing if column.state == "unread"]
    said = joined(
        (
            f"on the topic, not in this row: {', '.join(elsewhere)}" if elsewhere else "",
            f"silent: {', '.join(silent)}" if silent else "",
            f"could not be read: {', '.join(unread)}" if unread else "",
        )
    )
    return paragraph(said, room, tone="dim") if said else []


def _in(line: Line) -> Line:
    return (Run(" " * _GUTTER), *line) if line else ()
