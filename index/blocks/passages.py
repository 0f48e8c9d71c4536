"""A text of several words has a passage: what looked like a title is body where nothing else is."""

from __future__ import annotations

from collections.abc import Sequence

from index.blocks.bylines import Front
from index.blocks.piece import Piece
from index.model import PASSAGE_KINDS, Kind

# Which of the kinds told by looks is most likely text after all.
_LIKELIEST: tuple[Kind, ...] = ("title", "heading", "byline", "caption", "boilerplate")
# A name of fewer words is a label, not a text.
_TITLE_WORDS = 3
_CLOSING = "\"'”’»)]*_ \t\n\u00a0"


def is_sentence(piece: Piece) -> bool:
    """Whether a piece is several words with a full stop at their end."""
    words = piece.raw.split()
    return (
        piece.raw.rstrip(_CLOSING).endswith((".", "。"))
        and sum(any(char.isalpha() for char in word) for word in words[:50]) >= 2
    )


def keep_a_passage(pieces: Sequence[Piece], front: Front) -> None:
    """Give the likeliest sentences of a text without any passage the kind of body.

    What `front` took from them is forgotten. Where there is no sentence either, the title is all there is to
    find: it is body, and names the article all the same. What the format itself marks stays what it says.
    """
    if any(piece.kind in PASSAGE_KINDS for piece in pieces):
        return
    for kind in _LIKELIEST:
        found = [piece for piece in pieces if piece.kind == kind and not piece.sure and is_sentence(piece)]
        for piece in found:
            _make_body(piece)
            for line in range(piece.first, piece.last + 1):
                front.forget(line)
        if found:
            return
    for piece in pieces:
        if piece.kind == "title" and not piece.sure and len(piece.raw.split()) >= _TITLE_WORDS:
            _make_body(piece)
            return


def _make_body(piece: Piece) -> None:
    piece.kind, piece.level = "body", 0
    piece.cuts = [cut for cut in piece.cuts if cut.kind != "byline"]
