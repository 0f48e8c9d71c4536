"""Lines of a page become paragraphs, by their places: what stands close, as far in and as large is one.

Where a column or a page ends in mid-sentence the paragraph goes on at the top of the next, and what lies
between (notes, page numbers, running heads) comes after it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from index.formats.pdf_lines import Line

_ENDED = re.compile(r"""[.!?:;…][\]"'”’»)]*[⁰¹²³⁴-⁹]*[\]"'”’»)]*$""")
_BULLET = re.compile(r"(?:[•◦▪‣·–—*■□●○-]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\)|[ivxIVX]{1,5}[.)])\s+\S")
# Sizes within a tenth of one another are one size: fonts of one text differ by so much.
LARGER = 1.12
_LEADING = 1.4


@dataclass(slots=True)
class Paragraph:
    """Lines of one paragraph, row of a table or heading, on one page or going on from one to the next.

    `note` is the number of a note that begins with it, `markers` are those that stand in it, by line: where
    they begin and end there, and the number of their note.
    """

    lines: list[Line]
    column: int = 0
    page: int = 0
    role: str = "body"
    note: int | None = None
    markers: dict[int, list[tuple[int, int, int]]] = field(default_factory=dict)

    @property
    def size(self) -> float:
        """The height of its letters, by its first line."""
        return self.lines[0].size


@dataclass(frozen=True, slots=True)
class Measure:
    """What a text is set in: the size of most letters, and the distance of its lines for a size of 1.

    `font` is the size that the file names for most letters, 0 where it names one for all sizes.
    """

    size: float
    pitch: float
    font: float = 0.0


def measure(pages: Iterable[Sequence[Line]]) -> Measure:
    """The usual size and line distance, by the first twenty pages."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    fonts: Counter[float] = Counter()
    for _, lines in zip(range(20), pages, strict=False):
        before = None
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            fonts[round(line.font, 1)] += len(line.text)
            if before is not None and before.size == line.size and line.size:
                pitch = (before.bottom - line.bottom) / line.size
                if 0.7 < pitch < 2.5:
                    pitches[round(pitch, 2)] += 1
            before = line
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    font = fonts.most_common(1)[0][0] if len(fonts) > 1 else 0.0
    return Measure(size or 10.0, pitches.most_common(1)[0][0] if pitches else 1.2, font)


def paragraphs_of(lines: Sequence[Line], usual: Measure) -> list[Paragraph]:
    """The paragraphs of one page's lines, which are in reading order."""
    if not lines:
        return []
    gutter = _gutter(lines, usual)
    columns = [_column(line, gutter) for line in lines] if gutter else [0] * len(lines)
    rights, lefts = _margins(lines, columns, usual)
    found: list[Paragraph] = []
    here: Paragraph | None = None
    before_column = -1
    before: Line | None = None
    for line, column in zip(lines, columns, strict=True):
        if column == 1 and before is not None and before_column == 0 and _under(before, line, usual):
            # The short last line of a paragraph over the whole page.
            column = 0
        if (
            here is None
            or before is None
            or not _same(here, before, line, column == before_column, rights[column], usual)
        ):
            here = Paragraph([line], column, line.page)
            found.append(here)
        else:
            here.lines.append(line)
        before, before_column = line, column
    return _over_columns(found, rights, lefts, usual)


def _gutter(lines: Sequence[Line], usual: Measure) -> float:
    """Where a page of two columns has the space between them, 0 for one column."""
    left = min([line.left for line in lines])
    right = max([line.right for line in lines])
    middle = (left + right) / 2
    width = right - left
    before = [line.right for line in lines if line.right < middle + 0.05 * width]
    after = [line.left for line in lines if line.left > middle - 0.05 * width]
    if len(after) < 4 or len(before) < 4 or len(before) + len(after) < 0.6 * len(lines):
        return 0.0
    long = sum(line.right - line.left > 0.3 * width for line in lines if line.left > middle - 0.05 * width)
    if long < 3:
        return 0.0
    end, start = max(before), min(after)
    return (end + start) / 2 if start - end > 0.3 * usual.size else 0.0


def _column(line: Line, gutter: float) -> int:
    """0 for a line over the whole page, 1 and 2 for the columns."""
    if line.left < gutter < line.right:
        return 0
    return 1 if line.right <= gutter else 2


def _under(before: Line, line: Line, usual: Measure) -> bool:
    down = before.bottom - line.bottom
    return 0 < down < 1.15 * usual.pitch * line.size and 0.89 * before.size < line.size < 1.12 * before.size


def _margins(
    lines: Sequence[Line], columns: Sequence[int], usual: Measure
) -> tuple[list[float], list[float]]:
    """How far the text of each column reaches, to the right and to the left."""
    rights = [0.0, 0.0, 0.0]
    lefts = [1e9, 1e9, 1e9]
    low, high = 0.8 * usual.size, 1.2 * usual.size
    for line, column in zip(lines, columns, strict=True):
        if low < line.size < high and not line.cells:
            if line.right > rights[column]:
                rights[column] = line.right
            if line.left < lefts[column]:
                lefts[column] = line.left
    return rights, lefts


def _same(here: Paragraph, before: Line, line: Line, same_column: bool, right: float, usual: Measure) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    if before.cells or line.cells:
        return False
    if before.fixed and line.fixed:
        return _goes_on_fixed(before, line)
    size = before.size
    if not (0.89 * before.least < line.size and line.least < 1.12 * size):
        return False
    down = before.bottom - line.bottom
    if down < 0.3 * size or down > _LEADING * usual.pitch * size:
        return False
    if is_large(before, usual):
        return is_large(line, usual) and len(here.lines) < 4 and before.bold == line.bold
    if not same_column or _BULLET.match(line.text):
        return False
    room = right - before.right
    word = len(line.text.partition(" ")[0]) + 1
    full = room < word * line.advance + 0.25 * size
    inward = line.left - before.left
    first = len(here.lines) == 1
    if inward > 0.7 * size:
        # Deeper than the line before: the rest of a hanging first line, or the indent of a new paragraph.
        hanging = _BULLET.match(before.text) is not None or not _ENDED.search(before.text)
        return first and hanging and (full or line.text[0].islower())
    if inward < -0.7 * size:
        return first and full
    return full or (not _ENDED.search(before.text) and line.text[0].islower())


def _goes_on_fixed(before: Line, line: Line) -> bool:
    """Whether a line of letters of one width, as in programs, stands right under another."""
    return 0.3 * before.size < before.bottom - line.bottom < 1.8 * before.size and not line.cells


def is_large(line: Line, usual: Measure) -> bool:
    """Whether a line is set larger than the text, by the height of its letters and by what the file says."""
    if line.least <= LARGER * usual.size:
        return False
    # Fonts of one size differ in height; a file that scales its fonts names sizes far below.
    return not 0.5 * usual.font < line.font < 1.05 * usual.font


def _over_columns(
    found: list[Paragraph], rights: Sequence[float], lefts: Sequence[float], usual: Measure
) -> list[Paragraph]:
    """Paragraphs that go on at the top of the next column are made one."""
    whole: list[Paragraph] = []
    for paragraph in found:
        before = whole[-1] if whole else None
        if (
            before is not None
            and before.column == 1
            and paragraph.column == 2
            and goes_on(before, paragraph, rights[1], lefts[2], usual)
        ):
            before.lines.extend(paragraph.lines)
            before.column = 2
            continue
        whole.append(paragraph)
    return whole


def goes_on(before: Paragraph, after: Paragraph, right: float, left: float, usual: Measure) -> bool:
    """Whether a paragraph at the top of a column or page is the rest of the one at the end of the last."""
    end, start = before.lines[-1], after.lines[0]
    if before.role != "body" or after.role != "body" or end.cells or start.cells:
        return False
    if not 0.89 * end.size < start.size < 1.12 * end.size or start.size > LARGER * usual.size:
        return False
    if end.bold and len(before.lines) == 1 and not start.bold:
        return False
    if _BULLET.match(start.text):
        return False
    if end.text.endswith(("-", "\u2010")) or start.text[0].islower():
        return True
    full = right - end.right < (len(start.text.partition(" ")[0]) + 1) * start.advance + 0.25 * end.size
    return full and not _ENDED.search(end.text) and start.left - left < 0.7 * start.size
