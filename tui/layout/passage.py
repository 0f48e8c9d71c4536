"""One passage whole under a head that says where it stands: beside a list, or on top of one."""

from __future__ import annotations

from collections.abc import Sequence

from index import Article, Passage
from tui.layout.line import Line, Offsets, Run, cut, joined, marked, paragraph, word_spans
from tui.layout.words import authors_of, date_of, lines_of, named


def title_spans(name: str, article: Article, words: Sequence[str]) -> list[Offsets]:
    """Where words stand in an article's title, in its name as `named` gives it or as much of that as fits."""
    return [span for span in word_spans(name, words) if span[0] > len(article.id)]


def place_line(
    passage: Passage, width: int, words: Sequence[str] = (), article: Article | None = None
) -> Line:
    """Where a passage stands, with words marked in the heading of its section.

    An `article` is named before it, and dated after it, where no head says so.
    """
    kind = passage.kind if passage.kind != "body" else ""
    source = joined((lines_of(passage, long=True), kind))
    place = joined((source, passage.section or ""))
    if article is not None:
        place = joined((f"{article.id} {place}", date_of(article)))
    place = cut(place, width)
    spans = [span for span in word_spans(place, words) if span[0] > len(source)]
    return marked(place, 0, len(place), spans, "dim")


def lay_out(
    article: Article | None,
    passage: Passage,
    width: int,
    spans: Sequence[Offsets] = (),
    short: bool = False,
    words: Sequence[str] = (),
) -> tuple[Line, ...]:
    """The passage at a width with its spans marked; `short` leaves out the title and the authors' lines.

    `words` are marked in the title and in the section's heading.
    """
    lines: list[Line] = []
    if article is not None and not short:
        name = named(article)
        lines.extend(paragraph(name, width, title_spans(name, article, words), "head"))
        lines.append(
            (Run(cut(joined((authors_of(article), article.source, date_of(article))), width), "dim"),)
        )
    lines.append(place_line(passage, width, words, article if short else None))
    if not short:
        lines.append(())
    lines.extend(paragraph(passage.text, width, spans))
    return tuple(lines)
