"""Topics by articles, taken away: plain text, Markdown, CSV, HTML or the contract's JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.corpus import Corpus
from index.export import html_page
from index.export.citation import dated
from index.export.contract import Json, article_json
from index.export.escape import markdown, markup
from index.export.forms import Writer, csv_page, markdown_page, plain_page, written
from index.export.receipt import Receipt
from index.export.synopsis import chosen, head_of, listed
from index.export.wrap import wrap
from index.results import Matrix, MatrixCell

_HEAD = ["record", "topic", "label", "article", "title", "date", "state", "strength", "passages", "words"]


def render(result: Matrix, corpus: Corpus, form: str, width: int = 80, today: date | None = None) -> str:
    """A matrix in a format: `plain` (wrapped to `width` cells), `markdown`, `csv`, `html` or `json`."""
    writers: dict[str, Writer] = {
        "plain": lambda made: _plain(result, made, width),
        "markdown": lambda made: _markdown(result, made),
        "csv": lambda made: _csv(result, made),
        "html": lambda made: _html(result, made),
    }
    asked = (
        f"Topics: {', '.join(label for _, label in result.topics)}",
        chosen(result.articles, result.unchosen),
    )
    return written(form, corpus, asked, today, lambda: matrix_json(result), writers)


def matrix_json(result: Matrix) -> Json:
    """The answer of `matrix`, with the keys of the contract and no others."""
    return {
        "topics": [{"id": ident, "label": label} for ident, label in result.topics],
        "articles": [article_json(article) for article in result.articles],
        "cells": [
            {
                "topic": cell.topic,
                "article": cell.article,
                "passages": cell.passages,
                "words": cell.words,
                "state": cell.state,
            }
            for cell in result.cells
        ],
    }


def say(cell: MatrixCell) -> str:
    """A cell in words: how many passages, one mention, silent, or not read."""
    if cell.state == "unread":
        return "not read"
    if cell.state == "silent":
        return "silent"
    if cell.strength == "mentions":
        return "1 passage, one mention"
    return f"{cell.passages} passage{'s' * (cell.passages != 1)}"


def _by_topic(result: Matrix) -> Iterable[tuple[str, str, list[MatrixCell]]]:
    cells: dict[str, list[MatrixCell]] = {ident: [] for ident, _ in result.topics}
    for cell in result.cells:
        cells[cell.topic].append(cell)
    for ident, label in result.topics:
        yield ident, label, cells[ident]


def _plain(result: Matrix, made: Receipt, width: int) -> str:
    parts = ["\n".join(wrap(head_of(each), width, rest="    ") for each in result.articles)]
    parts += [wrap(f"{label}: {_told(cells)}", width, rest="    ") for _, label, cells in _by_topic(result)]
    return plain_page(made, parts, width)


def _told(cells: list[MatrixCell]) -> str:
    """Who speaks on a topic and how much, and then who is silent."""
    silent = [cell.article for cell in cells if cell.state == "silent"]
    told = [f"{cell.article} {say(cell)}" for cell in cells if cell.state != "silent"]
    if silent:
        told.append(f"silent: {listed(silent)}")
    return "; ".join(told)


def _markdown(result: Matrix, made: Receipt) -> str:
    heads = " | ".join(markdown(f"{each.id} ({dated(each)})") for each in result.articles)
    lines = [f"| Topic | {heads} |", "|---" * (len(result.articles) + 1) + "|"]
    for _, label, cells in _by_topic(result):
        lines.append(f"| {markdown(label)} | " + " | ".join(say(cell) for cell in cells) + " |")
    articles = "\n".join(f"- {markdown(head_of(each))}" for each in result.articles)
    return markdown_page(made, ["# Topics by articles", articles, "\n".join(lines)])


def _csv(result: Matrix, made: Receipt) -> str:
    labels = dict(result.topics)
    articles = {each.id: each for each in result.articles}
    records = []
    for cell in result.cells:
        article = articles[cell.article]
        about = [cell.topic, labels[cell.topic], article.id, article.title, article.date or ""]
        records.append(["cell", *about, cell.state, cell.strength or "", str(cell.passages), str(cell.words)])
    return csv_page(made, _HEAD, records)


def _html(result: Matrix, made: Receipt) -> str:
    heads = "".join(f'<th scope="col">{markup(head_of(each))}</th>' for each in result.articles)
    rows = "\n".join(
        f'<tr><th scope="row">{markup(label)}</th>'
        + "".join(f"<td>{say(cell)}</td>" for cell in cells)
        + "</tr>"
        for _, label, cells in _by_topic(result)
    )
    table = (
        '<table><caption>Topics by articles</caption><thead><tr><th scope="col">Topic</th>'
        f"{heads}</tr></thead><tbody>\n{rows}\n</tbody></table>"
    )
    return html_page.page("Topics by articles", table, made)
