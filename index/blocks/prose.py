"""Paragraphs of lines without marks: wrapped lines are one, lines that end early are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.blocks import shapes
from index.blocks.dress import TERMINAL, single
from index.blocks.layout import PARAGRAPH_LINE, Layout, is_full
from index.blocks.piece import Piece, make_piece

# No text is wrapped narrower than this, unless the whole file is.
_NARROW = 45


def divide_prose(
    lines: Sequence[str], low: int, high: int, layout: Layout, *, headed: bool = False
) -> Iterator[Piece]:
    """Paragraphs of lines without marks: where lines were wrapped they are one, where they end early not."""
    if high - low == 1:
        yield single(lines, low)
        return
    run = lines[low:high]
    longest = max(len(line.rstrip()) for line in run)
    long = sum(len(line) > PARAGRAPH_LINE for line in run)
    depth = min(shapes.indent_of(line) for line in run)
    if depth >= layout.indent + 2 and depth >= 2 and shapes.is_code(run):
        piece = make_piece(lines, low + 1, high, verbatim=True)
        piece.code = True
        yield piece
        return
    if layout.by_line or (long and (not layout.width or long >= 0.5 * len(run))):
        for number in range(low, high):
            yield make_piece(lines, number + 1, number + 1)
        return
    width = longest if len(run) >= 5 else max(longest, layout.width)
    width = max(width, min(layout.width or _NARROW, _NARROW))
    early = {
        number for number in range(low, high - 1) if not is_full(lines[number], lines[number + 1], width)
    }
    if not headed and low in early and _heads(lines, low, high, width):
        piece = make_piece(lines, low + 1, low + 1)
        if piece.raw.isupper() and shapes.indent_of(lines[low + 1]) > piece.indent:
            piece.kind, piece.level, piece.sure = "heading", 2, True
        yield piece
        yield from divide_prose(lines, low + 1, high, layout, headed=True)
        return
    if low in early and all(shapes.indent_of(line) >= shapes.indent_of(run[0]) + 2 for line in run[1:]):
        piece = make_piece(lines, low + 1, high)
        piece.stays = (len(run[0]),)
        yield piece
        return
    if len(early) > 0.5 * (len(run) - 1) and not layout.by_sentence:
        yield make_piece(lines, low + 1, high, verbatim=True)
        return
    start = low
    for number in range(low, high - 1):
        if _breaks(lines, number, number in early, low, layout):
            yield make_piece(lines, start + 1, number + 1)
            start = number + 1
    yield make_piece(lines, start + 1, high)


def _heads(lines: Sequence[str], low: int, high: int, width: int) -> bool:
    """Whether a run's first line is a heading that stands right on its paragraph."""
    line, after = lines[low].strip(), lines[low + 1]
    deeper = shapes.indent_of(after) > shapes.indent_of(lines[low])
    return (
        len(line) < 0.75 * width
        and line[-1] not in ".,;:-–—&"
        and (line[0].isupper() or line[0].isdigit())
        and not (line.isupper() and after.strip().isupper())
        and len(line.split()) <= 10
        and (after.lstrip()[0].isupper() or deeper)
        and (len(after.strip()) > 0.6 * width or (deeper and line.isupper()))
        and (high - low > 2 or len(after) > 60 or deeper)
    )


def _breaks(lines: Sequence[str], number: int, early: bool, low: int, layout: Layout) -> bool:
    """Whether a paragraph ends at the end of a line within a run."""
    line, after = lines[number].rstrip(), lines[number + 1]
    if not line.endswith((*TERMINAL, "…")):
        return False
    lead = after.lstrip()[:1]
    starts = lead.isupper() or lead.isdigit() or lead in "“\"‘'«(["
    if early and starts and not layout.by_sentence:
        return True
    deeper = shapes.indent_of(after) - shapes.indent_of(lines[number])
    return deeper >= 2 and starts and number > low
