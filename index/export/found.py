"""The answer to a search, taken away: passages with their citations, or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.citation import citation
from index.export.contract import search_json
from index.export.escape import markdown
from index.export.forms import Writer, markdown_page, markdown_quote, plain_page, plain_quote, written
from index.export.receipt import Receipt
from index.export.synopsis import listed
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
    parts = [f"{wrap(f'Search: {result.query}', width, rest='  ')}\n{_count(result)}"]
    parts += [plain_quote(hit.passage.text, _cited(hit, corpus), width) for hit in result.hits]
    return plain_page(made, [*parts, wrap(_silent(result), width, rest="  ")], width)


def _markdown(result: SearchResult, corpus: Corpus, made: Receipt) -> str:
    parts = [f"# Search: {markdown(result.query)}", _count(result)]
    parts += [markdown_quote(hit.passage.text, _cited(hit, corpus)) for hit in result.hits]
    return markdown_page(made, [*parts, markdown(_silent(result))])


def _cited(hit: Hit, corpus: Corpus) -> str:
    return citation(corpus.article(hit.passage.article), hit.passage)


def _count(result: SearchResult) -> str:
    shown = len(result.hits)
    best = "" if shown == result.total else f", the best {shown} here"
    return f"{result.total} found{best}"


def _silent(result: SearchResult) -> str:
    return f"No hit in: {listed(result.without)}" if result.without else ""
