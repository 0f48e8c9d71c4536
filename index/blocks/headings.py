"""Headings without marks: short lines, not ended, with space around them and a paragraph after them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.blocks.piece import Piece
from index.blocks.words import OPEN_ENDING, last_word

_NUMBER = re.compile(
    r"\s*(?:(?:chapter|part|section|appendix|annex)\s+)?((?:\d{1,2}|[IVX]{1,5}|[A-Z])(?:\.\d{1,2})*)[.):]?\s+(?=\S)",
    re.I,
)
_STRONG = re.compile(r"\s*(?:\*\*|__)(?=\S)(.{1,120}?)(?:\*\*|__):?\s*")
_FIELD = re.compile(r"[\w -]{1,20}:\s+\S")
_VALUE = re.compile(r"[\w -]{1,30}:\s+\S+")
_WIDE_GAP = re.compile(r"\S\s{3,}(?=\S)")
_MARKER = re.compile(r"\s?\[\^?\d{1,3}\]$")
_LISTED = re.compile(r"[\w -]{1,20}:\s+[^\W\dA-Z_][^.?!]*[,;]")
_SPEAKER = re.compile(r"[A-Z][\w.'’ ]{0,30}:\s")
_TWO_SENTENCES = re.compile(r"[a-z]{4}\. \S")
# No heading ends with these, unless it is numbered.
_OPEN_ENDS = ".,;:-–—&(/*"
_LONGEST = 110
_MOST_WORDS = 14


def mark_headings(pieces: Sequence[Piece]) -> None:
    """Give their kind and level to headings; those that their markup shows keep what it says."""
    for number, piece in enumerate(pieces):
        if piece.kind != "body" or piece.sure or piece.code:
            continue
        strong = _STRONG.fullmatch(piece.raw) if piece.shown.startswith(("**", "__")) else None
        if strong and not strong[1].endswith((".", ",")) and _leads(pieces, number):
            piece.kind, piece.level = "heading", 3
        elif (
            _looks_like_heading(piece)
            and _leads(pieces, number)
            and not _goes_on_from(pieces, number)
            and not _asks(pieces, number)
        ):
            piece.kind, piece.level, piece.item = "heading", _level(piece), False


def _looks_like_heading(piece: Piece) -> bool:
    if len(piece.raw) > 2 * _LONGEST or (not piece.item and piece.shown[-1] in _OPEN_ENDS):
        return False
    if "   " in piece.raw and len(_WIDE_GAP.findall(piece.raw)) > 1:
        return False
    words = piece.raw.split()
    shown = " ".join(words).strip("*_")
    if shown[-1:] == "]":
        shown = _MARKER.sub("", shown)
    if not shown:
        return False
    numbered = _NUMBER.match(shown)
    if (
        len(shown) > _LONGEST
        or len(words) > _MOST_WORDS
        or piece.raw.count("\n") > 1
        or (shown[-1] in _OPEN_ENDS and not _is_numbered_title(piece, shown))
        or not any(char.isalpha() for char in shown)
        or "://" in shown
        or _TWO_SENTENCES.search(shown)
        or "@" in shown
        or shown.count(" | ") > 1
    ):
        return False
    if piece.item and (numbered is None or len(words) > 10 or shown[numbered.end()].islower()):
        return False
    first = shown.lstrip("\"'“‘«¿¡*_")[:1]
    if not (first.isupper() or first.isdigit() or (not first.isascii() and not first.islower())):
        return False
    if shown[0] in '"“‘«' and shown[-1] in '"”’»':
        return len(words) <= 8 and (shown[-2:-1] not in _OPEN_ENDS or shown.isupper())
    if piece.verbatim and piece.raw.count("\n") >= 1:
        return False
    field = _LISTED.match(shown) or _VALUE.fullmatch(shown) or (len(words) <= 3 and _FIELD.match(shown))
    return last_word(shown) not in OPEN_ENDING and not field


def _is_numbered_title(piece: Piece, shown: str) -> bool:
    """Whether a line is a number and a title with a full stop, as in laws and licences: "4. Free Copies."."""
    numbered = _NUMBER.match(shown)
    if numbered is None or not piece.item or not shown.endswith(".") or "\n" in piece.raw:
        return False
    words = shown[numbered.end() : -1].split()
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return 0 < len(long) <= 1.5 * capital and len(words) <= 9 and words[0][0].isupper()


def _leads(pieces: Sequence[Piece], number: int) -> bool:
    """Whether text comes after a piece, at once or after one more heading."""
    for place, after in enumerate(pieces[number + 1 : number + 4]):
        if after.kind in ("boilerplate", "caption"):
            continue
        if after.sure and after.kind == "heading":
            return True
        if after.kind == "note":
            return False
        if after.kind not in ("body", "quote"):
            return False
        if after.code or after.verbatim or after.sure or after.item:
            return not (pieces[number].item and after.item)
        if _looks_like_heading(after) and len(after.raw) <= _LONGEST and place == 0:
            continue
        lead = after.shown.lstrip("\"'“‘«([*_")[:1]
        return (len(after.raw) >= 60 or after.ended) and not lead.islower()
    return False


def _asks(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a line is what someone says in a conversation, as what comes next is: "Q: ...", "A: ..."."""
    return (
        number + 1 < len(pieces)
        and _SPEAKER.match(pieces[number].shown) is not None
        and _SPEAKER.match(pieces[number + 1].shown) is not None
    )


def _goes_on_from(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a short line is the rest of a sentence that a page end broke."""
    before = next((p for p in reversed(pieces[max(0, number - 4) : number]) if p.kind != "boilerplate"), None)
    after = pieces[number + 1].shown if number + 1 < len(pieces) else ""
    if pieces[number].shown.endswith(")") and "](" in pieces[number].raw and after.startswith("["):
        return True
    if before is None or not before.is_text or before.ended or len(before.raw) < 40:
        return False
    return last_word(before.raw) in OPEN_ENDING or before.shown[-1] in ",–—-"


def _level(piece: Piece) -> int:
    numbered = _NUMBER.match(piece.raw)
    if numbered and any(char.isdigit() for char in numbered[1]):
        return min(6, 2 + numbered[1].count("."))
    return 2
