"""Which words of a passage are worth naming when two passages are said to share them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from index.align.likeness import Weights, is_name, same_word, spelling
from index.align.reading import Reading
from index.store.analysis import stem
from index.store.folding import fold

# Words that join and qualify, offices, titles and days are about nothing: sharing one tells nothing.
_EMPTY_WORDS = """
able about above according account across actual actually add again ago ahead allow almost alone along
already although always among amount another any anything apart apparently appear around aside ask away back
based bear become began behind believe best better beyond big bring broad call came case cause certain
certainly clear clearly close come common complete consider consist continue could couple course current day
deal despite did different directly do done due each earlier early either else end enough entire especially
essence essential even ever every evident exactly example expect extent extremely fact fairly far few final
finally find first five follow former forward found four full fully further furthermore gain gave general
generally get give given go going good great greater greatly had half hand happen hard hardly high highly
hold hope however huge important importantly include including increase increasing increasingly indeed
instance instead issue keep key kind know known lack large largely last late later latest lead least leave
led left less let level lie lies like likely little live long longer look lot low main mainly major make
many matter maybe mean meanwhile merely might month more moreover most mostly move much must name namely
near nearly need neither never nevertheless new next nonetheless nor notably note nothing now number obvious
often once one ongoing only open order other otherwise out over own part particular particularly past
perhaps place point position possibility possible potential present previous previously primarily prior
probably problem process prove put quite rather reach real reality really reason recent recently regard
regarding relatively remain report respect result return right run said same say second see seek seem seen
serious set several shall short should show side significant significantly similar simply since single
situation six so some something soon sort stand start state statement step still strong such suggest sure
suspect take taken tell ten term than that therefore thing think third though thought three through
throughout thus time today together told too took toward towards true try turn two type ultimately unless
until upon use used using usually various very view want way week well went whatever whether which while
whole whose why wide will with within without work would year yet also may ii iii iv
united minister ministry president prime deputy official spokesman speaker
january february march april june july august september october november december monday tuesday wednesday
thursday friday saturday sunday
"""
# The logarithm of four: a word in a quarter of the passages of a corpus is what the corpus is about.
_RARE = math.log(4)
# In a corpus of a few passages every word is in a quarter of them.
_FEW = 4
_EMPTY = frozenset(stem(fold(word)) for word in _EMPTY_WORDS.split())


def is_empty(stem: str) -> bool:
    """Whether a stem only joins or qualifies: two texts may share it and be about different things."""
    return stem in _EMPTY


def telling(reading: Reading, weights: Weights, within: Iterable[int] | None = None) -> list[str]:
    """The stems of a passage that are about something, names and rare ones first; `within` some sentences.

    Left out are the topic's own words, single digits, and what stands in a quarter of all passages or more.
    """
    chosen = None if within is None else frozenset(within)
    key = (reading.passage.article, reading.passage.n, chosen)
    known = weights.told.get(key)
    if known is None:
        known = weights.told[key] = _telling(reading, weights, chosen)
    return known


def _telling(reading: Reading, weights: Weights, chosen: frozenset[int] | None) -> list[str]:
    found: list[tuple[float, int, str]] = []
    for each, places in reading.content.items():
        here = [at for at in places if chosen is None or reading.sentence_of(at) in chosen]
        if not here or is_empty(each) or each in weights.common or (each.isdigit() and len(each) < 2):
            continue
        if weights.rarity(each) < _RARE and weights.frequencies.get(each, 0) > _FEW:
            continue
        rarity = weights.rarity(each) * (2 if is_name(reading, each) else 1)
        found.append((-rarity, here[0], each))
    return [each for _, _, each in sorted(found)]


def shared_words(
    said: Sequence[tuple[Reading, frozenset[int] | None]], weights: Weights, *, most: int = 8
) -> tuple[str, ...]:
    """The words that passages of two articles or more have in common, the most telling first.

    Each passage comes with the sentences that count (None: all); where these share nothing, its whole text
    does. Words are spelt as the first passage spells them.
    """
    return _shared(
        [(reading, telling(reading, weights, within)) for reading, within in said], weights, most
    ) or (_shared([(reading, telling(reading, weights)) for reading, _ in said], weights, most))


def _shared(said: Sequence[tuple[Reading, list[str]]], weights: Weights, most: int) -> tuple[str, ...]:
    articles: dict[str, set[str]] = {}
    first: dict[str, Reading] = {}
    weight: dict[str, float] = {}
    for reading, stems in said:
        for each in stems:
            if same_word(first.setdefault(each, reading), reading, each):
                articles.setdefault(each, set()).add(reading.passage.article)
            weight.setdefault(each, weights.rarity(each) * (2 if is_name(reading, each) else 1))
    common = [each for each, homes in articles.items() if len(homes) > 1]
    common.sort(key=lambda each: (-len(articles[each]) * weight[each], each))
    return tuple(spelling(first[each], each) for each in common[:most])
