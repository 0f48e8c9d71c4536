"""From a source to its blocks: one rule after another, each in its own module.

The order matters and is all here: what is furniture must be known before a broken sentence can be joined
over it, notes before their markers are believed, markers before a quotation is told by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.blocks.boilerplate import mark_boilerplate
from index.blocks.bylines import Front
from index.blocks.candidates import find_candidates
from index.blocks.finish import finish
from index.blocks.front import explode_ends, mark_front
from index.blocks.furniture import cut_glued_titles, mark_furniture
from index.blocks.headings import mark_headings
from index.blocks.joins import join_broken
from index.blocks.layout import measure
from index.blocks.lines import split
from index.blocks.markers import settle_markers
from index.blocks.notes import mark_notes, split_bare_notes
from index.blocks.passages import keep_a_passage
from index.blocks.piece import Piece
from index.blocks.quotes import mark_quotes
from index.blocks.titles import promote_heading
from index.blocks.whole import Whole
from index.formats.source import Source
from index.model import Block, Kind


@dataclass(frozen=True, slots=True)
class Built:
    """The blocks of a source, and what its text says of itself."""

    blocks: tuple[Block, ...]
    front: Front


def build_blocks(source: Source, *, title: str = "") -> Built:
    """Cut a source into blocks: every line with text is in exactly one, in order.

    `title` is what stronger sources than the text call the article, empty where they do not. Takes time in
    proportion to the text.
    """
    lines, whole = source.lines, Whole(source)
    layout = measure(lines)
    pieces = explode_ends(split(lines, source.marks, layout, markup=source.markup))
    starts = frozenset(line for line, _ in source.pages if line > 1)
    mark_boilerplate(pieces)
    front = mark_front(pieces, declared_title=title)
    titles = [name for name in dict.fromkeys((front.title, title)) if name]
    mark_furniture(pieces, titles, starts)
    labels: dict[str, int] = {}
    candidates = find_candidates(pieces, labels, whole.classes)
    divided = split_bare_notes(pieces, candidates)
    if len(divided) > len(pieces):
        pieces, candidates = divided, find_candidates(divided, labels, whole.classes)
    mark_notes(pieces, candidates, labels)
    mark_headings(pieces)
    if not front.title:
        promote_heading(pieces)
    cut_glued_titles(pieces, titles)
    joined = join_broken(pieces, lines, layout)
    if len(joined) < len(pieces):
        pieces, candidates = joined, find_candidates(joined, labels, whole.classes)
    settle_markers(pieces, candidates)
    mark_quotes(pieces, layout)
    keep_a_passage(pieces, front)
    blocks = _blocks(pieces, source, whole)
    named = next((block for block in blocks if block.kind == "title"), None)
    if named is not None:
        front.title, front.title_line = named.text, named.first
    return Built(tuple(blocks), front)


def _blocks(pieces: Sequence[Piece], source: Source, whole: Whole) -> list[Block]:
    blocks: list[Block] = []
    section: str | None = None
    pages = iter([*source.pages, (len(source.lines) + 2, "")])
    page, (upcoming, label) = "", next(pages)
    for n, piece in enumerate(pieces, 1):
        while piece.first >= upcoming:
            page = label
            upcoming, label = next(pages)
        draft = finish(piece, whole)
        kind: Kind = piece.kind
        spans = draft.sorted_spans()
        if kind == "heading":
            section = draft.text
        blocks.append(
            Block(
                n=n,
                kind=kind,
                first=piece.first,
                last=piece.last,
                text=draft.text,
                section=section if kind in ("body", "quote") else None,
                level=piece.level if kind == "heading" else 0,
                note=piece.note if kind == "note" else None,
                spans=spans,
                repairs=draft.repairs(),
                page=page,
            )
        )
    return blocks
