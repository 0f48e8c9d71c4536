"""Marking in a text what a query matched, to the character, by reading it as it was indexed."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, compress, count
from typing import NamedTuple

from index.query.answer import is_stop, word_itself
from index.query.tree import (
    And,
    Bag,
    Completion,
    Fuzzy,
    Node,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Word,
)
from index.store.analysis import Token, stem, tokens
from index.store.folding import fold
from index.store.held import Held

Spans = tuple[tuple[int, int], ...]


# Stands for the stem of a chunk that has several words or pieces.
_SEVERAL = "\0"
_MOST_CHUNKS = 200_000
# Longer chunks are addresses, or text of a script without spaces, and seldom come again.
_LONGEST = 64
# Characters of the texts that are held as they were read, at some 20 bytes each, and of the long chunks that
# are held as terms, at some 20 to 100: the passages of some dozens of searches.
_MOST_READ = 600_000
_MOST_LONG = 400_000
_AROUND = string.punctuation + "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00ab\u00bb"


class _Stems(dict[str, str]):
    """The stem of each chunk of text that was met: looked up at the speed of a dict, or worked out.

    A chunk is what stands between two spaces; that of no word is empty.
    """

    def __missing__(self, chunk: str) -> str:
        if len(chunk) > _LONGEST:
            return _SEVERAL
        word = chunk.strip(_AROUND)
        if word.isascii() and word.isalpha():
            found = stem(word.lower())
        else:
            parts = _tokens_of_short(chunk)
            found = (parts[0].stem if len(parts) == 1 else _SEVERAL) if parts else ""
        if len(self) > _MOST_CHUNKS:
            self.clear()
        self[chunk] = found
        return found


_STEMS = _Stems()
_tokens_of_short = lru_cache(maxsize=16_384)(tokens)
_LONG: Held[str, list[Token]] = Held(_MOST_LONG)


def _tokens(chunk: str) -> list[Token]:
    """Give the terms of a chunk; a chunk of megabytes is not held for longer than there is room for it."""
    if len(chunk) <= _LONGEST:
        return _tokens_of_short(chunk)
    known = _LONG.get(chunk)
    return _LONG.hold(chunk, tokens(chunk), len(chunk)) if known is None else known


class _Read(NamedTuple):
    """The chunks of a text in order: the stem, the place and the text of each.

    A place is told without the space before each chunk.
    """

    stems: list[str]
    places: list[int]
    chunks: list[str]


_READ: Held[str, _Read] = Held(_MOST_READ)


def _read(text: str) -> _Read:
    """Read a text by its chunks; while a query is typed the same passages come again."""
    known = _READ.get(text)
    return _READ.hold(text, _read_anew(text), len(text)) if known is None else known


def _read_anew(text: str) -> _Read:
    chunks = text.split()
    places = list(accumulate(map(len, chunks), initial=0))
    places.pop()
    if chunks and places[-1] + len(chunks[-1]) + len(chunks) - 1 != len(text):
        start = 0
        for number, chunk in enumerate(chunks):
            start = text.index(chunk, start)
            places[number] = start - number
            start += len(chunk)
    return _Read(list(map(_STEMS.__getitem__, chunks)), places, chunks)


@dataclass(frozen=True)
class Marker:
    """What to mark: stems, words as they are spelt, and phrases."""

    stems: frozenset[str]
    words: frozenset[str]
    phrases: tuple[Phrase, ...]

    def spans(self, text: str) -> Spans:
        """Give the marked runs of a text in order and apart; a phrase is one run."""
        found: list[tuple[int, int]] = []
        stems, words, sought = self.stems, self.words, self._sought
        read = _read(text)
        for number in compress(count(), map(sought.__contains__, read.stems)):
            start = read.places[number] + number
            for word, root, left, right, _ in _tokens(read.chunks[number]):
                if root in stems or word in words:
                    found.append((start + left, start + right))
        if self.phrases:
            placed = self._placed(text)
            for phrase in self.phrases:
                found.extend(_phrase(phrase, placed))
        return merged(found)

    @cached_property
    def _sought(self) -> frozenset[str]:
        return self.stems | {stem(word) for word in self.words} | {_SEVERAL}

    def _placed(self, text: str) -> dict[int, list[Token]]:
        """Give the tokens that may be part of a phrase, by position."""
        linked = {root for phrase in self.phrases for root in phrase.stems}
        prefixes = tuple(phrase.prefix for phrase in self.phrases if phrase.prefix)
        placed: dict[int, list[Token]] = {}
        position = 0
        for number, (known, place, chunk) in enumerate(zip(*_read(text), strict=True)):
            if known not in linked and known != _SEVERAL and not prefixes:
                position += known != ""
                continue
            start = place + number
            parts = _tokens(chunk)
            for word, root, left, right, offset in parts:
                if root in linked or (prefixes and word.startswith(prefixes)):
                    token = Token(word, root, start + left, start + right, position + offset)
                    placed.setdefault(token.position, []).append(token)
            position += max((part.position + 1 for part in parts), default=0)
        return placed


def marker(tree: Node, forms: Mapping[Node, Sequence[str]], topics: Sequence[Node] = ()) -> Marker:
    """Gather what a query marks.

    `forms` are the words that patterns and guesses stood for; `topics` were searched beside it.
    """
    stems: set[str] = set()
    words: set[str] = set()
    phrases: list[Phrase] = []

    def gather(node: Node, beside: bool) -> None:
        match node:
            case Word():
                if beside and is_stop(node):
                    return
                if node.joined:
                    stems.add(node.joined)
                if len(node.pieces) > 1:
                    phrases.append(Phrase(node.start, node.end, node.text, node.pieces))
                # What a misspelt word was taken for is found in all its forms.
                stems.update(map(stem, forms.get(node, ())))
            case Completion():
                words.update(forms.get(node, ()))
                if (word := word_itself(node, forms)) is not None:
                    gather(word, beside)
            case Pattern() | Fuzzy():
                words.update(forms.get(node, ()))
            case Phrase():
                phrases.append(node)
            case TopicRef(asked=asked):
                inner = marker(asked, forms)
                stems.update(inner.stems)
                words.update(inner.words)
                phrases.extend(inner.phrases)
            case And(parts=parts) | Or(parts=parts):
                for part in parts:
                    gather(part, beside)
            case Bag():
                only_stops = all(is_stop(word) for word in node.words)
                for part in node.sought:
                    gather(part, not only_stops)
            case _:
                return

    for node in (tree, *topics):
        gather(node, False)
    return Marker(frozenset(stems), frozenset(words), tuple(phrases))


def merged(spans: Sequence[tuple[int, int]]) -> Spans:
    """Put spans in order and join those that overlap."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _phrase(phrase: Phrase, placed: Mapping[int, list[Token]]) -> list[tuple[int, int]]:
    if phrase.slop is not None:
        return _near(phrase, placed)
    found = []
    for place, here in placed.items():
        for token in here:
            if not _is(token, phrase, 0):
                continue
            last = token
            for offset in range(1, len(phrase.stems)):
                following = [one for one in placed.get(place + offset, ()) if _is(one, phrase, offset)]
                if not following:
                    break
                last = following[0]
            else:
                found.append((token.start, max(last.end, token.end)))
    return found


def _is(token: Token, phrase: Phrase, offset: int) -> bool:
    if token.stem == phrase.stems[offset]:
        return True
    ending = bool(phrase.prefix) and offset == len(phrase.stems) - 1
    return ending and token.word.startswith(phrase.prefix)


def _near(phrase: Phrase, placed: Mapping[int, list[Token]]) -> list[tuple[int, int]]:
    width = len(phrase.stems) - 1 + (phrase.slop or 0)
    wanted = set(phrase.stems)
    held = [token for place in sorted(placed) for token in placed[place] if token.stem in wanted]
    found: list[tuple[int, int]] = []
    inside: Counter[str] = Counter()
    end = done = 0
    for first, token in enumerate(held):
        while end < len(held) and held[end].position - token.position <= width:
            inside[held[end].stem] += 1
            end += 1
        if all(inside[root] for root in wanted):
            found.extend((one.start, one.end) for one in held[max(first, done) : end])
            done = end
        inside[token.stem] -= 1
    return found


def surfaces(text: str, spans: Spans) -> list[str]:
    """Give the marked words as the text spells them, each spelling once, in order."""
    found: dict[str, str] = {}
    for start, end in spans:
        found.setdefault(fold(text[start:end]), " ".join(text[start:end].split()))
    return list(found.values())
