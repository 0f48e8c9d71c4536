"""The spellings that a query found, and what it may have meant where it found little."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from index.hygiene import clean
from index.query.answer import Answer, is_stop
from index.query.marking import Marker, surfaces
from index.query.mending import mended, single_words, words_within
from index.query.parser import Parsed
from index.query.scoring import scorer_of
from index.query.tree import Completion, Node, Word
from index.query.variants import variants
from index.results import Hit
from index.store.analysis import stem
from index.store.folding import fold
from index.store.index import Index

# Spellings shown: the line has room for no more.
_SHOWN = 8
# Passages read to count phrases.
_READ = 100
# A result of no more than this many passages may be a slip of the one who typed.
_FEW = 2
# Other spellings of a name are offered in queries of so many words, and so many of them.
_NAMES = 6
_SPELLINGS = 3


def spellings(
    index: Index, tree: Node, answer: Answer, hits: Sequence[Hit], marks: Marker, *, typing: bool
) -> tuple[tuple[str, int], ...]:
    """Count the passages found by the forms of the words that they have, most first.

    Forms are given as the best hits spell them; phrases and names in pieces count as a whole. While `typing`,
    only forms in the hits are counted.
    """
    seen = Counter(surface for hit in hits for surface in hit.matched)
    shown = {fold(surface): surface for surface, _ in reversed(seen.most_common())}
    asked = [word for word in single_words(tree) if len(word.pieces) == 1 and not is_stop(word)]
    known = index.vocabulary.forms
    forms = {form for word in asked for form in known.get(word.joined, ())}
    forms.update(form for found in answer.forms.values() for form in found)
    counted: Counter[str] = Counter()
    if typing:
        forms &= shown.keys()
    answers = answer.documents.__contains__
    for form in sorted(forms, key=lambda form: (-index.vocabulary.count(form), form))[: 4 * _SHOWN]:
        found = sum(map(answers, index.postings("word", form).documents))
        if found:
            counted[shown.get(form, form)] += found
    if marks.phrases:
        for matched in _matched(index, answer, hits, marks, typing):
            counted.update(surface for surface in matched if fold(surface) not in forms)
    return tuple(counted.most_common(_SHOWN))


def _matched(
    index: Index, answer: Answer, hits: Sequence[Hit], marks: Marker, typing: bool
) -> Iterator[Sequence[str]]:
    if typing or len(answer.documents) <= len(hits):
        yield from (hit.matched for hit in hits)
        return
    for document in sorted(answer.documents)[:_READ]:
        text = index.passage(document).text
        yield surfaces(text, marks.spans(text))


def suggestion(
    index: Index, parsed: Parsed, answer: Answer, hits: Sequence[Hit], *, typing: bool
) -> str | None:
    """Give a query that may find what was meant.

    Where little was found, or only by a guess, misspelt words are mended from the corpus' own. A name that
    the corpus spells another way too is asked for in both spellings, unless someone is still `typing`.
    """
    few = len(answer.documents) <= _FEW or bool(answer.corrected) or answer.whole == set()
    asked = list(single_words(parsed.tree, declared=False)) if few or not typing else []
    # A word that is still being typed and may become one of the corpus is no slip.
    guessed = {node.word for node, found in answer.forms.items() if isinstance(node, Completion) and found}
    asked = [word for word in asked if word not in guessed]
    # A word that is written small where it was found is no name.
    small = {surface for hit in hits for surface in hit.matched if surface.islower()}
    query = parsed.query
    changes: list[tuple[int, int, str]] = []
    for field, word in words_within(parsed) if few else ():
        if better := mended(index, word, field):
            changes.append((word.start, word.end, _as_written(better, word)))
    for word in asked:
        better = answer.corrected.get(word) or (mended(index, word) if few else None)
        if better:
            changes.append((word.start, word.end, _as_written(better, word)))
        elif typing or len(asked) > _NAMES or fold(word.text) in small:
            continue
        elif other := _otherwise(index, word, asked):
            both = " OR ".join((word.text, *(_as_written(one, word) for one in other)))
            alone = query.strip() == word.text
            changes.append((word.start, word.end, both if alone else f"({both})"))
    if not changes:
        return None if answer.documents else _elsewhere(index, asked)
    for start, end, better in sorted(changes, reverse=True):
        query = query[:start] + better + query[end:]
    return clean(query)[0]


def _as_written(other: str, word: Word) -> str:
    return other.capitalize() if word.text[:1].isupper() else other


def _otherwise(index: Index, word: Word, asked: Sequence[Word]) -> list[str]:
    """Give the other spellings of a name that the query does not ask for."""
    if len(word.pieces) > 1:
        return []
    known = {one.joined for one in asked}
    return [other for other in variants(index, fold(word.text)) if stem(other) not in known][:_SPELLINGS]


def _elsewhere(index: Index, asked: Sequence[Word]) -> str | None:
    """Ask for words that no text has in the field that has them all: the authors, or the sources."""
    words = {fold(word.text) for word in asked}
    spelt = " ".join(word.text for word in asked)
    for field in ("author", "source") if words else ():
        if words <= scorer_of(index).field_words(field):
            return f"{field}:{spelt}" if len(asked) == 1 else f'{field}:"{spelt}"'
    return None
