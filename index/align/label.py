"""What a row that the program found is called: words that its articles share, or a few words of the text."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import count

from index.align.declared import Standing
from index.align.likeness import Weights, whole_spelling
from index.align.reading import Reading
from index.align.telling import shared_words
from index.store.analysis import STOP_WORDS, stem
from index.store.folding import fold

_MOST = 3
# Shared words that are looked at to find those that name the row.
_LOOKED_AT = 8
_BEFORE, _AFTER = 5, 4
_BREAK = re.compile(r"[,;:.!?][^\w]*\s|[()\[\]“”\"«»—]|\s[–-]\s")


def label_of(members: Sequence[Standing], weights: Weights, taken: Container[str] = ()) -> str:
    """A label for a found row that is not `taken`: things that its articles share, or a clause in quotes.

    Three such things, those in what the passages say here before those elsewhere in them, and more where
    another row shares the same three.
    """
    return next(label for label in _labels(members, weights) if label not in taken)


def _labels(members: Sequence[Standing], weights: Weights) -> Iterator[str]:
    """What a row may be called, the best first, without end."""
    readings = [each.spoken.reading for each in members]
    here = shared_words([(each.spoken.reading, each.sentences) for each in members], weights, most=_LOOKED_AT)
    anywhere = shared_words([(each, None) for each in readings], weights, most=_LOOKED_AT)
    words = [word for word in dict.fromkeys((*here, *anywhere)) if not word.isdigit()]
    named = _joined(list(dict.fromkeys(full for word in words if (full := _whole(word, readings)))), readings)
    if named:
        yield from (", ".join(named[:most]) for most in range(_MOST, max(_MOST, len(named)) + 1))
    clauses = [clause_of(each) for each in members]
    yield from clauses
    for number in count(2):
        yield f"{clauses[0]} ({number})"


def _whole(word: str, readings: Sequence[Reading]) -> str:
    """A shared word with the rest of its hyphenated word, where all share that; a piece alone says little."""
    sought = stem(fold(word))
    wholes = {whole_spelling(each, sought) for each in readings if sought in each.at}
    return (
        wholes.pop()
        if len(wholes) == 1
        else word
        if all(len(each.split("-")) == 1 for each in wholes)
        else ""
    )


def clause_of(member: Standing) -> str:
    """A few words of a passage around a word of the topic, in quotation marks, as they stand in the text."""
    reading = member.spoken.reading
    if not member.spoken.places:
        return f"“{' '.join(reading.passage.text.split()[:_BEFORE])} …”"
    first, last = max(member.spoken.places, key=lambda place: (place[1] - place[0], -place[0]))
    sentence = reading.sentence_of(first)
    start, end = first, last
    while first - start < _BEFORE and start and _goes_on(reading, start - 1, sentence):
        start -= 1
    while end - last < _AFTER and end + 1 < len(reading.words) and _goes_on(reading, end, sentence):
        end += 1
    while start < first and reading.words[start].word in STOP_WORDS:
        start += 1
    while end > last and reading.words[end].word in STOP_WORDS:
        end -= 1
    begin, stop = reading.span((reading.run(start)[0], reading.run(end)[1]))
    return f"“{' '.join(reading.passage.text[begin:stop].split())}”"


def _goes_on(reading: Reading, position: int, sentence: int) -> bool:
    """Whether a word and the one after it stand in a sentence and nothing between them parts clauses."""
    word, following = reading.words[position], reading.words[position + 1]
    between = reading.passage.text[word.end : following.start]
    return not _BREAK.search(between) and all(
        reading.sentence_of(at) == sentence for at in (position, position + 1)
    )


def _joined(words: Sequence[str], readings: Sequence[Reading]) -> list[str]:
    """Words with those that follow one another in every passage that has both made one: "South Korea"."""
    texts = [(each.passage.article, " ".join(each.passage.text.split())) for each in readings]
    found: list[str] = []
    for word in words:
        for place, other in enumerate(found):
            pair = next((each for each in (f"{other} {word}", f"{word} {other}") if _stand(each, texts)), "")
            if pair:
                found[place] = pair
                break
        else:
            found.append(word)
    return found


def _stand(phrase: str, texts: Sequence[tuple[str, str]]) -> bool:
    """Whether a phrase stands in the texts of two articles or more, each given with its article."""
    return len({article for article, text in texts if phrase in text}) > 1
