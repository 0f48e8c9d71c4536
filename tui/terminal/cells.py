"""The cells of a screen: what stands in each, and how wide terminals take it to be.

There is one object of each cell, so rows of them are compared and hashed at the speed of C.
"""

from __future__ import annotations

import re
from functools import cache
from operator import is_not

from rich.cells import split_graphemes

from tui.terminal.styles import DEFAULT, Style

_NARROW = (
    " -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0373\u0376\u0377\u037b-\u037f\u0384-\u0386\u0388-\u03ff"
    "\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2070\u2071\u2074-\u208e\u20a0-\u20bf"
    "\u2100-\u218b\u2190-\u2319\u2400-\u2426\u2500-\u25fc"
)
_WIDE = (
    "\u3001-\u3029\u3030-\u303d\u3041-\u3096\u309b-\u30ff\u3131-\u3163\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufa6d\uff01-\uff60\uffe0-\uffe6"
)
_SURE = f"([{_NARROW}]|[{_WIDE}])[\u0300-\u036f]*"
"""One letter that every terminal takes to be as wide as Rich does, with its accents."""
_ALL_NARROW = frozenset(
    chr(code)
    for first, dash, last in re.findall(r"(.)(?:(-)(.))?", _NARROW)
    for code in range(ord(first), ord(last if dash else first) + 1)
)


class Cell:
    """What stands in one column: a grapheme in a style, or the second half of a wide one.

    `width` is the columns taken: 1, 2, or 0 for a second half, whose `text` is empty.
    `loose` marks graphemes whose width terminals disagree about (emoji, joined and rare signs).
    `size` is what the text costs on the wire, in bytes.
    """

    __slots__ = ("blank", "loose", "size", "style", "text", "width")

    def __init__(self, text: str, style: Style, width: int) -> None:
        self.text = text
        self.style = style
        self.width = width
        self.blank = text == " "
        self.loose = width > 0 and text not in _ALL_NARROW and not _sure().fullmatch(text)
        self.size = len(text.encode("utf-8", "replace"))
        if self.loose:
            _LOOSE.add(self)

    def __repr__(self) -> str:
        return f"Cell({self.text!r}, {self.style!r}, {self.width})"


@cache
def _sure() -> re.Pattern[str]:
    return re.compile(_SURE)


Row = tuple[Cell, ...]
_LOOSE: set[Cell] = set()


def is_loose(row: Row) -> bool:
    """Whether the width of any cell of a row is in doubt."""
    return bool(_LOOSE) and not _LOOSE.isdisjoint(row)


def changed_columns(old: Row, new: Row) -> bytes:
    """Where two rows of one width differ: a 1 for each column that does, else a 0, to be searched at once."""
    return bytes(map(is_not, old, new))


class Glyphs(dict[str, Cell]):
    """The cells of one style by their text; a missing one is made and kept."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self.style = style
        self.half = Cell("", style, 0)

    def __missing__(self, text: str) -> Cell:
        cell = self[text] = Cell(text, self.style, split_graphemes(text)[1])
        return cell


@cache
def glyphs_of(style: Style) -> Glyphs:
    """The cells of this style."""
    return Glyphs(style)


BLANK = glyphs_of(DEFAULT)[" "]


def blank_row(width: int) -> Row:
    """A row of nothing, as the terminal leaves it after erasing in its own colours."""
    return (BLANK,) * width


def add_text(cells: list[Cell], text: str, style: Style) -> None:
    """Put the cells of a text after those that are there; marks without a letter join the one before."""
    glyphs = glyphs_of(style)
    if (text.isascii() and text.isprintable()) or _ALL_NARROW.issuperset(text):
        cells += map(glyphs.__getitem__, text)
        return
    for start, end, width in split_graphemes(text)[0]:
        piece = text[start:end]
        if width == 0:
            _join(cells, piece)
        else:
            cells.append(glyphs[piece])
            cells += [glyphs.half] * (width - 1)


def _join(cells: list[Cell], mark: str) -> None:
    for index in range(len(cells) - 1, -1, -1):
        if cells[index].width:
            before = cells[index]
            joined = glyphs_of(before.style)[before.text + mark]
            if joined.width == before.width:
                cells[index] = joined
            return
