"""Cleaning text that came out of a parser: hygiene, after control characters have their own form again."""

from __future__ import annotations

from index.hygiene import clean

DISGUISE = 0xFDD0
"""Where control characters are kept while XML is parsed: noncharacters, which no text has (Unicode 23.7)."""

_UNDISGUISED = {DISGUISE + code: code for code in range(32)}


def scrub(text: str) -> tuple[str, int]:
    """Text without what a terminal would obey and what cannot be seen, and how many characters went."""
    return clean(text if text.isascii() else text.translate(_UNDISGUISED))
