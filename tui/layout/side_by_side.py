"""The rows of a comparison with their cells beside one another, for a screen with room for several."""

from __future__ import annotations

from collections.abc import Sequence

from index import Comparison
from tui.layout.held import GUTTER, Body, beside
from tui.layout.line import Line, Run, cut, joined, paragraph, rule, width_of
from tui.layout.synopsis import Spot, SynopsisLayout, elsewhere, why_empty
from tui.layout.synopsis_around import afterword, head_lines, preface
from tui.layout.synopsis_passages import Passages, left_out
from tui.layout.verdicts import NO_REMARKS, Remarks, aside, missed

# A blank and the line between two columns.
_EDGE = 2
_WIDEST = 72
# Cells for an article's id before the name of a row.
_WHOSE = 16


def lay_out(
    comparison: Comparison,
    columns: Sequence[int],
    width: int,
    base: int | None = None,
    shared: bool = False,
    tall: bool = True,
    remarks: Remarks = NO_REMARKS,
) -> SynopsisLayout:
    """The chosen columns at a width.

    `base` is marked in its head where it is pinned, `shared` marks the words that a row's passages share,
    `tall` gives the heads more lines, and `remarks` stand beside their passages.
    """
    count = max(len(columns), 1)
    text = min((width + 2) // count - GUTTER - _EDGE, _WIDEST)
    passages = Passages(comparison, shared, remarks)
    lines = preface(comparison, width)
    spots: list[Spot] = []
    rules: dict[int, int] = {}
    bodies: dict[int, Body] = {}
    for number, row in enumerate(comparison.rows):
        rules[number] = len(lines)
        lines.append(rule(row.label, width, *_places(comparison, number, columns)))
        cells = [_cell(passages, number, at, text) for at in columns]
        top = len(lines)
        body = bodies[number] = Body(top, tuple(tuple(column) for column, _ in cells), text)
        lines += [body.line(line, [0] * len(cells)) for line in range(top, body.bottom)]
        for place, (at, (_, parts)) in enumerate(zip(columns, cells, strict=True)):
            x = place * (text + GUTTER + _EDGE)
            for index, first, last in parts:
                spots.append(Spot(number, at, index, top + first, top + last, x, text + GUTTER))
        lines.append(beside([() for _ in cells], text) if number < len(comparison.rows) - 1 else ())
    end = len(lines)
    accepted = missed(comparison, remarks)
    lines += afterword(comparison, width, accepted)
    told = [aside(comparison.columns[at], accepted, remarks) for at in columns]
    head = _heads(comparison, columns, text, base, tall, told)
    return SynopsisLayout(head, tuple(lines), tuple(spots), rules, tuple(columns), False, end, bodies)


def within(comparison: Comparison, number: int, width: int, column: int | None = None) -> Line:
    """The last line of the heads while one reads within a row whose rule is above the screen.

    It names the article of a `column` where the name that stands over its passage is above the screen too.
    """
    label, *remarks = comparison.rows[number].label, *row_remarks(comparison, number)
    whose = "" if column is None else cut(comparison.columns[column].article.id, _WHOSE)
    return tuple(
        run._replace(text=run.text.replace("─", "═")) if run.tone == "rule" else run
        for run in rule(joined((whose, label)), width, *remarks)
    )


def row_remarks(comparison: Comparison, number: int) -> tuple[str, str]:
    """What a row's rule says at its end, at length and in short: declared or found, and its number."""
    origin, count = comparison.rows[number].origin, len(comparison.rows)
    return (f"{origin} · row {number + 1} of {count}", f"{origin} {number + 1}/{count}")


def _places(comparison: Comparison, number: int, columns: Sequence[int]) -> list[str]:
    """What a row's rule says at its end; where no article on the page is in the row, first who is."""
    remarks = [*row_remarks(comparison, number)]
    who = elsewhere(comparison, number, columns)
    if not who:
        return remarks
    names = [cut(name, _WHOSE) for name in who]
    told = [", ".join(names), f"{names[0]} and {len(names) - 1} more"][: len(names)]
    return [*(f"in {each} (Enter) · {remarks[1]}" for each in told), *remarks]


def _cell(
    passages: Passages, number: int, at: int, width: int
) -> tuple[list[Line], list[tuple[int, int, int]]]:
    """A cell's lines, and which of them are which of its passages."""
    row, column = passages.comparison.rows[number], passages.comparison.columns[at]
    found = row.cells.get(column.article.id, ())
    if not found:
        lines = paragraph(why_empty(column), width, tone="dim")
        return lines, [(-1, 0, len(lines))]
    lines = []
    parts: list[tuple[int, int, int]] = []
    for index, cell in enumerate(found):
        if lines:
            lines.append(())
        top = len(lines)
        lines += passages.lines(number, cell, width)
        parts.append((index, top, len(lines)))
    if more := left_out(row, column.article.id):
        lines += [(), *paragraph(f"also on this, {more}", width, tone="dim")]
    return lines, parts


def _heads(
    comparison: Comparison,
    columns: Sequence[int],
    width: int,
    base: int | None,
    tall: bool,
    told: Sequence[Sequence[str]],
) -> tuple[Line, ...]:
    heads = []
    for at, more in zip(columns, told, strict=True):
        column = comparison.columns[at]
        heads.append(head_lines(column, width, at == base, 2 if tall else 1, 3 if tall else 2, more))
    height = max((len(head) for head in heads), default=0)
    lines = [
        beside([head[line] if line < len(head) else () for head in heads], width) for line in range(height)
    ]
    return (*lines, (Run("═" * width_of(lines[0]), "rule"),)) if lines else ()
