"""Putting plain words that stand side by side together."""

from __future__ import annotations

from collections.abc import Sequence

from index.query.reading import word_of
from index.query.tree import Bag, Completion, Dates, Field, Fuzzy, Node, Not, Or, Pattern, Phrase, Where, Word
from index.store.analysis import STOP_WORDS
from index.store.folding import fold

# So many plain words, or so many small ones, are a pasted sentence: a phrase in it is no demand.
_SENTENCE = 12
_SMALL_WORDS = 2
# What a passage has only one of.
_ONE = ("article", "kind", "lang", "source", "section")


def joined(parts: Sequence[Node]) -> list[Node]:
    """Take a single letter and a number after it for one name: `s 400` is `S-400`."""
    found: list[Node] = []
    for part in parts:
        last = found[-1] if found else None
        if (
            isinstance(part, Word)
            and isinstance(last, Word)
            and len(last.text) == 1
            and last.text.isalpha()
            and last.text not in "aAI"
            and part.pieces[0].isdigit()
        ):
            found[-1] = word_of(f"{last.text}-{part.text}", last.start, part.end)
        else:
            found.append(part)
    return found


def bag(parts: Sequence[Node], start: int, end: int) -> Node:
    """Sort the parts of a sequence into plain words, demands and bars."""
    words: list[Node] = []
    required: list[Node] = []
    barred: list[Node] = []
    for part in parts:
        if isinstance(part, Not):
            barred.append(part.asked)
        elif isinstance(part, Bag):
            words.extend(part.words)
            required.extend(part.required)
            barred.extend(part.barred)
        elif isinstance(part, Word | Pattern | Completion | Fuzzy):
            words.append(part)
        else:
            required.append(part)
    if is_sentence([word.text if isinstance(word, Word) else "" for word in words]):
        words.extend(part for part in required if isinstance(part, Phrase))
        required = [part for part in required if not isinstance(part, Phrase)]
    return Bag(start, end, tuple(words), tuple(_either(required)), tuple(barred))


def _either(required: Sequence[Node]) -> list[Node]:
    """Ask for either of two values of what a passage has one of, as of two dates apart: none has both."""
    dates = [part for part in required if isinstance(part, Dates)]
    apart = bool(dates) and max(each.first for each in dates) > min(each.last or "9999" for each in dates)
    asked: dict[object, list[Node]] = {}
    for part in required:
        key: object = part
        if isinstance(part, Where | Field) and part.name in _ONE:
            key = part.name
        elif isinstance(part, Dates) and apart:
            key = Dates
        asked.setdefault(key, []).append(part)
    return [
        parts[0] if len(parts) == 1 else Or(parts[0].start, parts[-1].end, tuple(parts))
        for parts in asked.values()
    ]


def is_sentence(words: Sequence[str]) -> bool:
    """Whether plain words are a pasted sentence, and not things that are looked for."""
    return len(words) > _SENTENCE or sum(fold(word) in STOP_WORDS for word in words) >= _SMALL_WORDS
