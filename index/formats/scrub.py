"""Cleaning text that came out of a parser: hygiene, after control characters have their own form again."""

from __future__ import annotations

import re

from index.hygiene import clean

DISGUISE = 0xFDD0
"""Where control characters are kept while XML is parsed: noncharacters, which no text has (Unicode 23.7)."""

_DISGUISED = re.compile("[\ufdd0-\ufdef]")
_UNDISGUISED = {DISGUISE + code: code for code in range(32)}


def scrub(text: str) -> tuple[str, int]:
    """Text without what a terminal would obey and what cannot be seen, and how many characters went."""
    if not text.isascii() and _DISGUISED.search(text):
        text = text.translate(_UNDISGUISED)
    return clean(text)
