"""Bytes become text, whatever wrote them.

Analysts' files come from everywhere: a wrong guess of the encoding turns names into litter that no search
finds, so what is not UTF-8 is judged line by line.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding it was taken for, and how many characters could not be decoded.

    What could not be decoded stands in the text as U+FFFD.
    """

    text: str
    encoding: str
    undecodable: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """Text of bytes in UTF-8, UTF-16 or UTF-32 with or without a mark, cp1252, Latin-1 or a mixture.

    `declared` is what the file or its carrier says its encoding is; it is tried first, after a byte order
    mark, and dropped when it does not fit.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _lossy(data[len(bom) :], encoding)
    if declared:
        try:
            return Decoded(data.decode(declared), codecs.lookup(declared).name)
        except (LookupError, UnicodeError, ValueError):
            pass
    wide = _wide(data)
    if wide:
        return _lossy(data, wide)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _by_line(data)
    return Decoded(text, "ascii" if text.isascii() else "utf-8")


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding: NUL characters that no wide encoding explains."""
    head = data[:_SAMPLE]
    return b"\0" in head and not any(head.startswith(bom) for bom, _ in _BOMS) and not _wide(data)


def _lossy(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    return Decoded(text, encoding, text.count("\ufffd") - _honest(data, encoding))


def _honest(data: bytes, encoding: str) -> int:
    """How many U+FFFD the file itself holds, which no decoding put there."""
    return data.count("\ufffd".encode(encoding))


def _wide(data: bytes) -> str:
    """UTF-16 without a byte order mark: every second byte of Western text is NUL."""
    head = data[:_SAMPLE]
    if len(head) < 4 or b"\0" not in head:
        return ""
    half = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > half * 0.4 and even < half * 0.1:
        return "utf-16-le"
    if even > half * 0.4 and odd < half * 0.1:
        return "utf-16-be"
    return ""


def _by_line(data: bytes) -> Decoded:
    """Each line in UTF-8 where it is, else in cp1252: a mixture is what pasted files are."""
    parts: list[str] = []
    whole = True
    lost = 0
    for line in data.split(b"\n"):
        try:
            parts.append(line.decode("utf-8"))
            whole = whole and line.isascii()
        except UnicodeDecodeError:
            part = line.decode("cp1252", errors="replace")
            lost += part.count("\ufffd")
            parts.append(part)
    text = "\n".join(parts)
    if not whole:
        encoding = "utf-8 and cp1252"
    elif any(0x80 <= byte <= 0x9F for byte in set(data)):
        encoding = "cp1252"
    else:
        encoding = "latin-1"
    return Decoded(text, encoding, lost)
