"""The JSON that scripts rely on: articles, blocks and hits as plain dictionaries.

The keys are a contract with people outside (see the README, "Formats"), so they stand in one place and
nothing is added to them in passing. Lines are 1-based and inclusive, spans are code-point offsets.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from index.hygiene import spell_out
from index.model import Article, ArticleText, Block, Passage, Repair
from index.results import ArticleHits, Hit, SearchResult

SCHEMA = 1

Json = dict[str, Any]


def dumps(value: Mapping[str, Any]) -> str:
    """One object of the contract as text, with the schema's number first.

    UTF-8 is not escaped, but for what a terminal may obey or a person cannot see.
    """
    return spell_out(json.dumps({"schema": SCHEMA, **value}, ensure_ascii=False, indent=2))


def article_json(article: Article) -> Json:
    """An article's metadata and counts, as `list` gives them."""
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "authors": list(article.authors),
        "date": article.date,
        "date_note": article.date_note,
        "source": article.source,
        "words": article.words,
        "passages": article.passages,
        "notes": article.notes,
    }


def list_json(articles: Sequence[Article]) -> Json:
    """The answer of `list`."""
    return {"articles": [article_json(article) for article in articles]}


def show_json(text: ArticleText) -> Json:
    """The answer of `show`: every block of an article, with the repairs that made it."""
    return {"article": article_json(text.article), "blocks": [_block_json(block) for block in text.blocks]}


def passage_json(passage: Passage) -> Json:
    """A passage as it stands in every answer that names one."""
    return {
        "article": passage.article,
        "n": passage.n,
        "kind": passage.kind,
        "section": passage.section,
        "lines": list(passage.lines),
        "text": passage.text,
    }


def search_json(result: SearchResult, *, by_article: bool) -> Json:
    """The answer of `search`, by passage or by article."""
    hits = [_article_hits_json(found) for found in result.articles] if by_article else _hits_json(result.hits)
    return {
        "query": result.query,
        "read_as": result.read_as,
        "total": result.total,
        "suggestion": result.suggestion,
        "hits": hits,
    }


def _hits_json(hits: Sequence[Hit]) -> list[Json]:
    return [
        {
            **passage_json(hit.passage),
            "score": round(hit.score, 4),
            "spans": [list(span) for span in hit.spans],
            "matched": list(hit.matched),
        }
        for hit in hits
    ]


def _article_hits_json(found: ArticleHits) -> Json:
    return {
        "article": found.article.id,
        "title": found.article.title,
        "score": round(found.score, 4),
        "passages": _hits_json(found.hits),
    }


def _block_json(block: Block) -> Json:
    return {
        "n": block.n,
        "kind": block.kind,
        "section": block.section,
        "lines": [block.first, block.last],
        "text": block.text,
        "note_refs": list(block.note_refs),
        "repairs": [_repair_json(repair) for repair in block.repairs],
    }


def _repair_json(repair: Repair) -> Json:
    return {
        "kind": repair.kind,
        "line": repair.line,
        "start": repair.start,
        "end": repair.end,
        "removed": repair.removed,
        "put": repair.put,
    }
