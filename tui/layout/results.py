"""The list of search results: hits under their articles, first those with every word, then those with some.

A list that is grouped and has a boundary in it is more than rows of text, so the layout also tells which
lines belong to which hit and which hit begins a group.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index import Article, ArticleHits, Hit, SearchResult
from tui.layout.facets import filters_in
from tui.layout.line import Line, Offsets, Run, cut, joined, marked, rule, sides, wrap
from tui.layout.names import names
from tui.layout.passage import place_line, title_spans
from tui.layout.words import counted, date_of, named

_SNIPPET_LINES = 3
# A narrower list leaves its heads to the titles; the dates stand beside it.
_DATED = 72
_INDENT = 2
_OTHERS = ": ctrl+f lists them"
# Room for an ellipsis at either end of a snippet.
_ELLIPSES = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A hit in the list with the lines it fills, half open; `group` is the number of its article's group."""

    hit: Hit
    group: int
    top: int
    bottom: int
    head: int


@dataclass(frozen=True, slots=True)
class ResultsLayout:
    """The lines of a result list and the hits in them, in the order in which they stand."""

    lines: tuple[Line, ...]
    placed: tuple[Placed, ...]

    def nearest(self, article: str, n: int) -> int:
        """The number of the hit in a passage, or of the first in its article, or 0."""
        at = self.find(article, n)
        if at is not None:
            return at
        return next((at for at, item in enumerate(self.placed) if item.hit.passage.article == article), 0)

    def find(self, article: str, n: int) -> int | None:
        """The number of the hit in a passage; None where the passage is not in the list."""
        passages = (item.hit.passage for item in self.placed)
        found = (at for at, each in enumerate(passages) if (each.article, each.n) == (article, n))
        return next(found, None)

    def step_group(self, at: int, by: int) -> int:
        """The number of the first hit in the next (`by` 1) or previous (-1) group, or `at` at the end."""
        if not self.placed:
            return 0
        wanted = self.placed[at].group + by
        for number, item in enumerate(self.placed):
            if item.group == wanted:
                return number
        return at


def continued(before: SearchResult, result: SearchResult) -> SearchResult:
    """The result with the hits that were shown before in their order, and under them what is new.

    So the next best stand below those that were read, also of an article that had hits before.
    """
    had = {(hit.passage.article, hit.passage.n) for hit in before.hits}
    groups: list[ArticleHits] = []
    for found in result.articles:
        hits = tuple(hit for hit in found.hits if (hit.passage.article, hit.passage.n) not in had)
        if hits:
            groups.append(replace(found, hits=hits))
    new = tuple(hit for hit in result.hits if (hit.passage.article, hit.passage.n) not in had)
    return replace(result, hits=(*before.hits, *new), articles=(*before.articles, *groups))


def lay_out(result: SearchResult, articles: Mapping[str, Article], width: int) -> ResultsLayout:
    """The result list at a width; `articles` gives the titles of those without a hit."""
    lines: list[Line] = []
    placed: list[Placed] = []
    told: set[str] = set()
    group = -1
    some = any(not hit.whole for found in result.articles for hit in found.hits)
    every = any(hit.whole for found in result.articles for hit in found.hits)
    for whole in (True, False):
        if not whole and some:
            if lines:
                lines.append(())
            label = "with some of the words" if every else "no passage has all the words; with some of them"
            lines.append(rule(label, width))
        for found in result.articles:
            hits = [hit for hit in found.hits if hit.whole is whole]
            if not hits:
                continue
            other = "of" if (every and some) else "more of" if found.article.id in told else "best of"
            told.add(found.article.id)
            group += 1
            if lines:
                lines.append(())
            head = len(lines)
            lines.append(_head(found, hits, width, other))
            for hit in hits:
                top = len(lines)
                lines.extend(_entry(hit, width))
                placed.append(Placed(hit, group, top, len(lines), head))
    lines.extend(_rest(result, articles, width))
    return ResultsLayout(tuple(lines), tuple(placed))


def _head(found: ArticleHits, hits: Sequence[Hit], width: int, part: str) -> Line:
    here = len(hits)
    article = found.article
    number = counted(found.count, "passage")
    if here < found.count:
        number = f"{here} {part} {number}"
    tail = joined((date_of(article) if width >= _DATED else "", number))
    name = cut(named(article), width - len(tail) - 2)
    title = marked(name, 0, len(name), title_spans(article, hits[0].title), "head")
    return sides(title, (Run("  " + tail, "dim"),), width)


def _entry(hit: Hit, width: int) -> list[Line]:
    passage = hit.passage
    place = place_line(passage, width - _INDENT, hit.heading)
    rows: list[Line] = [(Run(" " * _INDENT), *place)]
    start, end = hit.snippet
    text = passage.text
    offsets = _around_first_match(wrap(text, width - _INDENT - _ELLIPSES, start, end), hit)
    for number, (first, last) in enumerate(offsets):
        row = marked(text, first, last, hit.spans)
        if number == 0 and text[:first].strip():
            row = (Run("…", "dim"), *row)
        if number == len(offsets) - 1 and text[last:].strip():
            row = (*row, Run("…", "dim"))
        rows.append((Run(" " * _INDENT), *row))
    return rows


def _around_first_match(offsets: tuple[Offsets, ...], hit: Hit) -> tuple[Offsets, ...]:
    """At most so many lines of a snippet, with the first matched word in them."""
    if len(offsets) <= _SNIPPET_LINES:
        return offsets
    word = hit.spans[0][0] if hit.spans else 0
    first = next((at for at, (_, last) in enumerate(offsets) if word < last), 0)
    begin = min(max(first - 1, 0), len(offsets) - _SNIPPET_LINES)
    return offsets[begin : begin + _SNIPPET_LINES]


def _rest(result: SearchResult, articles: Mapping[str, Article], width: int) -> list[Line]:
    lines: list[Line] = []
    if more := result.total - len(result.hits):
        said = f"{counted(more, 'more passage')}: G goes on to the last"
        lines += [(), (Run(cut(said, width), "dim"),)]
    if result.without and result.total:
        label = "no hit in, with these filters" if filters_in(result) else "no hit in"
        lines += [(), rule(label, width), *names(result.without, articles, width, _OTHERS)]
    return lines
