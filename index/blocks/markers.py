"""Markers of notes: which of the candidates are believed, and what becomes of them.

One is believed when it fits into the row of the notes; without notes only where nothing else could be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from index.blocks.candidates import Candidate
from index.blocks.piece import Piece
from index.blocks.words import plain_word, word_set
from index.model import Span

# Words that are numbered in technical and official prose.
_NUMBERED_WORDS = word_set(
    """
    chapter section figure table article version part phase stage step level type class grade group
    annex appendix page line note item volume number room windows python angular mysql base utf
    latin covid sars apollo gemini expo vision tier model series league formula channel highway
    route protocol option
    """
)
# Figures on words in so few places are markers; in more they are names of things.
_FEW = 3
_HIGHEST_ALONE = 99
_SENTENCE_AFTER = re.compile(r"\s+[A-Z“\"‘]|\s*\Z")
_CLAUSE_AFTER = re.compile(r"[.,;:!?](?:[\s”’\"]|\Z)")


def settle_markers(pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> None:
    """Cut the markers that are believed out of the text and leave a reference in their place."""
    notes = [(place, piece.note) for place, piece in enumerate(pieces) if piece.kind == "note" and piece.note]
    live = [c for c in candidates if pieces[c.place].kind not in ("note", "boilerplate")]
    numbers_there = {number for _, number in notes}
    believed = [c for c in live if c.style == "label" and c.number in numbers_there]
    if any(span.kind == "ref" for piece in pieces for span in piece.spans):
        # The format itself told markers from text, and has told those of the notes that it refers to.
        told = {int(span.value) for piece in pieces for span in piece.spans if span.kind == "ref"}
        believed += [c for c in live if c.style == "super" and c.number in numbers_there - told]
    elif notes:
        for candidates_here, numbers in _segments(live, notes):
            believed += _tied(candidates_here, numbers)
    else:
        believed += _untied(pieces, live)
    for candidate in believed:
        _cut(pieces[candidate.place], candidate)


def _cut(piece: Piece, candidate: Candidate) -> None:
    piece.cut(candidate.start, candidate.end, "note marker")
    piece.spans.extend(
        Span(candidate.start, candidate.start, "ref", str(number)) for number in candidate.numbers
    )


def _segments(
    candidates: Sequence[Candidate], notes: Sequence[tuple[int, int]]
) -> list[tuple[list[Candidate], set[int]]]:
    """Candidates with the notes they can mean: notes that start again at 1 begin another part."""
    parts: list[tuple[int, set[int]]] = []
    highest = 0
    for place, number in notes:
        if not parts or (number <= highest and number == 1):
            parts.append((place, set()))
            highest = 0
        parts[-1][1].add(number)
        parts[-1] = (place, parts[-1][1])
        highest = max(highest, number)
    ends = [place for place, _ in parts]
    result: list[tuple[list[Candidate], set[int]]] = [([], numbers) for _, numbers in parts]
    for candidate in candidates:
        result[min(bisect_left(ends, candidate.place), len(parts) - 1)][0].append(candidate)
    return result


def _tied(candidates: Sequence[Candidate], numbers: set[int]) -> list[Candidate]:
    """The candidates that fit into the row of note numbers.

    Brackets and superscripts may come again; plain figures must count up. Those at the end of a clause are
    believed first; those on a word only fill what is missing between them, or must be nearly all there are.
    """
    fitting = [c for c in candidates if c.style != "label" and numbers.issuperset(c.numbers)]
    free = [c for c in fitting if c.style in ("super", "bracket")]
    digits = [c for c in fitting if c.style == "digits"]
    strong = [c for c in digits if c.strength == "strong"]
    row = _rising([c for c in strong if c.clause])
    if not row:
        glued = _rising(strong)
        row = glued if len(glued) >= max(3, 0.6 * len(numbers)) else []
    placed = {number for c in [*row, *free] for number in c.numbers}
    if len(row) < 0.2 * len(numbers):
        return free
    return free + _filled(row, [c for c in digits if c.number not in placed], most=max(numbers))


def _rising(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The longest row of candidates whose numbers count up, in text order."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, candidate in enumerate(candidates):
        at = bisect_left(tails, candidate.number)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(candidate.number)
            ends.append(index)
        elif candidate.number < tails[at]:
            tails[at] = candidate.number
            ends[at] = index
    row: list[Candidate] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(candidates[index])
        index = back[index]
    return row[::-1]


def _untied(pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Markers of notes that the file does not have: only where figures can mean nothing else.

    They count up after clauses, or are brackets that do; or a long plain word has figures before the end of
    a clause, in a text without code where that happens but a few times.
    """
    brackets = [c for c in candidates if c.style == "bracket" and c.strength == "strong"]
    row = _rising(brackets)
    numbered = bool(row) and row[0].number == 1 and len(row) >= 2 and row[-1].number <= 2 * len(row)
    found = [c for c in brackets if c.number <= row[-1].numbers[-1]] if numbered else []
    counted = _counted(candidates)
    if counted or any(piece.code for piece in pieces):
        return found + counted
    glued = [c for c in candidates if c.style == "digits" and c.strength == "strong" and not c.clause]
    alone = [c for c in candidates if c.clause and _between_sentences(pieces[c.place].raw, c)]
    if len(glued) <= _FEW:
        alone += [c for c in glued if _on_plain_word(pieces, c)]
    alone.sort(key=lambda c: (c.place, c.start))
    return found + (alone if len(_rising(alone)) == len(alone) else [])


def _between_sentences(raw: str, candidate: Candidate) -> bool:
    """Whether figures stand right between the end of a sentence and the beginning of another."""
    before = raw[max(0, candidate.start - 60) : candidate.start].rstrip("”’\"')")
    word = plain_word(before.rstrip(".!?"))
    return (
        before[-1:] in (".", "!", "?")
        and len(word) >= 4
        and word.islower()
        and candidate.number <= _HIGHEST_ALONE
        and _SENTENCE_AFTER.match(raw, candidate.end) is not None
    )


def _on_plain_word(pieces: Sequence[Piece], candidate: Candidate) -> bool:
    """Whether figures end a clause on a long word that the text also writes without figures."""
    raw = pieces[candidate.place].raw
    word = plain_word(raw[max(0, candidate.start - 60) : candidate.start])
    if len(word) < 5 or not word.islower() or word in _NUMBERED_WORDS:
        return False
    if candidate.number > _HIGHEST_ALONE or not _CLAUSE_AFTER.match(raw, candidate.end):
        return False
    plain = re.compile(rf"(?<!\w){re.escape(word)}(?:s|ed|ing)?(?!\w)")
    return any(plain.search(piece.raw) for piece in pieces if piece.is_text)


def _counted(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Markers that show themselves by counting: 1, 2, 3 … each right after a clause or a sentence."""
    row = _rising([c for c in candidates if c.clause or c.style == "super"])
    if len(row) < 2 or row[0].number > 3:
        return []
    row = sorted(
        _filled(row, [c for c in candidates if c.style == "digits"]), key=lambda c: (c.place, c.start)
    )
    steps = sum(1 for one, next_one in pairwise(row) if next_one.number == one.numbers[-1] + 1)
    return row if steps >= 0.7 * (len(row) - 1) else []


def _filled(
    row: list[Candidate], candidates: Sequence[Candidate], most: int | None = None
) -> list[Candidate]:
    """A row of markers, with the weaker ones whose numbers are missing just where they stand.

    `most` is the highest number there is; where that is not known, nothing is added after the row's last.
    """
    filled = list(row)
    known = set(row)
    end = (most or 0) + 1
    bounds = [(-1, -1, 0), *((c.place, c.start, c.numbers[-1]) for c in row), (1 << 60, 0, end)]
    others = deque(c for c in candidates if c not in known)
    for low, high in pairwise(bounds):
        between: list[Candidate] = []
        while others and (others[0].place, others[0].start) < high[:2]:
            candidate = others.popleft()
            if low[2] < candidate.number < high[2]:
                between.append(candidate)
        filled += _rising(between)
    return filled


def refers(piece: Piece) -> int:
    """How many markers a piece has."""
    return sum(1 for span in piece.spans if span.kind == "ref")


def ends_with_marker(piece: Piece) -> bool:
    """Whether a marker closes a piece."""
    end = len(piece.raw.rstrip())
    return any(edit.kind == "note marker" and edit.end >= end for edit in piece.cuts)
