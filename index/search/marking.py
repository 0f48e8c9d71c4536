"""Marking in a text what a query matched, to the character, by reading it as it was indexed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index.search.evaluate import is_stop
from index.search.tree import (
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
from index.store.analysis import Token, tokens
from index.store.folding import fold

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marker:
    """What to mark: stems, words as they are spelt, and phrases."""

    stems: frozenset[str]
    words: frozenset[str]
    phrases: tuple[Phrase, ...]

    def spans(self, text: str) -> Spans:
        """Give the marked runs of a text in order and apart; a phrase is one run."""
        read = tokens(text)
        found = [
            (token.start, token.end) for token in read if token.stem in self.stems or token.word in self.words
        ]
        if self.phrases:
            placed = _placed(read)
            for phrase in self.phrases:
                found.extend(_phrase(phrase, read, placed))
        return merged(found)


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
                words.update(forms.get(node, ()))
            case Completion(word=word):
                words.update(forms.get(node, ()))
                words.add(node.text)
                if word is not None:
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
                parts = (*node.words, *node.required)
                only_stops = all(is_stop(word) for word in node.words)
                for part in parts:
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


def _placed(read: Sequence[Token]) -> dict[int, list[Token]]:
    placed: dict[int, list[Token]] = {}
    for token in read:
        placed.setdefault(token.position, []).append(token)
    return placed


def _phrase(
    phrase: Phrase, read: Sequence[Token], placed: Mapping[int, list[Token]]
) -> list[tuple[int, int]]:
    if phrase.slop is not None:
        return _near(phrase, read)
    found = []
    for token in read:
        if token.stem != phrase.stems[0] and not (phrase.prefix and len(phrase.stems) == 1):
            continue
        last = token
        for offset, wanted in enumerate(phrase.stems):
            ending = phrase.prefix if offset == len(phrase.stems) - 1 else ""
            here = [one for one in placed.get(token.position + offset, ()) if _is(one, wanted, ending)]
            if not here:
                break
            last = here[0]
        else:
            found.append((token.start, max(last.end, token.end)))
    return found


def _is(token: Token, wanted: str, prefix: str) -> bool:
    return token.stem == wanted or bool(prefix and token.word.startswith(prefix))


def _near(phrase: Phrase, read: Sequence[Token]) -> list[tuple[int, int]]:
    width = len(phrase.stems) - 1 + (phrase.slop or 0)
    wanted = set(phrase.stems)
    held = [token for token in read if token.stem in wanted]
    found: list[tuple[int, int]] = []
    for first, token in enumerate(held):
        window = [one for one in held[first:] if one.position - token.position <= width]
        if {one.stem for one in window} == wanted:
            found.extend((one.start, one.end) for one in window)
    return found


def surfaces(text: str, spans: Spans) -> list[str]:
    """Give the marked words as the text spells them, each spelling once, in order."""
    found: dict[str, str] = {}
    for start, end in spans:
        found.setdefault(fold(text[start:end]), " ".join(text[start:end].split()))
    return list(found.values())
