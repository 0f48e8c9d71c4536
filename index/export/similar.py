"""What the other articles say about one passage, taken away: plain text, Markdown or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.citation import citation, lines_of
from index.export.contract import Json, passage_json
from index.export.escape import markdown
from index.export.forms import Writer, markdown_page, markdown_quote, plain_page, plain_quote, written
from index.export.receipt import Receipt
from index.export.synopsis import listed
from index.export.wrap import wrap
from index.model import Article, Passage
from index.results import Similar

_NOTHING = "Nothing close in the other articles: no passage shares enough of this one's telling words."


def render(result: Similar, corpus: Corpus, form: str, width: int = 80, today: date | None = None) -> str:
    """An answer in a format: `plain` (wrapped to `width` cells), `markdown` or `json`."""
    articles = {article.id: article for article in corpus.articles()}
    writers: dict[str, Writer] = {
        "plain": lambda made: _plain(result, articles, made, width),
        "markdown": lambda made: _markdown(result, articles, made),
    }
    asked = (f"Passage: {result.of.article}, {lines_of(result.of)}",)
    return written(form, corpus, asked, today, lambda: similar_json(result), writers)


def similar_json(result: Similar) -> Json:
    """The answer of `similar`, with the keys of the contract and no others."""
    hits = [{**passage_json(hit.passage), "shared": list(hit.shared)} for hit in result.hits]
    return {"of": passage_json(result.of), "hits": hits}


def _plain(result: Similar, articles: dict[str, Article], made: Receipt, width: int) -> str:
    parts = [_plain_passage(result.of, articles, width)]
    for hit in result.hits:
        both = wrap(f"both have: {', '.join(hit.shared)}", width, first="  ")
        parts.append(f"{_plain_passage(hit.passage, articles, width)}\n{both}")
    parts.append(wrap(_nothing(result, articles), width, rest="  "))
    return plain_page(made, parts, width)


def _plain_passage(passage: Passage, articles: dict[str, Article], width: int) -> str:
    quote = plain_quote(passage.text, citation(articles[passage.article], passage), width)
    return f"{passage.article} {lines_of(passage)}\n{quote}"


def _nothing(result: Similar, articles: dict[str, Article]) -> str:
    """Which other articles have nothing close; of very many the first and the number of the rest."""
    if not result.hits:
        return _NOTHING
    found = {result.of.article, *(hit.passage.article for hit in result.hits)}
    without = [ident for ident in articles if ident not in found]
    if not without:
        return ""
    return f"Nothing close in: {listed(without)}."


def _markdown(result: Similar, articles: dict[str, Article], made: Receipt) -> str:
    parts = ["# What the other articles say about one passage"]
    parts.append(_markdown_passage(result.of, articles))
    for hit in result.hits:
        parts.append(f"## {markdown(hit.passage.article)}, both have: {markdown(', '.join(hit.shared))}")
        parts.append(_markdown_passage(hit.passage, articles))
    parts.append(markdown(_nothing(result, articles)))
    return markdown_page(made, parts)


def _markdown_passage(passage: Passage, articles: dict[str, Article]) -> str:
    return markdown_quote(passage.text, citation(articles[passage.article], passage))
