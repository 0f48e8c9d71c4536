"""The library's list: each article in two rows, or in one where the screen is wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import Article, Unread
from tui.layout.line import joined
from tui.layout.listing import Listing
from tui.layout.words import authors_of, counted, date_of, named

# From this width on an entry has one row.
WIDE = 150
# The second row begins under the title of a short id, and at the same place under a long one.
_INDENT = 4


def library(
    articles: Sequence[Article], unread: Sequence[Unread], read: Mapping[str, float], none: str, width: int
) -> Listing:
    """The list: `read` is the part of each article that was read, `none` what is said of an empty list."""
    listing = Listing(width)
    for article in articles:
        part = _part(read.get(article.id))
        about = joined(
            (date_of(article), authors_of(article), article.source, counted(article.words, "word"))
        )
        if width >= WIDE:
            listing.entry((f"{named(article)} · {about}", part, "text"))
        else:
            listing.entry(
                (named(article), part, "head"), (" " * min(len(article.id) + 1, _INDENT) + about, "", "text")
            )
    if not articles:
        listing.remark(none)
    if unread:
        listing.remark()
        listing.remark(f"{counted(len(unread), 'file')} could not be read:", "warn")
        for file in unread:
            listing.remark(f"{file.file}: {file.reason}", "text")
    return listing


def _part(part: float | None) -> str:
    if part is None:
        return "not read yet"
    return "read" if part >= 0.995 else f"{part:.0%} read"
