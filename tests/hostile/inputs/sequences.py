"""Every payload in every place of every format that can hold it."""

# ruff: noqa: E501 (lines of data)
from __future__ import annotations

import base64
import html
import io
import zipfile

from tests.hostile.inputs.model import declare
from tests.hostile.payloads import PAYLOADS, Payload

FAMILY = "control sequences"
_WORDS = "Japan and Russia spoke about sanctions on the Kuril islands at their summit."


def text_of(payload: Payload) -> str:
    """An article with the payload as title, byline, heading, emphasis, link, note, caption and word."""
    evil = payload.text
    return (
        f"{evil} title\n\nBy {evil} author\n\n2016-09-19\n\n## {evil} heading\n\n{_WORDS} {evil} body. {_WORDS}\n\n"
        f"> {evil} quote {_WORDS}\n\n*{evil}* and **{evil}** and [{evil}](http://x.example/{evil}) {_WORDS}1\n\n"
        f"- {evil} item\n\nCaption: {evil} (Source: {evil})\n\n`{evil}`\n\n{_WORDS}\n\nNotes\n\n1 {evil} note, 2014.\n"
    )


def page_of(payload: Payload) -> str:
    """A page with the payload in its head, attributes and elements, as it is and as character references."""
    evil = "".join(char if char not in "<&" else html.escape(char) for char in payload.text)
    quoted = html.escape(payload.text, quote=True)
    coded = "".join(f"&#{ord(char)};" for char in payload.text)
    return (
        f'<html lang="{quoted}"><head><title>{evil} title</title><meta name="author" content="{quoted}">'
        f'<meta property="og:site_name" content="{coded}"><meta name="date" content="2016-09-19">'
        f'<link rel="canonical" href="http://x.example/{quoted}"></head><body><article><h1>{evil} title</h1>'
        f"<p>{_WORDS} {evil} body. {_WORDS}</p><p>{_WORDS} {coded} coded.</p><h2>{coded} heading</h2>"
        f'<blockquote>{evil} quote</blockquote><p><a href="http://x.example/{coded}">{evil}</a> {_WORDS}</p>'
        f"<table><tr><td>{evil}</td><td>{coded}</td></tr></table><ul><li>{evil}</li></ul><pre>{evil}</pre>"
        f'<figure><img alt="{coded}"><figcaption>{evil}</figcaption></figure><p>{_WORDS}</p></article></body></html>'
    )


def mail_of(payload: Payload) -> bytes:
    """A message with the payload in its header fields, raw and encoded, and in its parts."""
    raw = payload.text.replace("\r", " ").replace("\n", " ").encode("utf-8", "surrogatepass")
    word = f"=?utf-8?b?{base64.b64encode(raw).decode()}?=".encode()
    return b"".join(
        (
            b"From: "
            + word
            + b" <a@x.example>\r\nTo: b@x.example\r\nSubject: "
            + word
            + b" "
            + raw
            + b"\r\n",
            b"Date: Mon, 19 Sep 2016 10:00:00 +0000\r\nMIME-Version: 1.0\r\n",
            b'Content-Type: multipart/mixed; boundary="xx"\r\n\r\n',
            b"--xx\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
            + raw
            + b" "
            + _WORDS.encode()
            + b"\r\n",
            b'--xx\r\nContent-Type: text/plain; name="'
            + word
            + b'"\r\nContent-Disposition: attachment; filename="',
            raw.replace(b'"', b"") + b'"\r\n\r\nattached\r\n--xx--\r\n',
        )
    )


def front_of(payload: Payload) -> str:
    """A Markdown file with the payload in its front matter, as YAML reads it."""
    coded = "".join(char if char.isalnum() or char == " " else f"\\U{ord(char):08x}" for char in payload.text)
    return (
        f'---\ntitle: "{coded} title"\nauthor: ["{coded}"]\nsource: "{coded}"\ndate: "2016-09-19"\ntags: ["{coded}"]\n'
        f'date_note: "{coded}"\nmarking: "{coded}"\n"{coded}": "{coded}"\n---\n\n# {payload.text}\n\n{_WORDS}\n'
    )


def book_of(payload: Payload) -> bytes:
    """A book whose package, contents and chapter hold the payload as character references where XML allows."""
    coded = "".join(html.escape(char) if _in_xml(char) else f"&#{ord(char)};" for char in payload.text)
    chapter = (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{coded}</title></head><body><h1>{coded} heading</h1>'
        f"<p>{_WORDS} {coded}</p></body></html>"
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" version="3.0">'
        f"<metadata><dc:title>{coded}</dc:title><dc:creator>{coded}</dc:creator><dc:date>{coded}</dc:date></metadata>"
        '<manifest><item id="c" href="c.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="c"/></spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="p.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip")
        for name, text in (("META-INF/container.xml", container), ("p.opf", package), ("c.xhtml", chapter)):
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8", "replace"))
    return whole.getvalue()


def _in_xml(char: str) -> bool:
    return char in "\t\n\r" or (
        char >= " " and not "\ud800" <= char <= "\udfff" and char not in "\ufffe\uffff"
    )


for number, payload in enumerate(PAYLOADS):
    name = f"{number:02} {payload.name}"
    declare(FAMILY, f"{name}.txt", text_of(payload).encode("utf-8", "surrogatepass"))
    declare(FAMILY, f"{name}.md", front_of(payload).encode("utf-8", "surrogatepass"))
    declare(FAMILY, f"{name}.html", page_of(payload).encode("utf-8", "surrogatepass"))
    declare(FAMILY, f"{name}.eml", mail_of(payload))
    declare(FAMILY, f"{name}.epub", book_of(payload))
    if payload.text.isprintable() or all(ord(char) < 256 for char in payload.text):
        declare(FAMILY, f"{name} latin.txt", text_of(payload).encode("latin-1", "replace"))
