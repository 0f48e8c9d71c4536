"""What PDFium tells of single characters, asked without the checks that cost more than the answers."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable
from functools import cached_property
from itertools import repeat

import pypdfium2.raw as pdfium

Box = tuple[float, float, float, float]

# The same functions without types for their arguments, whose checks cost more than the functions. So pointers
# must be given as c_void_p. An FS_RECTF is four floats: left, top, right, bottom.
_char_box = ctypes.CFUNCTYPE(ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
_font_size = ctypes.CFUNCTYPE(ctypes.c_double)(
    ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
_font_weight = ctypes.CFUNCTYPE(ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetFontWeight, ctypes.c_void_p).value or 0
)
_SIZE = 16
_ROW = 256
_four_floats: Callable[[object], Box] = struct.Struct("4f").unpack_from  # type: ignore[assignment]


class Characters:
    """The characters of a page of text, by their numbers: boxes in points as the page is read, and fonts."""

    def __init__(self, handle: ctypes.c_void_p, rotation: int) -> None:
        """Ask a text page, whose page is turned by `rotation` degrees; it must stay open."""
        self._handle = ctypes.c_void_p(ctypes.cast(handle, ctypes.c_void_p).value)
        self._rotation = rotation
        self._boxes = (ctypes.c_float * (4 * _ROW))()
        self._first = ctypes.c_void_p(ctypes.addressof(self._boxes))

    @cached_property
    def _places(self) -> list[ctypes.c_void_p]:
        start = ctypes.addressof(self._boxes)
        return [ctypes.c_void_p(start + _SIZE * number) for number in range(_ROW)]

    def box(self, index: int) -> Box:
        """Left, top, right and bottom of a character; zeros for one that has no place."""
        if not _char_box(self._handle, index, self._first):
            return (0.0, 0.0, 0.0, 0.0)
        box = _four_floats(self._boxes)
        return box if self._rotation == 0 else _turned(box, self._rotation)

    def sides(self, start: int, count: int) -> tuple[list[float], list[float]]:
        """Where each of so many characters begins and ends from left to right."""
        lefts: list[float] = []
        rights: list[float] = []
        for low in range(start, start + count, _ROW):
            high = min(low + _ROW, start + count)
            # All are asked in one go, by a loop that is not Python's own.
            told = all([*map(_char_box, repeat(self._handle), range(low, high), self._places)])
            if told and self._rotation == 0:
                boxes = self._boxes[: 4 * (high - low)]
                lefts += boxes[0::4]
                rights += boxes[2::4]
            else:
                for index in range(low, high):
                    box = self.box(index)
                    lefts.append(box[0])
                    rights.append(box[2])
        return lefts, rights

    def font_size(self, index: int) -> float:
        """The size that the file names for a character's font."""
        size: float = _font_size(self._handle, index)
        return size

    def font_weight(self, index: int) -> int:
        """How heavy a character's font is: 400 for plain text, 700 for bold."""
        weight: int = _font_weight(self._handle, index)
        return weight


def _turned(box: Box, rotation: int) -> Box:
    """A box of a turned page as the page is read."""
    left, top, right, bottom = box
    if rotation == 90:
        return (bottom, -left, top, -right)
    if rotation == 270:
        return (-top, right, -bottom, left)
    return (-right, -bottom, -left, -top)
