"""What stands around the passages of a comparison: heads of articles, how the topic was read, the rest."""

from __future__ import annotations

from collections.abc import Container, Iterable

from index import Article, Column, Comparison
from tui.layout.line import Line, Run, Tone, cut, joined, marked, paragraph, rule, wrap
from tui.layout.synopsis import not_shown
from tui.layout.words import authors_of, date_of, named


def head_lines(
    column: Column, width: int, base: bool, titles: int, reasons: int, told: Iterable[str] = ()
) -> list[Line]:
    """An article's column head, at most `titles` lines of title and `reasons` of what it has or why not.

    Below them stands what else is `told`, each in two lines at most.
    """
    article = column.article
    title = named(article)
    lines = _at_most(title, width, titles, "head")
    lines.append((Run(cut(joined((authors_of(article), article.source)), width), "dim"),))
    lines.append((Run(cut(joined((date_of(article), "base" if base else "")), width), "dim"),))
    lines += _at_most(state_of(column), width, reasons, "text")
    return [*lines, *(line for each in told for line in _at_most(each, width, 2, "text"))]


def state_of(column: Column) -> str:
    """What an article has on the topic or why it is silent, as the column's reason tells it."""
    if column.state == "speaks" and column.strength == "mentions" and "mention" not in column.reason:
        return f"mentions only: {column.reason}"
    return column.reason


def short_head(article: Article, width: int) -> str:
    """An article in one line: id, authors or else title, date."""
    date = f" · {date_of(article)}"
    return cut(f"{article.id} {', '.join(article.authors) or article.title}", width - len(date)) + date


def _at_most(text: str, width: int, count: int, tone: Tone) -> list[Line]:
    offsets = wrap(text, width)
    if len(offsets) > count:
        begin = offsets[count - 1][0]
        kept = [marked(text, first, last, (), tone) for first, last in offsets[: count - 1]]
        return [*kept, (Run(cut(text[begin:], width), tone),)]
    return [marked(text, first, last, (), tone) for first, last in offsets]


def preface(comparison: Comparison, width: int, lines: int = 2) -> list[Line]:
    """How the topic was read, before the rows, in at most so many lines."""
    return (
        [*_at_most(f"read as: {comparison.read_as}", width, lines, "dim"), ()] if comparison.read_as else []
    )


def afterword(comparison: Comparison, width: int, accepted: Container[str] = ()) -> list[Line]:
    """What no article says, and how many articles have no column, after the rows.

    Those of them are named in which a person `accepted` a passage.
    """
    lines: list[Line] = []
    nobody = "no chosen article" if comparison.unchosen else "no article"
    if comparison.empty:
        lines += [(), rule(f"asked, but {nobody} has a passage on", width)]
        for label in comparison.empty:
            lines += [(Run("  "), *line) for line in paragraph(label, width - 2)]
    if not comparison.rows:
        lines += [(), (Run(cut(f"{nobody.capitalize()} has a passage on this topic.", width)),)]
    if more := not_shown(comparison):
        lines += [(), *paragraph(f"Not shown: {more} (z names them, space chooses).", width)]
    if named := [each.article.id for each in comparison.others if each.article.id in accepted]:
        lines += paragraph(f"You accepted passages in: {', '.join(named)}.", width)
    return lines
