"""How a cell looks, and the shortest way for the terminal's pen from one look to another."""

from __future__ import annotations

import zlib
from functools import cache, lru_cache

_BITS = {1: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5, 7: 6, 8: 7, 9: 8, 21: 9, 51: 10, 52: 11, 53: 12}
"""SGR codes that Textual writes for attributes (`textual.strip.SGR_STYLES`), and our bit for each."""
_OFF = {22: (1, 2), 23: (3,), 24: (4, 21), 25: (5, 6), 27: (7,), 28: (8,), 29: (9,), 54: (51, 52), 55: (53,)}
"""Codes that switch attributes off, each with all that it switches off (ECMA-48)."""
_MASKS = {off: sum(1 << _BITS[code] for code in codes) for off, codes in _OFF.items()}
_SEEN_ON_BLANKS = sum(1 << _BITS[code] for code in (4, 5, 6, 7, 9, 21, 51, 52, 53))


class Style:
    """One look: attributes, colours and hyperlink; there is only one object of each, so `is` compares.

    `foreground` and `background` are SGR parameters ("38;5;3"), empty for the terminal's own.
    `link` is an address, empty for none.
    """

    __slots__ = ("attributes", "background", "erasable", "foreground", "link")

    def __init__(self, attributes: int, foreground: str, background: str, link: str) -> None:
        self.attributes = attributes
        self.foreground = foreground
        self.background = background
        self.link = link
        self.erasable = not link and not attributes & _SEEN_ON_BLANKS
        """Whether an erased cell in this style looks like a space in it."""

    def __repr__(self) -> str:
        return f"Style({self.attributes:#x}, {self.foreground!r}, {self.background!r}, {self.link!r})"


@cache
def style_of(attributes: int, foreground: str, background: str, link: str) -> Style:
    """The one object for this look."""
    return Style(attributes, foreground, background, link)


DEFAULT = style_of(0, "", "", "")


@lru_cache(maxsize=4096)
def apply_sgr(style: Style, parameters: str) -> Style | None:
    """The style after `CSI parameters m`, or None for parameters that are not known here."""
    attributes, foreground, background = style.attributes, style.foreground, style.background
    codes = iter(parameters.split(";"))
    for text in codes:
        code = int(text or 0)
        if code == 0:
            attributes, foreground, background = 0, "", ""
        elif code in _BITS:
            attributes |= 1 << _BITS[code]
        elif code in _MASKS:
            attributes &= ~_MASKS[code]
        elif 30 <= code <= 37 or 90 <= code <= 97:
            foreground = text
        elif 40 <= code <= 47 or 100 <= code <= 107:
            background = text
        elif code == 39:
            foreground = ""
        elif code == 49:
            background = ""
        elif code in (38, 48):
            kind = next(codes, "")
            values = [next(codes, "") for _ in range({"5": 1, "2": 3}.get(kind, 0))]
            if not values or "" in values:
                return None
            colour = ";".join((text, kind, *values))
            foreground, background = (colour, background) if code == 38 else (foreground, colour)
        else:
            return None
    return style_of(attributes, foreground, background, style.link)


def with_link(style: Style, link: str) -> Style:
    """The same look with another address, or none."""
    return style_of(style.attributes, style.foreground, style.background, link)


@lru_cache(maxsize=4096)
def transition(old: Style | None, new: Style, switches_off: bool = True) -> str:
    """The shortest sequences that take the pen from `old` (None: unknown) to `new`.

    `switches_off` says whether the terminal knows the codes that take single attributes back.
    """
    if old is new:
        return ""
    return _link_change(old, new) + _look_change(old, new, switches_off)


def _link_change(old: Style | None, new: Style) -> str:
    if (old.link if old else "") == new.link:
        return ""
    if not new.link:
        return "\x1b]8;;\x1b\\"
    # The same address gets the same id, so that a link drawn in pieces is still one link.
    return f"\x1b]8;id={zlib.crc32(new.link.encode()):x};{new.link}\x1b\\"


def _look_change(old: Style | None, new: Style, switches_off: bool) -> str:
    wanted = [str(code) for code, bit in _BITS.items() if new.attributes >> bit & 1]
    colours = [colour for colour in (new.foreground, new.background) if colour]
    afresh = f"\x1b[{';'.join(['0', *wanted, *colours])}m" if wanted or colours else "\x1b[m"
    if old is None:
        return afresh
    codes: list[str] = []
    attributes = old.attributes
    for off, mask in _MASKS.items():
        if attributes & mask & ~new.attributes:
            if not switches_off:
                return afresh
            codes.append(str(off))
            attributes &= ~mask
    codes += [str(code) for code, bit in _BITS.items() if new.attributes & ~attributes & 1 << bit]
    if old.foreground != new.foreground:
        codes.append(new.foreground or "39")
    if old.background != new.background:
        codes.append(new.background or "49")
    if not codes:
        return ""
    changed = f"\x1b[{';'.join(codes)}m"
    return changed if len(changed) <= len(afresh) else afresh
