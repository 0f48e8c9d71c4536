"""EPUB books: the chapters in their reading order, with headings, quotes, lists, tables and notes.

Lines are those of the extracted text, one a paragraph, numbered through the whole book; the page of a block
is its chapter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml.etree import _Element as Element

from index.formats import limits
from index.formats.archive import Archive, member_path
from index.formats.elements import walk_page
from index.formats.footnotes import Footnotes
from index.formats.head import same_words
from index.formats.markup import parse_xhtml, parse_xml, words_of
from index.formats.properties import read_dublin_core
from index.formats.scribe import Scribe
from index.formats.source import Source
from index.model import BriefingError

_CONTAINER = "META-INF/container.xml"
_PACKAGE = "{http://www.idpf.org/2007/opf}"
_NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
_CHAPTERS = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_LONGEST_LABEL = 80
# Chapters are held together to tie notes over files; a larger book has its notes tied within each file.
_HELD = 8 * limits.MEGABYTE


def read_epub(data: bytes) -> Source:
    """The source of an EPUB; raises BriefingError for one that is damaged, protected or over a bound."""
    limits.hold(len(data), limits.FILE_BYTES, "the file", "file_mb")
    archive = Archive(data)
    if "META-INF/encryption.xml" in archive and b"#aes" in archive.read("META-INF/encryption.xml").lower():
        raise BriefingError("is protected (DRM); only books without protection can be read")
    package_name = _package_name(archive)
    package = parse_xml(archive.read(package_name), "the book's package")
    items = {
        item.get("id") or "": (member_path(package_name, item.get("href") or ""), item)
        for item in package.iter(_PACKAGE + "item")
    }
    spine = [
        items[ref.get("idref") or ""]
        for ref in package.iter(_PACKAGE + "itemref")
        if (ref.get("idref") or "") in items
    ]
    names = [name for name, item in spine if (item.get("media-type") or _CHAPTERS[0]) in _CHAPTERS]
    names = list(dict.fromkeys(names))
    scribe = Scribe()
    if len(names) > limits.CHAPTERS:
        scribe.problems.append(
            (0, f"only the first {limits.CHAPTERS:,} of {len(names):,} chapters were read")
        )
        del names[limits.CHAPTERS :]
    metadata = read_dublin_core(package, "book")
    book = _Book(scribe, _labels(archive, items), names)
    book.title = str(metadata["title"][0]) if "title" in metadata else ""
    book.contents = {name for name, item in items.values() if _is_contents(item)}
    book.write(archive)
    if not scribe.lines:
        raise BriefingError("has no text in its reading order; save it anew")
    return scribe.source("epub", encoding="utf-8", metadata=metadata)


def _package_name(archive: Archive) -> str:
    container = parse_xml(archive.read(_CONTAINER), "the book's container")
    for element in container.iter("{*}rootfile"):
        name = member_path("", element.get("full-path") or "")
        if name in archive:
            return name
    raise BriefingError("names no package in its container; save it anew")


class _Book:
    """The chapters of a book, written in their order.

    `contents` are the files that hold its table of contents.
    """

    def __init__(self, scribe: Scribe, labels: Mapping[str, str], names: Sequence[str]) -> None:
        self.title = ""
        self.contents: set[str] = set()
        self._scribe = scribe
        self._labels = labels
        self._names = names

    def write(self, archive: Archive) -> None:
        held: dict[str, Element] = {}
        size = 0
        for number, name in enumerate(self._names, 1):
            try:
                data = archive.read(name)
                root = parse_xhtml(data)
            except BriefingError as error:
                if archive.is_spent:
                    self._scribe.problems.append((0, f"nothing was read from chapter {number} on: {error}"))
                    break
                self._scribe.problems.append((0, f"chapter {number} was not read: {error}"))
                continue
            size += len(data)
            if root is not None and size <= _HELD:
                held[name] = root
            elif root is not None:
                self._write_held(held)
                held = {}
                self._write_held({name: root})
        self._write_held(held)

    def _write_held(self, held: Mapping[str, Element]) -> None:
        notes = Footnotes(held)
        for name, root in held.items():
            records = walk_page(root, notes, judge=False).records
            label = self._labels.get(name, "")
            if not label:
                headings = (record.paragraph.finish()[0] for record in records if record.kind == "heading")
                label = next(headings, f"part {self._names.index(name) + 1}")
            self._scribe.page(label[:_LONGEST_LABEL])
            for record in records:
                kind, level = record.kind, record.level
                if name in self.contents:
                    kind, level = "boilerplate", 0
                elif (
                    kind == "heading" and self.title and same_words(record.paragraph.finish()[0], self.title)
                ):
                    kind, level, self.title = "title", 0, ""
                self._scribe.add(kind, record.paragraph, level=level, note=record.note)


def _is_contents(item: Element) -> bool:
    return "nav" in (item.get("properties") or "").split()


def _labels(archive: Archive, items: Mapping[str, tuple[str, Element]]) -> dict[str, str]:
    """What the book's table of contents calls each file, by the first entry that leads to it."""
    labels: dict[str, str] = {}
    for name, item in items.values():
        try:
            if _is_contents(item):
                root = parse_xhtml(archive.read(name))
                for link in root.iter("a") if root is not None else ():
                    _label(labels, name, link.get("href"), words_of(link))
            elif item.get("media-type") == "application/x-dtbncx+xml":
                for point in parse_xml(archive.read(name), "the table of contents").iter(_NCX + "navPoint"):
                    text, content = point.find(f"{_NCX}navLabel"), point.find(f"{_NCX}content")
                    if text is not None and content is not None:
                        _label(labels, name, content.get("src"), words_of(text))
        except BriefingError:
            continue
    return labels


def _label(labels: dict[str, str], base: str, href: str | None, text: str) -> None:
    if href and text:
        labels.setdefault(member_path(base, href), text)
