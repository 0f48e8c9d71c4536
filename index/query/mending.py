"""The words of a query that may be misspelt, and the words of the corpus that they may be."""

from __future__ import annotations

from collections.abc import Iterator

from index.query.answer import is_stop
from index.query.expansion import edit_distance, near
from index.query.lexer import QUOTES
from index.query.parser import Parsed
from index.query.reading import word_of
from index.query.scoring import scorer_of
from index.query.tree import And, Bag, Completion, Field, Node, Or, Phrase, TopicRef, Word
from index.store.analysis import runs, stem
from index.store.folding import fold
from index.store.index import Index

# A shorter word is too much like others, and one of so many letters may be misspelt twice: two letters of a
# shorter one make another word of it.
_SHORTEST = 4
_LONG = 7


def mended(index: Index, word: Word, field: str = "text") -> str | None:
    """Give the word of the texts, or of a field, that is nearest to one that is not there."""
    spelt = fold(word.text)
    if len(spelt) < _SHORTEST or not spelt.isalpha() or is_stop(word):
        return None
    edits = 1 if len(spelt) < _LONG else 2
    if field == "text":
        if index.document_frequency(word.joined):
            return None
        known = [
            (distance, -index.vocabulary.count(other), other)
            for distance, other in near(spelt, edits, index.vocabulary)
        ]
    else:
        if scorer_of(index).term(field, word.joined):
            return None
        words = scorer_of(index).field_words(field)
        known = [(edit_distance(spelt, other, edits), 0, other) for other in words]
    found = [
        (distance, other[:1] != spelt[:1], rank, other)
        for distance, rank, other in known
        if distance <= edits and other.isalpha() and stem(other) != word.joined
        if distance < 2 or other[0] == spelt[0]
    ]
    return min(found)[3] if found else None


def single_words(node: Node, *, declared: bool = True) -> Iterator[Word]:
    """Give the single words of a query, with those of its topics when `declared`."""
    match node:
        case Word():
            yield node
        case Completion(word=word) if word is not None:
            yield word
        case TopicRef(asked=asked) if declared:
            yield from single_words(asked)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from single_words(part, declared=declared)
        case Bag():
            for part in (*node.words, *node.demanded):
                yield from single_words(part, declared=declared)
        case _:
            return


def words_within(parsed: Parsed) -> Iterator[tuple[str, Word]]:
    """Give the words in the phrases and fields of a query, each with the field that it is looked for in."""
    return _within(parsed, parsed.tree, "text")


def _within(parsed: Parsed, node: Node, field: str) -> Iterator[tuple[str, Word]]:
    match node:
        case Word() if field != "text":
            yield field, node
        case Completion(word=word) if word is not None and field != "text":
            yield field, word
        case Phrase():
            yield from ((field, word) for word in _in_quotes(parsed.query, node))
        case Field(name=name, asked=asked):
            yield from _within(parsed, asked, name)
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _within(parsed, part, field)
        case Bag():
            for part in (*node.words, *node.required):
                yield from _within(parsed, part, field)
        case _:
            return


def _in_quotes(query: str, phrase: Phrase) -> Iterator[Word]:
    start = phrase.start + 1
    end = next((at for at in range(start, phrase.end) if query[at] in QUOTES), phrase.end)
    found = [word_of(run.group(), start + run.start(), start + run.end()) for run in runs(query[start:end])]
    # A last word that may go on is no slip.
    yield from found[:-1] if phrase.prefix else found
