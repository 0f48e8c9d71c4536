"""Marking in a text what a query matched, to the character, by reading it as it was indexed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count

from index.query import chunks
from index.query.answer import word_itself
from index.query.chunks import Read
from index.query.small import counted
from index.query.tree import (
    And,
    Bag,
    Completion,
    Field,
    Fuzzy,
    Node,
    Or,
    Pattern,
    Phrase,
    TopicRef,
    Word,
)
from index.store.analysis import Token, stem
from index.store.folding import fold

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Marker:
    """What to mark: stems, words as they are spelt, and phrases.

    `heads` has what was asked for in titles, or in headings of sections, alone, by the name of the field.
    """

    stems: frozenset[str]
    words: frozenset[str]
    phrases: tuple[Phrase, ...]
    heads: tuple[tuple[str, Marker], ...] = ()

    def spans(self, text: str) -> Spans:
        """Give the marked runs of a text in order and apart; a phrase is one run."""
        found: list[tuple[int, int]] = []
        stems, words = self.stems, self.words
        whole = chunks.read(text) if self.phrases else None
        for start, chunk in self._likely(text, whole):
            for word, root, left, right, _ in chunks.terms(chunk):
                if root in stems or word in words:
                    found.append((start + left, start + right))
        if whole:
            placed = self._placed(whole)
            for phrase in self.phrases:
                found.extend(_phrase(phrase, placed))
        return merged(found)

    def head_spans(self, field: str, text: str) -> Spans:
        """Give the marked runs of a `title`, or of the heading of a `section`."""
        found = self.spans(text)
        for name, own in self.heads:
            found = merged((*found, *own.spans(text))) if name == field else found
        return found

    def _likely(self, text: str, whole: Read | None) -> Iterable[tuple[int, str]]:
        """Find the chunks, with their places, that may hold what is sought by itself."""
        if whole is None and self._letters:
            found = chunks.holding(text, self._letters)
            if found is not None:
                return found
        known = whole or chunks.read(text)
        numbers = compress(count(), map(self._sought.__contains__, known.stems))
        return [(known.places[number] + number, known.chunks[number]) for number in numbers]

    @cached_property
    def _sought(self) -> frozenset[str]:
        return self.stems | {stem(word) for word in self.words} | {chunks.SEVERAL}

    @cached_property
    def _letters(self) -> frozenset[str]:
        return chunks.letters_of(self.stems, self.words)

    def _placed(self, whole: Read) -> dict[int, list[Token]]:
        """Give the tokens that may be part of a phrase, by position."""
        linked = {root for phrase in self.phrases for root in phrase.stems}
        prefixes = tuple(phrase.prefix for phrase in self.phrases if phrase.prefix)
        placed: dict[int, list[Token]] = {}
        position = 0
        for number, (known, place, chunk) in enumerate(zip(*whole, strict=True)):
            if known not in linked and known != chunks.SEVERAL and not prefixes:
                position += known != ""
                continue
            start = place + number
            parts = chunks.terms(chunk)
            for word, root, left, right, offset in parts:
                if root in linked or (prefixes and word.startswith(prefixes)):
                    token = Token(word, root, start + left, start + right, position + offset)
                    placed.setdefault(token.position, []).append(token)
            position += max((part.position + 1 for part in parts), default=0)
        return placed


def marker(
    tree: Node,
    forms: Mapping[Node, Sequence[str]],
    topics: Sequence[Node] = (),
    head_forms: Mapping[Node, Sequence[str]] | None = None,
) -> Marker:
    """Gather what a query marks.

    `forms` are the words that patterns and guesses stood for, `head_forms` those in titles and headings
    alone; `topics` were searched beside it.
    """
    stems: set[str] = set()
    words: set[str] = set()
    phrases: list[Phrase] = []
    heads: list[tuple[str, Marker]] = []

    def gather(node: Node) -> None:
        match node:
            case Word():
                if node.joined:
                    stems.add(node.joined)
                if len(node.pieces) > 1:
                    phrases.append(Phrase(node.start, node.end, node.text, node.pieces))
                # What a misspelt word was taken for is found in all its forms.
                stems.update(map(stem, forms.get(node, ())))
            case Completion():
                words.update(forms.get(node, ()))
                if (word := word_itself(node, forms)) is not None:
                    gather(word)
            case Pattern() | Fuzzy():
                words.update(forms.get(node, ()))
            case Phrase():
                phrases.append(node)
            case Field(name="title" | "section" as name, asked=asked):
                heads.append((name, marker(asked, head_forms or {})))
            case TopicRef(asked=asked):
                inner = marker(asked, forms, (), head_forms)
                stems.update(inner.stems)
                words.update(inner.words)
                phrases.extend(inner.phrases)
                heads.extend(inner.heads)
            case And(parts=parts) | Or(parts=parts):
                for part in parts:
                    gather(part)
            case Bag():
                for part in (*counted(node.words), *node.demanded):
                    gather(part)
            case _:
                return

    for node in (tree, *topics):
        gather(node)
    return Marker(frozenset(stems), frozenset(words), tuple(phrases), tuple(heads))


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
