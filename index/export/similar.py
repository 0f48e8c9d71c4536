"""What the other articles say about one passage, taken away: plain text, Markdown or the contract's JSON."""

from __future__ import annotations

from datetime import date

from index.corpus import Corpus
from index.export.citation import citation, lines_of
from index.export.contract import Json, dumps, passage_json
from index.export.escape import markdown
from index.export.receipt import Receipt, receipt
from index.export.wrap import wrap
from index.model import Article, Passage
from index.results import Similar

_NOTHING = "Nothing close in the other articles: no passage shares enough of this one's telling words."
# So many articles are named in a sentence.
_MOST = 100


def render(result: Similar, corpus: Corpus, form: str, width: int = 80, today: date | None = None) -> str:
    """An answer in a format: `plain` (wrapped to `width` cells), `markdown` or `json`."""
    if form == "json":
        return dumps(similar_json(result)) + "\n"
    of = result.of
    made = receipt(corpus, f"Passage: {of.article}, {lines_of(of)}", today)
    articles = {article.id: article for article in corpus.articles()}
    if form == "markdown":
        return _markdown(result, articles, made)
    return _plain(result, articles, made, width)


def similar_json(result: Similar) -> Json:
    """The answer of `similar`, with the keys of the contract and no others."""
    hits = [{**passage_json(hit.passage), "shared": list(hit.shared)} for hit in result.hits]
    return {"of": passage_json(result.of), "hits": hits}


def _plain(result: Similar, articles: dict[str, Article], made: Receipt, width: int) -> str:
    parts = [made.banner, _plain_passage(result.of, articles, width)]
    for hit in result.hits:
        both = wrap(f"both have: {', '.join(hit.shared)}", width, first="  ")
        parts.append(f"{_plain_passage(hit.passage, articles, width)}\n{both}")
    parts.append(wrap(_nothing(result, articles), width, rest="  "))
    parts += ["\n".join(wrap(line, width, rest="  ") for line in made.lines), made.banner]
    return "\n\n".join(part for part in parts if part) + "\n"


def _plain_passage(passage: Passage, articles: dict[str, Article], width: int) -> str:
    text = wrap(passage.text, width, first="  ")
    cited = wrap(citation(articles[passage.article], passage), width, first="  -- ", rest="     ")
    return f"{passage.article} {lines_of(passage)}\n{text}\n{cited}"


def _nothing(result: Similar, articles: dict[str, Article]) -> str:
    """Which other articles have nothing close; of very many the first and the number of the rest."""
    if not result.hits:
        return _NOTHING
    found = {result.of.article, *(hit.passage.article for hit in result.hits)}
    without = [ident for ident in articles if ident not in found]
    if not without:
        return ""
    more = f" and {len(without) - _MOST:,} more" if len(without) > _MOST else ""
    return f"Nothing close in: {', '.join(without[:_MOST])}{more}."


def _markdown(result: Similar, articles: dict[str, Article], made: Receipt) -> str:
    parts = [markdown(made.banner), "# What the other articles say about one passage"]
    parts.append(_markdown_passage(result.of, articles))
    for hit in result.hits:
        parts.append(f"## {markdown(hit.passage.article)}, both have: {markdown(', '.join(hit.shared))}")
        parts.append(_markdown_passage(hit.passage, articles))
    parts.append(markdown(_nothing(result, articles)))
    parts += ["---", "\n".join(f"- {markdown(line)}" for line in made.lines), markdown(made.banner)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _markdown_passage(passage: Passage, articles: dict[str, Article]) -> str:
    quote = "\n".join(f"> {line}".rstrip() for line in markdown(passage.text).split("\n"))
    return f"{quote}\n>\n> — {markdown(citation(articles[passage.article], passage))}"
