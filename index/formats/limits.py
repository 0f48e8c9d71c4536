"""How much of a file is read before it is refused: one place for the bounds that hold hostile files.

Each bound is far above what real articles reach, and low enough that a file made to exhaust a machine costs
seconds and some hundred megabytes at most.
"""

from __future__ import annotations

from index.model import BriefingError

MEGABYTE = 1 << 20

FILE_BYTES = 256 * MEGABYTE
"""A file of any format."""
MARKUP_BYTES = 24 * MEGABYTE
"""One HTML page or one XML part, whose tree takes up to twenty times its size in memory."""
MARKUP_TAGS = 500_000
"""Tags that open an element, of one HTML page or XML part: each costs about a kilobyte and 25 µs."""
TAG_ATTRIBUTES = 1_000
"""Attributes of one element: the time to parse them grows with their square."""
MARKUP_ATTRIBUTES = 1_000_000
"""Attributes and names of elements in one HTML page or XML part."""
MARKUP_DEPTH = 200
"""Elements open at one time; libxml2 refuses more than 256."""
ZIP_MEMBERS = 10_000
"""Members of a DOCX or EPUB file."""
ZIP_BYTES = 64 * MEGABYTE
"""All members that are read of a DOCX or EPUB file, decompressed; their tags count together as well."""
PDF_PAGES = 5_000
"""Pages that are read of a PDF; the rest is told as a problem."""
PDF_PAGE_CHARACTERS = 200_000
"""Characters that are read of one page of a PDF."""
MAIL_PARTS = 500
"""Parts of a message."""
MAIL_DEPTH = 20
"""Messages and multiparts that lie in one another."""
CHAPTERS = 5_000
"""Documents in the reading order of an EPUB."""
LINES = 2_000_000
"""Lines of extracted text."""


def hold_tags(data: bytes, what: str) -> None:
    """Raise BriefingError when markup is over its bounds of size or tags; `what` names it in the message."""
    hold(len(data), MARKUP_BYTES, what)
    if tags_of(data) > MARKUP_TAGS:
        raise BriefingError(f"{what} has more than {MARKUP_TAGS:,} tags; split it into smaller files")


def tags_of(data: bytes) -> int:
    """How many tags open an element in markup, at most."""
    return data.count(b"<") - data.count(b"</")


def hold(size: int, most: int, what: str) -> None:
    """Raise BriefingError when a size in bytes is over its bound; `what` names the thing in the message."""
    if size > most:
        raise BriefingError(f"{what} is larger than {most // MEGABYTE} MB; split it into smaller files")
