"""From a piece to a block: the edits are made, lines are joined, spaces put in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.blocks.draft import Draft, Edit
from index.blocks.inline import mark_inline
from index.blocks.piece import Piece
from index.blocks.whole import Whole
from index.blocks.words import HYPHENS
from index.model import Span

_LINE_END = re.compile(r"\n\s*")
_DASHES = ("-", "–")
_LETTERS = re.compile(r"[^\W\d_]+")
_SOFT_HYPHEN = re.compile("\u00ad")
# A possessive that lost the space after it: no English word goes on after 's.
_GLUED = [(mark, re.compile(f"{mark}(?<=[a-z]{{3}}{mark})s(?=[a-z]{{3}})")) for mark in "’'"]
_ODD_SPACE = re.compile(r"[^\S ]\s*")
_TWO_SPACES = re.compile(r"  \s*")
_ODD_IN_LINES = re.compile(r"[^\S\n\t ]")
# Scripts that put no space between words.
_WIDE = re.compile(r"[\u3000-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uff65]")


def finish(piece: Piece, text: Whole) -> Draft:
    """The draft of a piece of a text with all edits made."""
    draft = Draft(piece.raw, piece.first, piece.spans, piece.stays)
    if piece.cuts:
        draft.apply(piece.cuts)
    if piece.code:
        _finish_lines(draft, code=True)
        return _whole(draft, piece)
    if "\n" in draft.text and not piece.verbatim:
        draft.apply(_line_joins(draft.text, text.words))
    if text.soft_hyphens and "\u00ad" in draft.text:
        draft.apply(Edit(*m.span(), "", "soft hyphen") for m in _SOFT_HYPHEN.finditer(draft.text))
    if text.markup and text.classes.has_sign(piece):
        mark_inline(draft, markdown=text.markdown, references=text.references)
    if ("’" in draft.text or "'" in draft.text) and (glued := _glued(draft.text)):
        draft.apply(glued)
    if piece.verbatim:
        _finish_lines(draft, code=False)
    elif (odd := "\n" in draft.text or text.classes.has_odd_space(piece)) or _has_loose_space(draft.text):
        draft.apply(_spaces(draft.text, draft.stays, odd=odd))
    return _whole(draft, piece)


def _whole(draft: Draft, piece: Piece) -> Draft:
    """The draft, or where nothing is left of the words one that shows its marks as they stand."""
    if draft.text.strip():
        return draft
    bare = Draft(piece.raw, piece.first)
    bare.apply(_spaces(bare.text))
    return bare


def _has_loose_space(text: str) -> bool:
    """Whether plain space stands at an end, or more than one together."""
    return text[:1] == " " or text[-1:] == " " or "  " in text


def _glued(text: str) -> list[Edit]:
    found = [match for mark, pattern in _GLUED if mark in text for match in pattern.finditer(text)]
    return [Edit(match.end(), match.end(), " ", "glued words") for match in found]


def _line_joins(text: str, words: Collection[str]) -> list[Edit]:
    """What joins lines without a space: broken words and ranges of figures, scripts that write no spaces."""
    edits: list[Edit] = []
    for match in _LINE_END.finditer(text):
        start, end = match.span()
        while start and text[start - 1].isspace():
            start -= 1
        last, before, after = text[start - 1 : start], text[start - 2 : start - 1], text[end : end + 1]
        if last in HYPHENS and before.isalpha() and after.isalpha():
            edits.append(_broken_word(text, start, end, words))
        elif (last in _DASHES and before.isdigit() and after.isdigit()) or (
            _WIDE.match(last) and _WIDE.match(after)
        ):
            edits.append(Edit(start, end, "", "line join"))
    return edits


def _broken_word(text: str, start: int, end: int, words: Collection[str]) -> Edit:
    """Join a word that was broken at a line's end, without the hyphen unless it is the word's own."""
    low = at = start - 1
    while low > max(0, at - 60) and text[low - 1].isalpha():
        low -= 1
    rest = _LETTERS.match(text, end, end + 60)
    head, tail = text[low:at], rest[0] if rest else ""
    joined, hyphened = f"{head}{tail}".lower(), f"{head}-{tail}".lower()
    apart = head.lower() in words and tail.lower() in words and len(head) > 2 < len(tail)
    compound = text[end + len(tail) : end + len(tail) + 1] == "-" or text[low - 1 : low] == "-"
    own = text[at] != "\u00ad" and (
        tail[0].isupper()
        or len(head) == 1
        or compound
        or hyphened in words
        or (apart and joined not in words)
    )
    return Edit(start if own else at, end, "", "line join" if own else "hyphen")


def _spaces(text: str, stays: Sequence[int] = (), *, odd: bool = True) -> list[Edit]:
    edits: list[Edit] = []
    for start, end in _space_runs(text, odd=odd):
        put = "" if start == 0 or end == len(text) else " "
        if put and any(start <= stay < end for stay in stays):
            put = "\n"
        if text[start:end] == put:
            continue
        breaks = text.count("\n", start, end)
        edits.append(
            Edit(
                start,
                end,
                put,
                "space" if not breaks or not put else "line join" if breaks == 1 else "paragraph join",
            )
        )
    return edits


def _space_runs(text: str, *, odd: bool) -> list[tuple[int, int]]:
    """Where space stands at an end, is more than one, or is `odd`, no plain space, in order and apart."""
    lead, tail = len(text) - len(text.lstrip()), len(text.rstrip())
    if not tail:
        return [(0, len(text))] if text else []
    runs = [(0, lead)] if lead else []
    found = [match.span() for match in _ODD_SPACE.finditer(text, lead, tail)] if odd else []
    if "  " in text:
        found += [match.span() for match in _TWO_SPACES.finditer(text, lead, tail)]
        found.sort()
    for start, end in found:
        while text[start - 1] == " ":
            start -= 1
        if runs and start < runs[-1][1]:
            runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
        else:
            runs.append((start, end))
    if tail < len(text):
        runs.append((tail, len(text)))
    return runs


def _finish_lines(draft: Draft, *, code: bool) -> None:
    """Lines that stay lines: without the indent they share, space at their ends and empty ends."""
    text = draft.text
    lines = text.split("\n")
    shared = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    edits: list[Edit] = []
    at = 0
    for line in lines:
        bare = line.rstrip()
        kept = min(shared, len(bare))
        if kept:
            edits.append(Edit(at, at + kept, "", "indent"))
        if len(bare) < len(line):
            edits.append(Edit(at + max(kept, len(bare)), at + len(line), "", "space"))
        at += len(line) + 1
    draft.apply(edits)
    text = draft.text
    bare = text.strip("\n")
    start = len(text) - len(text.lstrip("\n"))
    if len(bare) < len(text) and bare:
        draft.apply([Edit(0, start, "", "space"), Edit(start + len(bare), len(text), "", "space")])
    draft.apply(Edit(*m.span(), " ", "space") for m in _ODD_IN_LINES.finditer(draft.text))
    if code:
        draft.spans.append(Span(0, len(draft.text), "code"))
