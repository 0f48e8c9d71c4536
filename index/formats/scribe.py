"""Writing down the text of a format that has no lines of its own, paragraph by paragraph.

A document of elements becomes numbered lines, so that it is cited, searched and shown like a text file: a
paragraph is one line (more where it has line breaks of its own), and its number is its line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from index.formats import limits
from index.formats.scrub import scrub
from index.formats.source import Mark, MarkKind, Source
from index.model import Span, SpanKind

_SPACE = re.compile(r"[ \t\n\r\f\v]+")


@dataclass(slots=True)
class Paragraph:
    """Text with spans, growing; white space runs together as in a browser unless `keep`.

    Offsets of spans are into the text as it will stand.
    """

    keep: bool = False
    size: int = 0
    _parts: list[str] = field(default_factory=list)
    _spans: list[Span] = field(default_factory=list)
    _gap: bool = True

    def write(self, text: str) -> None:
        """Add text as it stands in the document."""
        if not self.keep:
            text = _SPACE.sub(" ", text)
            if self._gap and text.startswith(" "):
                text = text[1:]
        if text:
            self._parts.append(text)
            self.size += len(text)
            self._gap = text[-1] in " \n"

    def end_line(self) -> None:
        """Begin a new line of the same paragraph."""
        self._parts.append("\n")
        self.size += 1
        self._gap = True

    def span(self, start: int, kind: SpanKind, value: str = "") -> None:
        """Give the text written since an offset (a former `size`) a meaning."""
        if self.size > start:
            self._spans.append(Span(start, self.size, kind, value))

    def refer(self, note: int) -> None:
        """A note marker stands here."""
        self._spans.append(Span(self.size, self.size, "ref", str(note)))

    def is_prose(self) -> bool:
        """Whether the text reads as sentences: mostly words, many on a line."""
        lines = [line for line in "".join(self._parts).split("\n") if line.strip()]
        if len(lines) < 8:
            return False
        plain = sum(
            len(line.split()) >= 5 and sum(c.isalpha() or c == " " for c in line) > 0.85 * len(line)
            for line in lines
        )
        return plain > 0.6 * len(lines)

    def finish(self) -> tuple[str, tuple[Span, ...], int]:
        """The text without space around it, its spans, and how many characters hygiene took out."""
        text = "".join(self._parts)
        cleaned, removed = scrub(text)
        spans = self._spans
        if removed or len(cleaned) != len(text):
            text, spans, removed = _clean_between(text, spans)
        else:
            text = cleaned
        shown = text.rstrip() if self.keep else text.strip()
        lead = 0 if self.keep else len(text) - len(text.lstrip())
        end = len(shown)
        moved = []
        for span in spans:
            start, stop = (max(0, min(at - lead, end)) for at in (span.start, span.end))
            if stop > start or span.kind == "ref":
                moved.append(span._replace(start=start, end=stop))
        moved.sort(key=lambda span: (span.start, span.end))
        return shown, tuple(moved), removed


def _clean_between(text: str, spans: list[Span]) -> tuple[str, list[Span], int]:
    """Clean the stretches between the ends of spans one by one, so that the spans stay on their words."""
    cuts = sorted({0, len(text), *(span.start for span in spans), *(span.end for span in spans)})
    moved = {0: 0}
    parts: list[str] = []
    size = removed = 0
    for start, end in pairwise(cuts):
        part, gone = scrub(text[start:end])
        parts.append(part)
        size += len(part)
        removed += gone
        moved[end] = size
    return (
        "".join(parts),
        [span._replace(start=moved[span.start], end=moved[span.end]) for span in spans],
        removed,
    )


class Scribe:
    """The lines, marks and pages of a document, in the order they are written."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.marks: list[Mark] = []
        self.pages: list[tuple[int, str]] = []
        self.problems: list[tuple[int, str]] = []
        self.removed = 0
        self._size = 0

    def page(self, label: str, *, ahead: int = 0) -> None:
        """A page, chapter or part begins with the next line, or so many paragraphs of one line further."""
        shown, removed = scrub(_SPACE.sub(" ", label).strip())
        self.removed += removed
        here = (len(self.lines) + 1 + ahead, shown)
        if self.pages and self.pages[-1][0] == here[0]:
            self.pages[-1] = here
        else:
            self.pages.append(here)

    def add(
        self, kind: MarkKind | None, paragraph: Paragraph | str, *, level: int = 0, note: int | None = None
    ) -> None:
        """Write a paragraph down; one without text is left out, and one without a kind gets no mark."""
        if isinstance(paragraph, str):
            text = paragraph
            paragraph = Paragraph()
            paragraph.write(text)
        text, spans, removed = paragraph.finish()
        self.removed += removed
        if not text.strip():
            return
        lines = text.split("\n")
        first = len(self.lines) + 1
        self._write(lines, len(text))
        last = self.marks[-1] if self.marks else None
        if kind == "boilerplate" and last is not None and last.kind == kind and last.last == first - 1:
            self.marks[-1] = replace(last, last=len(self.lines))
            return
        if kind is not None:
            self.marks.append(Mark(first, len(self.lines), kind, level, note, spans))

    def extend(self, paragraph: Paragraph) -> None:
        """Add lines to the paragraph written last, as its kind."""
        text, _, removed = paragraph.finish()
        self.removed += removed
        self._write(text.split("\n"), len(text))
        self.marks[-1] = replace(self.marks[-1], last=len(self.lines))

    def add_plain(self, kind: MarkKind, text: str, *, level: int = 0, note: int | None = None) -> None:
        """Write down a paragraph whose lines stand as they are and that has no spans."""
        cleaned, removed = scrub(text)
        self.removed += removed
        lines = cleaned.split("\n")
        first = len(self.lines) + 1
        self._write(lines, len(cleaned))
        self.marks.append(Mark(first, len(self.lines), kind, level, note))

    def add_line(self, line: str) -> None:
        """Write down one line of plain text, also an empty one, without a mark."""
        cleaned, removed = scrub(line)
        self.removed += removed
        self._write([cleaned], len(cleaned))

    def _write(self, lines: list[str], size: int) -> None:
        self._size += size
        limits.hold(self._size, limits.TEXT_BYTES, "its text", "text_mb")
        limits.hold_lines(len(self.lines) + len(lines))
        self.lines.extend(lines)

    def source(
        self,
        format_name: str,
        *,
        encoding: str,
        metadata: Mapping[str, tuple[object, str]],
        undecodable: int = 0,
    ) -> Source:
        """The source written so far."""
        return Source(
            format=format_name,
            lines=tuple(self.lines),
            encoding=encoding,
            removed=self.removed,
            undecodable=undecodable,
            marks=tuple(self.marks),
            pages=tuple(self.pages),
            metadata=metadata,
            markup=False,
            problems=tuple(self.problems),
        )
