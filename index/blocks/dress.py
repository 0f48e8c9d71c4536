"""What a line begins by its look, and what becomes of the marks that show it."""

from __future__ import annotations

from collections.abc import Sequence

from index.blocks import shapes
from index.blocks.piece import Piece, make_piece

TERMINAL = tuple('.!?:"”’)。！？」』）')


def line_kind(lines: Sequence[str], number: int, low: int) -> str:
    """What a line starts, judged by itself and by the line before it in the run that starts at `low`."""
    line = lines[number]
    bare = line.lstrip()
    lead = bare[:1]
    if lead.isalpha() and ")" not in bare[:8]:
        return "prose"
    if shapes.is_rule(line):
        return "underline" if number > low and shapes.UNDERLINE.fullmatch(line) else "rule"
    if lead == "#" and shapes.ATX.match(line) and (number == low or lines[number - 1].lstrip()[:1] != "#"):
        return "heading"
    if lead == ">":
        return "quoted"
    if lead.isdigit() and shapes.SECTION.match(line) and len(line) < 80 and line.rstrip()[-1] not in ".,;":
        before = lines[number - 1].rstrip() if number > low else ""
        if not before or before.endswith(TERMINAL) or shapes.SECTION.match(before) or len(before) < 40:
            return "section"
    if lead == "[" and shapes.NOTE_LABEL.match(line):
        return "item"
    if _starts_item(lines, number, low):
        return "item"
    return "prose"


def _starts_item(lines: Sequence[str], number: int, low: int) -> bool:
    line = lines[number]
    bullet = shapes.BULLET.match(line)
    if bullet:
        if number == low:
            return True
        before = lines[number - 1]
        if any(
            (other := shapes.BULLET.match(lines[back])) and other[1] == bullet[1]
            for back in range(number - 1, max(low - 1, number - 6), -1)
        ):
            return True
        return before.rstrip().endswith(TERMINAL) and bullet[1] not in "–—"
    numbered = shapes.NUMBERED.match(line)
    if numbered:
        value = int(numbered[1])
        if (
            number > low
            and f"({value + 1})" in f"{line} {lines[number + 1] if number + 1 < len(lines) else ''}"
        ):
            return False
        if number == low or value == 1:
            return True
        for back in range(number - 1, max(low - 1, number - 30), -1):
            other = shapes.NUMBERED.match(lines[back])
            if other:
                return int(other[1]) == value - 1
        return False
    lettered = shapes.LETTERED.match(line)
    return bool(lettered) and (number == low or lines[number - 1].rstrip()[-1:] in ".:;,")


def single(lines: Sequence[str], number: int) -> Piece:
    """The piece of a line that stands alone, 0-based."""
    line = lines[number]
    piece = make_piece(lines, number + 1, number + 1)
    kind = line_kind(lines, number, number)
    if kind in ("heading", "quoted", "item", "rule"):
        dress(piece, kind)
    elif piece.indent >= 4 and shapes.is_code([line]):
        piece.verbatim = piece.code = True
    return piece


def dress(piece: Piece, kind: str) -> None:
    """Give a piece what the mark on its lines says."""
    if kind == "heading":
        mark = shapes.ATX.match(piece.raw)
        assert mark is not None
        piece.kind, piece.level, piece.sure = "heading", len(mark[1]), True
        piece.cut(0, mark.end(), "heading mark")
        closing = len(piece.raw.rstrip().rstrip("#"))
        if closing < len(piece.raw.rstrip()) and piece.raw[closing - 1 : closing].isspace():
            piece.cut(closing, len(piece.raw), "heading mark")
    elif kind == "quoted":
        piece.kind, piece.sure = "quote", True
        at = 0
        for line in piece.raw.split("\n"):
            mark = shapes.QUOTED.match(line)
            if mark:
                piece.cut(at, at + mark.end(), "quote mark")
            at += len(line) + 1
    elif kind == "item":
        piece.item = True
    elif kind in ("rule", "underline"):
        piece.kind, piece.sure = "boilerplate", True


def cut_fences(piece: Piece) -> None:
    """Ask for the fences around code to be cut."""
    opening = piece.raw.index("\n") + 1
    closing = piece.raw.rindex("\n")
    piece.cut(0, opening, "code fence")
    if closing >= opening and piece.raw[closing:].strip(" \t\n>") in ("```", "~~~", "````"):
        piece.cut(closing, len(piece.raw), "code fence")
