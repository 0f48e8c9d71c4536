"""Notes: numbered lines that the text refers to, under a heading or none, at the end or page by page."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from index.blocks import shapes
from index.blocks.candidates import Candidate, number_of_label, roman
from index.blocks.piece import Piece
from index.blocks.words import NOTES_HEADING

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_LABEL = re.compile(
    r"\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|\^?(\d{1,3})[.):]|([⁰¹²³⁴-⁹]{1,3})"
    r"|(\d{1,3})(?=[ \t\xa0])|\[([ivxl]{1,7})\])[ \t\xa0]*(?=[^\s\d.,)])"
)
# Most notes that cite have a year, which is found much faster than the rest.
_YEAR = re.compile(r"[12](?<!\w.)(?:[89](?<=1.)|0(?<=2.))\d\d\b")
_CITES = re.compile(
    r"https?://|\bibid\b|\bop\. ?cit|\bpp?\. ?\d|“|\bsee\b|\bvol\.|\bno\. ?\d|\bet al\b"
    r"|\bdoi\b|\bISBN\b",
    re.IGNORECASE,
)
# A note may run on over a few paragraphs before the next one.
_LONGEST_BREAK = 3


@dataclass(frozen=True, slots=True)
class _Label:
    place: int
    number: int
    end: int
    bare: bool


def split_bare_notes(pieces: list[Piece], candidates: Sequence[Candidate]) -> list[Piece]:
    """The pieces, with lines that each begin with the next number taken apart, as at a page's foot.

    Only numbers that a marker in the text has are believed.
    """
    wanted = {candidate.number for candidate in candidates}
    if not wanted:
        return pieces
    result: list[Piece] = []
    for piece in pieces:
        lines = piece.raw.split("\n")
        if len(lines) < 2 or piece.sure or piece.code or piece.kind != "body":
            result.append(piece)
            continue
        starts: list[int] = []
        expected = 0
        for offset, line in enumerate(lines):
            label = _LABEL.match(line)
            number = _number(label) if label and not line[label.end()].islower() else 0
            if number and ((number in wanted and not starts) or number == expected):
                starts.append(offset)
                expected = number + 1
        if len(starts) < 2 and not (starts and starts[0] > 0):
            result.append(piece)
            continue
        bounds = sorted({0, *starts, len(lines)})
        for low, high in pairwise(bounds):
            result.append(
                Piece(
                    piece.first + low,
                    piece.first + high - 1,
                    "\n".join(lines[low:high]),
                    gap=0 if low else piece.gap,
                    loose=piece.loose and not low,
                    indent=piece.indent,
                )
            )
    return result


def mark_notes(pieces: Sequence[Piece], candidates: Sequence[Candidate], labels: dict[str, int]) -> None:
    """Give their kind and number to notes, and to the paragraphs by which a note goes on.

    A row of numbered paragraphs is notes when a heading says so, when the text before it has markers with
    its numbers, or when it closes the file and cites; a plain numbered list stays what it is.
    """
    _mark_labelled(pieces, labels)
    clear: dict[int, int] = {}
    for candidate in candidates:
        if candidate.clause or candidate.style in ("super", "bracket"):
            for number in candidate.numbers:
                clear.setdefault(number, candidate.place)
    closing = _closing(pieces)
    told = {piece.note for piece in pieces if piece.kind == "note" and piece.sure and piece.note is not None}
    expected = 1
    marked = {candidate.place for candidate in candidates if candidate.clause or candidate.style == "super"}
    for row in _rows(pieces, marked):
        if told.isdisjoint(label.number for label in row) and _is_notes(
            pieces, row, clear, expected, closing
        ):
            for label, after in zip(row, [*row[1:], None], strict=True):
                _become_note(pieces[label.place], label)
                stop = after.place if after else label.place + 1
                for piece in pieces[label.place + 1 : stop]:
                    if piece.kind == "body":
                        piece.kind = "note"
            expected = row[-1].number + 1
            heading = _before(pieces, row[0].place)
            if heading is not None and heading.kind == "body" and _is_notes_heading(heading):
                heading.kind, heading.level = "heading", 2
    _mark_references(pieces)


def _closing(pieces: Sequence[Piece]) -> int:
    """The number of the third last piece of text: notes that end there or later close the file."""
    left = 3
    for place in range(len(pieces) - 1, -1, -1):
        left -= pieces[place].kind in ("body", "quote", "heading")
        if not left:
            return place
    return 0


def _become_note(piece: Piece, label: _Label) -> None:
    piece.kind, piece.note, piece.item, piece.verbatim = "note", label.number, False, False
    piece.cut(0, label.end, "note number")


def _mark_labelled(pieces: Sequence[Piece], labels: dict[str, int]) -> None:
    """Markdown's own notes: `[^label]: text`."""
    for piece in pieces:
        if piece.code or piece.kind not in ("body", "note") or not piece.raw.lstrip().startswith("[^"):
            continue
        match = shapes.NOTE_LABEL.match(piece.raw)
        if match:
            piece.kind, piece.item, piece.sure = "note", False, True
            piece.note = number_of_label(match[1], labels)
            piece.cut(0, match.end(), "note number")


def _number(match: re.Match[str]) -> int:
    figures = next(group for group in match.groups() if group)
    if match[6]:
        return roman(figures)
    return int(figures.translate(SUPERSCRIPTS))


def _label(piece: Piece, place: int) -> _Label | None:
    if piece.kind != "body" or piece.code or (piece.sure and not piece.item):
        return None
    lead = piece.raw.lstrip()[:1]
    match = _LABEL.match(piece.raw) if lead.isdigit() or lead in "[(^" else None
    if match is None:
        return None
    bare = match[5] is not None
    lead = piece.raw[match.end() : match.end() + 1]
    if bare and not (lead.isupper() or lead in "“\"‘'*_["):
        return None
    number = _number(match)
    return _Label(place, number, match.end(), bare) if number else None


def _rows(pieces: Sequence[Piece], marked: Set[int]) -> list[list[_Label]]:
    """Numbered pieces that count up one by one, with a few others between at most that have no markers."""
    rows: list[list[_Label]] = []
    for place, piece in enumerate(pieces):
        label = _label(piece, place)
        if label is None:
            continue
        if rows:
            last = rows[-1][-1]
            between = [p for p in pieces[last.place + 1 : place] if p.kind != "boilerplate"]
            plain = all(p.kind == "body" and not p.sure for p in between) and (
                marked.isdisjoint(range(last.place + 1, place)) if between else True
            )
            if label.number == last.number + 1 and len(between) <= _LONGEST_BREAK and plain:
                rows[-1].append(label)
                continue
        rows.append([label])
    return rows


def _is_notes(
    pieces: Sequence[Piece], row: Sequence[_Label], clear: dict[int, int], expected: int, closing: int
) -> bool:
    first = row[0].place
    before = _before(pieces, first)
    if before is not None and _is_notes_heading(before):
        return True
    closes = closing <= row[-1].place
    marked = sum(1 for label in row if clear.get(label.number, first) < first)
    counts_on = row[0].number in (1, expected)
    if len(row) == 1:
        ended = pieces[first].ended and len(pieces[first].shown) >= 20
        return bool(marked) and counts_on and ((ended and not row[0].bare) or _cites(pieces[first]))
    if marked >= 0.5 * len(row) and (counts_on or marked >= 3) and (closes or _cite(pieces, row, 0.3)):
        return True
    if marked == len(row) and closes and _cite(pieces, row, 0.5):
        return True
    if not closes or len(row) < 3 or row[0].number != 1 or any(label.bare for label in row):
        return False
    # Where numbered paragraphs are most of the text, they are the text.
    told = sum(len(piece.raw) for piece in pieces[:first] if piece.is_text)
    noted = sum(len(piece.raw) for piece in pieces[first : row[-1].place + 1])
    return told >= noted and _cite(pieces, row, 0.6)


def _before(pieces: Sequence[Piece], place: int) -> Piece | None:
    """The piece before a place, page furniture apart."""
    return next((p for p in reversed(pieces[max(0, place - 3) : place]) if p.kind != "boilerplate"), None)


def _cite(pieces: Sequence[Piece], row: Sequence[_Label], part: float) -> bool:
    """Whether such a part of a row name a source as notes do."""
    missing = part * len(row)
    for label in row:
        missing -= _cites(pieces[label.place])
        if missing <= 0:
            return True
    return False


def _cites(piece: Piece) -> bool:
    return _YEAR.search(piece.raw) is not None or _CITES.search(piece.raw) is not None


def _is_notes_heading(piece: Piece) -> bool:
    return len(piece.raw) <= 60 and NOTES_HEADING.fullmatch(piece.shown) is not None


def _mark_references(pieces: Sequence[Piece]) -> None:
    """Entries without numbers under a heading such as "References", when most of them cite."""
    for place, piece in enumerate(pieces):
        if piece.kind not in ("heading", "body") or not _is_notes_heading(piece):
            continue
        entries: list[Piece] = []
        for number in range(place + 1, len(pieces)):
            after = pieces[number]
            if after.kind in ("heading", "note", "title") or _is_notes_heading(after):
                break
            if after.kind == "body":
                entries.append(after)
        cites = sum(map(_cites, entries))
        if entries and cites >= 0.7 * len(entries):
            for entry in entries:
                if not entry.verbatim:
                    entry.kind = "note"
                    entry.item = False
            if piece.kind == "body":
                piece.kind, piece.level = "heading", 2
