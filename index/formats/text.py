"""Plain text and Markdown: the file's own lines, decoded and cleaned, with front matter set apart."""

from __future__ import annotations

from collections.abc import Sequence

from index.decode import decode
from index.formats import limits
from index.formats.frontmatter import read_front_matter
from index.formats.source import Mark, Source
from index.hygiene import clean, split_lines


def read_text(data: bytes, *, format_name: str = "text") -> Source:
    """The source of a plain text, or with `markdown` of one with the blocks that CommonMark makes certain.

    Form feeds begin pages.
    """
    limits.hold(len(data), limits.TEXT_BYTES, "the text", "text_mb")
    decoded = decode(data)
    pages = _pages(decoded.text)
    text, removed = clean(decoded.text)
    lines = split_lines(text)
    limits.hold_lines(len(lines) - lines.count(""))
    markup = True
    if format_name == "markdown":
        limits.hold_signs(text)
    else:
        # In plain text so many are data, and stay as they stand.
        markup = not limits.has_too_many_signs(text)
    front = read_front_matter(lines)
    marks: list[Mark] = []
    references: dict[str, str] = {}
    if front.lines:
        marks.append(Mark(1, front.lines, "boilerplate"))
    if format_name == "markdown":
        from index.formats.markdown import mark_markdown

        more, references = mark_markdown(lines, front.lines)
        marks += more
    return Source(
        format=format_name,
        lines=tuple(lines),
        encoding=decoded.encoding,
        removed=removed,
        undecodable=decoded.undecodable,
        marks=tuple(marks),
        pages=pages,
        metadata={key: (value, f"front matter, line {line}") for key, (value, line) in front.fields.items()},
        markup=markup,
        references=references,
        problems=front.problems,
    )


def _pages(text: str) -> tuple[tuple[int, str], ...]:
    """The pages of a text that a printer's form feeds divide: the first line of each, and its number."""
    if "\f" not in text:
        return ()
    pages: list[tuple[int, str]] = [(1, "p. 1")]
    line = 1
    parts: Sequence[str] = text.split("\f")
    for number, part in enumerate(parts[:-1], 2):
        line += part.count("\n")
        start = (
            line + 1
            if part and not part.endswith("\n") and parts[number - 1].startswith(("\n", "\r\n"))
            else line
        )
        if pages[-1][0] == start:
            pages[-1] = (start, f"p. {number}")
        else:
            pages.append((start, f"p. {number}"))
    return tuple(pages) if len(pages) > 1 else ()
