"""One passage whole under a head that says where it stands: beside a list, or on top of one."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Passage
from tui.layout.line import Line, Offsets, Run, cut, joined, marked, paragraph
from tui.layout.words import authors_of, date_of, lines_of, named, title_of


def title_spans(article: Article, spans: Sequence[Offsets]) -> list[Offsets]:
    """Spans of an article's title as they lie in its name as `named` gives it, where the title is last."""
    before = len(named(article)) - len(title_of(article))
    return [(before + start, before + end) for start, end in spans if title_of(article)]


def place_line(
    passage: Passage, width: int, heading: Sequence[Offsets] = (), article: Article | None = None
) -> Line:
    """Where a passage stands, with these spans marked in the heading of its section.

    An `article` is named before it, and dated after it, where no head says so.
    """
    kind = passage.kind if passage.kind != "body" else ""
    source = joined((lines_of(passage, long=True), kind))
    place = joined((source, passage.section or ""))
    before = len(place) - len(passage.section or "")
    if article is not None:
        before += len(article.id) + 1
        place = joined((f"{article.id} {place}", date_of(article)))
    place = cut(place, width)
    return marked(place, 0, len(place), [(before + start, before + end) for start, end in heading], "dim")


def lay_out(
    article: Article | None,
    passage: Passage,
    width: int,
    spans: Sequence[Offsets] = (),
    heading: Sequence[Offsets] = (),
    title: Sequence[Offsets] = (),
    short: bool = False,
) -> tuple[Line, ...]:
    """The passage at a width with its spans marked; `short` leaves out the title and the authors' lines.

    `heading` and `title` are what is marked in the heading of its section and in the article's title.
    """
    lines: list[Line] = []
    if article is not None and not short:
        lines.extend(paragraph(named(article), width, title_spans(article, title), "head"))
        lines.append(
            (Run(cut(joined((authors_of(article), article.source, date_of(article))), width), "dim"),)
        )
    lines.append(place_line(passage, width, heading, article if short else None))
    if not short:
        lines.append(())
    lines.extend(paragraph(passage.text, width, spans))
    return tuple(lines)
