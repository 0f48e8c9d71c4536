"""Where a topic's words stand: in the whole index by their postings, in one passage by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from index.align.reading import Places, Reading, beginnings
from index.align.terms import Runs, Term, count, settle, terms, within_sentences
from index.corpus import Corpus
from index.query.match import match
from index.store.index import Index
from index.store.schema import places
from index.topics.model import Topic, any_of

_FIELD = "text"
# Topics looked for in one index that are kept: a matrix and the views that are opened from it.
_KEPT = 64
# Passages whose sentences are kept, at some 150 bytes each: those with a phrase of any topic.
_PASSAGES = 50_000


@dataclass(frozen=True, slots=True)
class Words:
    """What is looked for on a topic, and what keeps false friends out."""

    asked: tuple[Term, ...]
    barred: tuple[Term, ...]


@dataclass(frozen=True)
class Found:
    """A topic looked for in an index.

    `read_as` tells in words how it was understood. `counts` tells how often its words stand in each passage
    that has any, notes included, by the passage's number; `places` where they stand in one of these passages.
    `own` are the stems of its words. `articles` are the ids of those that the topic's query chooses by its
    filters, None for all.
    """

    read_as: str
    own: frozenset[str]
    counts: dict[int, int]
    places: Callable[[Reading], list[Places]]
    articles: frozenset[str] | None = None


_found: WeakKeyDictionary[Index, dict[Topic, Found]] = WeakKeyDictionary()


def find(corpus: Corpus, index: Index, topic: Topic) -> Found:
    """Look for a topic by its query, or else by its words; what words find is kept with the index."""
    if topic.query:
        return _by_query(corpus, index, topic)
    known = _found.setdefault(index, {})
    if topic not in known:
        if len(known) >= _KEPT:
            known.pop(next(iter(known)))
        known[topic] = _by_words(index, topic)
    return known[topic]


@lru_cache(maxsize=256)
def words_of(topic: Topic) -> Words:
    """The words of a topic, ready to be looked for."""
    return Words(terms(topic.words), terms(topic.exclude))


def _by_words(index: Index, topic: Topic) -> Found:
    words = words_of(topic)
    return Found(
        topic.reads, _stems(words.asked), counts(index, words), lambda reading: places_in(words, reading)
    )


def _by_query(corpus: Corpus, index: Index, topic: Topic) -> Found:
    def named(name: str) -> tuple[str, str, str, str]:
        other = corpus.topic(name)
        return other.id, other.label, other.asks, other.bars

    matches = match(index, topic.query, kinds=("body", "quote", "note"), topic=named)
    marker = matches.marker
    asked = [Term(stem, (stem,)) for stem in sorted(marker.stems)]
    asked += [Term(phrase.text, phrase.stems, slop=phrase.slop) for phrase in marker.phrases]
    barred = terms(topic.exclude)
    often = counts(index, Words(tuple(asked), barred))
    documents = set(matches.documents)
    if barred:
        plain = counts(index, Words(tuple(asked), ()))
        documents = {document for document in documents if document in often or document not in plain}

    def places(reading: Reading) -> list[Places]:
        marked = reading.places(marker.spans(reading.passage.text))
        return _places(settle(_runs(marked), _in(barred, reading)))

    # What a pattern or a date matched has no counted word, and is there once.
    told = f"{matches.read_as}, not counting {any_of(topic.exclude)}" if topic.exclude else matches.read_as
    tally = {document: often.get(document, 1) for document in sorted(documents)}
    return Found(told, _stems(asked), tally, places, matches.articles)


def _stems(asked: Iterable[Term]) -> frozenset[str]:
    return frozenset(stem for term in asked for stem in (*term.stems, term.joined))


def places_in(words: Words, reading: Reading) -> list[Places]:
    """Where the topic's words stand in a passage, apart and in order."""
    found = _places(settle(_in(words.asked, reading), _in(words.barred, reading)))
    plain = {term.stems[0] for term in words.asked if len(term.stems) == 1}
    # A hyphenated word that was found as one is marked to its end, but not one of which a piece was found.
    return [
        (first, last if reading.words[first].stem in plain else max(last, reading.joined_at.get(first, last)))
        for first, last in found
    ]


def counts(index: Index, words: Words) -> dict[int, int]:
    """How often the topic's words stand in each passage that has any, by its number in the index."""
    plain = {term.stems[0] for term in words.asked if len(term.stems) == 1}
    plain |= {term.joined for term in words.asked if term.joined}
    tally: dict[int, int] = {}
    for stem in sorted(plain):
        found = index.postings(_FIELD, stem)
        for document, often in zip(found.documents, found.weights, strict=True):
            tally[document] = tally.get(document, 0) + often
    # Where phrases or barred words stand too, a word may be counted twice or wrongly: settled by its places.
    asked = _standing(index, [term for term in words.asked if len(term.stems) > 1])
    barred = _standing(index, words.barred, tally.keys() | asked.keys())
    for joined in sorted({term.joined for term in words.barred if term.joined}):
        for document, mask in index.masks(_FIELD, joined, None).items():
            barred.setdefault(document, []).append((1, mask))
    close = sorted(asked.keys() | (barred.keys() & tally.keys()))
    if close:
        for stem in sorted(plain):
            for document, mask in index.masks(_FIELD, stem, close).items():
                asked.setdefault(document, []).append((1, mask))
        for document in close:
            tally[document] = count(settle(asked.get(document, []), barred.get(document, [])))
    return {document: often for document, often in tally.items() if often}


def _standing(index: Index, sought: Iterable[Term], among: Set[int] | None = None) -> dict[int, Runs]:
    """The passages (`among` some) that have any of some words or phrases, with their places."""
    standing: dict[int, Runs] = {}
    for term in sought:
        stems = sorted(set(term.stems), key=lambda stem: (index.document_frequency(stem, _FIELD), stem))
        masks: dict[str, Mapping[int, int]] = {}
        documents: Iterable[int] = index.postings(_FIELD, stems[0]).documents
        if among is not None:
            documents = [document for document in documents if document in among]
        for stem in stems:
            masks[stem] = index.masks(_FIELD, stem, documents)
            documents = masks[stem].keys()
        alone = Term(term.text, term.stems, slop=term.slop)
        for document in documents:
            runs = alone.find({stem: masks[stem][document] for stem in stems}.__getitem__)
            if runs and len(term.stems) > 1:
                runs = within_sentences(runs, _begins(index, document))
            if runs:
                standing.setdefault(document, []).extend(runs)
    return standing


_sentences: WeakKeyDictionary[Index, dict[int, int]] = WeakKeyDictionary()


def _begins(index: Index, document: int) -> int:
    """The words of a passage that begin a sentence; kept with the index, as phrases come again."""
    known = _sentences.setdefault(index, {})
    if document not in known:
        if len(known) >= _PASSAGES:
            known.clear()
        known[document] = beginnings(index.passage(document).text)
    return known[document]


def _in(sought: Iterable[Term], reading: Reading) -> Runs:
    """Where words and phrases stand in a passage, phrases within a sentence."""
    return within_sentences(_all(sought, reading.mask), reading.begins)


def _all(sought: Iterable[Term], mask: Callable[[str], int]) -> Runs:
    return [run for term in sought for run in term.find(mask)]


def _runs(places: Iterable[Places]) -> Runs:
    return [(last - first + 1, 1 << first) for first, last in places]


def _places(runs: Runs) -> list[Places]:
    return sorted((start, start + length - 1) for length, starts in runs for start in places(starts))
