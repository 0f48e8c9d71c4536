"""Documents made in code, for what no tool writes on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HTML = "http://www.w3.org/1999/xhtml"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of some parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


def docx(body: str, *, links: Mapping[str, str] | None = None, **parts: str) -> bytes:
    """A Word document of a body; `parts` are further ones, by purpose (footnotes, styles, numbering)."""
    related = "".join(
        f'<Relationship Id="{key}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'
        for key, target in (links or {}).items()
    ) + "".join(f'<Relationship Id="x{name}" Type="{R}/{name}" Target="{name}.xml"/>' for name in parts)
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">'
            f'<Relationship Id="r" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}">'
            f"<w:body>{body}</w:body></w:document>",
            **{
                f"word/{name}.xml": f'<w:{name} xmlns:w="{W}" xmlns:r="{R}">{part}</w:{name}>'
                for name, part in parts.items()
            },
        }
    )


def epub(chapters: Mapping[str, str], *, metadata: str = "") -> bytes:
    """A book of chapters by file name; each is the inside of its body."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n, _ in enumerate(chapters))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
            "<rootfiles>"
            '<rootfile full-path="book/content.opf"/></rootfiles></container>',
            "book/content.opf": '<package xmlns="http://www.idpf.org/2007/opf" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>{metadata}</metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{
                f"book/{name}": f'<html xmlns="{_HTML}"><head><title/></head><body>{chapter}</body></html>'
                for name, chapter in chapters.items()
            },
        }
    )


def paragraph(text: str) -> str:
    """A plain paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def drawn(*texts: tuple[float, float, str]) -> bytes:
    """A PDF of one page on which texts are drawn one after another, each at its place in points."""
    shows = "".join(f"BT /F 10 Tf {x} {y} Td ({text}) Tj ET\n" for x, y, text in texts)
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
        "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        f"<< /Length {len(shows)} >>\nstream\n{shows}\nendstream",
    ]
    body = "%PDF-1.4\n" + "".join(f"{n} 0 obj\n{part}\nendobj\n" for n, part in enumerate(parts, 1))
    return f"{body}trailer\n<< /Root 1 0 R >>\n".encode("latin-1")
