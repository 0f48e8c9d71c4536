"""What must not come out of the program, told apart from the program's own rules by the Unicode database.

`index.hygiene` says what is taken out; this says what may never be left, in another way and on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Default_Ignorable_Code_Point of DerivedCoreProperties.txt, without the soft hyphen, which terminals draw.
_UNSEEN = re.compile(
    "[\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_SEPARATORS = "\u2028\u2029"
_JOINERS = "\u200c\u200d"
_NEEDS_NO_JOINER = ("LATIN", "GREEK", "CYRILLIC", "DIGIT", "CJK", "HIRAGANA", "KATAKANA", "HANGUL")


def dangers(text: str) -> Iterator[str]:
    """The characters of a text that drive a terminal, turn it around or cannot be seen, with their place."""
    for place, char in enumerate(text):
        if (char.isascii() and char.isprintable()) or char in "\n\t":
            continue
        if _is_danger(text, place, char):
            yield f"U+{ord(char):04X} after {text[max(0, place - 20) : place]!r}"


def _is_danger(text: str, place: int, char: str) -> bool:
    if unicodedata.category(char) in ("Cc", "Cs") or char in _SEPARATORS or _is_noncharacter(char):
        return True
    if _UNSEEN.match(char) is None:
        return False
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if char in _JOINERS:
        return not (_joins(before) and _joins(after))
    if "\ufe00" <= char <= "\ufe0f":
        keycap = before in "#*0123456789" and before != "" and after == "\u20e3"
        return not (
            keycap
            or (
                before != ""
                and (unicodedata.category(before)[0] == "S" or before in "‼⁉ℹ〰〽" or _new(before))
            )
        )
    if "\U000e0100" <= char <= "\U000e01ef":
        return not unicodedata.name(before, "").startswith("CJK") if before else True
    if "\u180b" <= char <= "\u180f" and char != "\u180e":
        return not unicodedata.name(before, "").startswith("MONGOLIAN") if before else True
    return True


def _joins(char: str) -> bool:
    if not char or char.isascii() or char.isspace():
        return False
    if char in _JOINERS or "\ufe00" <= char <= "\ufe0f":
        return True
    return not (char.isalnum() and unicodedata.name(char, "").startswith(_NEEDS_NO_JOINER))


def _new(char: str) -> bool:
    """Whether it stands among the pictures, those included that this Python's database does not know yet."""
    return "\U0001f000" <= char <= "\U0001faff"


def _is_noncharacter(char: str) -> bool:
    return "\ufdd0" <= char <= "\ufdef" or ord(char) & 0xFFFE == 0xFFFE


def first_danger(text: str) -> str:
    """The first danger of a text, or nothing."""
    return next(dangers(text), "")
