"""Why a passage stands in a row, in words: topic words, words shared with others, and what only one has.

No scores: a reader can check words, numbers and dates against the texts.
"""

from __future__ import annotations

import re

from index import Column, Comparison, Row
from tui.layout.line import Line, Run, paragraph
from tui.layout.synopsis import why_empty

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(
    rf"(?:(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{4}}"
    r"|(?:[$€£¥]\s?)?\d[\d,.]*\d(?:\s?(?:percent|%|billion|million|trillion))?|(?:[$€£¥]\s?)?\d(?:\s?(?:percent|%|billion|million|trillion))?)"
    r"(?![\w-])"
)


def lay_out(comparison: Comparison, row: Row, column: Column, index: int, width: int) -> tuple[Line, ...]:
    """The reason for a cell at a width; an empty cell (`index` -1) tells why it is empty.

    The numbers and dates of the row follow, article by article, to be held against each other.
    """
    cells = row.cells.get(column.article.id, ())
    said: list[str] = []
    if not cells or index < 0:
        said.append(f"nothing here: {why_empty(column)}")
        if column.reason and column.reason not in said[0]:
            said.append(f"{column.article.id}: {column.reason}")
    else:
        said += cells[min(index, len(cells) - 1)].why.split("; ")
    if row.shared:
        said.append(f"the row's articles share: {', '.join(row.shared)}")
    for each in comparison.columns:
        key = each.article.id
        figures = figures_in("\n".join(cell.passage.text for cell in row.cells.get(key, ())))
        if figures:
            said.append(f"numbers and dates in {key}: {', '.join(figures)}")
    return tuple(line for sentence in said if sentence for line in _labelled(sentence, width))


def figures_in(text: str) -> tuple[str, ...]:
    """The numbers, amounts and dates of a text as it spells them, each once."""
    return tuple(_distinct([match[0] for match in _FIGURE.finditer(text)]))


def _distinct(words: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.casefold(), word)
    return list(seen.values())


def _labelled(sentence: str, width: int) -> list[Line]:
    lines = paragraph(sentence, width)
    label, colon, _ = sentence.partition(":")
    first = lines[0][0].text if lines and lines[0] else ""
    if colon and first.startswith(f"{label}:"):
        lines[0] = (Run(f"{label}:", "head"), Run(first[len(label) + 1 :]))
    return lines
