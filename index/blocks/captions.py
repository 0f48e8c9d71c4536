"""Captions: what stands under a picture or a table, told by its credit or its number."""

from __future__ import annotations

import re

from index.blocks.bylines import BY
from index.blocks.piece import Piece

_CREDIT = re.compile(
    r"\((?:source|photo|photograph|image|picture|credit|courtesy|foto|illustration|map|graphic|ap photo|afp"
    r"|reuters|epa)\b[^()]{0,80}\)?\s*$"
    r"|^\W{0,3}(?:photo|image|picture|photograph|foto|illustration|map|graphic|credit|caption)\b\s*(?:credit"
    r"|by|courtesy|:|/)"
    r"|\b(?:source|photo|photograph|image|credit|picture):\s+[^:]{2,60}$"
    r"|\b(?:photo(?:graph)?|image|picture) (?:by|credit|courtesy)\b|\bgetty images\b|\breuters/\w|/reuters\b"
    r"|\bap photo\b"
    r"|/(?:afp|ap|getty|epa)\b|\bfile photo\b|\bshutterstock\b|\bflickr\b|wikimedia commons",
    re.IGNORECASE,
)
_CREDIT_WORDS = (
    "source", "photo", "image", "picture", "credit", "courtesy", "foto", "illustration", "map", "graphic",
    "afp", "reuters", "epa", "caption", "/ap", "getty", "shutterstock", "flickr", "wikimedia", "fig",
    "table", "chart", "box", "exhibit", "plate", "abb",
)  # fmt: skip
_NUMBERED_CAPTION = re.compile(
    r"\W{0,3}(?:figure|fig\.?|table|chart|map|box|exhibit|photo|plate|abb\.?)\s*[\dIVX]{1,4}(?:[.:\s–—-]|$)",
    re.I,
)
_LONGEST_CAPTION = 400


def _has_credit_word(lowered: str) -> bool:
    for word in _CREDIT_WORDS:  # noqa: SIM110 -- asked of every piece, and twice as fast as any()
        if word in lowered:
            return True
    return False


def is_caption(piece: Piece) -> bool:
    """Whether a piece stands under a picture or a table."""
    if len(piece.raw) > _LONGEST_CAPTION or piece.code or (piece.sure and piece.kind != "body"):
        return False
    return (
        _has_credit_word(piece.raw.lower())
        and (
            _CREDIT.search(piece.shown) is not None
            or (_NUMBERED_CAPTION.match(piece.shown) is not None and len(piece.raw) <= 250 and not piece.item)
        )
        and not BY.match(piece.raw)
    )
