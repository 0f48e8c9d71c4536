"""One passage in one row as lines: where it stands, who speaks, and its text verbatim with the words marked."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Cell, Column

from tui.layout.line import Line, Run, Tone, cut, joined, marked, paragraph, wrap
from tui.layout.similar import word_spans
from tui.layout.words import authors_of, date_of, lines_of


def cell_lines(cell: Cell, width: int, shared: Sequence[str] = ()) -> list[Line]:
    """A passage in a cell; `shared` are words to mark beside the topic's own."""
    passage = cell.passage
    place = joined(
        (
            lines_of(passage, long=True),
            f"{cell.speaker} speaks" if cell.speaker else "",
            passage.kind if passage.kind != "body" else "",
            "mention only" if cell.strength == "mentions" else "",
        )
    )
    marks = word_spans(passage.text, shared)
    return [
        (Run(cut(place, width), "dim"),),
        *paragraph(passage.text, width, cell.spans, shared=marks),
    ]


def head_lines(column: Column, width: int, base: bool, titles: int, reasons: int) -> list[Line]:
    """An article's column head, at most `titles` lines of title and `reasons` of what it has or why not."""
    article = column.article
    title = f"{article.id} {article.title}"
    lines = _at_most(title, width, titles, bold=True)
    lines.append((Run(cut(joined((authors_of(article), article.source)), width), "dim"),))
    lines.append((Run(cut(joined((date_of(article), "base" if base else "")), width), "dim"),))
    lines += _at_most(state_of(column), width, reasons, bold=False)
    return lines


def state_of(column: Column) -> str:
    """What an article has on the topic or why it is silent, as the column's reason tells it."""
    if column.state == "speaks" and column.strength == "mentions" and "mention" not in column.reason:
        return f"mentions only: {column.reason}"
    return column.reason


def short_head(article: Article) -> str:
    """An article in one short line: id, authors, date."""
    return joined((f"{article.id} {', '.join(article.authors)}".rstrip(), date_of(article)))


def _at_most(text: str, width: int, count: int, bold: bool) -> list[Line]:
    tone: Tone = "head" if bold else "text"
    offsets = wrap(text, width)
    if len(offsets) > count:
        begin = offsets[count - 1][0]
        kept = [marked(text, first, last, (), tone) for first, last in offsets[: count - 1]]
        return [*kept, (Run(cut(text[begin:], width), tone),)]
    return [marked(text, first, last, (), tone) for first, last in offsets]
