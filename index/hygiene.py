"""What a terminal would obey is taken out of text once, where a file is read.

Article text is hostile: escape sequences write clipboards and titles, bidi overrides and invisible
characters make a quotation say what its file does not. What is left is what a person would see.
"""

from __future__ import annotations

import re
from functools import cache

# ECMA-48: a string function opens with ESC or one C1 character and ends with BEL, ST or the C1 ST; a CSI
# has parameters (0x30-0x3F), intermediates (0x20-0x2F) and one final character (0x40-0x7E). A string without
# an end on its line loses only its opening, so that the text after it stays. ESC k is screen's title string.
_SEQUENCE = (
    r"(?:\x1b[\]PX^_k]|[\x90\x98\x9d\x9e\x9f])[^\x07\x1b\x9c\n\x90\x98\x9d\x9e\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
_BREAK = r"[\x0b\x0c\r\x85\u2028\u2029]"
_INVISIBLE = (
    r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f"
    r"\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"
    r"\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
# Letters of Arabic, Syriac, N'Ko, Mongolian and the Indic scripts join or part by these two.
_JOINING_SCRIPT = (
    "\u0600-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ua800-\uabff"
)
_PICTURE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u27bf\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001faff"
)
_LOOSE_JOINER = (
    rf"(?<![{_JOINING_SCRIPT}{_PICTURE}\ufe0f])[\u200c\u200d]"
    rf"|[\u200c\u200d](?![{_JOINING_SCRIPT}{_PICTURE}])"
)
_LOOSE_SELECTOR = (
    rf"(?<![{_PICTURE}#*0-9])[\ufe00-\ufe0f]"
    # Of a digit only a keycap is made; elsewhere it would hide within a number.
    r"|(?<=[#*0-9])[\ufe00-\ufe0f](?!\u20e3)"
    r"|(?<![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"
    r"|(?<![\u1800-\u18af])[\u180b-\u180d\u180f]"
)
_SURROGATE = r"[\ud800-\udfff]"
_SUSPECT = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_ASCII = bytes(range(128))
_ASCII_CONTROLS = bytes([*range(9), *range(11, 32), 127])


def clean(text: str) -> tuple[str, int]:
    """Text without control characters, escape sequences and what is not seen, and how many characters went.

    A sequence goes whole; a character that breaks a line in some programs but not in others (form feed, lone
    carriage return, U+2028) becomes a space, so that the lines are those that `sed -n` counts; half a
    surrogate pair becomes U+FFFD. Newlines and tabs stay. Takes time in proportion to the text.
    """
    if not _is_suspect(text):
        return text, 0
    before = text.replace("\r\n", "\n")
    removed = 0
    cleaned = before
    for pattern, put in _rules():
        after, times = pattern.subn(put, cleaned)
        removed += times if put else len(cleaned) - len(after)
        cleaned = after
    return cleaned, removed


@cache
def _rules() -> tuple[tuple[re.Pattern[str], str], ...]:
    """What goes, in order, and what stands for it; compiled for the first text that needs it, not before."""
    sequence, selector = re.compile(_SEQUENCE), re.compile(_LOOSE_SELECTOR)
    return (
        (sequence, ""),
        (re.compile(_INVISIBLE), ""),
        (re.compile(_BREAK), " "),
        (re.compile(_SURROGATE), "\ufffd"),
        (selector, ""),
        (re.compile(_LOOSE_JOINER), ""),
        (selector, ""),
    )


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(_SUSPECT)


def _is_suspect(text: str) -> bool:
    """Whether anything in a text may have to go; several times faster than searching it for a pattern."""
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded.translate(None, _ASCII_CONTROLS)) < len(encoded):
        return True
    return not text.isascii() and _suspect().search("".join(_beyond_ascii(encoded))) is not None


def beyond_ascii(text: str) -> frozenset[str]:
    """The characters of a text that are not ASCII, each once, for rules that look for some of them."""
    return frozenset() if text.isascii() else _beyond_ascii(text.encode("utf-8", "surrogatepass"))


def _beyond_ascii(encoded: bytes) -> frozenset[str]:
    return frozenset(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def spell_out(text: str) -> str:
    """Text with every character that a terminal may obey, or that is not seen, as JSON's `\\uXXXX`.

    For JSON, which may carry a file's name or a pasted query as it is; newlines and tabs stay.
    """
    return _suspect().sub(_spelt, text) if _is_suspect(text) else text


def _spelt(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"


def clean_name(name: str) -> str:
    """A file's name as it may be shown: on one line, cleaned, bytes that are no text as U+FFFD."""
    cleaned, _ = clean(name.replace("\n", " ").replace("\t", " "))
    return cleaned.strip() or "(no name)"


def split_lines(text: str) -> list[str]:
    """The lines of a text as `sed -n` and editors count them, without their ends.

    Lines end with a newline, or with CR LF; a text that has no newline at all but carriage returns ends its
    lines with those. A last line end opens no further line.
    """
    if "\r" in text:
        text = text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    return lines
