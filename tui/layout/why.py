"""Why a passage stands in a row, in words: topic words, words shared with others, and what only one has.

No scores: a reader can check words, numbers and dates against the texts.
"""

from __future__ import annotations

import re

from index import Cell, Column, Comparison, Row

from tui.layout.line import Line, Run, paragraph
from tui.layout.similar import word_spans
from tui.layout.synopsis import why_empty

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(
    rf"(?:(?:{_MONTHS}) \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{4}}"
    r"|(?:[$€£¥]\s?)?\d[\d,.]*\d(?:\s?(?:percent|%|billion|million|trillion))?|(?:[$€£¥]\s?)?\d(?:\s?(?:percent|%|billion|million|trillion))?)"
    r"(?![\w-])"
)
_NAME = re.compile(r"(?<=[a-z,;:’'”\")] )[A-Z][\w’-]+(?: [A-Z][\w’-]+)*")


def lay_out(comparison: Comparison, row: Row, column: Column, index: int, width: int) -> tuple[Line, ...]:
    """The reason for a cell at a width; an empty cell (`index` -1) tells why it is empty."""
    cells = row.cells.get(column.article.id, ())
    said: list[tuple[str, str]] = []
    if not cells or index < 0:
        said.append((column.article.id, f"{why_empty(column)}. {column.reason}" if column.reason else ""))
        if row.shared:
            said.append(("the row's words", ", ".join(row.shared)))
        return _lines(said, width)
    cell = cells[min(index, len(cells) - 1)]
    text = cell.passage.text
    said.append(("why here", cell.why))
    said.append(("topic words", ", ".join(_distinct([text[a:b] for a, b in cell.spans])) or "none in this passage"))
    if row.shared:
        here = {text[a:b].casefold() for a, b in word_spans(text, row.shared)}
        said.append(("the row's words here", ", ".join(word for word in row.shared if word.casefold() in here)))
    mine = set(names_in(text))
    others = {key: _text(found) for key, found in row.cells.items() if key != column.article.id}
    for key, other in others.items():
        both = sorted(mine & set(names_in(other)))
        if both:
            said.append((f"both with {key}", ", ".join(both)))
    theirs = set().union(*(names_in(other) for other in others.values())) if others else set()
    if others and mine - theirs:
        said.append(("only here", ", ".join(sorted(mine - theirs))))
    for key in (column.article.id, *others):
        figures = figures_in(text if key == column.article.id else others[key])
        if figures:
            said.append((f"numbers and dates in {key}", ", ".join(figures)))
    return _lines(said, width)


def figures_in(text: str) -> tuple[str, ...]:
    """The numbers, amounts and dates of a text as it spells them, each once."""
    return tuple(_distinct([match[0] for match in _FIGURE.finditer(text)]))


def names_in(text: str) -> tuple[str, ...]:
    """Words that are written with a capital within a sentence: names, mostly."""
    return tuple(_distinct([match[0].removesuffix("’s").removesuffix("'s") for match in _NAME.finditer(text)]))


def _text(cells: tuple[Cell, ...]) -> str:
    return "\n".join(cell.passage.text for cell in cells)


def _distinct(words: list[str]) -> list[str]:
    seen: dict[str, str] = {}
    for word in words:
        seen.setdefault(word.casefold(), word)
    return list(seen.values())


def _lines(said: list[tuple[str, str]], width: int) -> tuple[Line, ...]:
    lines: list[Line] = []
    for label, words in said:
        if not words:
            continue
        text = f"{label}: {words}"
        for number, line in enumerate(paragraph(text, width)):
            if number == 0 and len(line) == 1 and line[0].text.startswith(f"{label}:"):
                line = (Run(f"{label}:", "head"), Run(line[0].text[len(label) + 1 :]))
            lines.append(line)
    return tuple(lines)
