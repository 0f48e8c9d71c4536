"""Block quotations: a sentence hands over to someone else, and the next paragraph is theirs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from index.blocks.layout import Layout
from index.blocks.markers import ends_with_marker, refers
from index.blocks.piece import Piece
from index.blocks.shapes import indent_of
from index.blocks.words import hands_over, names_text

_LONG_ENOUGH = 60


def mark_quotes(pieces: Sequence[Piece], layout: Layout) -> None:
    """Give their kind to paragraphs that the paragraph before them introduces as a quotation.

    It is shown by a colon after a verb of speech; by standing close to its introduction where paragraphs
    stand apart, with a note marker at its end; or by standing further in than the text.
    """
    apart = _usual_gap(pieces)
    _mark_deeper(pieces, layout)
    for before, piece in pairwise(pieces):
        if piece.kind != "body" or piece.sure or piece.item or piece.verbatim or before.kind != "body":
            continue
        if before.verbatim or before.item or len(piece.raw) < _LONG_ENOUGH:
            continue
        introduced = _opens(before) and hands_over(_without_marker(before))
        close = apart >= 2 and piece.gap < apart
        deeper = piece.indent >= layout.indent + 3 and piece.indent >= before.indent + 3
        if (
            (
                introduced
                and (_is_quoted(piece) or ends_with_marker(piece) or deeper or not _is_quoted_within(piece))
            )
            or (close and ends_with_marker(piece) and refers(piece) == 1)
            or (deeper and hands_over(_without_marker(before)) and piece.ended)
            or (_opens(before) and _is_quoted(piece))
            or (_opens(before) and ends_with_marker(piece) and names_text(before.raw))
        ):
            piece.kind = "quote"


def _mark_deeper(pieces: Sequence[Piece], layout: Layout) -> None:
    """Wrapped paragraphs that stand further in than nearly all others are quotations."""
    wrapped = [
        piece
        for piece in pieces
        if piece.kind == "body" and not (piece.sure or piece.item or piece.verbatim) and "\n" in piece.raw
    ]
    deeper = [
        piece
        for piece in wrapped
        if len(piece.raw) >= _LONG_ENOUGH
        and min(indent_of(line) for line in piece.raw.split("\n")) >= layout.indent + 4
        and (piece.ended or piece.shown.endswith(")"))
    ]
    texts = [piece for piece in pieces if piece.kind == "body" and not piece.code]
    far_in = sum(piece.indent >= layout.indent + 4 for piece in texts)
    if len(deeper) <= 0.2 * len(wrapped) and far_in <= 0.2 * len(texts):
        for piece in deeper:
            piece.kind = "quote"


def _without_marker(piece: Piece) -> str:
    return piece.raw.rstrip().rstrip("0123456789")


def _opens(piece: Piece) -> bool:
    return _without_marker(piece).endswith(":")


def _usual_gap(pieces: Sequence[Piece]) -> int:
    gaps = Counter(piece.gap for piece in pieces if piece.kind in ("body", "quote"))
    return gaps.most_common(1)[0][0] if gaps else 0


def _is_quoted(piece: Piece) -> bool:
    shown = piece.shown.rstrip("0123456789")
    return shown[:1] in '“"«„‘' and shown[-1:] in '”"»“’'


def _is_quoted_within(piece: Piece) -> bool:
    """Whether a paragraph opens with a quotation that ends before it does: the author's own paragraph."""
    shown = piece.shown
    closing = {"“": "”", '"': '"', "«": "»"}.get(shown[:1])
    return closing is not None and closing in shown[1:-3]
