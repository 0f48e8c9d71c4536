"""How much of a file is read before it is refused: one place for the bounds that hold hostile files.

Each bound is far above what real articles reach, and low enough that a file made to exhaust a machine costs
some half a minute and a gigabyte at most. A user may set those of `Limits`.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.model import BriefingError

MEGABYTE = 1 << 20
_WHERE = "under [limits] in config.toml"

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
PDF_SECONDS = 60
"""Processor time in which a PDF is read, in a process of its own."""
PDF_MEMORY = 2_048 * MEGABYTE
"""Address space of that process."""
MAIL_PARTS = 500
"""Parts of a message."""
MAIL_DEPTH = 20
"""Messages and multiparts that lie in one another."""
CHAPTERS = 5_000
"""Documents in the reading order of an EPUB."""
TEXT_BYTES = 24 * MEGABYTE
"""A file of text or Markdown, or the characters in the text of a file of any other format."""
MARKDOWN_SIGNS = 1_000_000
"""Signs that may begin emphasis, code, a link, a tag or a cell: each costs up to 20 µs and a kilobyte.
Markdown with more is refused; in plain text with more they stay as they stand."""
LINES = 400_000
"""Lines with text, each of which may be a block of its own, at 70 µs and two kilobytes."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds that a user may set: those that a large file of good will can reach.

    `file_mb` is of any file, `text_mb` of the text in it, `unpacked_mb` of a DOCX or EPUB, in 2^20 bytes;
    `lines` is of the lines with text. They are positive.
    """

    file_mb: int = FILE_BYTES // MEGABYTE
    text_mb: int = TEXT_BYTES // MEGABYTE
    unpacked_mb: int = ZIP_BYTES // MEGABYTE
    lines: int = LINES


_USUAL = Limits()


def set_limits(limits: Limits) -> None:
    """Let these bounds hold for all that is read from now on in this process.

    Call it before a corpus is opened. Files that were read within other bounds are read anew.
    """
    global FILE_BYTES, TEXT_BYTES, ZIP_BYTES, LINES
    FILE_BYTES = limits.file_mb * MEGABYTE
    TEXT_BYTES = limits.text_mb * MEGABYTE
    ZIP_BYTES = limits.unpacked_mb * MEGABYTE
    LINES = limits.lines


def present() -> Limits:
    """The bounds that hold now."""
    return Limits(FILE_BYTES // MEGABYTE, TEXT_BYTES // MEGABYTE, ZIP_BYTES // MEGABYTE, LINES)


def unusual() -> str:
    """The bounds in a word where a user has set them, by which what was read within others is told apart."""
    now = present()
    return "" if now == _USUAL else repr(now)


def hold_lines(count: int) -> None:
    """Raise BriefingError when a text has more lines than its bound."""
    if count > LINES:
        raise BriefingError(f"has more than {LINES:,} lines of text; split it, or raise lines {_WHERE}")


def hold_signs(text: str) -> None:
    """Raise BriefingError when a Markdown text has more signs than its bound."""
    if has_too_many_signs(text):
        raise BriefingError(
            f"has more than {MARKDOWN_SIGNS:,} signs of Markdown; split it into smaller files"
        )


def has_too_many_signs(text: str) -> bool:
    """Whether a text has more signs than the bound of those that may begin emphasis and the like."""
    return len(text) > MARKDOWN_SIGNS and sum(map(text.count, "*_[`<|~")) > MARKDOWN_SIGNS


def hold_tags(data: bytes, what: str) -> None:
    """Raise BriefingError when markup is over its bounds of size or tags; `what` names it in the message."""
    hold(len(data), MARKUP_BYTES, what)
    if tags_of(data) > MARKUP_TAGS:
        raise BriefingError(f"{what} has more than {MARKUP_TAGS:,} tags; split it into smaller files")


def tags_of(data: bytes) -> int:
    """How many tags open an element in markup, at most."""
    return data.count(b"<") - data.count(b"</")


def hold(size: int, most: int, what: str, setting: str = "") -> None:
    """Raise BriefingError when a size in bytes is over its bound; `what` names the thing in the message.

    `setting` is the name under which the bound can be set, if it can.
    """
    if size > most:
        told = f"{what} is larger than {most // MEGABYTE} MB; split it into smaller files"
        raise BriefingError(f"{told}, or raise {setting} {_WHERE}" if setting else told)
