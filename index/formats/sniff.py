"""What a file is by its first bytes: a name may lie, and a PDF named .txt is still a PDF."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["text", "markdown", "html", "pdf", "docx", "epub", "mail"]

_SUFFIXES: dict[str, Format] = {
    ".txt": "text", ".md": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html", ".pdf": "pdf",
    ".docx": "docx", ".epub": "epub", ".eml": "mail",
}  # fmt: skip
# A PDF may have up to 1,024 bytes of anything before its mark (ISO 32000, annex H).
_PDF_WITHIN = 1024
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]", re.I | re.S
)
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Outlook or protected Office file; save it as .docx"),
    (b"{\\rtf", "a rich text file; save it as .docx"),
    (b"\x1f\x8b", "a gzip archive; unpack it"),
    (b"BZh", "a bzip2 archive; unpack it"),
    (b"\xfd7zXZ\x00", "an xz archive; unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file; make a PDF of it"),
    (b"SQLite format 3\x00", "a database"),
)


def by_suffix(suffix: str) -> Format | None:
    """The format that a file's name promises, None for one that is not read."""
    return _SUFFIXES.get(suffix.lower())


def by_content(data: bytes) -> Format | Literal["zip"] | None:
    """The format that the first bytes show; None for text of some kind, `zip` for a DOCX, EPUB or other."""
    head = data[:_PDF_WITHIN]
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return "zip"
    if b"%PDF-" in head and (
        head.startswith(b"%PDF-") or not head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    ):
        at = head.index(b"%PDF-")
        if at == 0 or not _is_text(head[:at]) or head[:at].count(b"\n") <= 2:
            return "pdf"
    if _PAGE.match(data[:4096].removeprefix(b"\xef\xbb\xbf")):
        return "html"
    return None


def other(data: bytes) -> str:
    """What a file is that is not read, in words that say what to do, or nothing."""
    return next((words for mark, words in _OTHERS if data.startswith(mark)), "")


def _is_text(data: bytes) -> bool:
    return not any(byte < 9 for byte in data)
