"""One file becomes an article: read, cleaned, cut into blocks, with what is known of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from index.blocks import build_blocks
from index.formats.text import read_text
from index.model import Article, ArticleText, Problem


def read_article(
    path: Path, name: str, declared: Mapping[str, object]
) -> tuple[ArticleText, tuple[Problem, ...]]:
    """The article in a file and what is wrong with the file.

    `name` is the file's name within the corpus, `declared` its own entry in articles.toml (empty where there
    is none). Raises BriefingError with one line that says what to do when the file cannot be an article, and
    OSError when it cannot be read.
    """
    data = path.read_bytes()
    source = read_text(data)
    built = build_blocks(source, title=str(declared.get("title", "")))
    blocks = built.blocks
    title = built.front.title or path.stem
    text = [block for block in blocks if block.is_passage]
    authors = declared.get("authors", [])
    article = Article(
        id=str(declared.get("id") or path.stem),
        file=name,
        title=str(declared.get("title") or title),
        authors=tuple(str(author) for author in authors) if isinstance(authors, list) else (),
        date=str(declared["date"]) if "date" in declared else None,
        date_note=str(declared.get("date_note", "")),
        source=str(declared.get("source", "")),
        words=sum(len(block.text.split()) for block in text),
        passages=len(text),
        notes=sum(block.kind == "note" for block in blocks),
        encoding=source.encoding,
        digest=hashlib.sha256(data).hexdigest(),
        removed=source.removed,
    )
    return ArticleText(article, source.lines, blocks), ()
