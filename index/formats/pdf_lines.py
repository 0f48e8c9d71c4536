"""The text layer of a PDF page as lines with their places on the page.

PDFium gives the text with its line breaks at once; only the first and last characters of a line are asked
for their boxes, since a question costs more than a line.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass

import pypdfium2.raw as pdfium
from pypdfium2 import PdfPage

from index.formats import limits
from index.formats.pdf_calls import Box, Characters
from index.formats.pdf_columns import is_woven, unweave
from index.formats.pdf_spaces import misses_spaces, respaced

_BREAK = re.compile("\r\n|\ufffe|[\r\n]")
_HYPHENS = ("-", "\u2010", "\u00ad")
_FIGURES = re.compile(r"\d(?<!\d\d)\d{0,2}(?!\d)")
_BEFORE_MARKER = frozenset(",;:!?”’»\"')]")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURE = re.compile(r"\d")
_SHORT = 90
# Pages by which the size of most letters is judged, which long lines show best.
_FIRST_PAGES = 5
_BOLD = 600
# In ems of the line's own size: a gap wider than this parts cells of a table.
_CELL_GAP = 1.2
_NEAR_GAP = 0.6
_SPREAD = 0.7
_LOOSE = 0.5
_SAME_WIDTH = 0.02
_TELLING = 5
_LABEL_GAP = 3.0
_LABEL = re.compile(r"(?:[A-Z]|\d{1,3}|[IVX]{1,5})(?:\.\d{1,3})*\.?")
_WIDE = 1.2
_SPACES = re.compile(r"\s+")
_ANYWHERE = re.compile(r"\s+|(?<=\S)(?=\S)")


@dataclass(slots=True)
class Line:
    """A line of a page: its text, its box in points with y upwards, and the height of its letters.

    `size` is the greater height of its first and last letter, `least` the smaller one, `font` the size that
    the file names, which may be scaled. `cells` are the parts of a table's row, empty for a line of text.
    `bold` is judged for lines that may be headings; `fixed` tells that all letters are of one width. `start`
    is the number of its first character on the page, -1 where it was put together. `gaps` are those between
    the cells: where each begins and ends.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    cells: tuple[str, ...] = ()
    page: int = 0
    start: int = -1
    least: float = 0.0
    font: float = 0.0
    fixed: bool = False
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def advance(self) -> float:
        """The mean width of a character, in points."""
        return (self.right - self.left) / max(len(self.text), 1)


@dataclass(slots=True)
class Habits:
    """What the program that made a file does, found out from its first pages that tell; None until then.

    `respace` tells to judge the spaces between words anew, by the places of all letters: PDFium overlooks
    spaces that are set by moving the pen. `woven` tells that lines hold parts of two columns.
    """

    respace: bool | None = None
    woven: bool | None = None


def read_lines(page: PdfPage, number: int, habits: Habits) -> tuple[list[Line], bool]:
    """The lines of a page in the file's order, and whether all were read; what they tell goes to `habits`."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        characters = textpage.count_chars()
        if not text:
            return [], True
        whole = len(text) <= limits.PDF_PAGE_CHARACTERS
        places = Characters(textpage.raw, page.get_rotation())
        reader = _Reader(places, text[: limits.PDF_PAGE_CHARACTERS], number)
        if characters != len(text):
            reader.unplaced = not _same_indices(textpage.raw, text, characters)
        if habits.respace is None and not reader.unplaced:
            habits.respace = misses_spaces(places, reader.text)
        if habits.woven is None and not reader.unplaced:
            habits.woven = is_woven(places, reader.text, _CELL_GAP)
        reader.respace, reader.woven = bool(habits.respace), bool(habits.woven)
        return reader.lines(), whole
    finally:
        textpage.close()


def _same_indices(handle: ctypes.c_void_p, text: str, characters: int) -> bool:
    """Whether an offset of the text is also the number of its character on the page."""
    last = len(text) - 1
    return bool(pdfium.FPDFText_GetCharIndexFromTextIndex(handle, last) == last) and last < characters


class _Reader:
    def __init__(self, characters: Characters, text: str, page: int) -> None:
        self._characters = characters
        self._rect = characters.box
        self.text = text
        self._page = page
        self.unplaced = False
        self.respace = False
        self.woven = False

    def lines(self) -> list[Line]:
        lines: list[Line] = []
        text = self.text
        at = 0
        for match in _BREAK.finditer(text + "\n"):
            end = match.start()
            if end > at:
                line = self._line(at, end, text[end : end + 1] == "\ufffe")
                if line is None:
                    pass
                elif lines and line.left > lines[-1].left:
                    self._place(lines, line)
                else:
                    lines.append(line)
            at = match.end()
        self._part_neighbours(lines)
        return unweave(lines)

    def _part_neighbours(self, lines: list[Line]) -> None:
        """Settle what is a row of a table by the lines around it.

        A line right before or after a row may be one whose cells are less far apart, and a number apart from
        its heading is no row.
        """
        for number, line in enumerate(lines):
            if not line.cells:
                continue
            around = [lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines)]
            near = line.right - line.left < (0.6 * len(line.text) + _LABEL_GAP) * line.size
            if len(line.cells) == 2 and near and _LABEL.fullmatch(line.cells[0]):
                if not any(other.cells for other in around):
                    line.cells = ()
                continue
            for other in around:
                if (
                    other.cells
                    or other.start < 0
                    or other.advance <= _LOOSE * other.size
                    or len(line.cells) < 3
                ):
                    continue
                if abs(other.bottom - line.bottom) < 2 * line.size:
                    text = other.text
                    self._part(other, text, other.start, _NEAR_GAP)
                    if len(other.cells) != len(line.cells):
                        other.cells, other.text = (), text

    def _line(self, start: int, end: int, hyphen: bool) -> Line | None:
        raw = self.text[start:end]
        shown = raw.strip()
        if not shown:
            return None
        if raw[0] != shown[0]:
            start += len(raw) - len(raw.lstrip())
        long = len(shown)
        end = start + long
        if self.unplaced:
            return Line(shown + ("-" if hyphen else ""), 0, 0, 0, 0, 0, page=self._page)
        left, top, right, bottom = self._rect(start)
        size = least = top - bottom
        end_left, end_top, end_right, end_bottom = self._rect(end if hyphen else end - 1)
        width, end_width = right - left, end_right - end_left
        if end_right > right:
            right = end_right
        if end_top - end_bottom > size:
            top, bottom, size = end_top, end_bottom, end_top - end_bottom
        else:
            least = end_top - end_bottom
        size = size or 1.0
        line = Line(shown, left, right, top, bottom, size, False, (), self._page, start, least)
        may_head = long < _SHORT and shown[-1] not in ".,;-"
        if may_head or self._page < _FIRST_PAGES:
            line.font = self._characters.font_size(start)
            line.bold = may_head and self._characters.font_weight(start) >= _BOLD
        if -_SAME_WIDTH < (width - end_width) / (width or 1.0) < _SAME_WIDTH and long >= _TELLING:
            line.fixed = abs(width * (long + hyphen) - (right - left)) < _SAME_WIDTH * (right - left)
        if _FIGURE.search(shown):
            line.text = shown = self._raise(shown, start)
        if self.respace:
            line.text = respaced(self._characters, line.text, start, size)
        if hyphen and not shown.endswith(_HYPHENS):
            line.text += "-"
        spread = right - left > _SPREAD * size * long and not (line.fixed and "  " not in shown)
        if spread or self.woven:
            self._part(line, shown, start)
        return line

    def _raise(self, shown: str, start: int) -> str:
        """Figures that stand smaller and higher than the letter beside them are written as raised ones.

        Letters of other fonts on the line tell nothing: they may be larger for the same size.
        """
        text = shown
        for match in _FIGURES.finditer(shown):
            low, high = match.span()
            if (low and not _may_be_marked(shown, low)) or (not low and high == len(shown)):
                continue
            beside = low - 1 - (shown[low - 1] == " ") if low else high + (shown[high] == " ")
            if _is_raised(self._rect(start + low), self._rect(start + beside)):
                text = text[:low] + match[0].translate(_RAISED) + text[high:]
        return text

    def _part(self, line: Line, shown: str, start: int, least: float = _CELL_GAP) -> None:
        """Find the cells of a line that is a row of a table, by the gaps between them."""
        spaces = _SPACES if line.advance < _WIDE * line.size else _ANYWHERE
        cells: list[str] = []
        gaps: list[tuple[float, float]] = []
        at = 0
        for match in spaces.finditer(shown):
            end, begin = self._rect(start + match.start() - 1)[2], self._rect(start + match.end())[0]
            if begin - end > least * line.size:
                cells.append(shown[at : match.start()])
                gaps.append((end, begin))
                at = match.end()
        if cells:
            line.cells, line.gaps = (*cells, shown[at:]), tuple(gaps)
            line.text = " ".join(line.cells)

    def _place(self, lines: list[Line], line: Line) -> None:
        """Add a line, to the end of the one before it where both stand on one line of the page."""
        before = lines[-1] if lines else None
        if before is None or self.unplaced or not _beside(before, line):
            lines.append(line)
            return
        gap = line.left - before.right
        size = max(before.size, line.size)
        raised = line.size < 0.82 * before.size and line.text.isdigit() and line.bottom > before.bottom
        if gap > _CELL_GAP * size:
            before.cells = (*(before.cells or (before.text,)), *(line.cells or (line.text,)))
            before.gaps = (*before.gaps, (before.right, line.left), *line.gaps)
        elif before.cells:
            before.cells = (*before.cells[:-1], before.cells[-1] + " " + line.text)
        text = line.text.translate(_RAISED) if raised else line.text
        space = " " if gap > 0.12 * size and not raised else ""
        if before.size < 0.82 * line.size and before.text.isdigit() and before.bottom > line.bottom:
            before.text = before.text.translate(_RAISED)
        before.text += space + text
        before.start = -1
        before.right = max(before.right, line.right)
        before.top = max(before.top, line.top)
        before.bottom = min(before.bottom, line.bottom) if not raised else before.bottom
        before.size = size
        before.bold = before.bold and line.bold


def _is_raised(box: Box, beside: Box) -> bool:
    """Whether a figure stands smaller and higher than the letter beside it, by their boxes."""
    size = beside[1] - beside[3]
    return box[1] - box[3] < 0.92 * size and box[3] > beside[3] + 0.08 * size


def _may_be_marked(shown: str, at: int) -> bool:
    """Whether a marker may stand here: after a word or its signs, not within a decimal or a number."""
    before = shown[at - 1]
    if before == " " and at > 1:
        return not shown[at - 2].isdigit()
    if before == ".":
        return at < 2 or not shown[at - 2].isdigit() or (at >= 5 and shown[at - 5 : at - 1].isdigit())
    return before.isalpha() or before in _BEFORE_MARKER


def _beside(before: Line, line: Line) -> bool:
    """Whether a line goes on to the right of another at the same height."""
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    return overlap > 0.5 * min(before.size, line.size) and line.left >= before.right - 0.3 * line.size
