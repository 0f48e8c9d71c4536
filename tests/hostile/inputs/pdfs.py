"""PDF files written by hand: broken, ringed, encrypted, expanding, or with actions."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence

from tests.hostile.inputs.model import Scale, declare, hostile
from tests.hostile.payloads import PAYLOADS

FAMILY = "pdf"


def pdf(objects: Sequence[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of these objects, numbered from 1, with a table that is right."""
    whole = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(whole)
    whole += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    whole += b"".join(b"%010d 00000 n \n" % place for place in places)
    whole += b"trailer\n<</Size %d %s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(whole)


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d %s>>\nstream\n%s\nendstream" % (len(data), more, data)


def _shown(text: str) -> bytes:
    coded = (
        text.encode("latin-1", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    )
    return coded.replace(b"\r", b"\\r").replace(b"\n", b"\\n")


def pages(
    content: bytes,
    *,
    count: int = 1,
    catalog: bytes = b"",
    page: bytes = b"",
    trailer: bytes = b"/Root 1 0 R",
) -> bytes:
    """A file of so many pages that all show this content stream (an object)."""
    kids = b" ".join(b"%d 0 R" % (5 + n) for n in range(count))
    leaf = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>%s>>"
        % page
    )
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R %s>>" % catalog,
            b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count),
            content,
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
            *[leaf] * count,
        ],
        trailer,
    )


def _text(words: str, lines: int = 1) -> bytes:
    return b"BT /F 12 Tf 72 720 Td 14 TL " + b"(%s) Tj T* " % _shown(words) * lines + b"ET"


_WORDS = "Japan and Russia spoke about sanctions on the Kuril islands."
PLAIN = pages(stream(_text(_WORDS, 30)))
declare(FAMILY, "plain.pdf", PLAIN)
for number, payload in enumerate(PAYLOADS):
    evil = _shown(payload.text)
    info = b"/Root 1 0 R /Info <</Title(%s)/Author(%s)/CreationDate(%s)/Subject(%s)>>" % (
        evil,
        evil,
        evil,
        evil,
    )
    declare(
        "control sequences",
        f"{number:02} {payload.name}.pdf",
        pages(stream(_text(f"{payload.text} {_WORDS}", 3)), trailer=info),
    )
    wide = ("\ufeff" + payload.text).encode("utf-16-be", "surrogatepass").hex().encode()
    declare(
        "control sequences",
        f"{number:02} {payload.name} wide.pdf",
        pages(
            stream(_text(_WORDS, 3)), trailer=b"/Root 1 0 R /Info <</Title<%s>/Author<%s>>>" % (wide, wide)
        ),
    )


def bomb_of_forms(levels: int) -> bytes:
    """A page that draws a form ten times, which draws another ten times, and so on."""
    forms = [
        stream(
            _text("Japan spoke.") if last else b"/X Do " * 10,
            b"/Type/XObject/Subtype/Form/BBox[0 0 600 800]"
            b"/Resources<</Font<</F 4 0 R>>/XObject<</X %d 0 R>>>>" % (6 + number),
        )
        for number in range(levels)
        for last in (number == levels - 1,)
    ]
    return pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (5 + levels),
            stream(b"/X Do " * 10),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            *forms,
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R"
            b"/Resources<</XObject<</X 5 0 R>>>>>>",
        ]
    )


MADE: dict[str, Callable[[Scale, random.Random], bytes]] = {
    "many pages.pdf": lambda scale, _: pages(stream(_text(_WORDS, 2)), count=scale.deep // 10),
    "bomb.pdf": lambda scale, _: pages(
        stream(zlib.compress(_text("a" * 60, scale.line_bytes // 70), 9), b"/Filter/FlateDecode")
    ),
    "bomb of forms.pdf": lambda scale, _: bomb_of_forms(3 if scale.deep < 10_000 else 9),
    "bomb of blanks.pdf": lambda scale, _: pages(
        stream(zlib.compress(b" " * scale.line_bytes * 8, 9), b"/Filter/FlateDecode")
    ),
    "bomb in a bomb.pdf": lambda scale, _: pages(
        stream(
            zlib.compress(zlib.compress(b" " * scale.line_bytes * 20, 9), 9),
            b"/Filter[/FlateDecode/FlateDecode]",
        )
    ),
    "deep arrays.pdf": lambda scale, _: pages(stream(b"[" * scale.deep * 10 + b"]" * scale.deep * 10)),
    "deep dictionaries.pdf": lambda scale, _: pages(
        stream(_text(_WORDS)), catalog=b"/X " + b"<</Y " * scale.deep + b"1" + b">>" * scale.deep
    ),
    "deep names.pdf": lambda scale, _: pages(stream(b"q " * scale.deep * 10 + _text(_WORDS))),
    "long string.pdf": lambda scale, _: pages(
        stream(b"BT /F 12 Tf (" + b"a" * (scale.line_bytes // 2) + b") Tj ET")
    ),
}
for name, made in MADE.items():
    hostile(FAMILY, name)(made)

declare(
    FAMILY,
    "pages in a ring.pdf",
    pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
)
declare(
    FAMILY,
    "pages in a long ring.pdf",
    pdf(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 9>>",
            b"<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 9>>",
        ]
    ),
)
declare(FAMILY, "length in a ring.pdf", pages(b"<</Length 3 0 R>>\nstream\nBT ET\nendstream"))
declare(FAMILY, "count lies.pdf", PLAIN.replace(b"/Count 1", b"/Count 99999999"))
declare(FAMILY, "no root.pdf", pages(stream(_text(_WORDS)), trailer=b""))
declare(FAMILY, "root elsewhere.pdf", pages(stream(_text(_WORDS)), trailer=b"/Root 99 0 R"))
declare(
    FAMILY, "table lies.pdf", PLAIN.replace(b"00000 n", b"99999 n").replace(b"startxref\n", b"startxref\n9")
)
declare(FAMILY, "table in a ring.pdf", pages(stream(_text(_WORDS)), trailer=b"/Root 1 0 R /Prev 15"))
declare(FAMILY, "no table.pdf", PLAIN[: PLAIN.find(b"xref")])
declare(FAMILY, "head only.pdf", b"%PDF-1.7\n")
declare(FAMILY, "not a pdf.pdf", b"Japan and Russia spoke.\n" * 50)
declare(FAMILY, "huge box.pdf", PLAIN.replace(b"[0 0 612 792]", b"[-1e38 -1e38 1e38 1e38]"))
declare(FAMILY, "empty box.pdf", PLAIN.replace(b"[0 0 612 792]", b"[0 0 0 0]"))
declare(FAMILY, "box of words.pdf", PLAIN.replace(b"[0 0 612 792]", b"[(a) /b null]"))
declare(FAMILY, "no font.pdf", PLAIN.replace(b"/F 4 0 R", b"/F 99 0 R"))
declare(FAMILY, "not a filter.pdf", pages(stream(b"\xff\0" * 500, b"/Filter/FlateDecode")))
declare(
    FAMILY,
    "image filters.pdf",
    pages(stream(b"\xff\0" * 500, b"/Filter[/DCTDecode/JBIG2Decode/JPXDecode/LZWDecode]")),
)
declare(
    FAMILY,
    "encrypted.pdf",
    pages(
        stream(_text(_WORDS)),
        trailer=b"/Root 1 0 R /ID[<00><00>] /Encrypt <</Filter/Standard/V 2/R 3/Length 128/P -4/O<%s>/U<%s>>>"
        % (b"11" * 32, b"22" * 32),
    ),
)
declare(
    FAMILY,
    "unknown encryption.pdf",
    pages(stream(_text(_WORDS)), trailer=b"/Root 1 0 R /Encrypt <</Filter/Nobody/V 99>>"),
)
declare(
    FAMILY,
    "actions.pdf",
    pages(
        stream(_text(_WORDS)),
        catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/URI/URI(http://192.0.2.1/x)>>>>",
        page=b"/Annots[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/Launch/F(/bin/sh)>>>>]",
    ),
)
declare(
    FAMILY,
    "form without end.pdf",
    pages(stream(b"/X Do " + _text(_WORDS)), page=b"/Resources<</XObject<</X 3 0 R>>>>"),
)
