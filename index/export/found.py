"""The answer to a search, taken away: passages with their citations, or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.citation import citation
from index.export.contract import dumps, search_json
from index.export.escape import markdown
from index.export.receipt import receipt
from index.export.wrap import wrap
from index.results import Hit, SearchResult


def render(
    result: SearchResult, corpus: Corpus, form: str, width: int = 80, today: date | None = None
) -> str:
    """A search result in a format: `plain` (wrapped to `width` cells), `markdown` or `json`."""
    if form == "json":
        return dumps(search_json(result, by_article=False)) + "\n"
    made = receipt(corpus, f"Search: {result.query} (read as: {result.read_as})", today)
    cited = [(hit, citation(corpus.article(hit.passage.article), hit.passage)) for hit in result.hits]
    shown = len(result.hits)
    count = (
        f"{result.total} found" if shown == result.total else f"{result.total} found, the best {shown} here"
    )
    silent = f"No hit in: {', '.join(result.without)}" if result.without else ""
    if form == "markdown":
        parts = [markdown(made.banner), f"# Search: {markdown(result.query)}", count]
        parts += [_markdown_hit(hit, told) for hit, told in cited]
        parts += [markdown(silent), "---", "\n".join(f"- {markdown(line)}" for line in made.lines)]
    else:
        parts = [made.banner, f"Search: {result.query}\n{count}"]
        parts += [
            f"{wrap(hit.passage.text, width, first='  ')}\n{wrap(told, width, first='  -- ', rest='     ')}"
            for hit, told in cited
        ]
        parts += [silent, "\n".join(wrap(line, width, rest="  ") for line in made.lines)]
    parts.append(markdown(made.banner) if form == "markdown" else made.banner)
    return "\n\n".join(part for part in parts if part) + "\n"


def _markdown_hit(hit: Hit, told: str) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in markdown(hit.passage.text).split("\n"))
    return f"{quote}\n>\n> — {markdown(told)}"
