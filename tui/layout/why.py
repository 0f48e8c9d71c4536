"""Why a passage stands in a row, in words: topic words, words shared with others, and what only one has.

No scores: a reader can check words, numbers and dates against the texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from index import Column, Comparison, Row, row_figures
from tui.layout.line import Line, Run, paragraph
from tui.layout.synopsis import why_empty
from tui.layout.synopsis_passages import left_out


def lay_out(comparison: Comparison, row: Row, column: Column, index: int, width: int) -> tuple[Line, ...]:
    """The reason for a cell at a width; an empty cell (`index` -1) tells why it is empty.

    Of the words of the row and of those that are shared it is said how the cells mark them meanwhile.
    The numbers and dates of the row follow, article by article, to be held against each other.
    """
    cells = row.cells.get(column.article.id, ())
    said: list[str] = []
    if not cells or index < 0:
        said.append(f"nothing here: {column.reason if column.state != 'speaks' else why_empty(column)}")
        said += row.far.get(column.article.id, ())
    else:
        said += (
            cells[min(index, len(cells) - 1)].why.replace("row words:", "row words (bold):", 1).split("; ")
        )
    if row.shared:
        said.append(f"the row's articles share (underlined): {', '.join(row.shared)}")
    said += [f"also on this in {article}, {left_out(row, article)}" for article in row.also]
    told = row_figures(row)
    for each in comparison.columns:
        if each.article.id in told:
            said.append(f"numbers and dates in {each.article.id}: {' · '.join(told[each.article.id])}")
    return tuple(line for sentence in said if sentence for line in _labelled(sentence, width))


def part(lines: Sequence[Line], most: int, first: int) -> tuple[tuple[Line, ...], int]:
    """As many lines from a first one on as there is room for, and the first of the next part (0: no more).

    Where more follow, the last line says how many and which key shows them.
    """
    if len(lines) - first <= most:
        return tuple(lines[first:]), 0
    following = first + most - 1
    left = len(lines) - following
    told = f"… w shows {left} more line{'s' * (left != 1)}"
    return (*lines[first:following], (Run(told, "dim"),)), following


def _labelled(sentence: str, width: int) -> list[Line]:
    lines = paragraph(sentence, width)
    label, colon, _ = sentence.partition(":")
    first = lines[0][0].text if lines and lines[0] else ""
    if colon and first.startswith(f"{label}:"):
        lines[0] = (Run(f"{label}:", "head"), Run(first[len(label) + 1 :]))
    return lines
