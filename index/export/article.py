"""One article as text to take away: every block, in order, with its notes tied to their markers.

In plain text the markers stand in brackets; in Markdown they are footnotes, and emphasis is kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from index.dates import in_words
from index.export.contract import dumps, show_json
from index.export.wrap import cells, wrap
from index.model import Article, ArticleText, Block

_QUOTE = "  | "
_MARKDOWN_SPECIAL = frozenset("\\`*_[]<>#")


def heading_line(article: Article) -> str:
    """Authors, source and date of an article on one line, leaving out what is not known."""
    authors = ", ".join(article.authors)
    date = in_words(article.date) if article.date else "no date"
    return " · ".join(part for part in (authors, article.source, date, article.marking) if part)


def render(text: ArticleText, form: str, width: int) -> str:
    """An article in a format: `plain` (wrapped to `width` cells), `markdown` or `json`."""
    if form == "json":
        return dumps(show_json(text)) + "\n"
    return _markdown(text) if form == "markdown" else _plain(text, width)


def _plain(text: ArticleText, columns: int) -> str:
    article = text.article
    parts = [wrap(heading_line(article), columns)]
    for block in text.blocks:
        parts.append(_plain_block(block, columns))
    return "\n\n".join(parts) + "\n"


def _plain_block(block: Block, columns: int) -> str:
    if "\n" in block.text:
        # Lines that were kept apart (verse, code, a table's rows) stay apart.
        return "\n".join(
            f"{_QUOTE if block.kind == 'quote' else ''}{line}" for line in block.text.split("\n")
        )
    shown = with_markers(block)
    match block.kind:
        case "title":
            return f"{wrap(shown, columns)}\n{'=' * min(cells(shown), columns)}"
        case "heading":
            return f"{wrap(shown, columns)}\n{'-' * min(cells(shown), columns)}"
        case "quote":
            return wrap(shown, columns, first=_QUOTE)
        case "note" if block.note is not None:
            mark = f"[{block.note}] "
            return wrap(shown, columns, first=mark, rest=" " * len(mark))
        case _:
            return wrap(shown, columns)


def with_markers(block: Block) -> str:
    """A block's text with its note markers put back, in brackets."""
    pieces: list[str] = []
    at = 0
    for span in block.spans:
        if span.kind == "ref":
            pieces += [block.text[at : span.start], f"[{span.value}]"]
            at = span.start
    return "".join([*pieces, block.text[at:]])


def _markdown(text: ArticleText) -> str:
    article = text.article
    parts = [f"# {_escaped(article.title)}", _escaped(heading_line(article))]
    parts += [line for block in text.blocks if block.kind != "title" for line in _markdown_block(block)]
    return "\n\n".join(parts) + "\n"


def _markdown_block(block: Block) -> Iterator[str]:
    inner = _inline(block)
    match block.kind:
        case "heading":
            yield f"{'#' * min(max(block.level, 1) + 1, 6)} {inner}"
        case "quote":
            yield "\n".join(f"> {line}" for line in inner.split("\n"))
        case "note" if block.note is not None:
            yield f"[^{block.note}]: {inner}"
        case "caption" | "byline" | "boilerplate":
            yield f"*{inner}*"
        case _:
            yield inner


_MARKS = {"emphasis": ("*", "*"), "strong": ("**", "**"), "code": ("`", "`")}


def _inline(block: Block) -> str:
    """A block's text with its spans written as Markdown and everything else escaped."""
    opens: dict[int, list[str]] = {}
    closes: dict[int, list[str]] = {}
    for span in block.spans:
        if span.kind == "ref":
            closes.setdefault(span.start, []).append(f"[^{span.value}]")
        elif span.kind == "link":
            opens.setdefault(span.start, []).append("[")
            closes.setdefault(span.end, []).insert(0, f"]({span.value or '#'})")
        else:
            left, right = _MARKS[span.kind]
            opens.setdefault(span.start, []).append(left)
            closes.setdefault(span.end, []).insert(0, right)
    pieces: list[str] = []
    for place in range(len(block.text) + 1):
        pieces += closes.get(place, [])
        pieces += opens.get(place, [])
        pieces.append(_escaped(block.text[place : place + 1]))
    return "".join(pieces)


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in _MARKDOWN_SPECIAL else char for char in text)
