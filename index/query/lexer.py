"""A query cut into marks and words, with the place of each: the first step of reading it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

LexemeKind = Literal["word", "quote", "open", "close", "field", "minus", "AND", "OR", "NOT"]

QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
OPERATORS = ("AND", "OR", "NOT")

_FIELD = re.compile(r"([^\W\d_]{2,20}):(?=[^\s:/])")
_WORD = re.compile(rf"[^\s(){QUOTES}]+")
# The number may be missing: what is read then is told.
_SLOP = re.compile(r"~(\d{1,3}|(?=[\s)]|$))")

# A headline in capitals has AND and NOT in it as words: from this many words on, without a small letter.
_HEADLINE = 6
# How many words may stand between those in quotes that a `~` without a number follows.
NEAR = 5


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One mark or word of a query.

    `text` is what it says without its marks; `closed` is False for a quote that does not end; `slop` is the
    number after a quote's `~`.
    """

    kind: LexemeKind
    start: int
    end: int
    text: str = ""
    closed: bool = True
    slop: int | None = None


def lex(query: str) -> list[Lexeme]:
    """Cut a query into lexemes; anything is a query."""
    found: list[Lexeme] = []
    operators = () if is_headline(query) else OPERATORS
    place = 0
    while place < len(query):
        mark = query[place]
        if mark.isspace():
            place += 1
        elif mark in "()":
            found.append(Lexeme("open" if mark == "(" else "close", place, place + 1, mark))
            place += 1
        elif mark in QUOTES:
            lexeme = _quote(query, place)
            found.append(lexeme)
            place = lexeme.end
        elif mark == "-" and _begins(query, place):
            found.append(Lexeme("minus", place, place + 1, "-"))
            place += 1
        elif field := _FIELD.match(query, place):
            found.append(Lexeme("field", place, field.end(), field.group(1)))
            place = field.end()
        else:
            word = _WORD.match(query, place)
            assert word is not None
            text = word.group()
            kind = text if text in operators else "word"
            found.append(Lexeme(kind, place, word.end(), text))  # type: ignore[arg-type]
            place = word.end()
    return found


def is_headline(query: str) -> bool:
    """Whether a query is a pasted headline in capitals, whose AND, OR and NOT are words."""
    words = query.split()
    if len(words) < _HEADLINE or any(mark.islower() for mark in query):
        return False
    return any(mark.isupper() for word in words if word not in OPERATORS for mark in word)


def _quote(query: str, start: int) -> Lexeme:
    end = start + 1
    while end < len(query) and query[end] not in QUOTES:
        end += 1
    text = query[start + 1 : end]
    if end == len(query):
        return Lexeme("quote", start, end, text, closed=False)
    slop = _SLOP.match(query, end + 1)
    if slop:
        return Lexeme("quote", start, slop.end(), text, slop=int(slop.group(1) or NEAR))
    return Lexeme("quote", start, end + 1, text)


def _begins(query: str, place: int) -> bool:
    before = query[place - 1] if place else " "
    after = query[place + 1] if place + 1 < len(query) else " "
    return (before.isspace() or before == "(") and not after.isspace() and after not in "-)"
