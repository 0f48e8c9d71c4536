"""A comparison as a table to work on: CSV for a spreadsheet, HTML to print or to send."""

from __future__ import annotations

from collections.abc import Sequence

from index.align.speaks import absence
from index.export import html_page
from index.export.citation import citation
from index.export.escape import markup
from index.export.forms import csv_page
from index.export.judged import ADDED, added
from index.export.receipt import Receipt
from index.export.synopsis import Said, also_line, by_id, figures_line, head_of, marks_of, more
from index.model import Article, Passage
from index.results import Cell, Column, Comparison, Row

# H1 to H3 are left empty for a sheet of competing hypotheses.
_HEAD = [
    *("record", "topic", "row", "origin", "article", "title", "authors", "source", "date", "file"),
    *("first line", "last line", "kind", "strength", "speaker", "text", "why", "citation", "H1", "H2", "H3"),
    "judgement",
]


def in_csv(result: Comparison, made: Receipt, said: Said) -> str:
    """A comparison as CSV: a passage a line, and so marked those left out of a row and those a person added.

    The silent follow, and the receipt.
    """
    records: list[list[str]] = []
    articles = by_id(result)
    for row in result.rows:
        for article, cells in row.cells.items():
            records += [_csv_passage(result, row, articles[article], cell, said) for cell in cells]
        for article, passages in row.also.items():
            records += [_csv_left_out(result, row, articles[article], passage, said) for passage in passages]
    records += [_csv_added(result, article, passage, said) for article, passage in added(result, said)]
    silent = [column for column in result.columns if column.state != "speaks"]
    for column in (*silent, *result.others):
        kind = "not shown" if column.state == "speaks" else column.state
        about = [kind, result.label, "", "", *_csv_article(column.article)]
        records.append([*about, "", "", "", "", "", "", column.reason, *[""] * 5])
    return csv_page(made, _HEAD, records, more(result))


def _csv_passage(result: Comparison, row: Row, article: Article, cell: Cell, said: Said) -> list[str]:
    passage = cell.passage
    place = [str(passage.first), str(passage.last), passage.kind, cell.strength, cell.speaker]
    text = [passage.text, cell.why, citation(article, passage), "", "", "", said.get(passage, "")]
    return ["passage", result.label, row.label, row.origin, *_csv_article(article), *place, *text]


def _csv_left_out(result: Comparison, row: Row, article: Article, passage: Passage, said: Said) -> list[str]:
    about = ["left out", result.label, row.label, row.origin, *_csv_article(article)]
    place = [str(passage.first), str(passage.last), passage.kind, "", "", passage.text]
    why = ("also on this, less like the others", citation(article, passage))
    return [*about, *place, *why, "", "", "", said.get(passage, "")]


def _csv_added(result: Comparison, article: Article, passage: Passage, said: Said) -> list[str]:
    about = ["accepted", result.label, "", "", *_csv_article(article)]
    place = [str(passage.first), str(passage.last), passage.kind, "", "", passage.text]
    return [*about, *place, ADDED, citation(article, passage), "", "", "", said[passage]]


def _csv_article(article: Article) -> list[str]:
    authors = "; ".join(article.authors)
    return [article.id, article.title, authors, article.source, article.date or "", article.file]


def in_html(result: Comparison, made: Receipt, said: Said) -> str:
    """A comparison as one HTML file with a real table: a column an article, a row a row."""
    heads = "".join(
        f'<th scope="col">{markup(head_of(each.article))}<br><small>{markup(each.reason)}</small></th>'
        for each in result.columns
    )
    body = []
    for row in result.rows:
        cells = "".join(f"<td>{_html_cells(row, column, said)}</td>" for column in result.columns)
        note = "".join(
            f"<br><small>{markup(told)}</small>" for told in (also_line(row, said), figures_line(row)) if told
        )
        body.append(f'<tr><th scope="row">{markup(row.label)}{note}</th>{cells}</tr>')
    table = (
        f"<table><caption>{markup(result.label)}, side by side</caption>"
        f'<thead><tr><th scope="col">Row</th>{heads}</tr></thead><tbody>\n'
        + "\n".join(body)
        + "\n</tbody></table>"
    )
    rest = "".join(f"<p>{markup(line)}</p>" for line in more(result))
    return html_page.page(f"{result.label}, side by side", table + _html_added(result, said) + rest, made)


def _html_added(result: Comparison, said: Said) -> str:
    quotes = [
        _html_quote(passage.text, (), f"{citation(article, passage)} ({said[passage]})")
        for article, passage in added(result, said)
    ]
    return f"<h2>{ADDED}</h2>{''.join(quotes)}" if quotes else ""


def _html_cells(row: Row, column: Column, said: Said) -> str:
    cells = row.cells.get(column.article.id)
    if not cells:
        return f'<p class="none">{markup(absence(column))}</p>'
    told = []
    for cell in cells:
        marks = marks_of(cell, said)
        cited = citation(column.article, cell.passage) + (f" ({marks})" if marks else "")
        told.append(_html_quote(cell.passage.text, cell.spans, cited))
    return "".join(told)


def _html_quote(text: str, spans: Sequence[tuple[int, int]], cited: str) -> str:
    quote = html_page.marked(text, spans)
    return f"<blockquote><p>{quote}</p><footer>{markup(cited)}</footer></blockquote>"
