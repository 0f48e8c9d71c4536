"""A passage read once for comparison: its words with their stems and places, and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from index.model import Passage
from index.store.analysis import STOP_WORDS, Token, pieces, runs, tokens
from index.store.schema import mask_of

Places = tuple[int, int]
"""First and last word of a run of words, by position in the passage."""

_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“‘«(\[]*[^\W_a-z])")
# A point after these, after a single letter or within an abbreviation ends no sentence.
_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|Gen|Sen|Rep|Gov|Lt|Col|Capt|Sgt|Adm|Inc|Co|Corp|Ltd|Jr|Sr|Vol|pp|cf|etc|"
    r"e\.g|i\.e|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b\w)\.[\"'”’»)\]]*\s+$"
)
# A sentence that begins so goes on with what the one before speaks of.
_TAKES_UP = re.compile(
    r"\W*(?:(?:and|but|yet|so|thus|indeed|also|moreover|furthermore|however|already|still|today|now|then|in|by|for|of|at|"
    r"to|from|with|even|only|as|all|both|neither|none|many|some|most|each|any),?\s+){0,2}"
    r"(?!that said\b|it (?:is|was|seems|appears|remains|should|must|follows)\b)"
    r"(?:this|these|that|those|it|its|they|their|them|such|he|his|she|her)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s)\]>]+")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Cut a text into sentences, as code-point offsets that leave nothing out; an empty text has none."""
    cuts = [0]
    for match in _END.finditer(text):
        if not _NO_END.search(text, max(0, match.start() - 12), match.end()):
            cuts.append(match.end())
    return tuple(zip(cuts, [*cuts[1:], len(text)], strict=True)) if text else ()


def beginnings(text: str) -> int:
    """The words that begin a sentence, as a mask of their positions; no token of the text is made for it."""
    begins: list[int] = []
    position = 0
    cuts = iter([start for start, _ in sentences(text)][1:])
    cut = next(cuts, None)
    for run in runs(text):
        while cut is not None and run.start() >= cut:
            begins.append(position)
            cut = next(cuts, None)
        position += pieces(run.group())[0]
    return mask_of(begins)


@dataclass(frozen=True)
class Reading:
    """A passage with its words. Compared a great many times, so each view of it is made once."""

    passage: Passage

    @cached_property
    def _tokens(self) -> tuple[list[Token], dict[str, int], dict[int, int]]:
        words: list[Token] = []
        stand: dict[str, list[int]] = {}
        joined: dict[int, int] = {}
        for token in tokens(self.passage.text):
            stand.setdefault(token.stem, []).append(token.position)
            if words and token.position <= words[-1].position:
                joined[token.position] = words[-1].position
            else:
                words.append(token)
        return words, {stem: mask_of(sorted(positions)) for stem, positions in stand.items()}, joined

    @property
    def words(self) -> list[Token]:
        """The words in order; a word's place in the list is its position."""
        return self._tokens[0]

    def mask(self, stem: str) -> int:
        """The positions of a stem as a mask, a hyphenated word's joined form at its first piece."""
        return self._tokens[1].get(stem, 0)

    @property
    def joined_at(self) -> dict[int, int]:
        """The last piece of each hyphenated or mixed word, by its first."""
        return self._tokens[2]

    @cached_property
    def _run_of(self) -> dict[int, Places]:
        return {
            position: (first, last)
            for first, last in self.joined_at.items()
            for position in range(first, last + 1)
        }

    def run(self, position: int) -> Places:
        """The whole hyphenated or mixed word that a word is a piece of; a plain word is its own."""
        return self._run_of.get(position, (position, position))

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """The positions of each stem."""
        places: dict[str, list[int]] = {}
        for position, word in enumerate(self.words):
            places.setdefault(word.stem, []).append(position)
        return places

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences as code-point offsets."""
        return sentences(self.passage.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    @cached_property
    def begins(self) -> int:
        """The words that begin a sentence, as a mask."""
        return beginnings(self.passage.text)

    def sentence_at(self, offset: int) -> int:
        """The number of the sentence, from 0, that holds a code point."""
        return bisect_right(self._starts, offset) - 1

    def sentence_of(self, position: int) -> int:
        """The number of the sentence, from 0, that holds a word."""
        return self.sentence_at(self.words[position].start)

    def going_on(self, chosen: Iterable[int]) -> frozenset[int]:
        """Some sentences and those after them that take them up: "This ...", "They ..."."""
        found = set(chosen)
        for number, (start, end) in enumerate(self.sentences):
            if number - 1 in found and _TAKES_UP.match(self.passage.text, start, end):
                found.add(number)
        return frozenset(found)

    def span(self, places: Places) -> tuple[int, int]:
        """The code-point offsets of a run of words."""
        return self.words[places[0]].start, self.words[places[1]].end

    def places(self, spans: Iterable[tuple[int, int]]) -> list[Places]:
        """The runs of words that code-point spans cover, leaving out spans without a word."""
        return [(inside[0], inside[-1]) for inside in self.inside(spans) if inside]

    def inside(self, spans: Iterable[tuple[int, int]]) -> Iterator[range]:
        """The positions of the words that begin within each of some code-point spans."""
        starts = [word.start for word in self.words]
        for start, end in spans:
            yield range(bisect_left(starts, start), bisect_left(starts, end))

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems that are written with a capital wherever they stand within a sentence."""
        starts, text = {start for start, _ in self.sentences}, self.passage.text
        small: set[str] = set()
        large: set[str] = set()
        for word in self.words:
            if word.start not in starts:
                (large if text[word.start].isupper() else small).add(word.stem)
        return frozenset(large - small)

    @cached_property
    def content(self) -> dict[str, list[int]]:
        """The positions of each stem that carries meaning: no stop words, letters or parts of links."""
        links = self.inside(match.span() for match in _LINK.finditer(self.passage.text))
        linked = {at for inside in links for at in inside}
        kept = {}
        for stem, places in self.at.items():
            word = self.words[places[0]].word
            if word in STOP_WORDS or (len(word) < 2 and not word.isdigit()):
                continue
            if linked:
                places = [at for at in places if at not in linked]
            if places:
                kept[stem] = places
        return kept
