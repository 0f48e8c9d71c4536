"""What a single line looks like: an item, a heading by its marks, a rule, a row of a table, code."""

from __future__ import annotations

import re
from collections.abc import Sequence

ATX = re.compile(r"\s{0,3}(#{1,6})[ \t]+(?=\S)")
UNDERLINE = re.compile(r"\s{0,3}(={3,}|-{3,}|~{3,}|\^{3,})\s*")
FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
QUOTED = re.compile(r"\s{0,3}(?:>[ ]?)+")
BULLET = re.compile(r"\s*([-*•‣◦▪●■□–—+·])\s+(?=\S)")
NUMBERED = re.compile(r"\s*[(\[]?(\d{1,3})([.)\]])\s+(?=\S)")
SECTION = re.compile(r"\s*\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+(?=[^\W\d_])")
LETTERED = re.compile(r"\s*\(?([a-z]|[ivx]{2,5})\)\s+(?=\S)")
NOTE_LABEL = re.compile(r"\s{0,3}\[\^([^\]\s]{1,40})\]:[ \t]*")

_CELLS = re.compile(r"\S(?: {3,}|\t+| ?\| ?)(?=\S)")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_CODE = re.compile(r"[{}();=<>$\\|&\[\]`]|->|::|--")
_PROMPT = re.compile(r"\s*(?:\$|#|>>>|%|C:\\)\s?\S")
# Python's, shells', C's and markup's lines, by how they begin or end.
_CODE_LINE = re.compile(
    r"\s*(?:import |from \S+ import |def |class |return\b|if .*:$|for .*:$|#include|<[/!?]?\w|\w+\(.*\)$"
    r"|\w+ = )|.*[;{}]$"
)


def is_rule(line: str) -> bool:
    """Whether a line has neither letter nor figure: a line drawn across the page."""
    return not any(char.isalnum() for char in line)


def indent_of(line: str) -> int:
    """How many columns of space stand before a line, a tab counted as eight."""
    if not line[:1].isspace():
        return 0
    bare = line.lstrip()
    space = line[: len(line) - len(bare)]
    return len(space.expandtabs()) if "\t" in space else len(space)


def is_table(lines: Sequence[str]) -> bool:
    """Whether lines stand in columns: a row of dashes under a head, or gaps in most of the lines."""
    if (
        len(lines) >= 2
        and any("|" in line for line in lines[:2])
        and any("|" in line and _DELIMITER_ROW.fullmatch(line) for line in lines[:3])
    ):
        return True
    if len(lines) < 2:
        return False
    gaps = [
        len(_CELLS.findall(line.strip()[:400]))
        for line in lines
        if "   " in line or "\t" in line or "|" in line
    ]
    rows = sum(1 for count in gaps if count >= 1)
    several = sum(1 for count in gaps if count >= 2)
    return rows >= 0.8 * len(lines) or several >= 0.6 * len(lines)


def is_session(lines: Sequence[str]) -> bool:
    """Whether lines are typed to an interpreter and its answers, not a quotation in a quotation."""
    typed = [line for line in lines if line.lstrip().startswith(">>> ")]
    return (
        bool(typed) and lines[0].lstrip().startswith(">>> ") and (len(typed) < len(lines) or is_code(typed))
    )


def is_code(lines: Sequence[str]) -> bool:
    """Whether lines are a program's or a shell's rather than prose, by their signs and their beginnings."""
    signs = sum(len(_CODE.findall(line[:200])) for line in lines)
    size = sum(len(line.strip()[:200]) for line in lines) or 1
    prompts = sum(1 for line in lines if _PROMPT.match(line))
    starts = sum(1 for line in lines if _CODE_LINE.match(line[:200]))
    return signs / size > 0.06 or prompts >= 0.5 * len(lines) or starts >= 0.6 * len(lines)
