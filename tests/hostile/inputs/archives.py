"""DOCX and EPUB files that expand, lead out of themselves, lie about their members, or hold hostile XML."""

# ruff: noqa: E501 (lines of data)
from __future__ import annotations

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping

from tests.hostile.inputs.markup import ELSEWHERE, EXTERNAL, LAUGHS, QUADRATIC
from tests.hostile.inputs.model import MEGABYTE, Scale, declare, hostile

FAMILY = "archives"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
_RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    b"</Relationships>"
)
_CONTAINER = (
    b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile '
    b'full-path="%s" media-type="application/oebps-package+xml"/></rootfiles></container>'
)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members, the same bytes each time."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", method) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return whole.getvalue()


def paragraph(text: str) -> str:
    """A paragraph of a document."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body: str | bytes, **more: bytes) -> bytes:
    """A DOCX file with this body, or with these bytes for its whole main part."""
    part = (
        body if isinstance(body, bytes) else f"<w:document {_W}><w:body>{body}</w:body></w:document>".encode()
    )
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": part, **more})


def book(chapter: bytes, package: bytes | None = None, rootfile: bytes = b"p.opf", spine: int = 1) -> bytes:
    """An EPUB file with this chapter."""
    items = b'<itemref idref="c"/>' * spine
    package = package or (
        b'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata/><manifest><item id="c" href="c.xhtml" '
        b'media-type="application/xhtml+xml"/></manifest><spine>' + items + b"</spine></package>"
    )
    members = {
        "mimetype": b"application/epub+zip",
        "META-INF/container.xml": _CONTAINER % rootfile,
        "p.opf": package,
    }
    return zipped({**members, "c.xhtml": chapter})


def _filled(size: int) -> bytes:
    return b"a" * size


_PLAIN = b'<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Japan spoke about sanctions.</p></body></html>'
_HREF = b'<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="c" href="%s" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>'

MADE: dict[str, Callable[[Scale, random.Random], bytes]] = {
    "bomb.docx": lambda scale, _: document(b"<w:document>" + _filled(scale.line_bytes * 20)),
    "bomb.epub": lambda scale, _: book(_PLAIN + _filled(scale.line_bytes * 20)),
    "many chapters.epub": lambda scale, _: book(_PLAIN, spine=scale.deep),
    "many members.epub": lambda scale, _: zipped({f"{n}.xhtml": b"" for n in range(scale.deep * 4)}),
    "long paragraphs.docx": lambda scale, _: document(paragraph("a " * 50_000) * (scale.table // 20)),
    "many paragraphs.docx": lambda scale, _: document(paragraph("a") * (scale.many // 4)),
    "many runs.docx": lambda scale, _: document(
        "<w:p>" + "<w:r><w:t>a</w:t></w:r>" * (scale.many // 4) + "</w:p>"
    ),
    "deep tables.docx": lambda scale, _: document(
        "<w:tbl><w:tr><w:tc>" * scale.deep + paragraph("a") + "</w:tc></w:tr></w:tbl>" * scale.deep
    ),
    "deep runs.docx": lambda scale, _: document(
        "<w:p>"
        + "<w:hyperlink>" * scale.deep
        + "<w:r><w:t>a</w:t></w:r>"
        + "</w:hyperlink>" * scale.deep
        + "</w:p>"
    ),
    "deep chapter.epub": lambda scale, _: book(
        b"<html><body>" + b"<div>" * scale.deep + b"a" + b"</div>" * scale.deep
    ),
}
for name, made in MADE.items():
    hostile(FAMILY, name)(made)

for kind, make in (("docx", document), ("epub", book)):
    for name, bomb in (("laughs", LAUGHS), ("quadratic", QUADRATIC), ("external", EXTERNAL)):
        declare(FAMILY, f"{name}.{kind}", make(bomb))
    declare(
        FAMILY,
        f"utf-16 entities.{kind}",
        make(LAUGHS.decode().replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16")),
    )
    declare(FAMILY, f"utf-7 entities.{kind}", make(LAUGHS.replace(b"?>", b' encoding="utf-7"?>', 1)))
    declare(FAMILY, f"broken xml.{kind}", make(b"<w:document><w:body>&nosuch; <w:p><w:t>a</w:q>"))
    declare(FAMILY, f"not xml.{kind}", make(bytes(range(256)) * 20))
    declare(FAMILY, f"empty part.{kind}", make(b""))
    declare(FAMILY, f"no members.{kind}", zipped({}))
    declare(
        FAMILY,
        f"other members.{kind}",
        zipped({"a.txt": b"a", "../../etc/passwd": b"b", "/etc/shadow": b"c"}),
    )
    declare(FAMILY, f"archive in archive.{kind}", zipped({"x.zip": zipped({"y.zip": zipped({"z": b"z"})})}))
    declare(FAMILY, f"not an archive.{kind}", b"PK\x03\x04" + b"\0" * 200)
    declare(FAMILY, f"text.{kind}", b"Japan spoke about sanctions.\n" * 20)

for name, way in {
    "slip.epub": b"../../../../../../etc/passwd",
    "slip by url.epub": b"file:///etc/passwd",
    "absolute.epub": b"/etc/passwd",
    "elsewhere.epub": ELSEWHERE,
    "coded slip.epub": b"%2e%2e/%2e%2e/%2e%2e/etc/passwd",
    "nul.epub": b"a%00b",
    "itself.epub": b"p.opf",
    "no such.epub": b"nowhere.xhtml",
}.items():
    declare(FAMILY, name, book(_PLAIN, package=_HREF % way))
declare(FAMILY, "root slips.epub", book(_PLAIN, rootfile=b"../../../../etc/passwd"))
declare(FAMILY, "root elsewhere.epub", book(_PLAIN, rootfile=ELSEWHERE))
declare(
    FAMILY,
    "template elsewhere.docx",
    document(
        paragraph("Japan spoke."),
        **{
            "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships'
            b'/attachedTemplate" Target="' + ELSEWHERE + b'" TargetMode="External"/></Relationships>'
        },
    ),
)


def _lying(data: bytes, at: int, size: int) -> bytes:
    """An archive whose directory tells another size for every member."""
    changed = bytearray(data)
    place = changed.find(b"PK\x01\x02")
    while place >= 0:
        changed[place + at : place + at + 4] = struct.pack("<I", size)
        place = changed.find(b"PK\x01\x02", place + 4)
    return bytes(changed)


_DOCX = document(paragraph("Japan spoke about sanctions. " * 20))
declare(FAMILY, "says small.docx", _lying(document(b"<w:document>" + _filled(4 * MEGABYTE)), 24, 10))
declare(FAMILY, "says large.docx", _lying(_DOCX, 24, 0xFFFFFFF0))
declare(FAMILY, "packed size lies.docx", _lying(_DOCX, 20, 0xFFFFFFF0))
declare(FAMILY, "offset lies.docx", _lying(_DOCX, 42, 0xFFFFFF))
declare(FAMILY, "checksum lies.docx", _lying(_DOCX, 16, 1))
_ENCRYPTED = bytearray(_DOCX)
for place in (6, _DOCX.find(b"PK\x01\x02") + 8):
    _ENCRYPTED[place] |= 1
declare(FAMILY, "encrypted.docx", bytes(_ENCRYPTED))
declare(FAMILY, "compound.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4096)
_TWICE = zipped(
    {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _RELS,
        "word/document.xml": b"<a/>",
        "word/Document.xml": b"<b/>",
    }
)
declare(FAMILY, "same name twice.docx", _TWICE)
for method, called in ((zipfile.ZIP_BZIP2, "bzip2"), (zipfile.ZIP_LZMA, "lzma")):
    declare(FAMILY, f"{called}.docx", zipped({"word/document.xml": _filled(4 * MEGABYTE)}, method))
