"""Paragraphs that a page end or a stray blank line broke in mid-sentence become one again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.blocks import shapes
from index.blocks.layout import Layout, is_full
from index.blocks.piece import Piece
from index.blocks.words import OPEN_ENDING, last_word

_ABBREVIATED = re.compile(
    r"(?:\b(?:[A-Za-z]\.)+|\b(?:etc|e\.g|i\.e|vs|cf|Mr|Mrs|Ms|Dr|Prof|Gen|Col|St|No|vol|ed|al|pp?|figs?|[Aa]rt|[Ss]ec)\.)\s*$"
)
_CUT_LINK = re.compile(r"\]\([^()\s]*\)\s*$")
_OPEN_MARKS = ",;)\"'”’–—-%"
# Longer than any heading or item that lacks its full stop for other reasons.
_LONG = 80


def join_broken(pieces: list[Piece], lines: Sequence[str], layout: Layout) -> list[Piece]:
    """The pieces with broken paragraphs made whole; page furniture between the parts is cut out of them."""
    unended = [p for p in pieces if p.kind == "body" and not p.sure and not p.item and len(p.raw) >= _LONG]
    loose_ends = sum(not piece.ended for piece in unended)
    orderly = len(unended) >= 3 and loose_ends <= 0.25 * len(unended)
    small = sum(piece.shown[:1].islower() for piece in unended)
    capital = small <= 0.4 * len(unended)
    joined: list[Piece] = []
    number = 0
    while number < len(pieces):
        piece = pieces[number]
        parts = [piece]
        between: list[Piece] = []
        ahead = number + 1
        while ahead < len(pieces) and _may_go_on(parts[-1]):
            after = pieces[ahead]
            if after.kind == "boilerplate" and not after.sure and len(between) < 6:
                between.append(after)
                ahead += 1
                continue
            last = parts[-1]
            if layout.width and not _fills_its_line(last, after, lines, layout):
                break
            if not _goes_on(last, after, orderly=orderly, capital=capital, paged=bool(between)):
                break
            parts.extend(between)
            parts.append(after)
            between = []
            ahead += 1
            number = ahead - 1
        joined.append(_one(parts, lines) if len(parts) > 1 else piece)
        number += 1
    return joined


def _may_go_on(piece: Piece) -> bool:
    return (
        piece.kind in ("body", "quote", "note", "byline")
        and not piece.verbatim
        and not (piece.sure and piece.kind != "quote")
        and (not piece.ended or _is_abbreviated(piece.raw))
    )


def _is_abbreviated(text: str) -> bool:
    """Whether a text ends with an abbreviation, whose full stop may not be a sentence's."""
    tail = text[-20:].rstrip()
    # No abbreviation is this long, which spares the search for nearly all.
    return tail[-1:] == "." and not tail[-6:-1].isalpha() and _ABBREVIATED.search(tail) is not None


def _fills_its_line(piece: Piece, after: Piece, lines: Sequence[str], layout: Layout) -> bool:
    """Whether a wrapped text's piece ends where a line was full, and goes on as far in, outside of code."""
    end, start = lines[piece.last - 1], lines[after.first - 1]
    return (
        is_full(end, start, layout.width)
        and abs(shapes.indent_of(end) - shapes.indent_of(start)) <= 3
        and not shapes.is_code([end])
        and not shapes.is_code([start])
    )


def _goes_on(piece: Piece, after: Piece, *, orderly: bool, capital: bool, paged: bool) -> bool:
    """Whether the sentence at the end of a piece goes on in another.

    `orderly` texts end their paragraphs with full stops, `capital` ones begin them with capital letters;
    `paged` tells that page furniture stands between.
    """
    if after.verbatim or after.item or after.sure or after.kind not in ("body", "quote"):
        return False
    here, there = piece.shown, after.shown
    if piece.ended and _is_abbreviated(here):
        return there[0].islower() or (there[0].isdigit() and here[-2] in "po" and len(here) >= 40)
    if there[0].isdigit() and here[-1] in "-–" and here[-2:-1].isdigit():
        return True
    if piece.kind == "note" or piece.item:
        open_end = there[0].islower() or last_word(here) in OPEN_ENDING
        return open_end and len(here) >= 40 and after.gap <= 1 + 2 * paged
    lead = there.lstrip("[")[:1] or there[0]
    if lead.islower() or (there[0] in "(," and there[1:2].islower()):
        open_end = here[-1].isalnum() or here[-1] in _OPEN_MARKS
        if here[-1] == "-" and here[-2:-1].isalpha() and lead.islower():
            return True
        url = "://" in here[-200:].rsplit(None, 1)[-1]
        return (len(here) >= 40 and capital and open_end and not url) or last_word(here) in OPEN_ENDING
    if last_word(here) in OPEN_ENDING and here[-1].isalpha():
        return len(here) >= 40
    if _CUT_LINK.search(here[-400:]) and there.startswith("["):
        return True
    if here[-1] == "-" and here[-2:-1].isalpha():
        return there[0].isalpha() and len(here) >= 40
    if len(here) < _LONG or not after.ended:
        return False
    if here.count("(") > here.count(")") and here.rfind("(") > len(here) - 200:
        return True
    return (len(there) >= 40 and here[-1] in ",–—") or (orderly and here[-1].isalnum() and len(there) >= 40)


def _one(parts: Sequence[Piece], lines: Sequence[str]) -> Piece:
    first, last = parts[0].first, parts[-1].last
    whole = parts[0]
    raw = "\n".join(lines[first - 1 : last])
    at = 0
    line = first
    cuts = list(whole.cuts)
    spans = list(whole.spans)
    for part in parts[1:]:
        while line < part.first:
            at += len(lines[line - 1]) + 1
            line += 1
        if part.kind == "boilerplate":
            whole.cuts = cuts
            whole.cut(
                at, at + len(part.raw), "running title" if any(map(str.isalpha, part.raw)) else "page number"
            )
            cuts = whole.cuts
        else:
            cuts.extend(type(edit)(edit.start + at, edit.end + at, edit.put, edit.kind) for edit in part.cuts)
            spans.extend(
                type(span)(span.start + at, span.end + at, span.kind, span.value) for span in part.spans
            )
    return replace(whole, raw=raw, last=last, cuts=cuts, spans=spans, figures=None, _ended=None)
