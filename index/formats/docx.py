"""Word documents (.docx): paragraphs with their styles, lists, tables, notes and links, as Word shows them.

Lines are those of the extracted text, one a paragraph. Pages are those of the last layout that the word
processor saved, where it did. Changes that are tracked are read as accepted.
"""

from __future__ import annotations

import posixpath

from lxml.etree import _Element as Element

from index.formats import limits
from index.formats.archive import Archive, member_path
from index.formats.docx_body import Body, Notes
from index.formats.docx_names import R_ID, STRICT, TRANSITIONAL, TYPE, W
from index.formats.docx_styles import Numbering, Styles
from index.formats.markup import parse_xml
from index.formats.properties import read_dublin_core
from index.formats.scribe import Scribe
from index.formats.source import Source
from index.model import BriefingError


def read_docx(data: bytes) -> Source:
    """The source of a Word document; raises BriefingError for one that is damaged or over a bound."""
    limits.hold(len(data), limits.FILE_BYTES, "the file", "file_mb")
    package = _Package(Archive(data))
    document = package.part(package.main, "its text")
    assert document is not None
    body = document.find(W + "body")
    if body is None:
        raise BriefingError("has no text; save it anew")
    scribe = Scribe()
    notes = Notes(package.related("footnotes"), package.related("endnotes"))
    styles = Styles(package.related("styles"))
    writer = Body(scribe, styles, Numbering(package.related("numbering")), notes, package.links(package.main))
    writer.write(body)
    writer.write_notes(package.links)
    for part in package.furniture():
        writer.write_furniture(part)
    if writer.changes:
        scribe.problems.append((0, "has tracked changes; they are read as accepted"))
    if writer.hidden:
        scribe.problems.append((0, f"has {writer.hidden} runs of hidden text, which are left out"))
    core = package.core()
    metadata = read_dublin_core(core, "file") if core is not None else {}
    return scribe.source("docx", encoding="utf-8", metadata=metadata)


class _Package:
    """The parts of the file and how they hang together."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._relations: dict[str, dict[str, tuple[str, str, bool]]] = {}
        mains = [target for kind, target, _ in self._related("").values() if kind == "officeDocument"]
        self.main = next((name for name in mains if name in archive), "word/document.xml")

    def part(self, name: str, what: str) -> Element | None:
        """A part's root, None where there is no such part and it is not the main one."""
        if name not in self._archive and name != self.main:
            return None
        return parse_xml(self._archive.read(name).replace(STRICT, TRANSITIONAL), what)

    def related(self, kind: str) -> tuple[str, Element | None]:
        """The name and root of the part that the main one names for a purpose."""
        for found, target, external in self._related(self.main).values():
            if found == kind and not external:
                return target, self.part(target, f"its {kind}")
        return "", None

    def links(self, name: str) -> dict[str, str]:
        """The addresses that a part's links lead to, by relation."""
        return {
            key: target
            for key, (kind, target, external) in self._related(name).items()
            if kind == "hyperlink" and external
        }

    def furniture(self) -> list[Element]:
        """The running heads and feet."""
        parts = [
            self.part(target, f"its {kind}")
            for kind, target, external in self._related(self.main).values()
            if kind in ("header", "footer") and not external
        ]
        return [part for part in parts if part is not None]

    def core(self) -> Element | None:
        """The properties of the document."""
        for kind, target, external in self._related("").values():
            if kind == "core-properties" and not external:
                try:
                    return self.part(target, "its properties")
                except BriefingError:
                    return None
        return None

    def _related(self, name: str) -> dict[str, tuple[str, str, bool]]:
        if name not in self._relations:
            folder, file = posixpath.split(name)
            path = posixpath.join(folder, "_rels", file + ".rels")
            root = parse_xml(self._archive.read(path), "its relations") if path in self._archive else None
            found: dict[str, tuple[str, str, bool]] = {}
            for relation in root.iter("{*}Relationship") if root is not None else ():
                target = relation.get("Target") or ""
                external = relation.get("TargetMode") == "External"
                kind = (relation.get(TYPE) or "").rpartition("/")[2]
                whole = target if external else member_path(name, target) if target[:1] != "/" else target[1:]
                found[relation.get(R_ID) or ""] = (kind, whole, external)
            self._relations[name] = found
        return self._relations[name]
