"""The answer to a search, taken away: passages with their citations, or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.citation import citation
from index.export.contract import search_json
from index.export.escape import markdown
from index.export.forms import Writer, markdown_page, plain_page, written
from index.export.receipt import Receipt
from index.export.wrap import wrap
from index.results import Hit, SearchResult


def render(
    result: SearchResult, corpus: Corpus, form: str, width: int = 80, today: date | None = None
) -> str:
    """A search result in a format: `plain` (wrapped to `width` cells), `markdown` or `json`."""
    writers: dict[str, Writer] = {
        "plain": lambda made: _plain(result, corpus, made, width),
        "markdown": lambda made: _markdown(result, corpus, made),
    }
    asked = (f"Search: {result.query} (read as: {result.read_as})",)
    return written(form, corpus, asked, today, lambda: search_json(result, by_article=False), writers)


def _plain(result: SearchResult, corpus: Corpus, made: Receipt, width: int) -> str:
    parts = [f"Search: {result.query}\n{_count(result)}"]
    for hit in result.hits:
        text = wrap(hit.passage.text, width, first="  ")
        parts.append(f"{text}\n{wrap(_cited(hit, corpus), width, first='  -- ', rest='     ')}")
    return plain_page(made, [*parts, _silent(result)], width)


def _markdown(result: SearchResult, corpus: Corpus, made: Receipt) -> str:
    parts = [f"# Search: {markdown(result.query)}", _count(result)]
    parts += [_markdown_hit(hit, _cited(hit, corpus)) for hit in result.hits]
    return markdown_page(made, [*parts, markdown(_silent(result))])


def _cited(hit: Hit, corpus: Corpus) -> str:
    return citation(corpus.article(hit.passage.article), hit.passage)


def _count(result: SearchResult) -> str:
    shown = len(result.hits)
    best = "" if shown == result.total else f", the best {shown} here"
    return f"{result.total} found{best}"


def _silent(result: SearchResult) -> str:
    return f"No hit in: {', '.join(result.without)}" if result.without else ""


def _markdown_hit(hit: Hit, told: str) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in markdown(hit.passage.text).split("\n"))
    return f"{quote}\n>\n> — {markdown(told)}"
