"""Article text written into other formats so that it stays text there."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterable, Sequence

_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|&~])")
_LINE_START = re.compile(r"^(\s*)([-+=>]|\d+(?=[.)]))", re.MULTILINE)
# Spreadsheets run a cell that begins so, after blanks too and in full-width letters.
_FORMULA = re.compile(r"^[\s]*[=+\-@\t\r＝＋－＠]")


def markdown(text: str) -> str:
    """Text as Markdown that shows the same characters: nothing in it becomes a link, a list or a heading."""
    escaped = _MARKDOWN.sub(r"\\\1", text)
    return _LINE_START.sub(lambda match: f"{match[1]}{_started(match[2])}", escaped)


def _started(mark: str) -> str:
    # A number at the start of a line is a list by the point after it.
    return f"\\{mark}" if not mark.isdigit() else f"{mark}\\"


def markup(text: str) -> str:
    """Text as HTML, for content and for attribute values."""
    return html.escape(text, quote=True)


def csv_lines(records: Iterable[Sequence[str]]) -> str:
    """Records as RFC 4180: CRLF, quotes doubled, and no cell that a spreadsheet would run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for record in records:
        writer.writerow([f"'{cell}" if _FORMULA.match(cell) else cell for cell in record])
    return out.getvalue()
