"""Words of the corpus that a pattern, a half-typed word or a misspelling may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from index.store.analysis import STOP_WORDS
from index.store.vocabulary import Vocabulary

# What a pattern may stand for: more words than this say nothing, and reading them takes too long.
MOST_WORDS = 750
MOST_PASSAGES = 150_000
# A half-typed word: the commonest completions, by passages. More find little else.
_COMPLETION_PASSAGES = 8_000
_COMPLETION_WORDS = 60
# So many letters side by side are in few words.
_RARE = 3
# Shorter words are too much like others: one that is spelt about so begins with the same letter.
_SHORTEST_FUZZY = 5


def matching(pattern: str, vocabulary: Vocabulary) -> tuple[list[str], int]:
    """Give the words that fit a pattern with `*` and `?`, commonest first, and how many there were in all."""
    head = re.match(r"[^*?]*", pattern)
    prefix = head.group() if head else ""
    if pattern == prefix + "*":
        places: Iterable[int] = vocabulary.starting(prefix)
    elif prefix:
        fits = _expression(pattern).fullmatch
        places = [place for place in vocabulary.starting(prefix) if fits(vocabulary.words[place])]
    else:
        found = re.findall(rf"(?m)^{_body(pattern)}$", vocabulary.text)
        counted = sorted(((vocabulary.count(word), word) for word in found), reverse=True)
        return _affordable(counted, MOST_WORDS, MOST_PASSAGES), len(found)
    counted = sorted(((vocabulary.counts[place], vocabulary.words[place]) for place in places), reverse=True)
    return _affordable(counted, MOST_WORDS, MOST_PASSAGES), len(counted)


def completions(prefix: str, vocabulary: Vocabulary) -> list[str]:
    """Give the words that a half-typed one may become, commonest first; stop words are not among them."""
    counted = sorted(
        (
            (vocabulary.counts[place], vocabulary.words[place])
            for place in vocabulary.starting(prefix)
            if vocabulary.words[place] not in STOP_WORDS and vocabulary.words[place] != prefix
        ),
        reverse=True,
    )
    return _affordable(counted, _COMPLETION_WORDS, _COMPLETION_PASSAGES)


def near(word: str, edits: int, vocabulary: Vocabulary) -> list[tuple[int, str]]:
    """Give the words within so many edits (changed, missing, added or swapped letters), nearest first.

    A word that is `edits` away keeps one of `edits + 1` parts of the other unchanged, so that only the words
    with one of these parts are compared.
    """
    parts = _parts(word, edits + 1)
    if not all(parts):
        candidates: Iterable[str] = vocabulary.words
    elif len(parts[-1]) < _RARE:
        held = "|".join(re.escape(part) for part in set(parts))
        candidates = re.findall(rf"(?m)^.*?(?:{held}).*$", vocabulary.text)
    else:
        candidates = {one for part in set(parts) for one in _holding(part, vocabulary.text)}
    found = []
    for candidate in candidates:
        if abs(len(candidate) - len(word)) <= edits:
            distance = edit_distance(word, candidate, edits)
            if distance <= edits:
                found.append((distance, -vocabulary.count(candidate), candidate))
    found.sort()
    return [(distance, candidate) for distance, _, candidate in found[:MOST_WORDS]]


def may_mean(spelt: str, other: str) -> bool:
    """Whether a word spelt about so may be another: a stop word is meant only where it is spelt out."""
    if other == spelt:
        return True
    return other not in STOP_WORDS and (len(spelt) >= _SHORTEST_FUZZY or other[0] == spelt[0])


def _holding(letters: str, text: str) -> Iterator[str]:
    """Find the words with some letters in a text of one word a line: many times sooner than by a pattern."""
    place = text.find(letters)
    while place >= 0:
        end = text.index("\n", place)
        yield text[text.rfind("\n", 0, place) + 1 : end]
        place = text.find(letters, end + 1)


def edit_distance(one: str, other: str, limit: int) -> int:
    """Count the letters changed, missing, added or swapped with a neighbour; `limit + 1` for any more."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        row = [i] + [limit + 1] * len(other)
        for j in range(max(1, i - limit), min(len(other), i + limit) + 1):
            same = letter == other[j - 1]
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (not same))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == other[j - 1]:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > limit:
            return limit + 1
        before, last = last, row
    return min(last[-1], limit + 1)


def _affordable(counted: list[tuple[int, str]], words: int, passages: int) -> list[str]:
    chosen: list[str] = []
    for count, word in counted[:words]:
        passages -= count
        if passages < 0 and chosen:
            break
        chosen.append(word)
    return chosen


def _parts(word: str, number: int) -> list[str]:
    size, rest = divmod(len(word), number)
    parts, place = [], 0
    for i in range(number):
        end = place + size + (i < rest)
        parts.append(word[place:end])
        place = end
    return parts


def _expression(pattern: str) -> re.Pattern[str]:
    return re.compile(_body(pattern))


def _body(pattern: str) -> str:
    """Write a pattern as an expression that goes through a word once, however many stars there are.

    What stands between two stars is taken where it comes first, and never sought again. Each star keeps to
    its own line of the vocabulary.
    """
    first, *rest = [
        "".join(r"[^\n]" if mark == "?" else re.escape(mark) for mark in part) for part in pattern.split("*")
    ]
    if not rest:
        return first
    *between, last = [part for part in rest if part] or [""]
    sought = "".join(rf"(?>[^\n]*?{part})" for part in between)
    return rf"{first}{sought}[^\n]*{last}" + ("" if rest[-1] else r"[^\n]*")


def fits(pattern: str, word: str) -> bool:
    """Whether a word fits a pattern with `*` and `?`."""
    return _expression(pattern).fullmatch(word) is not None
