"""A topic side by side, taken away: plain text, Markdown, CSV, HTML or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.comparison_table import in_csv, in_html
from index.export.comparison_text import in_markdown, plain
from index.export.contract import Json
from index.export.forms import Writer, written
from index.export.judged import judged, on_earlier
from index.export.synopsis import chosen
from index.results import Cell, Comparison


def render(result: Comparison, corpus: Corpus, form: str, width: int = 80, today: date | None = None) -> str:
    """A comparison in a format: `plain` (wrapped to `width` cells), `markdown`, `csv`, `html` or `json`.

    What the user said on its passages stands beside them, and below the rows what the user alone put on the
    topic; but not in `json`, whose keys are a contract.
    """
    said = judged(result, corpus)
    writers: dict[str, Writer] = {
        "plain": lambda made: plain(result, made, width, said),
        "markdown": lambda made: in_markdown(result, made, said),
        "csv": lambda made: in_csv(result, made, said),
        "html": lambda made: in_html(result, made, said),
    }
    articles = [each.article for each in result.columns]
    asked = (
        f"Topic: {result.label}; read as: {result.read_as}",
        chosen(articles, result.unchosen),
        on_earlier(result, corpus),
    )
    return written(form, corpus, asked, today, lambda: compare_json(result), writers)


def compare_json(result: Comparison) -> Json:
    """The answer of `compare`, with the keys of the contract and no others."""
    return {
        "topic": {"id": result.topic, "label": result.label, "read_as": result.read_as},
        "articles": [
            {
                "id": column.article.id,
                "title": column.article.title,
                "date": column.article.date,
                "state": column.state,
                "passages": column.passages,
                "reason": column.reason,
            }
            for column in (*result.columns, *result.others)
        ],
        "rows": [
            {
                "label": row.label,
                "origin": row.origin,
                "shared": list(row.shared),
                "cells": {
                    article: [_cell_json(cell) for cell in cells] for article, cells in row.cells.items()
                },
            }
            for row in result.rows
        ],
    }


def _cell_json(cell: Cell) -> Json:
    return {
        "n": cell.passage.n,
        "kind": cell.passage.kind,
        "lines": list(cell.passage.lines),
        "text": cell.passage.text,
        "spans": [list(span) for span in cell.spans],
        "strength": cell.strength,
        "why": cell.why,
    }
