"""A table of data as lines of text, one a row."""

from __future__ import annotations

from lxml.etree import _Element as Element

from index.formats.markup import words_of

_WIDEST = 100
_LONGEST_CELL = 300
_MOST_CELLS = 200_000
BAR = " | "


def table_lines(table: Element) -> list[str]:
    """The rows of a table, or none where it only lays out a page: nested, one column, or cells of prose."""
    rows: list[list[str]] = []
    cells = longest = 0
    for element in table.iter("table", "tr", "td", "th"):
        if element.tag == "table":
            if element is not table:
                return []
        elif element.tag == "tr":
            rows.append([])
        else:
            text = words_of(element)
            cells += 1
            longest = max(longest, len(text))
            if longest > _LONGEST_CELL or cells > _MOST_CELLS:
                return []
            if not rows:
                rows.append([])
            span = element.get("colspan") or "1"
            rows[-1].append(text)
            if span.isascii() and span.isdigit():
                rows[-1].extend([""] * (min(int(span), 50) - 1))
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(len(row) for row in rows) < 2:
        return []
    return lay_out_rows(rows)


def lay_out_rows(rows: list[list[str]]) -> list[str]:
    """Rows of cells as lines with bars between, in columns where these fit a page."""
    widths = [0] * max((len(row) for row in rows), default=0)
    for row in rows:
        for column, cell in enumerate(row):
            widths[column] = max(widths[column], len(cell))
    aligned = sum(widths) + len(BAR) * (len(widths) - 1) <= _WIDEST
    lines = []
    for row in rows:
        if aligned:
            row = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        lines.append(BAR.join(row).rstrip())
    return lines
