"""Who the author is, at the head or the foot of a text, and bylines after the last paragraph."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from index.blocks.boilerplate import reads_as_paragraph
from index.blocks.bylines import BY, CONTACT, STAMP, Front, is_mostly_date
from index.blocks.people import is_name, proper_name
from index.blocks.piece import Piece
from index.blocks.words import ROLES
from index.dates import find_date

_CONTRIBUTED = re.compile(
    r".{2,120}\bcontributed (?:to|reporting)\b.{0,80}\s*"
    r"|\W{0,3}(?:additional |further )?reporting by .{2,120}",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:about )?the (?:authors?|writers?|contributors?)\W*", re.IGNORECASE)
_OPENING = re.compile(
    r"((?:[A-Z][\w.'’-]*\s+){2,4})(?:\([^)]*\),?\s*)?(?:is|are|was|has been|works|teaches|serves)\b"
)
_FIRST_APPEARED = re.compile(
    r"\b(?:(?:first|originally) (?:appeared|published)|is a co-?author of|is the author of)\b", re.I
)


def is_biography(piece: Piece, authors: Sequence[str]) -> bool:
    """Whether a paragraph tells who the author is rather than what the article says."""
    shown = piece.shown.lstrip("*_[ ")
    if len(shown) > 900 or piece.code or (piece.sure and piece.kind != "body"):
        return False
    named = next((name for name in authors if shown.lower().startswith(name.lower())), "")
    contact = "@" in shown and CONTACT.search(shown) is not None
    if named:
        return contact or _has_role(shown) or _FIRST_APPEARED.search(shown) is not None
    if _opening_name(shown):
        return (
            _has_role(shown)
            and (contact or len(shown) < 500 or _FIRST_APPEARED.search(shown) is not None)
            and re.search(r"\b(?:is|was|serves as) (?:an?|the|currently)\b", shown[:120]) is not None
        )
    return contact and _has_role(shown) and _FIRST_APPEARED.search(shown) is not None


def _opening_name(shown: str) -> str:
    """The name of whom a text tells what they are, as in "Ann Writer is a fellow", empty without one."""
    opening = _OPENING.match(shown)
    return opening[1].strip() if opening and is_name(opening[1].strip()) else ""


def _has_role(shown: str) -> bool:
    return ROLES.search(shown[:250]) is not None


def mark_biography(head: Sequence[Piece], front: Front) -> None:
    """Give their kind to paragraphs at the head that tell who the author is."""
    star = any(piece.kind == "byline" and piece.shown.endswith("*") for piece in head)
    for piece in head:
        office = star and piece.shown.startswith("* ") and len(piece.raw) <= 400 and _has_role(piece.shown)
        if piece.kind == "body" and (office or is_biography(piece, front.authors)):
            piece.kind, piece.item = "byline", False


def mark_foot(pieces: Sequence[Piece], body: int, front: Front, lower: Container[str]) -> None:
    """Bylines after the last paragraph: a name with its office, a date, who the author is."""
    last = next(
        (
            number
            for number in range(len(pieces) - 1, -1, -1)
            if pieces[number].kind in ("body", "quote", "heading")
            and reads_as_paragraph(pieces[number])
            and not is_biography(pieces[number], front.authors)
        ),
        len(pieces),
    )
    for number in range(max(last, body) + 1, len(pieces)):
        piece = pieces[number]
        if piece.kind != "body" or piece.sure or piece.verbatim or len(piece.raw) > 900:
            continue
        shown = " ".join(piece.shown.strip("*_—–• ").split())
        if _CONTRIBUTED.fullmatch(shown):
            piece.kind = "byline"
        if piece.item:
            continue
        name = re.match(r"((?:[A-Z][^\W\d_.'’-]*[.'’-]?\w*\s+){1,3}[A-Z][^\W\d_]+)\s*[,|–—]", shown)
        office = (
            bool(name)
            and is_name(proper_name(name[1]) if name else "", lower)
            and bool(ROLES.search(shown))
            and len(shown) <= 300
        )
        if (
            office
            or is_biography(piece, front.authors)
            or (BY.match(shown) and is_name(BY.sub("", shown, count=1)))
        ):
            piece.kind = "byline"
            author = proper_name(name[1]) if name and office else _opening_name(shown)
            if author and not front.authors:
                front.authors, front.authors_line = [author], piece.first
            for before in map(pieces.__getitem__, range(number - 1, body - 1, -1)):
                if before.shown not in front.authors and not _ABOUT.fullmatch(before.shown):
                    break
                before.kind = "byline"
        elif (STAMP.match(shown) and find_date(shown)) or is_mostly_date(shown):
            piece.kind = "byline"
            found = find_date(shown)
            if found and not front.date:
                front.date, front.date_line = found.edtf, piece.first
