"""Captions: what stands under a picture or a table, told by its credit or its number."""

from __future__ import annotations

import re

from index.blocks.bylines import BY
from index.blocks.piece import Piece

_LEAD = re.compile(
    r"\W{0,3}(?:photo|image|picture|photograph|foto|illustration|map|graphic|credit|caption)\b\s*(?:credit"
    r"|by|courtesy|:|/)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\((?:source|photo|photograph|image|picture|credit|courtesy|foto|illustration|map|graphic|ap photo|afp"
    r"|reuters|epa)\b[^()]{0,80}\)?\s*$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:source|photo|photograph|image|credit|picture)$", re.IGNORECASE)
_NAMES = re.compile(r":\s+[^:]{2,60}$")
_CREDIT = re.compile(
    r"\b(?:photo(?:graph)?|image|picture) (?:by|credit|courtesy)\b|\bgetty images\b|\bap photo\b"
    r"|\bfile photo\b|\bshutterstock\b|\bflickr\b|wikimedia commons"
)
_CREDIT_WORDS = ("photo", "image", "picture", "shutterstock", "flickr", "wikimedia")
_AGENCY = re.compile(r"/(?:(?:afp|ap|getty|epa|reuters)\b|(?<=\breuters/)\w)")
_NUMBERED = re.compile(
    r"\W{0,3}(?:figure|fig\.?|table|chart|map|box|exhibit|photo|plate|abb\.?)\s*[\dIVX]{1,4}(?:[.:\s–—-]|$)",
    re.I,
)
_LONGEST_CAPTION = 400
_LONGEST_NUMBERED = 250


def is_caption(piece: Piece) -> bool:
    """Whether a piece stands under a picture or a table."""
    if len(piece.raw) > _LONGEST_CAPTION or piece.code or (piece.sure and piece.kind != "body"):
        return False
    shown = piece.shown
    numbered = len(shown) <= _LONGEST_NUMBERED and not piece.item and _NUMBERED.match(shown) is not None
    return (numbered or _has_credit(shown)) and not BY.match(piece.raw)


def _has_credit(shown: str) -> bool:
    """Whether a text tells whose the picture is: at its beginning, at its end, or in a word for it."""
    if _LEAD.match(shown) or _IN_BRACKETS.match(shown, max(0, shown.rfind("("))):
        return True
    colon = shown.rfind(":")
    if colon > 0 and _NAMES.match(shown, colon) and _NAMED.search(shown, max(0, colon - 12), colon):
        return True
    lowered = shown.lower()
    for word in _CREDIT_WORDS:
        if word in lowered:
            return _CREDIT.search(lowered) is not None or _AGENCY.search(lowered) is not None
    return "/" in lowered and _AGENCY.search(lowered) is not None
