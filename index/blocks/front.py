"""The head of an article: which lines are its title, its bylines and its captions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.blocks.boilerplate import reads_as_paragraph
from index.blocks.bylines import (
    BY,
    LABEL,
    RUBRIC,
    STAMP,
    Front,
    is_byline,
    is_mostly_date,
    is_of_periodical,
    read_byline,
)
from index.blocks.captions import is_caption
from index.blocks.foot import is_biography, mark_biography, mark_foot
from index.blocks.passages import is_sentence
from index.blocks.people import LowerWords, is_name, split_names
from index.blocks.piece import Piece
from index.blocks.shapes import indent_of
from index.dates import find_date

_TITLE_BY = re.compile(r"[\s,;:|–—-]+(?:by|By|BY)\s+(?=[A-Z])")
# The lines above a letter or a message.
_HEADER = re.compile(r"\s*(?:From|To|Cc|Date|Sent|Subject):\s")
_SUBJECT = re.compile(r"\s*Subject:\s+(?=\S)")
_LONGEST_TITLE = 250
# What stands between a title and a site's name.
_PRINTED = re.compile(r"\s+(?:[-|–—·:]\s+\S|\d)")
# Buttons that are also what a document may be called.
_NAMES = frozenset(
    (
        "about", "about us", "accessibility", "careers", "feedback", "help", "history", "navigation",
        "newsletter", "privacy", "privacy policy", "report", "search", "talk", "terms", "terms of service",
        "terms of use",
    )
)  # fmt: skip


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
        (lines[1].lstrip()[0].islower() and not BY.match(lines[1]))
        or (indent_of(lines[0]) >= 4 and indent_of(lines[1]) >= 4 and find_date(lines[1]) is None)
    )


def mark_front(pieces: Sequence[Piece], *, declared_title: str = "") -> Front:
    """Find title, bylines and captions, give the pieces their kinds and tell what they say."""
    front = Front()
    body = _first_paragraph(pieces)
    head = pieces[:body]
    lower = LowerWords(pieces)
    _find_title(head, front, pieces, declared_title)
    for piece in head:
        if piece.kind in ("title", "boilerplate") or piece.code:
            continue
        if is_caption(piece):
            piece.kind = "caption"
        elif piece.sure and piece.kind == "heading":
            continue
        elif is_byline(piece, lower, front, after_title=bool(front.title)):
            piece.kind = "byline"
            read_byline(piece, front)
    if body < len(pieces):
        mark_biography(pieces[: body + 2], front)
    mark_foot(pieces, body, front, lower)
    for piece in pieces[body:]:
        if piece.kind == "body" and not piece.sure and is_caption(piece):
            piece.kind = "caption"
    return front


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


def _find_title(head: Sequence[Piece], front: Front, pieces: Sequence[Piece], declared: str) -> None:
    sure = next((p for p in pieces if p.kind == "title"), None)
    if sure is None:
        sure = next((p for p in head if p.sure and p.kind == "heading" and p.level == 1), None)
    if sure is None and sum(1 for piece in head if _HEADER.match(piece.raw)) >= 2:
        sure = next((piece for piece in head if _SUBJECT.match(piece.raw)), None)
    if sure is None:
        sure = _title_by_looks(head, declared)
    if sure is None or (is_sentence(sure) and not sure.sure):
        sure = _button_that_names(head) or sure
    if sure is None:
        return
    sure.kind, sure.level, sure.item, sure.verbatim = "title", 0, False, False
    subject = _SUBJECT.match(sure.raw)
    if subject is not None:
        sure.cut(0, subject.end(), "heading mark")
        front.title, front.title_line = " ".join(sure.raw[subject.end() :].split()), sure.first
        return
    front.title_line = sure.first
    by = None
    if not declared or " ".join(sure.shown.split()).casefold() != declared.casefold():
        for match in _TITLE_BY.finditer(sure.raw[:_LONGEST_TITLE]):
            by = match
    if by is not None and by.start() > 5 and is_name(sure.raw[by.end() :].strip()):
        sure.cut(by.start(), len(sure.raw.rstrip()), "byline")
        front.authors = split_names(sure.raw[by.end() :])
        front.authors_line, front.authors_told = sure.last, True
        front.title = " ".join(sure.raw[: by.start()].split())
        return
    front.title = " ".join(sure.raw.split())


def _title_by_looks(head: Sequence[Piece], declared: str) -> Piece | None:
    """The first piece of a head that may be a title, after rubrics or a line that a browser prints above."""
    rubrics: list[Piece] = []
    for number, piece in enumerate(head):
        if piece.kind not in ("body", "heading") or piece.code or is_caption(piece):
            continue
        shown = " ".join(piece.shown.split())
        if (declared and shown.casefold() == declared.casefold()) or _could_be_title(piece, shown):
            if RUBRIC.fullmatch(shown):
                rubrics.append(piece)
                continue
            if rubrics and (len(shown.split()) < 2 or is_name(shown)):
                break
            for rubric in rubrics:
                rubric.kind = "byline"
            again = _printed_under(shown, head[number + 1 :])
            if again is not None:
                piece.kind = "boilerplate"
            return again or piece
        if reads_as_paragraph(piece):
            break
    return rubrics[0] if rubrics else None


def _printed_under(shown: str, head: Sequence[Piece]) -> Piece | None:
    """The title that a line repeats with the site's name or the time after it, as browsers print it."""
    for piece in head:
        title = " ".join(piece.shown.split())
        rest = shown[len(title) :]
        if len(title.split()) >= 3 and shown.startswith(title) and _PRINTED.match(rest):
            return piece if piece.kind in ("body", "heading") else None
    return None


def _button_that_names(head: Sequence[Piece]) -> Piece | None:
    """The only button of a text's head, where it is first and may as well be what the text is called."""
    buttons = [piece for piece in head if piece.kind == "boilerplate"]
    alone = len(buttons) == 1 and buttons[0] is head[0]
    return head[0] if alone and head[0].shown.casefold() in _NAMES else None


def promote_heading(pieces: Sequence[Piece]) -> None:
    """Make the first heading the title of a text that begins with something else, such as its author."""
    for number, piece in enumerate(pieces[:8]):
        if piece.kind == "heading":
            if sum(len(before.raw) for before in pieces[:number]) <= 1500:
                piece.kind, piece.level = "title", 0
            return


def _could_be_title(piece: Piece, shown: str) -> bool:
    return (
        4 <= len(shown) <= _LONGEST_TITLE
        and len(shown.split()) <= 35
        and (not shown.endswith((".", ",", ";", ":")) or (shown.endswith(".") and len(shown) < 60))
        and any(char.isalpha() for char in shown)
        and not BY.match(shown)
        and not STAMP.match(shown)
        and not (LABEL.match(shown) and not shown[:1].isdigit())
        and not is_mostly_date(shown)
        and not is_of_periodical(shown)
        and "@" not in shown
        and "://" not in shown
        and not piece.item
    )
