"""The head of an article: which lines are its bylines and its captions, once its title is known."""

from __future__ import annotations

from collections.abc import Sequence

from index.blocks.boilerplate import reads_as_paragraph
from index.blocks.bylines import BY, LABEL, Front, is_byline, is_mostly_date, read_byline
from index.blocks.captions import is_caption
from index.blocks.foot import is_biography, mark_biography, mark_foot
from index.blocks.people import LowerWords, is_name
from index.blocks.piece import Piece
from index.blocks.shapes import indent_of
from index.blocks.titles import find_title
from index.dates import find_date

_LONGEST_NAME = 60


def explode_ends(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with short lines that stand together before or after the paragraphs each on its own."""
    count = len(pieces)
    first = next((number for number in range(count) if _is_paragraph(pieces[number])), count)
    last = next(
        (number + 1 for number in range(count - 1, first - 1, -1) if _is_paragraph(pieces[number])), count
    )
    return _exploded(pieces[:first], pairs=True) + pieces[first:last] + _exploded(pieces[last:], pairs=False)


def _is_paragraph(piece: Piece) -> bool:
    return reads_as_paragraph(piece) and not piece.verbatim


def _exploded(pieces: list[Piece], *, pairs: bool) -> list[Piece]:
    result: list[Piece] = []
    for number, piece in enumerate(pieces):
        short = "\n" in piece.raw and not piece.sure and piece.kind == "body" and not piece.item
        lines = piece.raw.split("\n")
        if (
            short
            and len(lines) <= 12
            and (piece.verbatim or (pairs and len(lines) == 2))
            and not piece.code
            and not _is_wrapped_title(lines)
        ):
            for offset, line in enumerate(lines):
                result.append(
                    Piece(piece.first + offset, piece.first + offset, line, gap=0 if offset else piece.gap)
                )
        else:
            result.append(piece)
        if number > 30:
            return result + pieces[number + 1 :]
    return result


def _is_wrapped_title(lines: Sequence[str]) -> bool:
    """Two lines of one title: centred, or the first goes on into the second."""
    return len(lines) == 2 and (
        (lines[0].rstrip().endswith(":") and lines[0].isupper() and lines[1].isupper())
        or (lines[1].lstrip()[0].islower() and not BY.match(lines[1]))
        or (indent_of(lines[0]) >= 4 and indent_of(lines[1]) >= 4 and find_date(lines[1]) is None)
    )


def mark_front(pieces: Sequence[Piece], *, declared_title: str = "") -> Front:
    """Find title, bylines and captions, give the pieces their kinds and tell what they say."""
    front = Front()
    body = _first_paragraph(pieces)
    head = pieces[:body]
    lower = LowerWords(pieces)
    find_title(head, front, pieces, declared_title)
    for number, piece in enumerate(head):
        if piece.kind in ("title", "boilerplate") or piece.code:
            continue
        if is_caption(piece):
            piece.kind = "caption"
        elif piece.sure and piece.kind == "heading":
            if _is_byline_in_large(head, number):
                piece.kind, piece.level = "byline", 0
                read_byline(piece, front)
        elif is_byline(piece, lower, front, after_title=bool(front.title)):
            piece.kind = "byline"
            read_byline(piece, front)
    if body < len(pieces):
        mark_biography(pieces[: body + 2], front)
    mark_foot(pieces, body, front, lower)
    for piece in pieces[body:]:
        if piece.kind == "body" and not piece.sure:
            if is_caption(piece):
                piece.kind = "caption"
            elif len(piece.raw) <= _LONGEST_NAME and piece.shown in front.authors:
                piece.kind = "byline"
    return front


def _is_byline_in_large(head: Sequence[Piece], number: int) -> bool:
    """Whether what is set as a heading is a date, or who wrote the text: a name right above a date."""
    shown, after = (
        piece.shown.strip("*_# ") for piece in (head[number], head[min(number + 1, len(head) - 1)])
    )
    if is_mostly_date(shown) or (BY.match(shown) and is_name(BY.sub("", shown, count=1))):
        return True
    return is_name(shown) and is_mostly_date(after)


def _first_paragraph(pieces: Sequence[Piece]) -> int:
    for number, piece in enumerate(pieces):
        if (
            piece.kind in ("body", "quote")
            and reads_as_paragraph(piece)
            and not is_caption(piece)
            and not is_biography(piece, ())
            and not LABEL.match(piece.raw)
        ):
            return number
    return min(len(pieces), 12)
