"""A query as it can be kept for every corpus: without the articles of this one, its topics as their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from index.query.lexer import Lexeme, lex

_GONE = "gone"
_SIGNS = {
    _GONE: "g",
    "NOT": "N",
    "minus": "N",
    "field": "N",
    "AND": "A",
    "OR": "O",
    "open": "(",
    "close": ")",
}
# What holds nothing once something is gone, in the order in which it is taken out: AND binds before OR.
_GONE_AS_A_WHOLE = ("Ng", "gg", "(g)")
_HELD = (*_GONE_AS_A_WHOLE, "Ag", "gA", "Og", "gO")


@dataclass(frozen=True, slots=True)
class Portable:
    """A query for every corpus; `left_out` are the words it had before that this corpus alone understands.

    `put` are those words for topics that were replaced by what the topics search for.
    """

    query: str
    left_out: tuple[str, ...] = ()
    put: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    kind: str
    text: str
    spaced: bool


def portable(query: str, topic: Callable[[str], str]) -> Portable:
    """Take out of a query what names an article, and operators and brackets that are left with nothing.

    `topic` gives what a topic searches for by its name, empty for one that is not there.
    """
    left_out: list[str] = []
    put: list[str] = []
    parts: list[_Part] = []
    for lexemes in _joined(lex(query)):
        start, end = lexemes[0].start, lexemes[-1].end
        part = _Part(lexemes[0].kind, query[start:end], start > 0 and query[start - 1].isspace())
        if len(lexemes) > 1:
            asked = topic(lexemes[1].text.strip()) if lexemes[0].text.lower() == "topic" else ""
            (put if asked else left_out).append(part.text)
            part = replace(part, kind="word" if asked else _GONE, text=f"({asked})")
        parts.append(part)
    if not left_out and not put:
        return Portable(query)
    text = "".join(" " * part.spaced + part.text for part in _without_gone(parts)).strip()
    return Portable(text, tuple(left_out), tuple(put))


def _joined(lexemes: list[Lexeme]) -> Iterator[list[Lexeme]]:
    """The lexemes one by one, but for a field of this corpus, which comes with its value."""
    at = 0
    while at < len(lexemes):
        here = lexemes[at : at + 2]
        named = here[0].kind == "field" and here[0].text.lower() in ("article", "topic")
        valued = len(here) > 1 and here[1].kind in ("word", "quote") and here[1].start == here[0].end
        yield here if named and valued else here[:1]
        at += 2 if named and valued else 1


def _without_gone(parts: list[_Part]) -> list[_Part]:
    """The parts without what is gone, and without the operators and brackets that held nothing else."""
    kept = list(parts)
    signs = "".join(_SIGNS.get(part.kind, "w") for part in kept)
    while held := next((each for each in _HELD if each in signs), ""):
        at = signs.index(held)
        # What stood before or around what is gone is gone as a whole; an operator goes with it.
        left = 1 if held in _GONE_AS_A_WHOLE else 0
        kept[at : at + len(held)] = [_Part(_GONE, "", False)] * left
        signs = signs[:at] + "g" * left + signs[at + len(held) :]
    return [part for part in kept if part.kind != _GONE]
