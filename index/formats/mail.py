"""E-mail messages (.eml): headers as metadata, the text with its quotations, the names of what is attached.

Lines are those of the extracted text: of a plain body its own, without the marks of quotation; of an HTML
body one a paragraph. Of several forms of one text the plain one is read.
"""

from __future__ import annotations

import email.policy
from collections.abc import Iterator
from contextlib import suppress
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from index.decode import decode
from index.formats import limits
from index.formats.mail_text import write_plain
from index.formats.scribe import Scribe
from index.formats.source import Source
from index.hygiene import clean, clean_name
from index.model import BriefingError

_SHOWN = ("From", "To", "Cc", "Date")
_TELLING = ("From", "Date", "Subject", "Message-ID", "Received", "MIME-Version")
_LONGEST_HEADER = 5000
_LONGEST_NAME = 200
# What the standard library raises on messages that break the rules of their format.
_FAULTS = (RecursionError, ValueError, LookupError, TypeError, AttributeError)


def read_mail(data: bytes) -> Source:
    """The source of a message; raises BriefingError for one that has no headers or is damaged."""
    limits.hold(len(data), limits.FILE_BYTES, "the message", "file_mb")
    try:
        message = BytesParser(policy=email.policy.compat32).parsebytes(data)
    except _FAULTS as error:
        raise BriefingError("is a damaged message; save it anew from the mail program") from error
    if not any(name in message for name in _TELLING):
        raise BriefingError("is no e-mail message: it has no headers; rename it to .txt to read it as text")
    writer = _Writer()
    writer.message(message)
    return writer.source(_metadata(message))


class _Writer:
    """The parts of a message, written in their order."""

    def __init__(self) -> None:
        self._scribe = Scribe()
        self._parts = 0
        self._encodings: list[str] = []
        self._undecodable = 0

    def source(self, metadata: dict[str, tuple[object, str]]) -> Source:
        found = [encoding for encoding in dict.fromkeys(self._encodings) if encoding != "ascii"]
        encoding = " and ".join(found) or "ascii"
        if self._parts > limits.MAIL_PARTS:
            told = f"has more than {limits.MAIL_PARTS} parts; the others were not read"
            self._scribe.problems.append((0, told))
        return self._scribe.source(
            "mail", encoding=encoding, metadata=metadata, undecodable=self._undecodable
        )

    def message(self, message: Message, depth: int = 0) -> None:
        """Write a message: its headers, then its parts."""
        subject = _header(message, "Subject")
        if subject:
            self._scribe.add("heading" if depth else "title", subject, level=2 if depth else 0)
        for name in _SHOWN:
            value = _header(message, name)
            if value:
                self._scribe.add("byline", f"{name}: {value}")
        for part, deep in self._chosen(message, depth):
            if part.get_content_type() == "message/rfc822":
                payload = part.get_payload()
                for inner in payload if isinstance(payload, list) else ():
                    if isinstance(inner, Message):
                        self.message(inner, deep + 1)
            else:
                self._part(part)

    def _chosen(self, message: Message, depth: int) -> Iterator[tuple[Message, int]]:
        """The parts that are read, with how deep they lie."""
        self._parts += 1
        if self._parts > limits.MAIL_PARTS:
            return
        if depth > limits.MAIL_DEPTH:
            self._parts = limits.MAIL_PARTS + 1
            return
        payload = message.get_payload()
        if not isinstance(payload, list) or message.get_content_type() == "message/rfc822":
            yield message, depth
            return
        parts = [part for part in payload if isinstance(part, Message)]
        if message.get_content_type() == "multipart/alternative":
            parts = _best(parts)
        for part in parts:
            yield from self._chosen(part, depth + 1)

    def _part(self, part: Message) -> None:
        kind = part.get_content_type()
        name = _filename(part)
        attached = part.get_content_disposition() == "attachment"
        if kind == "text/html" and not attached:
            self._html(_bytes(part), _charset(part))
        elif kind == "text/plain" and not attached:
            decoded = decode(_bytes(part), _charset(part))
            self._encodings.append(decoded.encoding)
            self._undecodable += decoded.undecodable
            flowed = str(part.get_param("format") or "").lower() == "flowed"
            write_plain(self._scribe, decoded.text, flowed=flowed)
        elif name or attached:
            self._scribe.add(
                "boilerplate", f"[attached: {name or 'without a name'}, {clean_name(kind)[:80]}]"
            )

    def _html(self, data: bytes, charset: str) -> None:
        from index.formats.elements import walk_page
        from index.formats.footnotes import Footnotes
        from index.formats.markup import parse_html

        parsed = parse_html(data, charset=charset)
        self._encodings.append(parsed.encoding)
        self._undecodable += parsed.undecodable
        self._scribe.removed += parsed.removed
        if parsed.root is not None:
            for record in walk_page(parsed.root, Footnotes({"": parsed.root}), judge=False).records:
                self._scribe.add(record.kind, record.paragraph, level=record.level, note=record.note)


def _best(parts: list[Message]) -> list[Message]:
    """Of several forms of one text the plain one, unless it is empty."""
    for part in parts:
        if part.get_content_type() == "text/plain" and _bytes(part).strip():
            return [part]
    return parts[-1:]


def _bytes(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except _FAULTS:
        return b""
    return data if isinstance(data, bytes) else b""


def _charset(part: Message) -> str:
    try:
        return str(part.get_content_charset("") or "")
    except _FAULTS:
        return ""


def _metadata(message: Message) -> dict[str, tuple[object, str]]:
    found: dict[str, tuple[object, str]] = {}
    subject = _header(message, "Subject")
    if subject:
        found["title"] = (subject, "header Subject")
    try:
        people = getaddresses([_header(message, "From")])
    except _FAULTS:
        people = []
    names = tuple(dict.fromkeys(name or address for name, address in people if name or address))
    if names:
        found["authors"] = (names[:50], "header From")
    with suppress(OverflowError, *_FAULTS):
        sent = parsedate_to_datetime(_header(message, "Date"))
        found["date"] = (sent.date().isoformat(), "header Date")
    return found


def _header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded, cleaned; the first where there are several."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name.lower()), "")
    text = decode(str(raw)[:_LONGEST_HEADER].encode("utf-8", "surrogateescape")).text
    try:
        parts = [
            part if isinstance(part, str) else decode(part, charset or "").text
            for part, charset in decode_header(text)
        ]
    except _FAULTS:
        parts = [text]
    cleaned, _ = clean(" ".join("".join(parts).split()))
    return cleaned


def _filename(part: Message) -> str:
    try:
        name = part.get_filename()
    except _FAULTS:
        name = None
    if not name:
        return ""
    with suppress(*_FAULTS):
        name = "".join(
            piece if isinstance(piece, str) else decode(piece, charset or "").text
            for piece, charset in decode_header(name[:_LONGEST_HEADER])
        )
    return clean_name(name)[:_LONGEST_NAME]
