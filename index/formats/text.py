"""Plain text, and text with the marks of Markdown in it."""

from __future__ import annotations

from index.decode import decode
from index.formats.source import Source
from index.hygiene import clean, split_lines


def read_text(data: bytes, *, format_name: str = "text") -> Source:
    """A source of plain text: its lines as they stand, decoded and cleaned."""
    decoded = decode(data)
    text, removed = clean(decoded.text)
    return Source(
        format=format_name,
        lines=tuple(split_lines(text)),
        encoding=decoded.encoding,
        removed=removed,
        undecodable=decoded.undecodable,
    )
