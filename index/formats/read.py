"""A file's bytes become a source, by the format they are in whatever their name says.

Only the reader that is needed is imported, and only then: a corpus of text files needs no library for PDF.
"""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from index.decode import is_binary
from index.formats import limits
from index.formats.sniff import Format, by_content, by_suffix, other
from index.formats.text import read_text
from index.model import BriefingError

if TYPE_CHECKING:
    from index.formats.source import Source

INSTALL = "pip install '.[formats]'"
_NAMES = {"html": "HTML", "pdf": "PDF", "docx": "DOCX", "epub": "EPUB", "mail": "HTML in e-mail"}
# Pages of a PDF that are read when its beginning is wanted.
_FIRST_PAGES = 12
_LIBRARIES = frozenset({"lxml", "pypdfium2"})


def read_source(data: bytes, name: str) -> Source:
    """The source in a file's bytes; the suffix of its `name` is believed where the bytes do not tell.

    Raises BriefingError with one line that says what to do, and nothing else, whatever the bytes.
    """
    limits.hold(len(data), limits.FILE_BYTES, "the file", "file_mb")
    return _read_or_tell(data, _format(data, PurePath(name).suffix), pages=limits.PDF_PAGES)


def _read_or_tell(data: bytes, kind: Format, *, pages: int) -> Source:
    """Read a file of a format, at most so many pages of a PDF, and tell what is wrong in one line."""
    try:
        return _read(data, kind, pages)
    except BriefingError:
        raise
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise BriefingError(f"needs briefing[formats] to read {_NAMES.get(kind, kind)}: {INSTALL}") from error
    except MemoryError as error:
        raise BriefingError("needs more memory than there is; split it into smaller files") from error
    except Exception as error:
        # What a parser makes of a damaged file is beyond listing; it costs this file a line and no other.
        raise BriefingError(
            f"cannot be read as {_NAMES.get(kind, kind)}, it seems damaged; save it anew"
        ) from error


def read_head(head: bytes, path: Path) -> Source | None:
    """The source of a file's beginning: of a text `head`, of a PDF its first pages; None for what needs all.

    Raises BriefingError, as `read_source` does, and OSError.
    """
    kind = _format(head, path.suffix) if by_content(head) != "zip" else "docx"
    if kind in ("text", "markdown"):
        return read_text(head, format_name=kind)
    if kind != "pdf":
        return None
    limits.hold(path.stat().st_size, limits.FILE_BYTES, "the file", "file_mb")
    return _read_or_tell(path.read_bytes(), "pdf", pages=_FIRST_PAGES)


def _format(data: bytes, suffix: str) -> Format:
    named = by_suffix(suffix) or "text"
    shown = by_content(data)
    if shown == "zip":
        from index.formats.archive import kind_of_zip

        return kind_of_zip(data)
    if shown is not None:
        return shown if shown == "pdf" or named != "mail" else named
    if named in ("pdf", "docx", "epub"):
        raise BriefingError(f"is named {suffix} but {_told(data, _NAMES[named])}")
    if other(data):
        raise BriefingError(f"is {other(data)}")
    return named


def _told(data: bytes, wanted: str) -> str:
    """What a file is that is not what its name says."""
    if other(data):
        return f"is {other(data)}"
    if not data.strip():
        return "is empty"
    return f"is no {wanted} file" if is_binary(data) else "is text; rename it to .txt"


def _read(data: bytes, kind: Format, pages: int) -> Source:
    if kind == "html":
        from index.formats.html import read_html

        return read_html(data)
    if kind == "pdf":
        from index.formats.apart import read_apart

        return read_apart(data, pages)
    if kind == "docx":
        from index.formats.docx import read_docx

        return read_docx(data)
    if kind == "epub":
        from index.formats.epub import read_epub

        return read_epub(data)
    if kind == "mail":
        from index.formats.mail import read_mail

        return read_mail(data)
    return read_text(data, format_name=kind)
