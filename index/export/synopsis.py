"""What every written form of a comparison says in the same words: heads, absences, figures, marks."""

from __future__ import annotations

from index.align.figures import row_figures
from index.align.speaks import absence
from index.export.citation import dated, lines_of
from index.model import Article
from index.results import Cell, Comparison, Row


def head_of(article: Article) -> str:
    """An article as the head of a column: id, title, authors, source and date with its certainty."""
    told = (", ".join(article.authors), article.source, dated(article))
    return f"{article.id} {article.title} · " + " · ".join(part for part in told if part)


def missing(result: Comparison, row: Row) -> list[str]:
    """A line for each article that has nothing in a row, with the reason."""
    return [
        f"{each.article.id}: {absence(each)}" for each in result.columns if each.article.id not in row.cells
    ]


def also_line(row: Row) -> str:
    """Where the passages stand that would be in a row too and were left out; empty where there are none."""
    told = "; ".join(
        f"{article}, {', '.join(lines_of(each) for each in passages)}"
        for article, passages in row.also.items()
    )
    return f"Also on this, less like the others: {told}" if told else ""


def more(result: Comparison) -> list[str]:
    """What is not laid out: articles that were only counted, and declared rows in which nobody speaks."""
    told = []
    if result.more_speaking:
        told.append(f"{result.more_speaking} more articles speak and are not shown.")
    if result.more_silent:
        told.append(f"{result.more_silent} more articles are silent.")
    if result.empty:
        told.append(f"Nobody on: {'; '.join(result.empty)}.")
    return told


def figures_line(row: Row) -> str:
    """The numbers and dates of a row, article by article, on one line; empty where there are none."""
    found = row_figures(row)
    told = "; ".join(f"{article}: {' · '.join(words)}" for article, words in found.items())
    return f"Numbers and dates: {told}" if told else ""


def marks_of(cell: Cell) -> str:
    """What is said of a cell beside its place: that it is a mention, and who speaks in it."""
    mention = "one mention" if cell.strength == "mentions" else ""
    speaks = "speaking" if cell.passage.kind == "quote" else "quoted"
    return ", ".join(part for part in (mention, f"{cell.speaker} {speaks}" if cell.speaker else "") if part)


def by_id(result: Comparison) -> dict[str, Article]:
    """The articles of the columns by id."""
    return {column.article.id: column.article for column in result.columns}
