"""One file becomes an article: read, cleaned, cut into blocks, with what is known of it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePath

from index.blocks import Built, build_blocks
from index.formats import limits
from index.formats.read import read_source
from index.formats.source import Source
from index.hygiene import clean_name
from index.metadata import as_edtf, gather
from index.model import Article, ArticleText, BriefingError, Problem
from index.store.changes import open_file


def read_article(
    path: Path, name: str, declared: Mapping[str, object]
) -> tuple[ArticleText, tuple[Problem, ...]]:
    """The article in a file and what is wrong with the file.

    `name` is the file's name within the corpus, `declared` its own entry in articles.toml (empty where there
    is none). Raises BriefingError with one line that says what to do when the file cannot be an article, and
    OSError when it cannot be read.
    """
    with open_file(path) as file:
        limits.hold(os.fstat(file.fileno()).st_size, limits.FILE_BYTES, "the file", "file_mb")
        data = file.read()
    try:
        source = read_source(data, name)
        built = blocks_of(source, declared)
    except (RecursionError, MemoryError) as error:
        raise BriefingError("is built too deep or too large to read; split or simplify it") from error
    shown = clean_name(name)
    known = gather(shown, declared, source, built.front)
    passages = [block for block in built.blocks if block.is_passage]
    article = Article(
        id=known.text("id") or _id_of(name),
        file=shown,
        title=known.text("title") or _title_of(name),
        authors=known.several("authors"),
        date=as_edtf(known.text("date")) or None,
        date_note=known.text("date_note"),
        source=known.text("source"),
        language=known.text("language"),
        url=known.text("url"),
        tags=known.several("tags"),
        descriptor=known.text("descriptor"),
        marking=known.text("marking"),
        words=sum(len(block.text.split()) for block in passages if block.kind != "note"),
        passages=len(passages),
        notes=sum(block.kind == "note" for block in passages),
        format=source.format,
        encoding=source.encoding,
        digest=hashlib.sha256(data).hexdigest(),
        removed=source.removed,
        provenance=tuple(known.provenance.items()),
    )
    problems = [Problem(shown, message, line) for line, message in source.problems]
    if source.undecodable:
        one = source.undecodable == 1
        found = "1 character is" if one else f"{source.undecodable:,} characters are"
        problems.append(
            Problem(shown, f"{found} no {source.encoding} and {'stands' if one else 'stand'} as \ufffd")
        )
    return ArticleText(article, source.lines, built.blocks), (*problems, *known.problems)


def blocks_of(source: Source, declared: Mapping[str, object]) -> Built:
    """The blocks of a source, knowing the title that is declared or that the file carries."""
    carried = source.metadata.get("title", ("", ""))[0]
    return build_blocks(source, title=str(declared.get("title") or carried or ""))


def _id_of(name: str) -> str:
    """An id that can be typed: the file's name without its suffix and its folder's slashes."""
    stem = str(PurePath(name).with_suffix("")) if PurePath(name).suffix else name
    return re.sub(r"[^\w.-]+", "-", clean_name(stem)).strip("-.") or "article"


def _title_of(name: str) -> str:
    """A title for a text that has none: the name of its file."""
    return clean_name(PurePath(name).stem)
