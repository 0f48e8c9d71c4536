"""`briefing search QUERY`: passages that answer a query, in ripgrep's manner.

On a terminal the hits stand under their article with what was understood and what was not found; through a
pipe every line is `article:line: snippet`, for scripts.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence

from index import BriefingError, Corpus, Hit, SearchResult, dumps, render, search, search_json
from tui.commands.corpus import corpus_of
from tui.commands.output import DIM, HEAD, PLACE, marked, paint, wrap
from tui.commands.status import FOUND, NOTHING

# Articles without a hit that are named.
_NAMED = 12
_NOT_SEARCHED = "bylines and captions are not searched"
_NONE_WHOLE = "no passage has all the words; these have some of them"


def run(arguments: argparse.Namespace) -> int:
    """Search and print; 0 with hits, 1 without. What could not be understood is told on stderr."""
    corpus = corpus_of(arguments)
    by_article = arguments.by == "article"
    query = _query(corpus, arguments.query)
    result = search(corpus, query, limit=arguments.limit, by_article=by_article)
    if arguments.format == "json":
        print(dumps(search_json(result, by_article=by_article)))
    elif arguments.format == "markdown":
        print(render(result, corpus, "markdown"), end="")
    elif by_article:
        _print_articles(result)
    else:
        _print_passages(result)
    for problem in result.problems:
        print(f"briefing: column {problem.start + 1}: {problem.message}", file=sys.stderr)
    if not result.total:
        hint = f"did you mean: {result.suggestion}" if result.suggestion else _NOT_SEARCHED
        print(f"briefing: nothing found for {result.read_as or result.query!r}; {hint}", file=sys.stderr)
    return FOUND if result.total else NOTHING


def _query(corpus: Corpus, words: list[str]) -> str:
    """The query as typed, with the saved searches that `@name` stands for."""
    query = " ".join(word.strip() for word in words)
    if "@" not in query:
        return query
    from tui.saved import read
    from tui.state.store import State

    saved = State(str(corpus.root.resolve())).saved_searches()
    meant = read(query, saved)
    if meant.is_known:
        return meant.text
    names = ", ".join(f"@{name}" for name in saved) or "none; press S in the reader's search to save one"
    raise BriefingError(f"no saved search {query.split()[0]}; there are: {names}")


def _print_passages(result: SearchResult) -> None:
    titles = {found.article.id: found.article.title for found in result.articles}
    if not sys.stdout.isatty():
        for hit in result.hits:
            print(f"{hit.passage.article}:{hit.passage.first}: {_one_line(hit, titles)}")
        _tell_beside(result)
        return
    for whole in (True, False):
        hits = [hit for hit in result.hits if hit.whole is whole]
        if hits and not whole:
            print(paint(f"── {'with some of the words' if result.hits[0].whole else _NONE_WHOLE} ──", DIM))
            print()
        for article in dict.fromkeys(hit.passage.article for hit in hits):
            shown = [hit for hit in hits if hit.passage.article == article]
            count = result.counts.get(article, len(shown))
            number = f"{len(shown)} of {count}" if len(shown) < count else f"{count}"
            _print_head(article, titles.get(article, ""), number)
            for hit in shown:
                _print_hit(hit, titles)
            print()
    _print_summary(result, len(result.hits))


def _tell_beside(result: SearchResult) -> None:
    """What one who reads through a pipe does not see in the hits."""
    whole = sum(hit.whole for hit in result.hits)
    told = []
    if whole < len(result.hits):
        first = "the first has" if whole == 1 else f"the first {whole} have"
        told.append(f"{first} all the words, the others some" if whole else _NONE_WHOLE)
    if len(result.hits) < result.total:
        told.append(f"{result.total} found, {len(result.hits)} shown")
    if result.total and result.suggestion:
        told.append(f"did you mean: {result.suggestion}")
    for line in told:
        print(f"briefing: {line}", file=sys.stderr)


def _print_articles(result: SearchResult) -> None:
    for found in result.articles:
        _print_head(found.article.id, found.article.title, f"{found.count}")
        for hit in found.hits:
            _print_hit(hit, {found.article.id: found.article.title}, "  ")
    if sys.stdout.isatty():
        print()
        _print_summary(result, sum(len(found.hits) for found in result.articles))


def _print_head(article: str, title: str, number: str) -> None:
    head = f"{article}  {title} ({number})"
    ends = [(0, len(head))] if not sys.stdout.isatty() else wrap(head)
    for start, end in ends:
        print(paint(head[start:end], HEAD))


def _print_hit(hit: Hit, titles: Mapping[str, str], indent: str = "") -> None:
    number = str(hit.passage.first)
    label = f"{indent}{paint(number, PLACE)}: "
    if not sys.stdout.isatty():
        print(label + _one_line(hit, titles))
        return
    text, spans = _snippet(hit, titles)
    hanging = len(indent) + len(number) + 2
    for row, (start, end) in enumerate(wrap(text, hanging)):
        print((" " * hanging if row else label) + marked(text, spans, start, end))


def _print_summary(result: SearchResult, shown: int) -> None:
    """What a list of hits does not tell: how the query was read, what was left out, who says nothing."""
    lines = [f"read as: {result.read_as}", f"{result.total} found, {shown} shown"]
    if result.spellings:
        lines.append("spelt: " + ", ".join(f"{word} {count}" for word, count in result.spellings))
    if result.suggestion:
        lines.append(f"did you mean: {result.suggestion}")
    if result.notes:
        lines.append(f"in notes, left out: {result.notes} (kind:note finds them)")
    if result.without:
        more = f" and {len(result.without) - _NAMED} more" if len(result.without) > _NAMED else ""
        lines.append(f"no hit in: {', '.join(result.without[:_NAMED])}{more}")
    for line in lines:
        for start, end in wrap(line):
            print(paint(line[start:end], DIM))


def _one_line(hit: Hit, titles: Mapping[str, str]) -> str:
    text, spans = _snippet(hit, titles)
    return marked(text, spans, 0, len(text))


def _snippet(hit: Hit, titles: Mapping[str, str]) -> tuple[str, Sequence[tuple[int, int]]]:
    """The snippet with a sign where it is cut, and the matched words as offsets into it.

    Where these stand only in the heading or the title that the passage answers for, that stands before it.
    """
    start, end = hit.snippet
    before, after = "… " if start else "", " …" if end < len(hit.passage.text) else ""
    text = before + hit.passage.text[start:end] + after
    if not hit.spans and hit.heading:
        return f"{hit.passage.section} · {text}", hit.heading
    if not hit.spans and hit.title:
        return f"{titles.get(hit.passage.article, '')} · {text}", hit.title
    moved = len(before) - start
    return text, [(left + moved, right + moved) for left, right in hit.spans if left < end and right > start]
