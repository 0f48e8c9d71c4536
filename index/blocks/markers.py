"""Markers of notes in the text: figures glued to a word or to its punctuation, superscripts, brackets.

`S-400`, `40N6`, `G7`, `H2O`, `m²`, decimals, years and version numbers look alike and are none. A marker is
believed when it fits into the row of the notes; without notes only where nothing else could be meant.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.blocks.piece import Piece
from index.blocks.words import OPEN_ENDING, last_word
from index.model import Span

Strength = Literal["sure", "strong", "weak"]

_GLUED = re.compile(
    r"(?<=[^\s\d])(?P<digits>\d{1,3}(?:[,–-]\d{1,3}){0,6})(?![\w°%$€£/-])(?!\.\d)"
    r"|(?<=\S)(?P<super>[⁰¹²³⁴-⁹]{1,3}(?:[˒,⁻]?[⁰¹²³⁴-⁹]{1,3})*)"
    r"|(?P<bracket> ?(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\])+)(?![(\w:])"
    r"|\[\^(?P<label>[^\]\s]{1,40})\](?!:)"
    r"|<sup>\s*\[?(?P<sup>\d{1,3})\]?\s*</sup>"
)
# Where any of these may begin: what the fuller pattern is then tried at.
_FIGURES = re.compile(r"[0-9]+")
_SUPERSCRIPTS = re.compile(r"[⁰¹²³⁴-⁹]+")
_LABELS = re.compile(r"\[\^|<sup>")
_CLOSING = ".,;:!?)]”’\"'»…"
_BEFORE = _CLOSING + "%"
_YEAR_BEFORE = re.compile(r"(?:^|[^\d.,/-])(?:1[5-9]|20)\d\d[.,]?[”’\"')\]]*$")
_ABBREVIATIONS = frozenset(
    [
        "no",
        "nos",
        "nr",
        "vol",
        "vols",
        "p",
        "pp",
        "fig",
        "figs",
        "art",
        "arts",
        "sec",
        "secs",
        "ch",
        "chap",
        "para",
        "par",
        "v",
        "ver",
        "ed",
        "eds",
        "op",
        "eq",
        "ex",
        "st",
        "ste",
        "mt",
        "ft",
        "sq",
        "st",
        "rev",
        "ps",
    ]
)
_UNITS = frozenset(
    [
        "m",
        "km",
        "cm",
        "mm",
        "dm",
        "nm",
        "ft",
        "in",
        "mi",
        "yd",
        "sqm",
        "sec",
        "s",
        "kg",
        "x",
        "y",
        "z",
        "co",
        "h",
        "o",
        "n",
        "ph",
        "mol",
        "rad",
        "sr",
        "hz",
        "bar",
    ]
)
# Words that are numbered in technical and official prose.
_NUMBERED_WORDS = frozenset(
    [
        "chapter",
        "section",
        "figure",
        "table",
        "article",
        "version",
        "part",
        "phase",
        "stage",
        "step",
        "level",
        "type",
        "class",
        "grade",
        "group",
        "annex",
        "appendix",
        "page",
        "line",
        "note",
        "item",
        "volume",
        "number",
        "room",
        "windows",
        "python",
        "angular",
        "mysql",
        "base",
        "utf",
        "latin",
        "covid",
        "sars",
        "apollo",
        "gemini",
        "expo",
        "vision",
        "tier",
        "model",
        "series",
        "league",
        "formula",
        "channel",
        "highway",
        "route",
        "protocol",
        "option",
    ]
)
# Figures on words in so few places are markers; in more they are names of things.
_FEW = 3
_HIGHEST_ALONE = 99
_SENTENCE_AFTER = re.compile(r"\s+[A-Z“\"‘]|\s*\Z")
_CLAUSE_AFTER = re.compile(r"[.,;:!?](?:[\s”’\"]|\Z)")
_PLAIN_WORD = re.compile(r"([^\W\d_]+)$")


@dataclass(slots=True, eq=False)
class Candidate:
    """Something that may be a marker: where it stands in the raw text of the piece at `place`.

    `clause` tells that it stands right after the end of a sentence or a clause.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    strength: Strength
    style: Literal["digits", "super", "bracket", "label"]
    clause: bool = False
    place: int = 0

    @property
    def number(self) -> int:
        """The first number it names."""
        return self.numbers[0]


def find_candidates(pieces: Sequence[Piece], labels: dict[str, int]) -> list[Candidate]:
    """All that may be markers in the text, in order; `labels` keeps the numbers given to notes with names."""
    found: list[Candidate] = []
    for place, piece in enumerate(pieces):
        if piece.code or piece.kind in ("note", "boilerplate"):
            continue
        if piece.figures is None:
            made = (_candidate(piece.raw, match, labels) for match in _matches(piece.raw))
            piece.figures = [candidate for candidate in made if candidate is not None]
        named = piece.kind in ("title", "heading")
        for candidate in piece.figures:
            candidate.place = place
            if not (named and candidate.style == "digits" and piece.raw[candidate.start - 1].isalpha()):
                found.append(candidate)
    return found


def _matches(raw: str) -> Iterator[re.Match[str]]:
    end = 0
    starts: Iterable[re.Match[str]] = _FIGURES.finditer(raw)
    if "[^" in raw or "<sup>" in raw or any(figure in raw for figure in "⁰¹²³⁴⁵⁶⁷⁸⁹"):
        others = (*_LABELS.finditer(raw), *_SUPERSCRIPTS.finditer(raw))
        starts = sorted([*starts, *others], key=lambda found: found.start())
    for figures in starts:
        start, stop = figures.span()
        if start < end:
            continue
        before = raw[start - 1 : start]
        if figures[0][0].isdigit() and before == "[":
            start -= 2 if raw[start - 2 : start - 1] == " " else 1
        elif figures[0][0].isdigit() and (
            stop - start > 3 or raw[stop : stop + 1].isalpha() or not (before.isalpha() or before in _BEFORE) or not before
        ):
            continue
        match = _GLUED.match(raw, max(start, end))
        if match is not None:
            end = match.end()
            yield match


def _candidate(raw: str, match: re.Match[str], labels: dict[str, int]) -> Candidate | None:
    start, end = match.span()
    if match["label"]:
        return Candidate(start, end, (number_of_label(match["label"], labels),), "sure", "label")
    if match["sup"]:
        return Candidate(start, end, (int(match["sup"]),), "sure", "label")
    before = raw[max(0, start - 60) : start]
    if match["super"]:
        return _superscript(match, before)
    if match["bracket"]:
        return _bracket(match, before)
    digits = match["digits"]
    after = raw[end : end + 2]
    if digits[0] == "0" or (after[:1] and not after[0].isspace() and after[0] not in ".,;:!?)]”’\"'»—–…"):
        return None
    if after[:1] in (".", ",", ":", "-") and after[1:2].isdigit():
        return None
    strength = _strength(before, after)
    if strength is None:
        return None
    clause = strength == "strong" and before[-1] in _CLOSING and (not after or after[0].isspace())
    return Candidate(start, end, _numbers(digits), strength, "digits", clause)


def number_of_label(label: str, labels: dict[str, int]) -> int:
    """The number of a note with a name: its own where the name is one, else the next after 1,000."""
    if label.isdecimal() and len(label) <= 4:
        return int(label)
    return labels.setdefault(label, 1001 + len(labels))


def _numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in re.findall(r"\d+(?:\s?[–-]\s?\d+)?", text):
        low, _, high = re.sub(r"\s", "", part).replace("–", "-").partition("-")
        if high and int(low) < int(high) <= int(low) + 12:
            numbers.extend(range(int(low), int(high) + 1))
        else:
            numbers.extend(int(number) for number in (low, high) if number)
    return tuple(numbers)


def _superscript(match: re.Match[str], before: str) -> Candidate | None:
    figures = match["super"].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789"))
    word = _PLAIN_WORD.search(before)
    if before[-1:].isdigit() or (word and (word[1].lower() in _UNITS or len(word[1]) == 1)):
        return None
    numbers = tuple(int(part) for part in re.findall(r"\d+", figures))
    return Candidate(match.start(), match.end(), numbers, "strong", "super") if all(numbers) else None


def _bracket(match: re.Match[str], before: str) -> Candidate | None:
    spaced = match["bracket"].startswith(" ")
    if (
        not before
        or (before[-1:].isspace() and not spaced)
        or (spaced and last_word(before) in {*OPEN_ENDING, "see", "cf", "ref"})
    ):
        return None
    if not (before[-1].isalnum() or before[-1] in _CLOSING + "%"):
        return None
    return Candidate(
        match.start(),
        match.end(),
        _numbers(match["bracket"]),
        "weak" if spaced else "strong",
        "bracket",
    )


def _strength(before: str, after: str) -> Strength | None:
    """How sure figures are a marker, by what stands right before and after them."""
    last = before[-1]
    if last.isalpha():
        word = _PLAIN_WORD.search(before)
        assert word is not None
        run = word[1]
        glued_before = before[: word.start()][-1:]
        if glued_before.isdigit() or run.lower() in _UNITS or glued_before in ("_", "/", "@", "#", "\\", "."):
            return None
        if len(run) >= 3 and run[-2:].islower():
            return "strong"
        return "weak" if len(run) >= 3 and run.isupper() and glued_before != "-" else None
    if last not in _CLOSING and last not in "%":
        return None
    bare = before.rstrip(_CLOSING + "%")
    marks = before[len(bare) :]
    if not bare or bare[-1].isspace() or bare[-1] in "([“‘«$€£#":
        return None
    space_follows = not after[:1] or after[0].isspace() or after[0] in "”’\"')—"
    if not space_follows:
        return None
    if bare[-1].isdigit():
        return "weak" if (_YEAR_BEFORE.search(before) or any(mark in ')]”’"»%' for mark in marks)) else None
    word = _PLAIN_WORD.search(bare)
    if word and marks == ".":
        run = word[1]
        if run.lower() in _ABBREVIATIONS:
            return None
        if len(run) == 1:
            return "strong" if bare[-3:-1].endswith(".") or bare[-2:-1] == "." else None
    token = bare.rsplit(None, 1)[-1]
    named = any(char.isdigit() for char in token) and not marks.strip(".,;:")
    return "weak" if marks[-1] == ":" or named else "strong"


def settle_markers(pieces: Sequence[Piece], candidates: Sequence[Candidate]) -> None:
    """Cut the markers that are believed out of the text and leave a reference in their place."""
    notes = [(place, piece.note) for place, piece in enumerate(pieces) if piece.kind == "note" and piece.note]
    live = [c for c in candidates if pieces[c.place].kind not in ("note", "boilerplate")]
    numbers_there = {number for _, number in notes}
    believed = [c for c in live if c.style == "label" and c.number in numbers_there]
    if notes:
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

    Brackets and superscripts may come again; plain figures must count up, and those that are weak are taken
    only to fill what is missing between two that are believed.
    """
    fitting = [c for c in candidates if c.style != "label" and numbers.issuperset(c.numbers)]
    free = [c for c in fitting if c.style in ("super", "bracket")]
    digits = [c for c in fitting if c.style == "digits"]
    strong = _rising([c for c in digits if c.strength == "strong"])
    if len(strong) < 0.2 * len(numbers):
        strong = []
    placed = {number for c in [*strong, *free] for number in c.numbers}
    if not strong:
        return free
    last = max(numbers)
    return free + _filled(strong, [c for c in digits if c.number not in placed], most=last)


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
    word = _PLAIN_WORD.search(before.rstrip(".!?"))
    return (
        before[-1:] in (".", "!", "?")
        and word is not None
        and len(word[1]) >= 4
        and word[1].islower()
        and candidate.number <= _HIGHEST_ALONE
        and _SENTENCE_AFTER.match(raw, candidate.end) is not None
    )


def _on_plain_word(pieces: Sequence[Piece], candidate: Candidate) -> bool:
    """Whether figures end a clause on a long word that the text also writes without figures."""
    raw = pieces[candidate.place].raw
    word = _PLAIN_WORD.search(raw, max(0, candidate.start - 60), candidate.start)
    if word is None or len(word[1]) < 5 or not word[1].islower() or word[1] in _NUMBERED_WORDS:
        return False
    if candidate.number > _HIGHEST_ALONE or not _CLAUSE_AFTER.match(raw, candidate.end):
        return False
    plain = re.compile(rf"(?<!\w){re.escape(word[1])}(?:s|ed|ing)?(?!\w)")
    return any(plain.search(piece.raw) for piece in pieces if piece.is_text)


def _counted(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Markers that show themselves by counting: 1, 2, 3 … each right after a clause or a sentence."""
    row = _rising([c for c in candidates if c.clause or c.style == "super"])
    if len(row) < 2 or row[0].number > 3:
        return []
    row = sorted(_filled(row, [c for c in candidates if c.style == "digits"]), key=lambda c: (c.place, c.start))
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


def numbers_of(pieces: Collection[Piece]) -> set[int]:
    """The numbers of the notes among pieces."""
    return {piece.note for piece in pieces if piece.note is not None}
