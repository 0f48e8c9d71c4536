"""HTML pages: the article with its headings, quotes, lists, tables, links and notes, and the rest as boilerplate.

Lines are those of the extracted text, one a paragraph: a line number cites the paragraph.
"""

from __future__ import annotations

from index.formats.election import elect
from index.formats.elements import walk_page
from index.formats.footnotes import Footnotes
from index.formats.head import read_head, same_words
from index.formats.markup import parse_html
from index.formats.scribe import Scribe
from index.formats.source import Source


def read_html(data: bytes) -> Source:
    """The source of an HTML page; raises BriefingError for one that is over a bound."""
    root, decoded = parse_html(data)
    scribe = Scribe()
    if root is None:
        return scribe.source("html", encoding=decoded.encoding, metadata={}, undecodable=decoded.undecodable)
    metadata = read_head(root)
    title = str(metadata["title"][0]) if "title" in metadata else ""
    page = walk_page(root, Footnotes(root))
    titled = False
    for record, kept in zip(page.records, elect(page), strict=True):
        kind = record.kind
        if not titled and kind == "heading" and same_words(record.paragraph.finish()[0], title):
            kind, titled = "title", True
        elif record.byline and record.paragraph.size < 200 and kind == "body" and (kept or titled):
            kind = "byline"
        elif not kept:
            kind = "boilerplate"
        scribe.add(kind, record.paragraph, level=record.level if kind != "title" else 0, note=record.note)
    return scribe.source("html", encoding=decoded.encoding, metadata=metadata, undecodable=decoded.undecodable)
