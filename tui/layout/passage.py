"""One passage whole under a head that says where it stands: beside a list, or on top of one."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Passage
from tui.layout.line import Line, Offsets, Run, cut, joined, paragraph
from tui.layout.words import authors_of, date_of, lines_of, named


def lay_out(
    article: Article | None, passage: Passage, width: int, spans: Sequence[Offsets] = (), short: bool = False
) -> tuple[Line, ...]:
    """The passage at a width with its spans marked; `short` leaves out the title and the authors' lines."""
    lines: list[Line] = []
    if article is not None and not short:
        lines.extend(paragraph(named(article), width, tone="head"))
        lines.append(
            (Run(cut(joined((authors_of(article), article.source, date_of(article))), width), "dim"),)
        )
    kind = passage.kind if passage.kind != "body" else ""
    place = joined((lines_of(passage, long=True), kind, passage.section or ""))
    if short and article is not None:
        place = joined((f"{article.id} {place}", date_of(article)))
    lines.append((Run(cut(place, width), "dim"),))
    if not short:
        lines.append(())
    lines.extend(paragraph(passage.text, width, spans))
    return tuple(lines)
