"""A comparison as text to read: plain and wrapped to a width, or Markdown; a citation with each quote."""

from __future__ import annotations

from index.export.citation import citation, lines_of
from index.export.escape import markdown
from index.export.forms import markdown_page, markdown_quote, plain_page, plain_quote
from index.export.judged import ADDED, added
from index.export.receipt import Receipt
from index.export.synopsis import (
    Said,
    also_line,
    by_id,
    figures_line,
    head_of,
    marks_of,
    missing_line,
    more,
)
from index.export.wrap import wrap
from index.results import Comparison


def plain(result: Comparison, made: Receipt, width: int, said: Said) -> str:
    """A comparison as linear text of at most `width` cells a line."""
    parts = [wrap(f"{result.label}, side by side", width)]
    parts.append(
        "\n".join(
            wrap(f"{head_of(column.article)}: {column.reason}", width, rest="    ")
            for column in result.columns
        )
    )
    articles = by_id(result)
    for number, row in enumerate(result.rows, 1):
        title = f"{number}. {row.label}"
        parts.append(f"{wrap(title, width)}\n{'-' * min(len(title), width)}")
        for ident, cells in row.cells.items():
            for cell in cells:
                marks = marks_of(cell, said)
                head = wrap(f"{ident} {lines_of(cell.passage)}{f', {marks}' if marks else ''}", width)
                cited = citation(articles[ident], cell.passage)
                parts.append(f"{head}\n{plain_quote(cell.passage.text, cited, width)}")
        told = [also_line(row, said), figures_line(row), missing_line(result, row)]
        parts.append("\n".join(wrap(line, width, rest="    ") for line in told if line))
    missed = list(added(result, said))
    if missed:
        parts.append(f"{wrap(ADDED, width)}\n{'-' * min(len(ADDED), width)}")
    for article, passage in missed:
        head = wrap(f"{article.id} {lines_of(passage)}, {said[passage]}", width)
        parts.append(f"{head}\n{plain_quote(passage.text, citation(article, passage), width)}")
    parts.append("\n".join(wrap(line, width) for line in more(result)))
    return plain_page(made, parts, width)


def in_markdown(result: Comparison, made: Receipt, said: Said) -> str:
    """A comparison as Markdown: a heading a row, quotes with citation lines, a line for the silent."""
    articles = by_id(result)
    parts = [f"# {markdown(result.label)}, side by side"]
    parts.append(
        "\n".join(f"- {markdown(f'{head_of(each.article)}: {each.reason}')}" for each in result.columns)
    )
    for row in result.rows:
        parts.append(f"## {markdown(row.label)}")
        for ident, cells in row.cells.items():
            for cell in cells:
                marks = marks_of(cell, said)
                cited = citation(articles[ident], cell.passage) + (f" ({marks})" if marks else "")
                parts.append(markdown_quote(cell.passage.text, cited))
        told = [also_line(row, said), figures_line(row), missing_line(result, row)]
        parts.append("\n".join(f"- {markdown(line)}" for line in told if line))
    missed = list(added(result, said))
    parts += [f"## {ADDED}"] if missed else []
    for article, passage in missed:
        parts.append(markdown_quote(passage.text, f"{citation(article, passage)} ({said[passage]})"))
    parts += [markdown(line) for line in more(result)]
    return markdown_page(made, parts)
