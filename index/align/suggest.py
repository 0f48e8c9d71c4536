"""Words that an analyst may add to a topic: names and terms that its passages have and others seldom do."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field

from index.align.candidates import Stems, candidates
from index.align.corpora import gather
from index.align.finding import Words, counts, find, words_of
from index.align.persons import in_office
from index.align.terms import Term, terms
from index.align.whole import on_whole_index
from index.corpus import Corpus
from index.store.index import Index
from index.topics.model import Topic

# A word that stands beside the topic hardly more often than anywhere would bring in what is not the topic.
_LIFT = 1.5
_PASSAGES = 2
# A plain word says less than a name or a term: so many passages must have it.
_PLAIN = 3
# How much a name and a term of several words count beside a plain word.
_NAME = 2.0
_TERM = 1.5
# What a quarter of the passages have is what the corpus is about.
_SPREAD = 4
# So many passages that have a word are not looked at one by one.
_FREQUENT = 1_000
# Candidates whose passages are counted in the whole index, the most frequent first.
_TRIED = 80


@dataclass
class _Seen:
    """Where a candidate stands among the topic's passages, and how it is spelt there."""

    passages: set[int] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    spelt: Counter[str] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """The most frequent spelling, the first of equals by alphabet."""
        return min(self.spelt, key=lambda text: (-self.spelt[text], text))


def suggest(corpus: Corpus, topic: Topic, *, most: int = 8) -> dict[str, int]:
    """Words and names to add to a topic, the most telling first: "also said: Northern Territories, Etorofu".

    With each comes the number of passages that it would add to those that are on the topic.

    Each stands beside the topic's words in two passages or more, and there clearly more often than elsewhere
    (by log-likelihood). Names come before terms of two words and these before plain words; verbs, persons, of
    whom a text says much else, and what another topic asks for are left out.
    """
    return on_whole_index(corpus, lambda index: _suggest(corpus, index, topic, most))


def _suggest(corpus: Corpus, index: Index, topic: Topic, most: int) -> dict[str, int]:
    speech = gather(corpus, index, topic, None)
    spoken = speech.spoken
    persons = {name for texts in speech.texts.values() for each in texts for name in in_office(each.text)}
    own = words_of(topic).asked
    seen: dict[Stems, _Seen] = {}
    for number, each in enumerate(spoken):
        for stems, text in candidates(each):
            found = seen.setdefault(stems, _Seen())
            found.passages.add(number)
            found.articles.add(each.article)
            found.spelt[text] += 1
    taken = {term.stems for term in own} | _asked_by_others(corpus, topic, own)
    verbs = _verbs(index, {stems[0] for stems in seen if len(stems) == 1})
    scored = []
    often = [
        stems
        for stems, each in seen.items()
        if stems not in taken and each.text.split()[-1] not in persons and _is_told(stems, each, verbs)
    ]
    often.sort(key=lambda stems: (-len(seen[stems].passages) * len(stems), stems))
    every = index.count - len(index.notes)
    for stems in often[:_TRIED]:
        here = len(seen[stems].passages)
        everywhere = max(here, _passages(index, stems, seen[stems].text))
        name = _is_name(seen[stems].text)
        rare = here * every >= _LIFT * everywhere * len(spoken)
        if not rare or _is_spread(index, stems, name, everywhere, every):
            continue
        weight = _keyness(here, len(spoken), everywhere, every) * math.log(1 + len(seen[stems].articles))
        weight *= (_NAME if name else 1.0) * (_TERM if len(stems) > 1 else 1.0)
        scored.append((-weight, stems))
    chosen: list[Stems] = []
    for _, stems in sorted(scored):
        if not any(set(stems) & set(other) for other in chosen):
            chosen.append(stems)
    there = find(corpus, index, topic).counts.keys() | index.notes
    barred = words_of(topic).barred
    return {
        text: len(counts(index, Words(terms([text]), barred)).keys() - there)
        for text in (seen[stems].text for stems in chosen[:most])
    }


def _is_told(stems: Stems, seen: _Seen, verbs: set[str]) -> bool:
    """Whether a candidate is often enough beside the topic's words to be worth telling."""
    if len(stems) > 1 or _is_name(seen.text):
        return len(seen.passages) >= _PASSAGES
    return len(seen.passages) >= _PLAIN and stems[0] not in verbs


def _is_name(text: str) -> bool:
    return all(part[0].isupper() for part in (text.split()[0], text.split()[-1]))


def _is_spread(index: Index, stems: Stems, name: bool, everywhere: int, every: int) -> bool:
    """Whether a quarter of many passages have a name, or a word of another candidate: it tells nothing."""
    often = everywhere if name else max(index.document_frequency(stem) for stem in stems)
    return often > _PLAIN and often * _SPREAD > every


def _keyness(here: int, spoken: int, everywhere: int, every: int) -> float:
    """The log-likelihood ratio (Dunning) of a word in the topic's passages against all the others."""
    elsewhere, others = everywhere - here, every - spoken
    total = 0.0
    for found, of in ((here, spoken), (elsewhere, others)):
        expected = of * everywhere / every
        total += found * math.log(found / expected) if found and expected else 0.0
    return 2 * total


def _verbs(index: Index, stems: set[str]) -> set[str]:
    """The stems that the corpus also has with "-ed" or "-ing": what is done, and not what it is done to."""
    forms = index.vocabulary.forms
    return {stem for stem in stems if any(form.endswith(("ed", "ing")) for form in forms.get(stem, ()))}


def _asked_by_others(corpus: Corpus, topic: Topic, own: tuple[Term, ...]) -> set[Stems]:
    """The words of the other topics, but for topics that ask for one of this topic's own words."""
    mine = {term.stems for term in own} or {term.stems for term in terms([topic.label])}
    asked: set[Stems] = set()
    for other in corpus.topics():
        theirs = {term.stems for term in words_of(other).asked}
        if other.id != topic.id and not theirs & mine:
            asked |= theirs
    return asked


def _passages(index: Index, stems: Stems, text: str) -> int:
    """How many passages say a candidate; of a frequent word notes are counted with them, as they are few."""
    if len(stems) == 1 and (often := index.document_frequency(stems[0])) > _FREQUENT:
        return often
    found = counts(index, Words(terms([text]), ()))
    return sum(document not in index.notes for document in found)
