"""HTML pages: the article with its headings, quotes, lists, tables, links and notes, the rest as boilerplate.

Lines are those of the extracted text, one a paragraph: a line number cites the paragraph.
"""

from __future__ import annotations

from collections import Counter

from index.formats.election import elect
from index.formats.elements import walk_page
from index.formats.footnotes import Footnotes
from index.formats.head import read_head, same_words
from index.formats.markup import parse_html
from index.formats.page import Page
from index.formats.scribe import Scribe
from index.formats.source import Source

_LONGEST_BYLINE = 300
# How far down a title without a heading's mark is looked for.
_FIRST = 20


def read_html(data: bytes) -> Source:
    """The source of an HTML page; raises BriefingError for one that is over a bound."""
    parsed = parse_html(data)
    root = parsed.root
    scribe = Scribe()
    scribe.removed = parsed.removed
    if root is None:
        return scribe.source("html", encoding=parsed.encoding, metadata={}, undecodable=parsed.undecodable)
    metadata = read_head(root)
    title = str(metadata["title"][0]) if "title" in metadata else ""
    page = walk_page(root, Footnotes({"": root}), base=str(metadata["url"][0]) if "url" in metadata else "")
    heading = _title_heading(page, title)
    if heading >= 0:
        shown = page.records[heading].paragraph.finish()[0].replace("\n", " ")
        if title and len(shown) < len(title):
            metadata["title"] = (shown, metadata["title"][1])
        metadata.setdefault("title", (shown, "page, heading"))
    bylines = _sizes_of_bylines(page)
    kept = elect(page, page.records[heading].node if heading >= 0 else -1)
    begins = next(
        (number for number, record in enumerate(page.records) if kept[number] and record.kind == "body"), 0
    )
    for number, record in enumerate(page.records):
        kind = record.kind
        if number == heading:
            kind = "title"
        elif kind == "body" and record.byline >= 0 and bylines[record.byline] <= _LONGEST_BYLINE and (
            kept[number] or 0 <= heading < number < begins
        ):  # fmt: skip
            kind = "byline"
        elif not kept[number] and record.note is None:
            kind = "boilerplate"
        scribe.add(kind, record.paragraph, level=0 if number == heading else record.level, note=record.note)
    return scribe.source("html", encoding=parsed.encoding, metadata=metadata, undecodable=parsed.undecodable)


def _sizes_of_bylines(page: Page) -> Counter[int]:
    """How much text stands in each element that says to name the author or the date."""
    sizes: Counter[int] = Counter()
    for record in page.records:
        sizes[record.byline] += record.paragraph.size
    return sizes


def _title_heading(page: Page, title: str) -> int:
    """The first heading, or else early paragraph, that is the page's title, -1 where there is none."""
    headings = [number for number, record in enumerate(page.records[:5000]) if record.kind == "heading"]
    for number in headings:
        if same_words(page.records[number].paragraph.finish()[0], title):
            return number
    for number, record in enumerate(page.records[:_FIRST]):
        short = record.kind == "body" and record.paragraph.size < _LONGEST_BYLINE
        if short and same_words(record.paragraph.finish()[0], title):
            return number
    first = [number for number in headings if page.records[number].level == 1]
    return first[0] if len(first) == 1 else -1
