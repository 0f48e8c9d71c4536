"""Parsing HTML and XML that may be hostile: no network, no entities of their own, bounded size and depth.

All markup goes through here, whatever file it came from, so that one place holds these promises.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5

from lxml import etree
from lxml.etree import _Element as Element

from index.decode import decode
from index.formats import limits
from index.formats.attributes import hold_attributes
from index.formats.scrub import DISGUISE
from index.model import BriefingError

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)[^<>]*>")
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
})  # fmt: skip
_NOT_IN_ITSELF = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "option"})
_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([a-zA-Z0-9_:.-]{2,40})""", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^<>]{0,100}?encoding\s*=\s*["']([a-zA-Z0-9_.-]{2,40})""")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_XHTML = "http://www.w3.org/1999/xhtml"
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]{0,500}\[|<!ENTITY", re.IGNORECASE)
_CONTROL = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]|&#(?:0*([1-9]|[12][0-9]|3[01])|[xX]0*(1?[0-9a-fA-F]));"
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed page: its root (None: no element), how it was decoded, how many NULs were taken out."""

    root: Element | None
    encoding: str
    undecodable: int
    removed: int


def parse_html(data: bytes, *, charset: str = "") -> Parsed:
    """Parse an HTML page; `charset` is what its carrier says.

    Raises BriefingError for a page that is too large. Elements deeper than the bound are dropped, and what
    they hold stays.
    """
    limits.hold_tags(data, "the page")
    declared = _CHARSET.search(data[:4096]) or _XML_ENCODING.match(data[:200])
    decoded = decode(data, charset or (declared[1].decode("ascii") if declared else ""))
    text = decoded.text.replace("\0", "")
    hold_attributes(text, "the page")
    root, broken = _html(text)
    if broken:
        root, broken = _html(flatten(text))
        if broken:
            raise BriefingError("is nested too deep or has a run of text that is too long; save it as text")
    return Parsed(root, decoded.encoding, decoded.undecodable, len(decoded.text) - len(text))


def _html(text: str) -> tuple[Element | None, bool]:
    """The tree of a text, and whether the parser gave up at one of its own bounds."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def flatten(text: str) -> str:
    """Markup without the tags of elements deeper than the bound; takes time in proportion to the text."""
    parts: list[str] = []
    at = 0
    opened: list[str] = []
    counts: Counter[str] = Counter()
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _VOID or tag[0].endswith("/>"):
            continue
        if not tag[1]:
            if opened and opened[-1] == name and name in _NOT_IN_ITSELF:
                continue
            opened.append(name)
            counts[name] += 1
            kept = len(opened) <= limits.MARKUP_DEPTH
        elif counts[name]:
            kept = False
            while opened:
                kept = len(opened) <= limits.MARKUP_DEPTH
                closed = opened.pop()
                counts[closed] -= 1
                if closed == name:
                    break
        else:
            kept = False
        if not kept:
            parts.append(text[at : tag.start()] + " ")
            at = tag.end()
    parts.append(text[at:])
    return "".join(parts)


def parse_xml(data: bytes, what: str) -> Element:
    """The root of an XML part of a document; `what` names it in the BriefingError for one that is broken.

    A part that declares entities is refused: no writer of documents needs them, and bombs are made of them.
    """
    limits.hold_tags(data, what)
    text = _xml_text(data)
    hold_attributes(text, what)
    if _DOCTYPE.search(text):
        raise BriefingError(f"{what} declares entities of its own, which is not read; save the file anew")
    parser = _xml_parser(recover=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BriefingError(f"{what} is damaged; save the file anew") from error
    if root is None or any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise BriefingError(f"{what} is damaged or nested too deep; save the file anew")
    return root


def parse_xhtml(data: bytes) -> Element | None:
    """The tree of a chapter, its elements named as in HTML; None where it has no element.

    A chapter that is no well-formed XML is read as HTML, as readers of books do.
    """
    limits.hold_tags(data, "a chapter")
    text = _xml_text(data)
    hold_attributes(text, "a chapter")
    root = None
    if not _DOCTYPE.search(text):
        try:
            root = etree.fromstring(
                _NAMED.sub(_numbered, text).encode("utf-8", "replace"), _xml_parser(recover=False)
            )
        except (etree.XMLSyntaxError, ValueError):
            root = None
    if root is None:
        return parse_html(data).root
    for element in root.iter("{" + _XHTML + "}*"):
        element.tag = element.tag.rpartition("}")[2]
    return root


def _xml_parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _xml_text(data: bytes) -> str:
    """An XML part as text, without the line that tells its encoding.

    XML has no control characters, and a parser that meets one drops it or stops; they are kept in disguise,
    so that the sequences they begin go as a whole.
    """
    declared = _XML_ENCODING.match(data[:200])
    text = decode(data, declared[1].decode("ascii") if declared else "utf-8").text
    return _CONTROL.sub(_disguised, _XML_DECLARATION.sub("", text))


def _disguised(match: re.Match[str]) -> str:
    code = int(match[1]) if match[1] else int(match[2], 16) if match[2] else ord(match[0])
    return match[0] if code in (9, 10, 13) else chr(DISGUISE + code)


def _numbered(match: re.Match[str]) -> str:
    """A named character of HTML as XML knows it without a DTD."""
    character = html5.get(match[1] + ";")
    if character is None:
        return match[0]
    return "".join(f"&#{ord(part)};" for part in character)


def words_of(element: Element) -> str:
    """All text under an element with its white space run together, without scripts and styles."""
    return " ".join("".join(_texts(element)).split())


def _texts(element: Element) -> Iterator[str]:
    for event, node in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and node.tag not in ("script", "style", "template"):
            yield node.text or ""
            if node.tag in ("br", "p", "div", "li"):
                yield " "
        elif event == "end" and node is not element:
            yield node.tail or ""
