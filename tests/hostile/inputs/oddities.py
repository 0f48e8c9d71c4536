"""Bytes that are hardly text: nothing, next to nothing, and lies about encoding."""

from __future__ import annotations

import codecs

from tests.hostile.inputs.model import declare

_TEXT = "Überschrift\n\nEin Satz über Sanktionen, und noch einer: „Zitat“.\n\nEin zweiter Absatz.\n"
_SUFFIXES = ("txt", "md", "html", "pdf", "docx", "epub", "eml")

for suffix in _SUFFIXES:
    declare("nearly empty", f"empty.{suffix}", b"")
    declare("nearly empty", f"one.{suffix}", b"a")
    declare("nearly empty", f"newline.{suffix}", b"\n")
    declare("nearly empty", f"three.{suffix}", b"\xff\xfe\n")
    declare("nearly empty", f"nuls.{suffix}", b"\0" * 4096)
    declare("nearly empty", f"blank.{suffix}", b" \t\n\r\n \xc2\xa0\n" * 50)
    declare("encodings", f"random.{suffix}", bytes((i * i * 31 + i * 7) % 251 for i in range(20_000)))

for name in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8-sig", "cp1252", "utf-7", "cp037"):
    declare("encodings", f"{name}.txt", _TEXT.encode(name, "replace"))
declare("encodings", "utf-16 with mark.txt", _TEXT.encode("utf-16"))
declare("encodings", "utf-16 odd.txt", _TEXT.encode("utf-16-le")[:-1])
declare("encodings", "mark only.txt", codecs.BOM_UTF16_LE)
declare("encodings", "wrong mark.txt", codecs.BOM_UTF32_LE + _TEXT.encode())
declare("encodings", "two marks.txt", codecs.BOM_UTF8 * 2 + _TEXT.encode())
declare("encodings", "lone surrogates.txt", b"Vorher \xed\xa0\x80 und \xed\xbf\xbf Nachher\n" * 20)
declare("encodings", "lone surrogates utf-16.txt", codecs.BOM_UTF16_LE + b"\x00\xd8a\x00\x00\xdc" * 100)
declare("encodings", "overlong.txt", b"Vorher \xc0\xaf \xe0\x80\xaf \xf8\x88\x80\x80\x80 Nachher\n" * 20)
declare("encodings", "beyond unicode.txt", b"Vorher \xf4\x90\x80\x80 \xf7\xbf\xbf\xbf Nachher\n" * 20)
declare("encodings", "cut.txt", "Ein Satz – ".encode()[:-2])
declare("encodings", "half nul.txt", b"Ein Satz.\n" + b"\0" * 5000 + b"\nNoch ein Satz.\n")
declare("encodings", "wide in front.txt", ("a" * 4096).encode("utf-16-le") + _TEXT.encode())
declare("encodings", "mixture.txt", "".join(_TEXT * 3).encode() + _TEXT.encode("cp1252") + b"\x81\x8d\x8f\n")
declare("encodings", "says utf-16.html", b'<meta charset="utf-16"><p>Ein Satz, der keiner ist.</p>' * 5)
declare("encodings", "says nonsense.html", b'<meta charset="x-\xffklingon"><p>Ein Satz.</p>' * 5)
declare("encodings", "says hex.html", b'<meta charset="hex"><p>Ein Satz.</p>' * 5)
declare("encodings", "says idna.html", b'<meta charset="idna"><p>Ein Satz.</p>' * 5)
declare("encodings", "says undefined.html", b'<meta charset="undefined"><p>Ein Satz.</p>' * 5)
declare(
    "encodings",
    "says utf-7.html",
    b'<meta charset="utf-7"><p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>' * 5,
)
