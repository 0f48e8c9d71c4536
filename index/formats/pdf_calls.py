"""What PDFium tells of single characters, asked without the checks that cost more than the answers."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Callable

import pypdfium2.raw as pdfium

four_floats: Callable[[object], tuple[float, float, float, float]] = struct.Struct("4f").unpack_from  # type: ignore[assignment]
# The same functions without the checks of their arguments, which cost more than the functions. An FS_RECTF is
# four floats: left, top, right, bottom.
char_box = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)(
    ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0
)
font_size = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetFontSize, ctypes.c_void_p).value or 0
)
font_weight = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(pdfium.FPDFText_GetFontWeight, ctypes.c_void_p).value or 0
)
