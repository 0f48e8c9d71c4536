"""Names of WordprocessingML (ISO/IEC 29500) that several modules use."""

from __future__ import annotations

from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# The strict form of the standard names the same elements in another namespace.
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
VAL = W + "val"
TYPE = "Type"
R_ID = "Id"


def value(parent: Element | None, name: str) -> str:
    """The value of a property of an element, empty where it has none."""
    found = parent.find(W + name) if parent is not None else None
    return (found.get(VAL) or "") if found is not None else ""


def is_on(parent: Element | None, name: str) -> bool:
    """Whether a property that is on by its presence is on."""
    found = parent.find(W + name) if parent is not None else None
    return found is not None and (found.get(VAL) or "1") not in ("0", "false", "off", "none")


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of a few digits, or the default."""
    return int(text) if text and text.isascii() and text.lstrip("-").isdigit() and len(text) < 8 else default
