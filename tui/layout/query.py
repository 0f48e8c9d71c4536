"""What stands under a query: its mistakes at their place, how it was read, what is offered, its filters.

And what an empty query shows: searches of before, those saved, and the query language in a few lines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len

from index import QueryProblem, SearchResult
from tui.layout.facets import filters_in
from tui.layout.line import Line, Offsets, Run, cut, joined, pad, paragraph, rule, wrap
from tui.layout.words import counted

_RECENT = 6
SYNTAX: tuple[tuple[str, str], ...] = (
    ("gas exports", "passages with all words, then with some"),
    ('"peace treaty"', "side by side, over a full stop too"),
    ('"oil price"~5', "near one another"),
    ("gas AND oil   gas OR oil   NOT gas", "operators in capitals; ( ) groups"),
    ("sanction*   isl?nds   Medvedyev~", "begins so; any letter; spelt nearly so"),
    ("title:  author:  source:  section:", "only there: author:streltsov gas"),
    ("article:003   kind:quote   kind:note", "only in these; lang:en where declared"),
    ("topic:kurils", "all words of a topic"),
    ("date:2014..2016   date:>2015-06", "only articles of that time"),
    ("-gas   -article:003", "a minus leaves out"),
    ("@name   @name gas   @name AND gas", "what S saved, in brackets"),
)
"""The query language by examples, with what they mean."""


def lay_out(
    result: SearchResult,
    width: int,
    indent: int,
    rows: int,
    as_typed: Callable[[int, int], Offsets] | None = None,
) -> tuple[Line, ...]:
    """The lines under a query; `indent` is the cell in which the query's first letter stands.

    Of so many `rows` there are, mistakes have those that the rest leaves to them, and at least one.
    `as_typed` gives the place of a mistake in the line, where that says less than what is searched.
    """
    rest = _understood(result, width)
    room = max(rows - len(rest), 1)
    told: list[Line] = []
    problems = result.problems[:room]
    if as_typed is not None:
        problems = tuple(
            QueryProblem(*as_typed(problem.start, problem.end), problem.message) for problem in problems
        )
    for left, problem in zip(range(len(problems) - 1, -1, -1), problems, strict=True):
        told.extend(_problem(problem, width, indent, room - len(told) - left))
    return (*told, *rest)


def _understood(result: SearchResult, width: int) -> list[Line]:
    lines: list[Line] = []
    read = f"read as: {result.read_as}" if result.read_as else ""
    spelt = ", ".join(f"{form} {number}" for form, number in result.spellings)
    found = f"found: {spelt}" if spelt else ""
    whole = joined((read, found))
    for said in (whole,) if cell_len(whole) <= width or not result.total else (read, found):
        if said:
            lines.append((Run(cut(said, width), "dim"),))
    if result.suggestion:
        lines.append(
            (Run("did you mean "), Run(cut(result.suggestion, width - 30), "head"), Run("?  (Tab takes it)"))
        )
    filters = filters_in(result)
    if filters:
        shown = "  ".join(f"[{word}]" for word in filters)
        lines.append((Run(cut(f"filters: {shown} · ctrl+f takes them out or adds more", width), "dim"),))
    return lines


def found_where(result: SearchResult, articles: int) -> str:
    """How many passages were found, and in how many of so many articles."""
    where = f"{len(result.counts)} of {counted(articles, 'article')}"
    return f"{counted(result.total, 'passage')} in {where}"


def status(result: SearchResult, at: tuple[int, int], order: str, notes: str) -> str:
    """Where in a result one is (which of how many hits that are shown), and how it is ordered.

    `order` is empty where there is no room to tell it. `notes` is the key that brings in hits in notes,
    empty where they are in.
    """
    number, shown = at
    parts = [f"hit {number} of {shown}" if shown else "no hit"]
    if 0 < shown < result.total:
        parts.append(f"the best {shown} of {result.total:,}")
    if order:
        parts.append("best first" if order == "best" else f"by {order}")
    if not notes:
        parts.append("notes too")
    elif result.notes:
        parts.append(f"{result.notes} more in notes ({notes})")
    return " · ".join(parts)


def nothing_found(result: SearchResult, width: int) -> tuple[Line, ...]:
    """What a list without hits says."""
    said = ["Nothing found."]
    if result.notes:
        noun = counted(result.notes, "passage")
        said.append(f"In notes: {noun}, left out here; ctrl+t shows them.")
    if filters_in(result):
        said.append("A filter narrows this search: ctrl+f lists the filters and takes them out.")
    return ((), *((Run(cut(sentence, width)),) for sentence in said))


def not_saved(query: str, saved: Sequence[str], width: int, rows: int) -> tuple[Line, ...]:
    """What is said of `@name` that no search was saved as, or that several names begin with."""
    there = ", ".join(f"@{name}" for name in saved) or "none"
    return _warning(f"{query} is not the name of one saved search; saved: {there}", width, rows)


def empty(recent: Sequence[str], saved: Sequence[tuple[str, str]], width: int) -> tuple[Line, ...]:
    """What an empty query shows."""
    lines: list[Line] = []
    if saved:
        lines.append(rule("saved searches", width, "↓ opens the list"))
        lines += [(Run("  "), Run(cut(f"@{name}  {query}", width - 2))) for name, query in saved]
        lines.append(())
    if recent:
        lines.append(rule("recent searches", width, "↑ brings them back"))
        lines += [(Run("  "), Run(cut(query, width - 2))) for query in recent[:_RECENT]]
        lines.append(())
    lines.append(rule("what can be typed", width))
    left = max(len(example) for example, _ in SYNTAX) + 3
    for example, meaning in SYNTAX:
        beside = 2 + left + len(meaning) <= width
        lines.append(pad((Run(f"  {example:<{left}}", "head"), Run(meaning if beside else "", "dim")), width))
        if not beside:
            lines += ((Run("    "), *line) for line in paragraph(meaning, width - 4, tone="dim"))
    return tuple(lines)


def _problem(problem: QueryProblem, width: int, indent: int, rows: int) -> tuple[Line, ...]:
    start = indent + problem.start
    mark = "^" * max(min(problem.end - problem.start, 12), 1)
    message = problem.message
    if start + len(mark) + 1 + len(message) <= width:
        return ((Run(" " * start), Run(f"{mark} {message}", "warn")),)
    return _warning(f"character {problem.start + 1}: {message}", width, rows)


def _warning(text: str, width: int, rows: int) -> tuple[Line, ...]:
    """The text in at most so many rows, the last of them cut where it goes on."""
    text = " ".join(text.split())
    offsets = wrap(text, width)[:rows]
    lines = [text[start:end] for start, end in offsets[:-1]] + [cut(text[offsets[-1][0] :], width)]
    return tuple((Run(line, "warn"),) for line in lines)
