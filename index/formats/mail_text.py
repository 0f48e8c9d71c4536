"""The plain text of a message: what was quoted, what was written, what is only a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.formats import limits
from index.formats.scribe import Scribe
from index.hygiene import split_lines

# RFC 3676, and what mail programs write: marks of quotation with or without spaces between.
_QUOTED = re.compile(r"((?:>[ \t]?)+)(.*)", re.DOTALL)
_SIGNATURE = "-- "


def write_plain(scribe: Scribe, text: str, *, flowed: bool) -> None:
    """Write a plain body down; `flowed` tells that a space at a line's end lets the paragraph go on.

    What was quoted is marked so, by paragraphs and without its marks. The rest keeps its lines and gets no
    mark: it is judged like a text file.
    """
    limits.hold(len(text), limits.TEXT_BYTES, "its text", "text_mb")
    lines = split_lines(text)
    if flowed:
        lines = list(_unflowed(lines))
    quoted: list[str] = []
    depth = 0
    signed = False
    for line in lines:
        match = _QUOTED.fullmatch(line)
        here = match[1].count(">") if match else 0
        if here != depth or (match and not match[2].strip()):
            _end_quote(scribe, quoted)
            depth = here
        if match:
            if match[2].strip():
                quoted.append(match[2])
            else:
                scribe.add_line("")
        elif signed or line in (_SIGNATURE, "--"):
            signed = True
            scribe.add("boilerplate", line)
        else:
            scribe.add_line(line)
    _end_quote(scribe, quoted)


def _end_quote(scribe: Scribe, quoted: list[str]) -> None:
    if quoted:
        scribe.add_plain("quote", "\n".join(quoted))
        quoted.clear()


def _unflowed(lines: list[str]) -> Iterator[str]:
    """Lines of flowed text as paragraphs: joined where a space at the end says so, within one depth."""
    held = ""
    mark = ""
    for line in lines:
        match = _QUOTED.fullmatch(line)
        here = ">" * match[1].count(">") if match else ""
        text = match[2] if match else line.removeprefix(" ") if line != _SIGNATURE else line
        if held and here == mark and text != _SIGNATURE:
            text = held + text
        elif held:
            yield f"{mark} {held}".strip() if mark else held.rstrip()
        held, mark = "", here
        if text.endswith(" ") and text != _SIGNATURE:
            held = text
        else:
            yield f"{mark} {text}" if mark else text
    if held:
        yield f"{mark} {held}" if mark else held
