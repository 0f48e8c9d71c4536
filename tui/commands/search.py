"""`briefing search QUERY`: passages that answer a query, in ripgrep's manner.

On a terminal the hits stand under their article with what was understood and what was not found; through a
pipe every line is `article:line: snippet`, for scripts.
"""

from __future__ import annotations

import argparse
import sys

from index import BriefingError, Corpus, Hit, SearchResult, dumps, render, search, search_json
from tui.commands.corpus import corpus_of
from tui.commands.output import DIM, HEAD, PLACE, marked, paint
from tui.commands.status import FOUND, NOTHING


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
        hint = f"; did you mean: {result.suggestion}" if result.suggestion else ""
        print(f"briefing: nothing found for {result.read_as or result.query!r}{hint}", file=sys.stderr)
    return FOUND if result.total else NOTHING


def _query(corpus: Corpus, words: list[str]) -> str:
    """The query as typed, or the saved search that `@name` stands for."""
    query = " ".join(word.strip() for word in words)
    if not query.startswith("@"):
        return query
    from tui.state.store import State

    saved = State(str(corpus.root.resolve())).saved_searches()
    if query[1:] in saved:
        return saved[query[1:]]
    names = ", ".join(f"@{name}" for name in saved) or "none; press S in the reader's search to save one"
    raise BriefingError(f"no saved search {query}; there are: {names}")


def _print_passages(result: SearchResult) -> None:
    if not sys.stdout.isatty():
        for hit in result.hits:
            print(f"{hit.passage.article}:{hit.passage.first}: {_snippet(hit)}")
        return
    order = list(dict.fromkeys(hit.passage.article for hit in result.hits))
    titles = {found.article.id: found.article.title for found in result.articles}
    for article in order:
        shown = [hit for hit in result.hits if hit.passage.article == article]
        count = result.counts.get(article, len(shown))
        head = f"{article}  {titles.get(article, '')}"
        print(f"{paint(head, HEAD)} ({count})")
        for hit in shown:
            print(f"{paint(str(hit.passage.first), PLACE)}: {_snippet(hit)}")
        print()
    _print_summary(result)


def _print_articles(result: SearchResult) -> None:
    for found in result.articles:
        print(f"{paint(f'{found.article.id}  {found.article.title}', HEAD)} ({found.count})")
        for hit in found.hits:
            print(f"  {paint(str(hit.passage.first), PLACE)}: {_snippet(hit)}")
    if sys.stdout.isatty():
        print()
        _print_summary(result)


def _print_summary(result: SearchResult) -> None:
    """What a list of hits does not tell: how the query was read, what was left out, who says nothing."""
    lines = [f"read as: {result.read_as}", f"{result.total} found, {len(result.hits)} shown"]
    if result.spellings:
        lines.append("spelt: " + ", ".join(f"{word} {count}" for word, count in result.spellings))
    if result.suggestion:
        lines.append(f"did you mean: {result.suggestion}")
    if result.notes:
        lines.append(f"in notes, left out: {result.notes} (kind:note finds them)")
    if result.without:
        lines.append(f"no hit in: {', '.join(result.without)}")
    for line in lines:
        print(paint(line, DIM))


def _snippet(hit: Hit) -> str:
    start, end = hit.snippet
    text = marked(hit.passage.text, hit.spans, start, end)
    return f"{'… ' if start > 0 else ''}{text}{' …' if end < len(hit.passage.text) else ''}"
