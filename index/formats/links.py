"""Links of a document as they may be shown: addresses of documents, and nothing that acts."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml.etree import _Element as Element

from index.formats.scrub import scrub

_LONGEST_LINK = 2000
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def is_permalink(link: Element) -> bool:
    """Whether a link is the sign behind a heading that gives the heading's own address."""
    return (link.text or "").strip() in ("¶", "§", "#", "🔗", "\uf0c1") and (
        link.get("href") or ""
    ).startswith("#")


def link_address(href: str, base: str = "") -> str:
    """A link's address as it may be shown; empty for one that leads to no document of its own.

    An address that is not whole starts from `base`; without one it leads nowhere that a reader could go.
    """
    cleaned, _ = scrub(" ".join(href.split()))
    if cleaned.startswith("#"):
        return ""
    scheme = _SCHEME.match(cleaned)
    if scheme is None:
        try:
            cleaned = urljoin(base, cleaned) if base else ""
        except ValueError:
            return ""
    elif scheme[1].lower() not in ("http", "https", "mailto", "ftp", "doi", "urn", "tel"):
        return ""
    return cleaned[:_LONGEST_LINK]
