"""What may be a note marker: figures glued to a word or to its punctuation, superscripts, brackets.

`S-400`, `40N6`, `G7`, `H2O`, `m²`, decimals, years and version numbers look alike; each candidate
knows how sure its form makes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from index.blocks.classes import Classes
from index.blocks.piece import Piece
from index.blocks.words import OPEN_ENDING, last_word, plain_word, word_set

Strength = Literal["sure", "strong", "weak"]

_GLUED = re.compile(
    r"(?<=[^\s\d])(?P<digits>\d{1,3}(?:[,–-]\d{1,3}){0,6})(?![\w°%$€£/-])(?!\.\d)"
    r"|(?<=\S)(?P<super>[⁰¹²³⁴-⁹]{1,3}(?:[˒,⁻]?[⁰¹²³⁴-⁹]{1,3})*)"
    r"|(?P<bracket> ?(?:\[\d{1,3}(?:[,–-] ?\d{1,3})*\])+)(?![(\w:])"
    r"|(?P<roman>\[[ivxl]{1,7}\])(?![(\w:])"
    r"|(?P<round>\(\d{1,3}\))(?=\s|\Z)"
    r"|\[\^(?P<label>[^\]\s]{1,40})\](?!:)"
    r"|<sup>\s*\[?(?P<sup>\d{1,3})\]?\s*</sup>"
)
# More than any text has; a file that is made of them would take gigabytes.
_MOST = 100_000
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_TENS = ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "")
_CLOSING = ".,;:!?)]”’\"'»…"
_BEFORE = _CLOSING + "%"
_YEAR_BEFORE = re.compile(r"(?:^|[^\d.,/-])(?:1[5-9]|20)\d\d[.,]?[”’\"')\]]*$")
_DESIGNATION = re.compile(r"[^\W\d_]-\d{1,3}$")
_ABBREVIATIONS = word_set(
    """
    no nos nr vol vols p pp fig figs art arts sec secs ch chap para par v ver ed eds op eq ex st ste
    mt ft sq st rev ps
    """
)
_UNITS = word_set(
    """
    m km cm mm dm nm ft in mi yd sqm sec s kg x y z co h o n ph mol rad sr hz bar
    """
)


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


def find_candidates(pieces: Sequence[Piece], labels: dict[str, int], classes: Classes) -> list[Candidate]:
    """All that may be markers in the text, in order; `labels` keeps the numbers given to notes with names.

    `classes` are those of the whole text.
    """
    found: list[Candidate] = []
    for place, piece in enumerate(pieces):
        if piece.code or piece.kind in ("note", "boilerplate"):
            continue
        if piece.figures is None:
            places = classes.figures(piece) if len(found) < _MOST else ()
            piece.figures = _candidates(piece.raw, places, labels) if places else []
        named = piece.kind in ("title", "heading")
        for candidate in piece.figures:
            candidate.place = place
            if not (named and candidate.style == "digits" and piece.raw[candidate.start - 1].isalpha()):
                found.append(candidate)
    return found


def _candidates(raw: str, places: Iterable[tuple[int, int]], labels: dict[str, int]) -> list[Candidate]:
    """The candidates of a piece that has figures at these places, which the fuller pattern is tried at."""
    found: list[Candidate] = []
    end = 0
    for start, stop in places:
        if start < end:
            continue
        if len(found) >= _MOST:
            break
        before = raw[start - 1 : start]
        if raw[start].isdigit():
            if before == "[":
                start -= 2 if raw[start - 2 : start - 1] == " " else 1
            elif before == "(" and start > 1 and raw[start - 2] in _CLOSING:
                start -= 1
            elif (
                stop - start > 3
                or raw[stop : stop + 1].isalpha()
                or not (before.isalpha() or before in _BEFORE)
                or not before
            ):
                continue
        match = _GLUED.match(raw, max(start, end))
        if match is not None:
            end = match.end()
            candidate = _candidate(raw, match, labels)
            if candidate is not None:
                found.append(candidate)
    return found


def _candidate(raw: str, match: re.Match[str], labels: dict[str, int]) -> Candidate | None:
    start, end = match.span()
    form = match.lastgroup
    if form == "label":
        return Candidate(start, end, (number_of_label(match["label"], labels),), "sure", "label")
    if form == "sup":
        return Candidate(start, end, (int(match["sup"]),), "sure", "label")
    before = raw[max(0, start - 60) : start]
    if form == "super":
        return _superscript(match, before)
    if form == "roman":
        value = roman(match["roman"][1:-1])
        sure = bool(value) and before[-1:] in _CLOSING and before != ""
        return Candidate(start, end, (value,), "weak", "bracket") if sure else None
    if form == "round":
        return Candidate(start, end, (int(match["round"][1:-1]),), "weak", "bracket")
    if form == "bracket":
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


def roman(figures: str) -> int:
    """The value of a Roman number in small letters, 0 for letters that are none."""
    values = [_ROMAN[letter] for letter in figures]
    value = sum(-one if one < after else one for one, after in pairwise([*values, 0]))
    tens, ones = divmod(value, 10)
    return value if figures == _TENS[tens % 10] + _ONES[ones] and value < 90 else 0


def number_of_label(label: str, labels: dict[str, int]) -> int:
    """The number of a note with a name: its own where the name is one, else the next after 1,000."""
    if label.isdecimal() and len(label) <= 4:
        return int(label)
    return labels.setdefault(label, 1001 + len(labels))


def _numbers(text: str) -> tuple[int, ...]:
    if text.isdecimal():
        return (int(text),)
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
    word = plain_word(before)
    if before[-1:].isdigit() or (word and (word.lower() in _UNITS or len(word) == 1)):
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
        run = plain_word(before)
        glued_before = before[: len(before) - len(run)][-1:]
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
    if bare[-1].isdigit() and marks == "." and _DESIGNATION.search(bare) and after[1:2].isupper():
        return "weak"
    if bare[-1].isdigit():
        return "weak" if (_YEAR_BEFORE.search(before) or any(mark in ')]”’"»%' for mark in marks)) else None
    run = plain_word(bare)
    if run and marks == ".":
        if run.lower() in _ABBREVIATIONS:
            return None
        if len(run) == 1:
            return "strong" if bare[-3:-1].endswith(".") or bare[-2:-1] == "." else None
    token = bare.rsplit(None, 1)[-1]
    named = any(char.isdigit() for char in token) and not marks.strip(".,;:")
    return "weak" if marks[-1] == ":" or named else "strong"
