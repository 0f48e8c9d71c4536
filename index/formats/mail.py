"""E-mail messages (.eml): headers as metadata, the text with its quotations, the names of what is attached.

Lines are those of the extracted text. A plain body keeps its own lines and is judged like a text file.
"""

from __future__ import annotations

import email.policy
import re
from collections.abc import Iterator
from datetime import datetime
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime

from index.decode import decode
from index.formats import limits
from index.formats.scribe import Scribe
from index.formats.source import Source
from index.hygiene import clean, clean_name
from index.model import BriefingError

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
_QUOTED = re.compile(r"\s{0,3}>")
_LONGEST_HEADER = 2000


def read_mail(data: bytes) -> Source:
    """The source of a message; raises BriefingError for one with too many parts or without headers."""
    limits.hold(len(data), limits.FILE_BYTES, "the message")
    message = _parse(data)
    if not any(message.get(name) for name in ("From", "Date", "Subject", "Message-ID", "Received")):
        raise BriefingError("is no e-mail message: it has no headers; rename it to .txt to read it as text")
    scribe = Scribe()
    metadata = _metadata(message)
    if "title" in metadata:
        scribe.add("title", str(metadata["title"][0]))
    for name in _SHOWN[:-1]:
        value = _header(message, name)
        if value:
            scribe.add("byline", f"{name}: {value}")
    _Body(scribe).write(message)
    return scribe.source("mail", encoding="utf-8", metadata=metadata)


def _parse(data: bytes) -> Message:
    try:
        return BytesParser(policy=email.policy.compat32).parsebytes(data)
    except (
        RecursionError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        IndexError,
        KeyError,
    ) as error:
        raise BriefingError("the message is damaged; save it anew from the mail program") from error


class _Body:
    """The parts of a message, written in their order."""

    def __init__(self, scribe: Scribe) -> None:
        self._scribe = scribe
        self._parts = 0

    def write(self, message: Message, depth: int = 0) -> None:
        for part in self._chosen(message, depth):
            self._part(part)

    def _chosen(self, message: Message, depth: int) -> Iterator[Message]:
        """The parts that are shown: of several forms of one text the plain one, and everything else."""
        self._parts += 1
        if self._parts > limits.MAIL_PARTS or depth > limits.MAIL_DEPTH:
            raise BriefingError(
                f"has more than {limits.MAIL_PARTS} parts or too deep ones; save its text alone"
            )
        payload = message.get_payload()
        if not isinstance(payload, list):
            yield message
            return
        parts = [part for part in payload if isinstance(part, Message)]
        if message.get_content_type() == "multipart/alternative":
            plain = [part for part in parts if part.get_content_type() == "text/plain"]
            parts = plain[:1] or parts[-1:]
        for part in parts:
            yield from self._chosen(part, depth + 1)

    def _part(self, part: Message) -> None:
        kind = part.get_content_type()
        name = _filename(part)
        attached = part.get_content_disposition() == "attachment"
        if kind in ("text/plain", "text/html") and not attached:
            data = part.get_payload(decode=True)
            text = decode(data if isinstance(data, bytes) else b"", str(part.get_content_charset("") or ""))
            self._plain(text.text)
        elif name or attached:
            self._scribe.add("boilerplate", f"[attached: {name or 'without a name'}, {kind}]")

    def _plain(self, text: str) -> None:
        for line in text.replace("\r\n", "\n").split("\n"):
            self._scribe.add_line(line)


def _metadata(message: Message) -> dict[str, tuple[object, str]]:
    found: dict[str, tuple[object, str]] = {}
    subject = _header(message, "Subject")
    if subject:
        found["title"] = (subject, "header Subject")
    people = tuple(
        name or address for name, address in getaddresses([_header(message, "From")]) if name or address
    )
    if people:
        found["authors"] = (people, "header From")
    sent = _sent(message)
    if sent is not None:
        found["date"] = (sent.date().isoformat(), "header Date")
    return found


def _sent(message: Message) -> datetime | None:
    try:
        return parsedate_to_datetime(_header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: Message, name: str) -> str:
    """A header on one line, its encoded words decoded, cleaned."""
    value = message.get(name)
    if value is None:
        return ""
    text = str(value)[:_LONGEST_HEADER]
    parts: list[str] = []
    try:
        for part, charset in decode_header(text):
            parts.append(part if isinstance(part, str) else decode(part, charset or "").text)
    except (ValueError, LookupError):
        parts = [text]
    cleaned, _ = clean(" ".join("".join(parts).split()))
    return cleaned


def _filename(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError):
        name = None
    return clean_name(name)[:200] if name else ""
