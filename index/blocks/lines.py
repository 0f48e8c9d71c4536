"""Lines become pieces: runs of text between blank lines, divided where their look or their marks say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.blocks import shapes
from index.blocks.dress import TERMINAL, cut_fences, dress, line_kind, single
from index.blocks.headers import page_headers
from index.blocks.layout import PARAGRAPH_LINE, Layout, is_full
from index.blocks.piece import Piece, make_piece
from index.blocks.prose import divide_prose
from index.formats.source import Mark

_LONE_BULLETS = frozenset("•‣◦▪●■□")


def split(lines: Sequence[str], marks: Sequence[Mark], layout: Layout, *, markup: bool) -> list[Piece]:
    """The pieces of a text in order: what the format marked, and the rest by its look.

    Every line with text is in exactly one piece; a mark takes whole lines. `markup` tells whether lines bear
    Markdown's signs.
    """
    pieces: list[Piece] = []
    at = 0
    headers = frozenset() if marks else page_headers(lines)
    marks = [Mark(number + 1, number + 1, "boilerplate") for number in sorted(headers)] or marks
    for mark in marks:
        if mark.first - 1 < at:
            continue
        pieces.extend(_unmarked(lines, at, mark.first - 1, layout))
        piece = _marked(lines, mark, markup=markup)
        if piece is not None:
            pieces.append(piece)
        at = mark.last
    pieces.extend(_unmarked(lines, at, len(lines), layout))
    pieces = _with_bullets(lines, pieces)
    _measure_gaps(lines, pieces)
    return pieces


def _marked(lines: Sequence[str], mark: Mark, *, markup: bool) -> Piece | None:
    first, last = mark.first, min(mark.last, len(lines))
    while first <= last and not lines[first - 1].strip():
        first += 1
    while last >= first and not lines[last - 1].strip():
        last -= 1
    if first > last:
        return None
    verbatim = mark.kind in ("verbatim", "code") or (mark.kind == "boilerplate" and last > first)
    dropped = sum(len(line) + 1 for line in lines[mark.first - 1 : first - 1])
    piece = make_piece(lines, first, last, verbatim=verbatim, item=mark.kind == "item")
    piece.code = mark.kind == "code"
    if mark.kind != "item" and mark.kind != "verbatim" and mark.kind != "code":
        piece.kind = mark.kind
    piece.level, piece.note = mark.level, mark.note
    piece.sure = mark.kind not in ("body", "boilerplate")
    if markup:
        _undress(piece, mark)
    piece.spans = [
        type(span)(span.start - dropped, span.end - dropped, span.kind, span.value)
        for span in mark.spans
        if span.start >= dropped and span.end - dropped <= len(piece.raw)
    ]
    return piece


def _undress(piece: Piece, mark: Mark) -> None:
    """Ask for Markdown's own signs to be cut from lines that a Markdown parser has marked."""
    if mark.kind == "heading":
        if shapes.ATX.match(piece.raw):
            dress(piece, "heading")
        elif "\n" in piece.raw:
            piece.cut(piece.raw.rindex("\n"), len(piece.raw), "heading mark")
    elif mark.kind == "quote":
        dress(piece, "quoted")
    elif mark.kind == "code" and "\n" in piece.raw and shapes.FENCE.match(piece.raw.lstrip(" >")):
        cut_fences(piece)


def _with_bullets(lines: Sequence[str], pieces: list[Piece]) -> list[Piece]:
    """The pieces, with bullets that stand alone put before the text after them, as they were on the page."""
    result: list[Piece] = []
    for piece in pieces:
        before = result[-1] if result else None
        if (
            before is not None
            and before.shown in _LONE_BULLETS
            and piece.first - before.last <= 2
            and piece.kind == "body"
            and not piece.sure
            and not piece.verbatim
            and not piece.item
        ):
            result[-1] = make_piece(lines, before.first, piece.last, item=True)
        else:
            result.append(piece)
    return result


def _measure_gaps(lines: Sequence[str], pieces: Sequence[Piece]) -> None:
    before = 0
    for piece in pieces:
        piece.gap = piece.first - 1 - before
        piece.loose = piece.gap > 0 and any(lines[before : min(piece.first - 1, before + 20)])
        before = piece.last


def _unmarked(lines: Sequence[str], low: int, high: int, layout: Layout) -> Iterator[Piece]:
    """Pieces of the lines from `low` up to `high` (0-based), where no format has said anything."""
    fences = [number for number in range(low, high) if lines[number].lstrip().startswith(("```", "~~~"))]
    closing = {
        opening: close
        for opening, close in pairwise(fences)
        if shapes.FENCE.match(lines[opening]) and lines[close].strip() in ("```", "~~~", "````")
    }
    number = low
    while number < high:
        if not lines[number].strip():
            number += 1
            continue
        if number in closing:
            piece = make_piece(lines, number + 1, closing[number] + 1, verbatim=True)
            piece.code = piece.sure = True
            cut_fences(piece)
            yield piece
            number = closing[number] + 1
            continue
        end = number
        while end < high and lines[end].strip() and (end == number or end not in closing):
            end += 1
        yield from _divide(lines, number, end, layout)
        number = end


def _divide(lines: Sequence[str], low: int, high: int, layout: Layout) -> Iterator[Piece]:
    """Pieces of one run of lines with text, 0-based and half open."""
    run = lines[low:high]
    if len(run) == 1:
        yield single(lines, low)
        return
    if shapes.is_session(run):
        piece = make_piece(lines, low + 1, high, verbatim=True)
        piece.code = True
        yield piece
        return
    if shapes.is_table(run):
        piece = make_piece(lines, low + 1, high, verbatim=True)
        piece.code = not piece.raw[:1].isspace() or shapes.is_code(run)
        yield piece
        return
    start = low
    kind = line_kind(lines, low, low)
    for number in range(low + 1, high + 1):
        here = line_kind(lines, number, low) if number < high else "end"
        if here == "underline" and number == start + 1 and kind == "prose":
            piece = make_piece(lines, start + 1, number + 1)
            piece.kind, piece.sure = "heading", True
            piece.level = 1 if lines[number].strip()[0] == "=" else 2
            piece.cut(len(lines[start]), len(piece.raw), "heading mark")
            yield piece
            start, kind = number + 1, line_kind(lines, number + 1, low) if number + 1 < high else "end"
            continue
        if number <= start or here == kind == "quoted" or (here == "prose" and kind in ("prose", "item")):
            continue
        yield from _group(lines, start, number, kind, layout)
        start, kind = number, here


def _group(lines: Sequence[str], low: int, high: int, kind: str, layout: Layout) -> Iterator[Piece]:
    """Pieces of lines of one kind, 0-based and half open."""
    if kind == "prose":
        yield from divide_prose(lines, low, high, layout)
        return
    if kind == "item":
        stop = _item_end(lines, low, high, layout)
        piece = make_piece(lines, low + 1, stop)
        dress(piece, kind)
        yield piece
        if stop < high:
            yield from divide_prose(lines, stop, high, layout)
        return
    if kind == "quoted":
        piece = make_piece(lines, low + 1, high)
        dress(piece, kind)
        yield piece
        return
    for number in range(low, high):
        piece = make_piece(lines, number + 1, number + 1)
        dress(piece, kind)
        yield piece


def _item_end(lines: Sequence[str], low: int, high: int, layout: Layout) -> int:
    """Where an item ends that has prose right under it: it goes on while lines are full or further in."""
    bare = shapes.indent_of(lines[low])
    width = layout.width or max(len(line) for line in lines[low:high])
    number = low + 1
    if (
        high > number
        and shapes.NUMBERED.match(lines[low])
        and len(lines[low].split()) <= 9
        and not lines[low].rstrip().endswith(TERMINAL)
        and not is_full(lines[low], lines[number], width)
        and lines[number].lstrip()[0].isupper()
        and shapes.indent_of(lines[number]) <= bare
    ):
        return number
    while number < high and (
        shapes.indent_of(lines[number]) > bare
        or (is_full(lines[number - 1], lines[number], width) and len(lines[number - 1]) <= PARAGRAPH_LINE)
        or not lines[number - 1].rstrip().endswith(TERMINAL)
    ):
        number += 1
    return number
