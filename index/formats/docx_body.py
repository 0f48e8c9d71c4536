"""The text of a Word document, written down element by element as the word processor would show it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from index.formats.docx_names import RELATION, VAL, W, is_on, value, whole
from index.formats.docx_styles import Numbering, Styles
from index.formats.links import link_address
from index.formats.scribe import Paragraph, Scribe
from index.formats.source import MarkKind
from index.formats.tables import lay_out_rows
from index.model import SpanKind

# What a reader of the accepted document does not see.
_SKIPPED = frozenset(
    W + name
    for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "sectPr", "tblPr", "tcPr", "trPr")
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_CHANGES = frozenset(W + name for name in ("ins", "del", "moveFrom", "moveTo"))
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]{1,2000})"')
_RAISED = str.maketrans("0123456789+-−()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₍₎")
_RAISABLE = re.compile(r"[0-9+\-−()n]{1,12}")
_LONGEST_CELL = 300


class Notes:
    """The footnotes and endnotes, numbered in the order in which the text refers to them."""

    def __init__(self, footnotes: tuple[str, Element | None], endnotes: tuple[str, Element | None]) -> None:
        self.parts = {"footnote": footnotes[0], "endnote": endnotes[0]}
        self._notes = {
            (kind, note.get(W + "id") or ""): note
            for kind, root in (("footnote", footnotes[1]), ("endnote", endnotes[1]))
            for note in (root.iter(W + kind) if root is not None else ())
            if note.get(W + "type") in (None, "normal")
        }
        self._numbers: dict[tuple[str, str], int] = {}

    def refer(self, kind: str, key: str) -> int | None:
        """The number of the note that a marker leads to."""
        if (kind, key) not in self._notes:
            return None
        return self._numbers.setdefault((kind, key), len(self._numbers) + 1)

    def written(self) -> Iterator[tuple[int, str, Element]]:
        """The notes by number, with their kind; then those that no marker leads to."""
        for (kind, key), number in self._numbers.items():
            yield number, kind, self._notes[kind, key]
        number = len(self._numbers)
        for (kind, key), note in self._notes.items():
            if (kind, key) not in self._numbers:
                number += 1
                yield number, kind, note


@dataclass(slots=True)
class _Open:
    """A paragraph that is being written: text boxes hold paragraphs within paragraphs."""

    paragraph: Paragraph = field(default_factory=Paragraph)
    kind: MarkKind = "body"
    level: int = 0
    emphasis: int = -1
    strong: int = -1
    link: tuple[int, str] | None = None


class Body:
    """Writes the text of a document and of its notes."""

    def __init__(
        self, scribe: Scribe, styles: Styles, numbering: Numbering, notes: Notes, links: Mapping[str, str]
    ) -> None:
        self.changes = False
        self.hidden = 0
        self._scribe = scribe
        self._styles = styles
        self._numbering = numbering
        self._notes = notes
        self._links = links
        self._open: list[_Open] = []
        self._fields: list[str] = []
        self._note: int | None = None
        self._fixed: MarkKind | None = None
        self._page = 0

    def write(self, root: Element) -> None:
        """Write everything under an element."""
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag
            if event == "end":
                if tag == W + "p":
                    self._end_paragraph()
                elif tag == W + "hyperlink":
                    self._end_link()
                continue
            if tag in _CHANGES:
                self.changes = True
            if tag == W + "instrText":
                if self._fields:
                    self._fields[-1] += element.text or ""
                walker.skip_subtree()
            elif tag in _SKIPPED:
                walker.skip_subtree()
            elif tag == W + "p":
                self._start_paragraph(element)
            elif tag == W + "tbl" and self._table(element):
                walker.skip_subtree()
            elif tag == W + "r":
                if is_on(element.find(W + "rPr"), "vanish"):
                    self.hidden += any(text.text for text in element.iter(W + "t"))
                    walker.skip_subtree()
                else:
                    self._start_run(element.find(W + "rPr"))
            elif self._open:
                self._inline(element, tag)

    def write_notes(self, links: Callable[[str], Mapping[str, str]]) -> None:
        """Write the notes, which stand after the text; `links` gives the addresses of a part's links."""
        for number, kind, note in self._notes.written():
            self._links = links(self._notes.parts[kind])
            self._note = number
            self.write(note)
        self._note = None

    def write_furniture(self, root: Element) -> None:
        """Write a running head or foot."""
        self._fixed = "boilerplate"
        self.write(root)
        self._fixed = None

    def _start_paragraph(self, element: Element) -> None:
        properties = element.find(W + "pPr")
        style = self._styles.get(value(properties, "pStyle"))
        here = _Open(kind=style.kind, level=style.level)
        here.paragraph = Paragraph(keep=style.kind == "code")
        listed = properties.find(W + "numPr") if properties is not None else None
        number = value(listed, "numId") or style.numbering
        depth = whole(value(listed, "ilvl")) if listed is not None else style.depth
        if self._note is not None:
            here.kind, here.level = "note", 0
        elif self._fixed is not None:
            here.kind, here.level = self._fixed, 0
        elif number and number != "0":
            lead = self._numbering.lead(number, depth)
            if here.kind == "body":
                here.kind, here.level = "item", depth + 1
            here.paragraph.write(lead)
        elif here.kind == "body" and (outline := value(properties, "outlineLvl")) and whole(outline, 9) < 6:
            here.kind, here.level = "heading", whole(outline) + 1
        self._open.append(here)

    def _end_paragraph(self) -> None:
        here = self._open.pop()
        self._close_run(here)
        last = self._scribe.marks[-1] if self._scribe.marks else None
        if here.kind == "code" and last is not None and last.kind == "code":
            self._scribe.extend(here.paragraph)
            return
        self._scribe.add(here.kind, here.paragraph, level=here.level, note=self._note)

    def _start_run(self, properties: Element | None) -> None:
        if not self._open:
            return
        here = self._open[-1]
        named = self._styles.get(value(properties, "rStyle")) if value(properties, "rStyle") else None
        for name, on in (
            ("emphasis", is_on(properties, "i") or (named is not None and named.emphasis)),
            ("strong", is_on(properties, "b") or (named is not None and named.strong)),
        ):
            start = getattr(here, name)
            if on and start < 0:
                setattr(here, name, here.paragraph.size)
            elif not on and start >= 0:
                here.paragraph.span(start, _SPANS[name])
                setattr(here, name, -1)

    def _close_run(self, here: _Open) -> None:
        for name, kind in _SPANS.items():
            start = getattr(here, name)
            if start >= 0 and here.kind not in ("heading", "title"):
                here.paragraph.span(start, kind)
        if here.link is not None:
            here.paragraph.span(here.link[0], "link", here.link[1])

    def _inline(self, element: Element, tag: str) -> None:
        here = self._open[-1]
        name = tag.removeprefix(W)
        if name == "t":
            here.paragraph.write(_placed(element))
        elif name in ("tab", "ptab"):
            here.paragraph.write("    " if here.paragraph.keep else " ")
        elif name in ("br", "cr"):
            if element.get(W + "type") == "page":
                self._turn()
            elif here.paragraph.size:
                here.paragraph.end_line()
        elif name == "noBreakHyphen":
            here.paragraph.write("\u2011")
        elif name == "lastRenderedPageBreak":
            self._turn()
        elif name in ("footnoteReference", "endnoteReference"):
            number = self._notes.refer(name.removesuffix("Reference"), element.get(W + "id") or "")
            if number is not None:
                here.paragraph.refer(number)
        elif name == "hyperlink":
            address = self._links.get(element.get(RELATION) or "", "")
            here.link = (here.paragraph.size, link_address(address) if address else "")
        elif name == "fldChar":
            self._field(here, element.get(W + "fldCharType") or "")
        elif name == "sym":
            code = element.get(W + "char") or ""
            if re.fullmatch("[0-9A-Fa-f]{4}", code) and not code.upper().startswith("F0"):
                here.paragraph.write(chr(int(code, 16)))

    def _end_link(self) -> None:
        if self._open and self._open[-1].link is not None:
            here = self._open[-1]
            assert here.link is not None
            here.paragraph.span(here.link[0], "link", here.link[1])
            here.link = None

    def _field(self, here: _Open, kind: str) -> None:
        if kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            match = _HYPERLINK.match(self._fields[-1])
            if match:
                here.link = (here.paragraph.size, link_address(match[1]))
        elif kind == "end" and self._fields and _HYPERLINK.match(self._fields.pop()):
            self._end_link()

    def _turn(self) -> None:
        """A page ends here: what is written from the next paragraph on stands on the next one."""
        if self._note is None and self._fixed is None:
            if not self._page:
                self._page = 1
                self._scribe.pages.insert(0, (1, "p. 1"))
            self._page += 1
            here = self._open[-1]
            ahead = 1 if here.paragraph.size else 0
            self._scribe.page(f"p. {self._page}", ahead=ahead)

    def _table(self, table: Element) -> bool:
        """Write a table of data in rows; one that lays out prose is left to be written as paragraphs."""
        rows: list[list[str]] = []
        for row in table.findall(W + "tr"):
            cells: list[str] = []
            for cell in row.iter(W + "tc"):
                text = " ".join("".join(_shown(cell)).split())
                if len(text) > _LONGEST_CELL:
                    return False
                cells.append(text)
                span = whole(value(cell.find(W + "tcPr"), "gridSpan"), 1)
                cells.extend([""] * (min(span, 50) - 1))
            rows.append(cells)
        rows = [row for row in rows if any(row)]
        has_notes = any(True for _ in table.iter(W + "footnoteReference", W + "endnoteReference"))
        nested = next(table.iterdescendants(W + "tbl"), None) is not None
        if len(rows) < 2 or max(map(len, rows)) < 2 or has_notes or nested:
            return False
        paragraph = Paragraph(keep=True)
        paragraph.write("\n".join(lay_out_rows(rows)))
        self._scribe.add(self._fixed or "verbatim", paragraph)
        return True


_SPANS: Mapping[str, SpanKind] = {"emphasis": "emphasis", "strong": "strong"}


def _placed(element: Element) -> str:
    """A run's text, raised or lowered figures written as such."""
    text = element.text or ""
    run = element.getparent()
    properties = run.find(W + "rPr") if run is not None else None
    found = properties.find(W + "vertAlign") if properties is not None else None
    align = found.get(VAL) if found is not None else ""
    if align in ("superscript", "subscript") and _RAISABLE.fullmatch(text):
        return text.translate(_RAISED if align == "superscript" else _LOWERED)
    return text


def _shown(cell: Element) -> Iterator[str]:
    walker = etree.iterwalk(cell, events=("start",))
    for _, element in walker:
        if element.tag in _SKIPPED:
            walker.skip_subtree()
        elif element.tag == W + "t":
            yield _placed(element)
        elif element.tag in (W + "p", W + "br", W + "tab"):
            yield " "
