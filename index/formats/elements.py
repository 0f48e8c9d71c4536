"""HTML elements become paragraphs: what a browser shows, in its order, with what each element says of it.

The walk keeps everything that is shown; which of it is the article is judged afterwards, on the whole page.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element as Element

from index.formats.element_names import (
    BLOCKS,
    BYLINE_WORD,
    INLINE,
    LOWERED,
    RAISABLE,
    RAISED,
    UNSEEN,
)
from index.formats.footnotes import Footnotes
from index.formats.links import is_permalink, link_address
from index.formats.page import Node, Page, Record, judge, names_of
from index.formats.scribe import Paragraph
from index.formats.source import MarkKind
from index.formats.tables import table_lines


@dataclass(slots=True)
class _Open:
    tag: str
    node: int
    kind: MarkKind = "body"
    level: int = 0
    note: int | None = None
    lead: str = ""
    byline: int = -1
    depth: int = 0
    count: int = 0
    ordered: bool = False
    started: bool = False


def walk_page(root: Element, notes: Footnotes, *, judge: bool = True, base: str = "") -> Page:
    """The paragraphs of a page.

    `judge` tells whether to look for navigation and the like; a chapter of a book has none. `base` is the
    page's own address, which its links start from.
    """
    return _Walk(notes, judge, base).run(root)


class _Walk:
    def __init__(self, notes: Footnotes, judge: bool, base: str) -> None:
        self._notes = notes
        self._base = base
        self._judge = judge
        self._page = Page()
        self._open: list[_Open] = []
        self._paragraph = Paragraph()
        self._linked = 0
        self._breaks = 0
        # The number that the note begun has before its words; empty once it was read, None after its signs.
        self._label: str | None = None

    def run(self, root: Element) -> Page:
        self._push(root, root.tag if isinstance(root.tag, str) else "html")
        spans: list[tuple[int, Paragraph]] = []
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, element in walker:
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "end":
                if tag in BLOCKS and element is not root and self._open[-1].tag == tag:
                    self._pop()
                elif tag in INLINE or tag in ("a", "q"):
                    self._end_inline(element, tag, spans)
                if element.tail and element is not root:
                    self._write(element.tail)
                continue
            if element is root:
                self._write(element.text or "")
                continue
            if tag in UNSEEN or not tag:
                walker.skip_subtree()
            elif tag in BLOCKS:
                self._start_block(element, tag, walker)
            elif tag == "br":
                self._breaks += 1
                if self._breaks >= 2 and not self._paragraph.keep:
                    self._flush()
                elif self._paragraph.size:
                    self._paragraph.end_line()
            elif tag in ("sup", "sub") and self._raise(element, tag):
                walker.skip_subtree()
            elif tag == "a" and (number := self._notes.reference(element)) is not None:
                self._paragraph.refer(number)
                spans.append((-1, self._paragraph))
                walker.skip_subtree()
            elif tag == "a" and (is_permalink(element) or self._leads_back(element)):
                if self._label:
                    self._label = ""
                spans.append((-1, self._paragraph))
                walker.skip_subtree()
            else:
                if tag in INLINE or tag in ("a", "q"):
                    spans.append((self._paragraph.size, self._paragraph))
                if tag == "q":
                    self._write("“")
                self._write(element.text or "")
        while self._open:
            self._pop()
        return self._page

    def _write(self, text: str) -> None:
        if not text:
            return
        if self._breaks and not text.isspace():
            self._breaks = 0
        here = self._open[-1]
        if self._label is not None and here.note is not None:
            text = self._without_label(text)
        if not self._paragraph.size and not text.isspace():
            if here.lead and not here.started:
                self._paragraph.write(here.lead)
            elif here.note is not None and not here.started:
                text = text.lstrip().lstrip(".):]^↑↩\ufe0e")
            here.started = True
        self._paragraph.write(text)

    def _without_label(self, text: str) -> str:
        """Text at the beginning of a note without the note's number, which may stand in several pieces."""
        left = text.lstrip(" \t\r\n[(") if self._label else text.lstrip()
        for label in (self._label, (self._label or "").translate(RAISED)):
            if label and left.startswith(label):
                left, self._label = left[len(label) :], ""
        if not self._label:
            left = left.lstrip(" \t\r\n.):]^")
        if left:
            self._label = None
        return left

    def _leads_back(self, link: Element) -> bool:
        return self._open[-1].note is not None and self._notes.leads_back(link)

    def _raise(self, element: Element, tag: str) -> bool:
        """Write figures above or below the line as such, so that 10⁶ does not read 106."""
        if len(element) or not element.text or not RAISABLE.fullmatch(element.text):
            return False
        self._write(element.text.strip().translate(RAISED if tag == "sup" else LOWERED))
        return True

    def _end_inline(self, element: Element, tag: str, spans: list[tuple[int, Paragraph]]) -> None:
        start, paragraph = spans.pop() if spans else (-1, self._paragraph)
        if start < 0 or paragraph is not self._paragraph:
            return
        if tag == "q":
            self._write("”")
        elif tag == "a":
            self._linked += paragraph.size - start
            address = element.get("href")
            if address is not None:
                paragraph.span(start, "link", link_address(address, self._base))
        else:
            paragraph.span(start, INLINE[tag])

    def _start_block(self, element: Element, tag: str, walker: etree.iterwalk) -> None:
        self._flush()
        if tag == "hr":
            return
        if tag == "table" and not self._notes.holds(element):
            lines = table_lines(element)
            if lines:
                paragraph = Paragraph(keep=True)
                paragraph.write("\n".join(lines))
                self._push(element, tag)
                self._record("verbatim", paragraph)
                walker.skip_subtree()
                return
        self._push(element, tag)
        self._write(element.text or "")

    def _push(self, element: Element, tag: str) -> None:
        outer = self._open[-1] if self._open else _Open("", -1)
        here = _Open(tag, len(self._page.nodes), outer.kind, outer.level, outer.note, "", outer.byline)
        here.depth = outer.depth
        names = names_of(element)
        node = Node(outer.node, tag)
        if self._judge and tag not in ("html", "body"):
            judge(node, element, names)
        self._page.nodes.append(node)
        note = self._notes.note(element)
        if note is not None:
            here.kind, here.note = "note", note
            self._label = self._notes.label(element) or None
        elif here.note is not None:
            here.lead = ""
        elif tag[0] == "h" and tag[1:].isdigit():
            here.kind, here.level = "heading", int(tag[1])
        elif tag == "blockquote":
            here.kind = "quote"
        elif tag in ("ul", "ol", "menu", "dir"):
            here.depth += 1
            here.ordered = tag == "ol" and "list-style:none" not in (element.get("style") or "").replace(
                " ", ""
            )
            start = element.get("start") or "1"
            here.count = int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 7 else 0
        elif tag == "li":
            outer.count += 1
            here.kind, here.level = "item", outer.depth
            here.lead = f"{outer.count}. " if outer.ordered else "• "
        elif tag in ("figcaption", "caption"):
            here.kind = "caption"
        elif tag == "pre":
            self._paragraph = Paragraph(keep=True)
            here.kind = "code"
        elif here.kind == "item" and outer.tag == "li" and not outer.started:
            here.lead = outer.lead
        if here.byline < 0 and (BYLINE_WORD.search(names) or element.get("itemprop") == "author"):
            here.byline = here.node
        self._open.append(here)

    def _pop(self) -> None:
        self._flush()
        closed = self._open.pop()
        if self._open and closed.started and self._open[-1].tag == "li":
            self._open[-1].started = True

    def _flush(self) -> None:
        self._breaks = 0
        paragraph = self._paragraph
        if not paragraph.size and not self._open:
            return
        here = self._open[-1]
        kind: MarkKind | None = here.kind
        if kind == "item" and here.started and not here.lead:
            kind = "body"
        if kind == "code":
            if paragraph.is_prose():
                kind = None
            keep = here.tag == "pre"
        else:
            keep = False
        self._paragraph = Paragraph(keep=keep)
        if paragraph.size:
            self._record(kind, paragraph)
            here.lead = ""

    def _record(self, kind: MarkKind | None, paragraph: Paragraph) -> None:
        here = self._open[-1]
        level = here.level if kind in ("heading", "item") else 0
        note = here.note if kind == "note" else None
        self._page.records.append(Record(kind, paragraph, here.node, level, note, self._linked, here.byline))
        self._linked = 0
