"""What every written form of a comparison says in the same words: heads, absences, figures, marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.align.figures import row_figures
from index.export.citation import dated, lines_of
from index.model import Article, Passage
from index.results import Cell, Column, Comparison, Row

Said = Mapping[Passage, str]
"""What a person said on passages: "rejected 2026-11-23"."""

# So many articles are named in a sentence.
_MOST = 100


def head_of(article: Article) -> str:
    """An article as the head of a column: id, title, authors, source and date with its certainty."""
    name = article.id if article.id == article.title else f"{article.id} {article.title}"
    told = (name, ", ".join(article.authors), article.source, dated(article))
    return " · ".join(part for part in told if part)


def missing_line(result: Comparison, row: Row) -> str:
    """The articles that have nothing in a row, by reason, on one line; empty where all have something.

    Silent is another thing than speaking elsewhere on the topic, and not read another than both. What the
    heads say of an article (how many passages, before which date) is not said again.
    """
    absent = [each for each in result.columns if each.article.id not in row.cells]
    elsewhere = [each for each in absent if each.state == "speaks"]
    told = {
        "on the topic, not in this row": [each for each in elsewhere if each.strength == "discusses"],
        "mentioned, not in this row": [each for each in elsewhere if each.strength == "mentions"],
        "silent": [each for each in absent if each.state == "silent"],
        "could not be read": [each for each in absent if each.state == "unread"],
    }
    parts = [
        f"{reason}: {listed([each.article.id for each in columns])}"
        for reason, columns in told.items()
        if columns
    ]
    return f"Nothing here · {'; '.join(parts)}" if parts else ""


def also_line(row: Row, said: Said) -> str:
    """Where the passages stand that would be in a row too and were left out; empty where there are none."""

    def place(passage: Passage) -> str:
        return f"{lines_of(passage)} ({said[passage]})" if passage in said else lines_of(passage)

    told = "; ".join(
        f"{article}, {', '.join(place(each) for each in passages)}" for article, passages in row.also.items()
    )
    return f"Also on this, less like the others: {told}" if told else ""


def more(result: Comparison) -> list[str]:
    """What is not laid out: articles without a column, and declared rows in which nobody speaks."""
    told = []
    speaking = [each for each in result.others if each.state == "speaks"]
    silent = [each for each in result.others if each.state == "silent"]
    unread = [each for each in result.others if each.state == "unread"]
    if speaking:
        told.append(f"Speak too and have no column: {_named(speaking)}.")
    if silent:
        told.append(f"Silent on the whole topic: {_named(silent)}.")
    if unread:
        told.append(f"Could not be read: {_named(unread)}.")
    if result.empty:
        who = "Nobody of those chosen" if result.unchosen else "Nobody"
        told.append(f"{who} on: {'; '.join(result.empty)}.")
    return told


def _named(columns: Sequence[Column]) -> str:
    """Articles with their reasons in one sentence."""
    return listed([f"{each.article.id} ({_short(each.reason)})" for each in columns], "; ")


def chosen(articles: Sequence[Article], unchosen: int) -> str:
    """The articles that were chosen and of how many, for the receipt; empty where none were left out."""
    if not unchosen:
        return ""
    whole = len(articles) + unchosen
    return f"Chosen: {len(articles)} of {whole:,} articles: {listed([each.id for each in articles])}"


def listed(names: Sequence[str], between: str = ", ") -> str:
    """Names in one sentence; of very many the first, and how many there are beside."""
    more = [f"and {len(names) - _MOST:,} more"] if len(names) > _MOST else []
    return between.join([*names[:_MOST], *more])


def _short(reason: str) -> str:
    """A reason without the words that the sentence has already."""
    return reason.removeprefix("silent: ").removeprefix("could not be read: ")


def figures_line(row: Row) -> str:
    """The numbers and dates of a row, article by article, on one line; empty where there are none."""
    found = row_figures(row)
    told = "; ".join(f"{article}: {' · '.join(words)}" for article, words in found.items())
    return f"Numbers and dates: {told}" if told else ""


def marks_of(cell: Cell, said: Said) -> str:
    """What is said of a cell beside its place: a mention, who speaks, its other rows, a person's word."""
    mention = "one mention" if cell.strength == "mentions" else ""
    speaks = "speaking" if cell.passage.kind == "quote" else "quoted"
    also = f"also in {', '.join(f'“{label}”' for label in cell.also)}" if cell.also else ""
    parts = (
        mention,
        f"{cell.speaker} {speaks}" if cell.speaker else "",
        also,
        said.get(cell.passage, ""),
    )
    return ", ".join(part for part in parts if part)


def by_id(result: Comparison) -> dict[str, Article]:
    """The articles of the columns by id."""
    return {column.article.id: column.article for column in result.columns}
