"""What the other articles say about one passage: that passage, and theirs below it, closest first.

When nothing is close, that is said in words; a list is never filled with what is far.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from index import Article, Likeness, Similar
from tui.layout import passage as passage_layout
from tui.layout.line import Line, Run, cut, paragraph, rule, sides, word_spans
from tui.layout.names import names
from tui.layout.words import counted, date_of, lines_of, named

_INDENT = 2


@dataclass(frozen=True, slots=True)
class PlacedLikeness:
    """A passage in the list with the lines it fills, half open."""

    likeness: Likeness
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class SimilarLayout:
    """The lines of the view and the passages in them."""

    lines: tuple[Line, ...]
    placed: tuple[PlacedLikeness, ...]


def lay_out(similar: Similar, articles: Mapping[str, Article], width: int, most: int = 1000) -> SimilarLayout:
    """The view at a width, with at most so many lines of the passage that is asked about."""
    shared = tuple(dict.fromkeys(word for hit in similar.hits for word in hit.shared))
    of = similar.of
    home = articles.get(of.article)
    lines: list[Line] = list(passage_layout.lay_out(home, of, width, word_spans(of.text, shared)))
    if len(lines) > most:
        left = counted(len(lines) - most + 1, "more line")
        lines = [*lines[: most - 1], (Run(f"… {left}; Esc goes back to them", "dim"),)]
    others = len(articles) - 1
    lines.append(())
    placed: list[PlacedLikeness] = []
    if not similar.hits:
        lines.append(rule("the other articles", width))
        sentence = (
            f"Nothing close in {counted(others, 'other article')}: no passage there shares enough of this "
            "one's names, numbers and uncommon words. That is no proof of silence: a search may find some."
        )
        lines.extend(paragraph(sentence, width, tone="dim"))
        return SimilarLayout(tuple(lines), ())
    speaking = len({hit.passage.article for hit in similar.hits})
    passages = counted(len(similar.hits), "passage")
    where = f"{speaking} of {counted(others, 'article')}"
    label = f"what the others say, closest first: {passages} in {where}"
    lines.append(rule(label, width))
    for hit in similar.hits:
        lines.append(())
        top = len(lines)
        lines.extend(_entry(hit, articles, width))
        placed.append(PlacedLikeness(hit, top, len(lines)))
    found = {hit.passage.article for hit in similar.hits}
    rest = [key for key in articles if key not in found and key != of.article]
    if rest:
        lines += [(), rule("nothing close in", width)]
        lines += names(rest, articles, width)
    return SimilarLayout(tuple(lines), tuple(placed))


def _entry(hit: Likeness, articles: Mapping[str, Article], width: int) -> list[Line]:
    passage = hit.passage
    article = articles.get(passage.article)
    title = named(article) if article else passage.article
    tail = f"  {date_of(article)}" if article else ""
    room = width - _INDENT
    name = Run(cut(title, room - len(tail)), "head")
    rows: list[Line] = [sides((Run(" " * _INDENT), name), (Run(tail, "dim"),), width)]
    place = lines_of(passage, long=True)
    both = f"both have: {', '.join(hit.shared)}" if hit.shared else ""
    for row in paragraph(f"{place} · {both}" if both else place, room, tone="dim"):
        rows.append((Run(" " * _INDENT), *row))
    for row in paragraph(passage.text, room, word_spans(passage.text, hit.shared)):
        rows.append((Run(" " * _INDENT), *row))
    return rows
