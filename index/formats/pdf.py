"""PDF files: the text layer as paragraphs; headings, notes, tables and running heads told apart.

Lines are those of the page, so that a hyphen at a line's end stays to be seen; a paragraph that goes on over
a page end is kept in one piece and belongs to the page where it begins.

PDFium cannot be stopped within a page: `index.formats.apart` runs this in a process of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

from index.dates import is_edtf
from index.formats import limits
from index.formats.pdf_furniture import find_furniture
from index.formats.pdf_lines import Habits, Line, read_lines
from index.formats.pdf_notes import mark_endnotes, mark_notes, note_label, tie_notes
from index.formats.pdf_paragraphs import Measure, Paragraph, goes_on, is_large, measure, paragraphs_of
from index.formats.pdf_roles import is_heading, mark_items, mark_quotes
from index.formats.scribe import Paragraph as Written
from index.formats.scribe import Scribe
from index.formats.scrub import scrub
from index.formats.source import MarkKind, Source
from index.formats.tables import BAR, lay_out_rows
from index.model import BriefingError

_CREATED = re.compile(r"D?:?(\d{4})(\d\d)(\d\d)")
# What writers of files call a document nobody named.
_NO_TITLE = re.compile(
    r"(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|tex|dvi|ps|odt|rtf|html?)|\W*)", re.I
)


def read_pdf(data: bytes, *, most_pages: int = limits.PDF_PAGES) -> Source:
    """The source of a PDF; raises BriefingError for one that is encrypted, damaged or has no text."""
    limits.hold(len(data), limits.FILE_BYTES, "the file", "file_mb")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise BriefingError("is encrypted; save it without a password") from error
        raise BriefingError("is a damaged PDF; save or download it anew") from error
    try:
        return _read(document, min(len(document), most_pages))
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument, count: int) -> Source:
    scribe = Scribe()
    pages = _pages(document, count, scribe)
    labels = [_label(document, number) for number in range(count)]
    if len(document) > count:
        scribe.problems.append((0, f"only the first {count:,} of {len(document):,} pages were read"))
    if not any(pages):
        raise BriefingError("has no text, only pictures of pages; give it a text layer, as with `ocrmypdf`")
    usual = measure(pages)
    _Writer(scribe, labels, usual).write(_flow(pages, usual))
    return scribe.source("pdf", encoding="", metadata=_metadata(document))


def _pages(document: pypdfium2.PdfDocument, count: int, scribe: Scribe) -> list[list[Line]]:
    """The lines of each page; a page that cannot be read has none and is told as a problem."""
    pages: list[list[Line]] = []
    habits = Habits()
    for number in range(count):
        lines: list[Line] = []
        try:
            page = document[number]
            try:
                lines, whole = read_lines(page, number, habits)
            finally:
                page.close()
        except pypdfium2.PdfiumError:
            scribe.problems.append((0, f"page {number + 1} is damaged and was not read"))
        else:
            if not whole:
                scribe.problems.append(
                    (0, f"page {number + 1} has more text than is read; its end is missing")
                )
        pages.append(lines)
    return pages


def _label(document: pypdfium2.PdfDocument, number: int) -> str:
    cleaned, _ = scrub(document.get_page_label(number) or "")
    return f"p. {cleaned.strip()[:20] or number + 1}"


def _flow(pages: list[list[Line]], usual: Measure) -> Iterator[Paragraph]:
    """The paragraphs of all pages; one that goes on over a page end comes before what lies between."""
    held: Paragraph | None = None
    after: list[Paragraph] = []
    for lines, (head, foot) in zip(pages, find_furniture(pages), strict=True):
        heads = [Paragraph([lines[number]], 0, lines[number].page, "furniture") for number in sorted(head)]
        feet = [
            Paragraph([lines[number]], 0, lines[number].page, "furniture") for number in sorted(foot - head)
        ]
        text = [line for number, line in enumerate(lines) if number not in head and number not in foot]
        paragraphs = paragraphs_of(text, usual)
        mark_notes(paragraphs, usual)
        body = [paragraph for paragraph in paragraphs if paragraph.role != "note"]
        notes = [paragraph for paragraph in paragraphs if paragraph.role == "note"]
        if held is not None:
            if body and goes_on(held, body[0], _right(held), _left(body), usual):
                held.lines.extend(body[0].lines)
                if len(body) == 1:
                    after += [*heads, *notes, *feet]
                    continue
                del body[0]
            yield held
            yield from after
            held, after = None, []
        yield from heads
        yield from body[:-1]
        if body:
            held, after = body[-1], [*notes, *feet]
        else:
            yield from (*notes, *feet)
    if held is not None:
        yield held
    yield from after


def _right(paragraph: Paragraph) -> float:
    return max(line.right for line in paragraph.lines)


def _left(paragraphs: list[Paragraph]) -> float:
    column = paragraphs[0].column
    return min(
        line.left for paragraph in paragraphs if paragraph.column == column for line in paragraph.lines
    )


class _Writer:
    """Paragraphs written down, with their page, in the order they come."""

    def __init__(self, scribe: Scribe, labels: list[str], usual: Measure) -> None:
        self._scribe = scribe
        self._labels = labels
        self._usual = usual
        self._page = -1
        self._rows: list[Line] = []

    def write(self, flow: Iterator[Paragraph]) -> None:
        paragraphs = list(flow)
        mark_items(paragraphs)
        mark_endnotes(paragraphs)
        tie_notes(paragraphs)
        mark_quotes(paragraphs, self._usual)
        headings = {id(paragraph) for paragraph in paragraphs if is_heading(paragraph, self._usual)}
        sizes = {round(paragraph.size) for paragraph in paragraphs if id(paragraph) in headings}
        levels = {size: min(level, 6) for level, size in enumerate(sorted(sizes, reverse=True), 1)}
        begun = False
        for paragraph in paragraphs:
            begun = begun or (len(paragraph.lines) > 1 and len(paragraph.lines[0].text) > 40)
            if paragraph.lines[0].cells and paragraph.role == "body":
                self._turn(paragraph.page)
                self._rows.append(paragraph.lines[0])
                continue
            self._end_table()
            self._turn(paragraph.page)
            text = "\n".join(line.text for line in paragraph.lines)
            if paragraph.role == "furniture":
                self._scribe.add_plain("boilerplate", text)
            elif paragraph.role == "note":
                self._note(paragraph.note, text)
            elif paragraph.lines[0].fixed and len(paragraph.lines) > 1:
                self._scribe.add_plain("code", _as_typed(paragraph))
            elif paragraph.role == "item":
                self._text("item", paragraph, text, 1)
            elif paragraph.role == "quote":
                self._text("quote", paragraph, text)
            elif id(paragraph) in headings and (begun or is_large(paragraph.lines[0], self._usual)):
                self._text("heading", paragraph, text, levels[round(paragraph.size)])
            else:
                self._text("body", paragraph, text)
        self._end_table()

    def _turn(self, page: int) -> None:
        if page > self._page:
            self._end_table()
            self._page = page
            self._scribe.page(self._labels[page])

    def _text(self, kind: MarkKind, paragraph: Paragraph, text: str, level: int = 0) -> None:
        """Write a paragraph with the markers of notes in it."""
        if not paragraph.markers:
            self._scribe.add_plain(kind, text, level=level)
            return
        written = Written(keep=True)
        for number, line in enumerate(paragraph.lines):
            if number:
                written.end_line()
            at = 0
            for start, end, note in sorted(paragraph.markers.get(number, [])):
                written.write(line.text[at:start])
                written.refer(note)
                at = end
            written.write(line.text[at:])
        self._scribe.add(kind, written, level=level)

    def _note(self, number: int | None, text: str) -> None:
        label = note_label(text) if number is not None else None
        self._scribe.add_plain("note", text[label[1] :] if label else text, note=number)

    def _end_table(self) -> None:
        rows, self._rows = self._rows, []
        if not rows:
            return
        if len(rows) == 1:
            self._scribe.add_plain("body", BAR.join(rows[0].cells))
            return
        even = len({len(row.cells) for row in rows}) == 1
        lines = (
            lay_out_rows([list(row.cells) for row in rows]) if even else [BAR.join(row.cells) for row in rows]
        )
        self._scribe.add_plain("verbatim", "\n".join(lines))


def _as_typed(paragraph: Paragraph) -> str:
    """Lines of letters of one width, with the spaces before them."""
    left = min(line.left for line in paragraph.lines)
    return "\n".join(
        " " * min(round((line.left - left) / (line.advance or 1.0)), 100) + line.text
        for line in paragraph.lines
    )


def _metadata(document: pypdfium2.PdfDocument) -> dict[str, tuple[object, str]]:
    try:
        told = document.get_metadata_dict(skip_empty=True)
    except (pypdfium2.PdfiumError, UnicodeError):
        return {}
    told = {key: " ".join(scrub(value)[0].split())[:500] for key, value in told.items()}
    found: dict[str, tuple[object, str]] = {}
    title = told.get("Title", "")
    if title and not _NO_TITLE.fullmatch(title):
        found["title"] = (title, "file, Title")
    if told.get("Author"):
        found["authors"] = (
            tuple(part.strip() for part in re.split(r";|\band\b", told["Author"]) if part.strip()),
            "file, Author",
        )
    created = _CREATED.match(told.get("CreationDate", ""))
    if created and is_edtf("-".join(created.groups())):
        # When the file was made is not surely when the article was.
        found["date"] = ("-".join(created.groups()) + "?", "file, CreationDate")
    if told.get("Keywords"):
        tags = tuple(part.strip() for part in re.split("[,;]", told["Keywords"]) if part.strip())
        found["tags"] = (tags[:50], "file, Keywords")
    return found
