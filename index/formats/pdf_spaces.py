"""Spaces between words that PDFium overlooks, as where a typesetter moves the pen instead of writing one.

They are found by the places of all letters, which costs as much as the text itself: it is done only for files
that show the need.
"""

from __future__ import annotations

import re

from index.formats.pdf_calls import Characters

# Where a space is lost, it is first lost after such a sign, below which the next letter is drawn.
_GLUED = re.compile(r"[,;](?<=[a-z].)[A-Za-z]")
_LONG_LINE = re.compile(r"[^\s\ufffe][^\r\n\ufffe]{39,59}")
_SAMPLE_LINES = 4
# In ems of the line's own size.
_WORD_GAP = 0.17
_WIDENED = 0.06


def misses_spaces(characters: Characters, text: str) -> bool | None:
    """Whether letters of one word stand as far apart as words, in a sample of a page's lines.

    None where the page does not tell, because it has too few long lines or no word is glued to a sign.
    """
    if not _GLUED.search(text):
        return None
    samples = [found for found, _ in zip(_LONG_LINE.finditer(text), range(_SAMPLE_LINES), strict=False)]
    if len(samples) < _SAMPLE_LINES:
        return None
    missing = 0
    for sample in samples:
        shown = sample[0].rstrip()
        _, top, _, bottom = characters.box(sample.start())
        spaced = respaced(characters, shown, sample.start(), top - bottom or 1.0)
        missing += spaced.count(" ") > shown.count(" ")
    return missing * 3 >= len(samples)


def respaced(characters: Characters, shown: str, start: int, size: float) -> str:
    """A line with a space wherever letters stand as far apart as words do, and nowhere else.

    `start` is the number of its first character, `size` the height of its letters.
    """
    lefts, rights = characters.sides(start, len(shown))
    gaps = [left - right for left, right in zip(lefts[1:], rights, strict=False)]
    spaces = [at for at, char in enumerate(shown) if char == " "]
    for at in spaces:
        gaps[at - 1] = gaps[at] = 0.0
    between = sorted(gap for gap in gaps if gap)
    usual = between[len(between) // 2] if between else 0.0
    least, most = usual + _WORD_GAP * size, usual + _WIDENED * size
    edits = [(at + 1, at + 1, " ") for at, gap in enumerate(gaps) if gap > least]
    edits += ((at, at + 1, "") for at in spaces if lefts[at + 1] - rights[at - 1] < most)
    parts: list[str] = []
    end = 0
    for low, high, put in sorted(edits):
        parts += (shown[end:low], put)
        end = high
    return "".join(parts) + shown[end:]
