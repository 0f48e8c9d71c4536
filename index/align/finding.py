"""Where a topic's words stand: in the whole index by their postings, in one passage by its words."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from index.align.reading import Places, Reading
from index.align.terms import Term, merged, occurrences, terms
from index.search.match import match
from index.store.index import Index
from index.topics.model import Topic

_FIELD = "text"


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for on a topic, and what keeps false friends out."""

    asked: tuple[Term, ...]
    barred: tuple[Term, ...]


@lru_cache(maxsize=256)
def words_of(topic: Topic) -> Words:
    """The words of a topic, ready to be looked for."""
    return Words(terms(topic.words), terms(topic.exclude))


@dataclass(frozen=True)
class Found:
    """A topic looked for in an index.

    `counts` tells how often its words stand in each passage that has any, notes included, by the passage's
    number; `places` where they stand in one of these passages.
    """

    counts: dict[int, int]
    places: Callable[[Reading], list[Places]]


def find(index: Index, topic: Topic) -> Found:
    """Look for a topic by its words, or by its query where it has one."""
    if not topic.query:
        words = words_of(topic)
        return Found(counts(index, words), lambda reading: places_in(words, reading))
    matches = match(index, topic.query, kinds=("body", "quote", "note"))
    marker = matches.marker
    asked = [Term(stem, (stem,)) for stem in sorted(marker.stems)]
    asked += [Term(phrase.text, phrase.stems, slop=phrase.slop) for phrase in marker.phrases]
    barred = terms(topic.exclude)
    often = counts(index, Words(tuple(asked), barred))
    kept = set(matches.documents) - _barred(index, Words(tuple(asked), barred), matches.documents, often)

    def places(reading: Reading) -> list[Places]:
        marked = reading.places(matches.spans(reading.passage.text))
        return _unbarred(marked, [place for term in barred for place in term.find(reading)])

    return Found({document: often.get(document, 1) for document in sorted(kept)}, places)


def _barred(index: Index, words: Words, documents: Iterable[int], often: dict[int, int]) -> set[int]:
    """Passages whose every asked word is barred; those with no counted word (a pattern, a date) stay."""
    if not words.barred:
        return set()
    plain = counts(index, Words(words.asked, ()))
    return {document for document in documents if document in plain and document not in often}


def places_in(words: Words, reading: Reading) -> list[Places]:
    """Where the topic's words stand in a passage, apart and in order."""
    asked = merged(place for term in words.asked for place in term.find(reading))
    return _unbarred(asked, [place for term in words.barred for place in term.find(reading)])


def counts(index: Index, words: Words) -> dict[int, int]:
    """How often the topic's words stand in each passage that has any, by its number in the index."""
    plain = {term.stems[0] for term in words.asked if len(term.stems) == 1}
    plain |= {term.joined for term in words.asked if term.joined}
    tally: Counter[int] = Counter()
    for stem in sorted(plain):
        found = index.postings(_FIELD, stem)
        if tally:
            for document, often in zip(found.documents, found.weights, strict=True):
                tally[document] += often
        else:
            tally.update(dict(zip(found.documents, found.weights, strict=True)))
    # Where phrases or barred words stand too, words may be counted twice or not at all: counted to the place.
    close = _together(index, [*words.asked, *words.barred])
    if close:
        exact = _places(index, words, close)
        for document in close:
            tally[document] = len(exact[document])
    return {document: often for document, often in tally.items() if often}


def _together(index: Index, terms: Iterable[Term]) -> list[int]:
    """The passages that have all stems of a phrase, for any of the phrases."""
    found: set[int] = set()
    for term in terms:
        if len(term.stems) == 1:
            continue
        stems = sorted(set(term.stems), key=lambda stem: index.document_frequency(stem, _FIELD))
        both: set[int] | None = None
        for stem in stems:
            documents = index.postings(_FIELD, stem).documents
            both = set(documents) if both is None else both.intersection(documents)
            if not both:
                break
        found |= both or set()
    return sorted(found)


def _places(index: Index, words: Words, documents: list[int]) -> dict[int, list[Places]]:
    """Where the topic's words stand in some passages, by their positions in the index."""
    every = (*words.asked, *words.barred)
    stems = {stem for term in every for stem in (*term.stems, term.joined) if stem}
    at = {stem: index.positions(_FIELD, stem, documents) for stem in sorted(stems)}
    found: dict[int, list[Places]] = {}
    for document in documents:
        asked, barred = (
            [place for term in group for place in _stands(term, at, document)]
            for group in (words.asked, words.barred)
        )
        found[document] = _unbarred(merged(asked), barred)
    return found


def _stands(term: Term, at: dict[str, dict[int, array[int]]], document: int) -> list[Places]:
    nowhere = array("I")
    places = [at[stem].get(document, nowhere) for stem in term.stems]
    joined = at[term.joined].get(document, nowhere) if term.joined else nowhere
    return occurrences(term, places, [(place, place) for place in joined])


def _unbarred(asked: list[Places], barred: list[Places]) -> list[Places]:
    """The places that count: none inside a barred phrase, and none at all where one stands by itself."""
    if any(all(one[1] < out[0] or out[1] < one[0] for one in asked) for out in barred):
        return []
    return [one for one in asked if not any(out[0] <= one[0] and one[1] <= out[1] for out in barred)]
