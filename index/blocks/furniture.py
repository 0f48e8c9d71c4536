"""Page furniture: page numbers, and the headers and footers that a printer repeats on every page.

They stand between paragraphs, in the middle of a broken sentence, and, where a page was turned into text
badly, within a line or a word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import pairwise

from index.blocks.page_numbers import PAGE_NUMBER, mark_counted
from index.blocks.piece import Piece
from index.blocks.words import OPEN_ENDING, last_word

_BETWEEN_DASHES = re.compile(r"([-–—])\s*\d{1,4}\s*\1")
_FIGURES = re.compile(r"[0-9]+")
_ROMAN = re.compile(r"[ivxlc]{2,6}")
_BEFORE_TITLE = re.compile(r"(?<=[a-z])(-?\s{0,3}(?:\d{1,4}\s{1,3})?)\Z")
_AFTER_TITLE = re.compile(r"((?:\s+\d{1,4})?\s+)(?=[a-z]{2})")
_LONGEST_RUNNING = 120
# What an archive stamps on each page: words with an address, on some lines.
_LONGEST_STAMP = 300
_STAMP_WORDS = 4


def mark_furniture(pieces: Sequence[Piece], titles: Collection[str], page_starts: Collection[int]) -> None:
    """Give its kind to page numbers and running titles that stand on lines of their own.

    `titles` are what the file calls itself; `page_starts` are the first lines of pages, where known.
    """
    _mark_page_numbers(pieces, page_starts)
    _mark_running(pieces, titles, page_starts)
    mark_counted(pieces)


def _interrupts(pieces: Sequence[Piece], number: int) -> bool:
    """Whether a piece stands in the middle of a sentence."""
    before = next((p for p in reversed(pieces[max(0, number - 4) : number]) if p.kind != "boilerplate"), None)
    after = next((p for p in pieces[number + 1 : number + 5] if p.kind != "boilerplate"), None)
    return (
        before is not None
        and after is not None
        and before.is_text
        and not before.ended
        and len(before.raw) >= 40
        and after.shown[:1].islower()
    )


def _mark_page_numbers(pieces: Sequence[Piece], page_starts: Collection[int]) -> None:
    numbers: list[tuple[int, int]] = []
    for number, piece in enumerate(pieces):
        if piece.sure or len(piece.raw) > 40 or piece.kind != "body":
            continue
        match = PAGE_NUMBER.fullmatch(piece.raw)
        if match:
            numbers.append((number, int(match[1]) if match[1].isdigit() else 0))
    for place, (number, value) in enumerate(numbers):
        row = [other for _, other in numbers[max(0, place - 2) : place + 3]]
        rising = len(row) >= 2 and all(a < b for a, b in pairwise(row))
        apart = place + 1 >= len(numbers) or numbers[place + 1][0] - number > 1
        at_page = _at_page(pieces[number], page_starts)
        worded = not pieces[number].shown.isdigit()
        if (
            at_page
            or _BETWEEN_DASHES.fullmatch(pieces[number].shown)
            or (value and rising and apart and (len(row) >= 3 or worded))
            or _interrupts(pieces, number)
        ):
            pieces[number].kind = "boilerplate"


def _at_page(piece: Piece, page_starts: Collection[int]) -> bool:
    return any(line in page_starts for line in range(piece.first - 1, piece.last + 4))


def _running_key(piece: Piece) -> str:
    """A line as it would read on every page: its figures do not count, nor a Roman number at an end."""
    words = piece.raw.split()
    for end in (0, -1):
        if _ROMAN.fullmatch(words[end]):
            words[end] = "#"
    return _FIGURES.sub("#", " ".join(words)).casefold()


def _mark_running(pieces: Sequence[Piece], titles: Collection[str], page_starts: Collection[int]) -> None:
    places: dict[str, list[int]] = defaultdict(list)
    for number, piece in enumerate(pieces):
        if piece.kind in ("body", "heading") and _may_run(piece):
            places[_running_key(piece)].append(number)
    named = {" ".join(title.split()).casefold() for title in titles if title}
    for key, found in places.items():
        bare = key.strip("# |·-–—")
        if not (bare in named or len(found) >= 3 or page_starts) or not any(char.isalpha() for char in key):
            continue
        paged = sum(
            _interrupts(pieces, number)
            or _at_page(pieces[number], page_starts)
            or _beside_number(pieces, number)
            for number in found
        )
        title = bare in named and (len(bare.split()) >= 3 or paged > 0)
        often = len(found) >= 3 and paged >= max(2, 0.3 * len(found))
        at_pages = all(_at_page(pieces[number], page_starts) for number in found)
        always = at_pages and (len(found) >= 2 or _heads_page(pieces, found[0], page_starts))
        stamp = len(found) >= 3 and "://" in key and len(key.split()) >= _STAMP_WORDS
        if title or often or always or stamp:
            for number in found:
                if not pieces[number].sure:
                    pieces[number].kind = "boilerplate"


def _may_run(piece: Piece) -> bool:
    if "\n" in piece.raw:
        return len(piece.raw) <= _LONGEST_STAMP and "://" in piece.raw and not piece.item
    return len(piece.raw) <= _LONGEST_RUNNING


def _heads_page(pieces: Sequence[Piece], number: int, page_starts: Collection[int]) -> bool:
    """Whether a piece is the first of its page with the page's number beside it."""
    return pieces[number].first in page_starts and _beside_number(pieces, number)


def _beside_number(pieces: Sequence[Piece], number: int) -> bool:
    return any(
        0 <= near < len(pieces)
        and pieces[near].kind == "boilerplate"
        and PAGE_NUMBER.fullmatch(pieces[near].raw) is not None
        for near in (number - 1, number + 1)
    )


def cut_glued_titles(pieces: Sequence[Piece], titles: Collection[str]) -> None:
    """Take running titles out of lines and words into which a printer's page break glued them.

    A title may be cut at its colon. Where it splits a word at a hyphen it is surely furniture; where it only
    stands between words of one sentence, that is believed when the file has shown itself to be like that.
    """
    forms = Counter[str]()
    for title in titles:
        shown = " ".join(title.split())
        if len(shown.split()) >= 2 and len(shown) >= 12:
            forms[shown] += 1
            head, colon, rest = shown.partition(":")
            if colon and rest and len(head.split()) >= 2:
                forms[head + colon] += 1
    if not forms:
        return
    ways = "|".join(
        r"\s+".join(map(re.escape, form.split())) for form in sorted(forms, key=len, reverse=True)
    )
    pattern = re.compile(ways)
    rare = [max(form.split(), key=len) for form in forms]
    texts = [piece for piece in pieces if piece.is_text and any(word in piece.raw for word in rare)]
    hits = [(piece, place) for piece in texts for place in _glued_places(piece.raw, pattern)]
    split = [(piece, start, end) for piece, (start, end) in hits if piece.raw[start] == "-"]
    for piece, start, end in split:
        piece.cut(start, end, "running title")
    if not split and not any(
        piece.kind == "boilerplate" and _running_key(piece) in _keys(forms) for piece in pieces
    ):
        return
    for piece, (start, end) in hits:
        if piece.raw[start].isspace() and last_word(piece.raw[:start]) not in OPEN_ENDING:
            piece.cut(start, end - 1, "running title")


def _glued_places(raw: str, title: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where a title, with a page number maybe, stands between small letters, with what glues it to them."""
    places: list[tuple[int, int]] = []
    for match in title.finditer(raw):
        before = _BEFORE_TITLE.search(raw, max(0, match.start() - 12), match.start())
        after = _AFTER_TITLE.match(raw, match.end())
        if before and after:
            places.append((before.start(1), after.end(1)))
    return places


def _keys(forms: Collection[str]) -> set[str]:
    return {form.casefold() for form in forms}
