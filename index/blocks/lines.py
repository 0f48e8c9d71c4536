"""Lines become pieces: runs of text between blank lines, divided where their look or their marks say so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.blocks import shapes
from index.blocks.layout import PARAGRAPH_LINE, Layout, is_full
from index.blocks.piece import Piece
from index.formats.source import Mark

# No text is wrapped narrower than this, unless the whole file is.
_NARROW = 45
_LONE_BULLETS = frozenset("•‣◦▪●■□")
_TERMINAL = tuple('.!?:"”’)')


def split(lines: Sequence[str], marks: Sequence[Mark], layout: Layout, *, markup: bool) -> list[Piece]:
    """The pieces of a text in order: what the format marked, and the rest by its look.

    Every line with text is in exactly one piece; a mark takes whole lines. `markup` tells whether lines bear
    Markdown's signs.
    """
    pieces: list[Piece] = []
    at = 0
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
    piece = _piece(lines, first, last, verbatim=verbatim, item=mark.kind == "item")
    piece.code = mark.kind == "code"
    if mark.kind not in ("item", "verbatim", "code"):
        piece.kind = mark.kind
    piece.level, piece.note = mark.level, mark.note
    piece.sure = mark.kind != "body"
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
            _dress(piece, "heading")
        elif "\n" in piece.raw:
            piece.cut(piece.raw.rindex("\n"), len(piece.raw), "heading mark")
    elif mark.kind == "quote":
        _dress(piece, "quoted")
    elif mark.kind == "code" and "\n" in piece.raw and shapes.FENCE.match(piece.raw.lstrip(" >")):
        _cut_fences(piece)


def _piece(
    lines: Sequence[str], first: int, last: int, *, verbatim: bool = False, item: bool = False
) -> Piece:
    raw = lines[first - 1] if first == last else "\n".join(lines[first - 1 : last])
    return Piece(first, last, raw, verbatim=verbatim, item=item, indent=shapes.indent_of(lines[first - 1]))


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
            result[-1] = _piece(lines, before.first, piece.last, item=True)
        else:
            result.append(piece)
    return result


def _measure_gaps(lines: Sequence[str], pieces: Sequence[Piece]) -> None:
    before = 0
    for piece in pieces:
        piece.gap = piece.first - 1 - before
        piece.loose = any(lines[number] for number in range(before, min(piece.first - 1, before + 20)))
        before = piece.last


def _unmarked(lines: Sequence[str], low: int, high: int, layout: Layout) -> Iterator[Piece]:
    """Pieces of the lines from `low` up to `high` (0-based), where no format has said anything."""
    fences = [number for number in range(low, high) if "```" in lines[number] or "~~~" in lines[number]]
    closing = {
        opening: close
        for opening, close in zip(fences, fences[1:], strict=False)
        if shapes.FENCE.match(lines[opening]) and lines[close].strip() in ("```", "~~~", "````")
    }
    number = low
    while number < high:
        if not lines[number].strip():
            number += 1
            continue
        if number in closing:
            piece = _piece(lines, number + 1, closing[number] + 1, verbatim=True)
            piece.code = piece.sure = True
            _cut_fences(piece)
            yield piece
            number = closing[number] + 1
            continue
        end = number
        while end < high and lines[end].strip() and (end == number or end not in closing):
            end += 1
        yield from _divide(lines, number, end, layout)
        number = end


def _cut_fences(piece: Piece) -> None:
    opening = piece.raw.index("\n") + 1
    closing = piece.raw.rindex("\n")
    piece.cut(0, opening, "code fence")
    if closing >= opening and piece.raw[closing:].strip(" \t\n>") in ("```", "~~~", "````"):
        piece.cut(closing, len(piece.raw), "code fence")


def _divide(lines: Sequence[str], low: int, high: int, layout: Layout) -> Iterator[Piece]:
    """Pieces of one run of lines with text, 0-based and half open."""
    run = lines[low:high]
    if len(run) == 1:
        yield _single(lines, low)
        return
    if shapes.is_session(run):
        piece = _piece(lines, low + 1, high, verbatim=True)
        piece.code = True
        yield piece
        return
    if shapes.is_table(run):
        piece = _piece(lines, low + 1, high, verbatim=True)
        piece.code = not piece.raw[:1].isspace() or shapes.is_code(run)
        yield piece
        return
    start = low
    kind = _line_kind(lines, low, low)
    for number in range(low + 1, high + 1):
        here = _line_kind(lines, number, low) if number < high else "end"
        if here == "underline" and number == start + 1 and kind == "prose":
            piece = _piece(lines, start + 1, number + 1)
            piece.kind, piece.sure = "heading", True
            piece.level = 1 if lines[number].strip()[0] == "=" else 2
            piece.cut(len(lines[start]), len(piece.raw), "heading mark")
            yield piece
            start, kind = number + 1, _line_kind(lines, number + 1, low) if number + 1 < high else "end"
            continue
        if number <= start or here == kind == "quoted" or (here == "prose" and kind in ("prose", "item")):
            continue
        yield from _group(lines, start, number, kind, layout)
        start, kind = number, here


def _line_kind(lines: Sequence[str], number: int, low: int) -> str:
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
        if not before or before.endswith(_TERMINAL) or shapes.SECTION.match(before) or len(before) < 40:
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
        return before.rstrip().endswith(_TERMINAL) and bullet[1] not in "–—"
    numbered = shapes.NUMBERED.match(line)
    if numbered:
        value = int(numbered[1])
        if number == low or value == 1:
            return True
        for back in range(number - 1, max(low - 1, number - 30), -1):
            other = shapes.NUMBERED.match(lines[back])
            if other:
                return int(other[1]) == value - 1
        return False
    lettered = shapes.LETTERED.match(line)
    return bool(lettered) and (number == low or lines[number - 1].rstrip()[-1:] in ".:;,")


def _single(lines: Sequence[str], number: int) -> Piece:
    line = lines[number]
    piece = _piece(lines, number + 1, number + 1)
    kind = _line_kind(lines, number, number)
    if kind in ("heading", "quoted", "item", "rule"):
        _dress(piece, kind)
    elif piece.indent >= 4 and shapes.is_code([line]):
        piece.verbatim = piece.code = True
    return piece


def _dress(piece: Piece, kind: str) -> None:
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


def _group(lines: Sequence[str], low: int, high: int, kind: str, layout: Layout) -> Iterator[Piece]:
    """Pieces of lines of one kind, 0-based and half open."""
    if kind == "prose":
        yield from _prose(lines, low, high, layout)
        return
    if kind == "item":
        stop = _item_end(lines, low, high, layout)
        piece = _piece(lines, low + 1, stop)
        _dress(piece, kind)
        yield piece
        if stop < high:
            yield from _prose(lines, stop, high, layout)
        return
    if kind == "quoted":
        piece = _piece(lines, low + 1, high)
        _dress(piece, kind)
        yield piece
        return
    for number in range(low, high):
        piece = _piece(lines, number + 1, number + 1)
        _dress(piece, kind)
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
        and not lines[low].rstrip().endswith(_TERMINAL)
        and not is_full(lines[low], lines[number], width)
        and lines[number].lstrip()[0].isupper()
        and shapes.indent_of(lines[number]) <= bare
    ):
        return number
    while number < high and (
        shapes.indent_of(lines[number]) > bare
        or (is_full(lines[number - 1], lines[number], width) and len(lines[number - 1]) <= PARAGRAPH_LINE)
        or not lines[number - 1].rstrip().endswith(_TERMINAL)
    ):
        number += 1
    return number


def _prose(
    lines: Sequence[str], low: int, high: int, layout: Layout, *, headed: bool = False
) -> Iterator[Piece]:
    """Paragraphs of lines without marks: where lines were wrapped they are one, where they end early not."""
    if high - low == 1:
        yield _single(lines, low)
        return
    run = lines[low:high]
    longest = max(len(line.rstrip()) for line in run)
    long = sum(len(line) > PARAGRAPH_LINE for line in run)
    if layout.by_line or (long and (not layout.width or long >= 0.5 * len(run))):
        for number in range(low, high):
            yield _piece(lines, number + 1, number + 1)
        return
    depth = min(shapes.indent_of(line) for line in run)
    if depth >= layout.indent + 2 and depth >= 2 and shapes.is_code(run):
        piece = _piece(lines, low + 1, high, verbatim=True)
        piece.code = True
        yield piece
        return
    width = longest if len(run) >= 5 else max(longest, layout.width)
    width = max(width, min(layout.width or _NARROW, _NARROW))
    early = {
        number for number in range(low, high - 1) if not is_full(lines[number], lines[number + 1], width)
    }
    if not headed and low in early and _heads(lines, low, high, width):
        piece = _piece(lines, low + 1, low + 1)
        if piece.raw.isupper() and shapes.indent_of(lines[low + 1]) > piece.indent:
            piece.kind, piece.level, piece.sure = "heading", 2, True
        yield piece
        yield from _prose(lines, low + 1, high, layout, headed=True)
        return
    if low in early and all(shapes.indent_of(line) >= shapes.indent_of(run[0]) + 2 for line in run[1:]):
        piece = _piece(lines, low + 1, high)
        piece.stays = (len(run[0]),)
        yield piece
        return
    if len(early) > 0.5 * (len(run) - 1) and not layout.by_sentence:
        yield _piece(lines, low + 1, high, verbatim=True)
        return
    start = low
    for number in range(low, high - 1):
        if _breaks(lines, number, number in early, low, layout):
            yield _piece(lines, start + 1, number + 1)
            start = number + 1
    yield _piece(lines, start + 1, high)


def _heads(lines: Sequence[str], low: int, high: int, width: int) -> bool:
    """Whether a run's first line is a heading that stands right on its paragraph."""
    line, after = lines[low].strip(), lines[low + 1]
    deeper = shapes.indent_of(after) > shapes.indent_of(lines[low])
    return (
        len(line) < 0.75 * width
        and line[-1] not in ".,;:-–—&"
        and (line[0].isupper() or line[0].isdigit())
        and len(line.split()) <= 10
        and (after.lstrip()[0].isupper() or deeper)
        and (len(after.strip()) > 0.6 * width or (deeper and line.isupper()))
        and (high - low > 2 or len(after) > 60 or deeper)
    )


def _breaks(lines: Sequence[str], number: int, early: bool, low: int, layout: Layout) -> bool:
    """Whether a paragraph ends at the end of a line within a run."""
    line, after = lines[number].rstrip(), lines[number + 1]
    if not line.endswith((*_TERMINAL, "…")):
        return False
    lead = after.lstrip()[:1]
    starts = lead.isupper() or lead.isdigit() or lead in "“\"‘'«(["
    if early and starts and not layout.by_sentence:
        return True
    deeper = shapes.indent_of(after) - shapes.indent_of(lines[number])
    return deeper >= 2 and starts and number > low
