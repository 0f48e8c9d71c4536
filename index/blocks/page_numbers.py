"""Page numbers by their counting: lines that bear one number after another are heads and feet of pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.blocks.piece import Piece

PAGE_NUMBER = re.compile(
    r"[-–—|\[(•\s]*+(?:(?:page|p\.|seite|pg\.?)\s*+)?(\d{1,4}|[ivxlc]{1,6})"
    r"(?:\s*+(?:of|/|von)\s*+\d{1,4})?[-–—|\])•\s]*+",
    re.IGNORECASE,
)
# A number before or after a title; far from it where no one has yet said that the line is a page's.
_TITLED = re.compile(r"\s*(?:(\d{1,4})(\s+)\S.*?|\S.*?(\s+)(\d{1,4}))\s*")
_FAR = 3
_NUMBERS = re.compile(r"^\d+\s+|\s+\d+$")
_LONGEST = 120
_LONGEST_BARE = 40


def mark_counted(pieces: Sequence[Piece]) -> None:
    """Give their kind to lines that stand alone and count up one by one.

    Three are enough where one has a title as well, two where that title comes back or is known to be a
    running one; bare numbers alone may as well be those of chapters.
    """
    run: list[tuple[Piece, int]] = []
    for number, piece in enumerate(pieces):
        if len(piece.raw) > _LONGEST:
            continue
        value = _told(
            piece, alone=piece.gap > 0 and (number + 1 == len(pieces) or pieces[number + 1].gap > 0)
        )
        if not value:
            continue
        if run and value != run[-1][1] + 1:
            _settle(run)
            run = []
        run.append((piece, value))
    _settle(run)


def _told(piece: Piece, *, alone: bool) -> int:
    """The number of the page that a line may tell, 0 for none."""
    if "\n" in piece.raw or piece.kind not in ("body", "boilerplate"):
        return 0
    shown = piece.shown
    if len(shown) > _LONGEST_BARE and not (shown[0].isdigit() or shown[-1].isdigit()):
        return 0
    known = piece.kind == "boilerplate"
    if piece.sure and not known:
        return 0
    bare = PAGE_NUMBER.fullmatch(piece.raw)
    if bare is not None:
        return int(bare[1]) if bare[1].isdigit() else 0
    titled = _TITLED.fullmatch(piece.raw)
    if titled is None or not (known or (alone and len(titled[2] or titled[3]) >= _FAR)):
        return 0
    return int(titled[1] or titled[4])


def _settle(run: Sequence[tuple[Piece, int]]) -> None:
    titled = [piece for piece, _ in run if PAGE_NUMBER.fullmatch(piece.raw) is None]
    same = len(titled) > 1 and len({_NUMBERS.sub("", piece.shown) for piece in titled}) == 1
    known = same or any(piece.kind == "boilerplate" for piece in titled)
    if titled and len(run) >= (2 if known else 3):
        for piece, _ in run:
            piece.kind = "boilerplate"
