"""What stands beside a topic's words and may be a word of the topic: names, pairs of words, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.align.declared import Spoken
from index.align.reading import Reading
from index.align.telling import is_empty

Stems = tuple[str, ...]

# A name is seldom longer; a longer run of capitals is a heading or a title.
_LONGEST = 4
# Words that join the parts of a name: Sea of Okhotsk.
_JOINING = ("of", "the")
# Brackets with a number in them cite a source.
_CITED = re.compile(r"\([^()\d]*\d[^()]*\)|\[[^\[\]\d]*\d[^\[\]]*\]")
_NO_NOUN = ("ed", "ing", "ly")


def candidates(spoken: Spoken) -> Iterator[tuple[Stems, str]]:
    """Names of a passage, and pairs of words and words of its sentences that speak of the topic.

    The topic's own words are left out, and each comes with its stems and as the text spells it.
    """
    reading = spoken.reading
    free = _free(spoken)

    def near(at: int) -> bool:
        return reading.sentence_of(at) in spoken.told

    capital = [each and _capital(reading, at) for at, each in enumerate(free)]
    at = 0
    while at < len(free):
        last = _name_end(reading, capital, at) if capital[at] else at
        after = last + 1
        leads = after < len(free) and free[after] and not capital[after] and _beside(reading, last)
        leads = leads and _may_be_noun(reading, after)
        if capital[at] and not (leads and last == at):
            yield from _names(spoken, capital, at, last)
        elif free[at] and not capital[at] and near(at) and _may_be_noun(reading, at):
            yield _told(reading, at, at)
        if leads and last == at and free[at] and (capital[at] or near(at)) and _may_be_noun(reading, at):
            yield _told(reading, at, after)
        at = after


def _names(spoken: Spoken, capital: list[bool], first: int, last: int) -> Iterator[tuple[Stems, str]]:
    """A run of capitals as a name, and the last two words of three: (Japanese) Northern Territories."""
    reading = spoken.reading
    if (
        last - first >= _LONGEST
        or _is_piece(spoken, first, last)
        or (first == last and _begins(reading, first))
    ):
        return
    yield _told(reading, first, last)
    if last - first == 2 and capital[first + 1]:
        yield _told(reading, first + 1, last)


def _free(spoken: Spoken) -> list[bool]:
    """Which words may be part of a candidate."""
    reading = spoken.reading
    sources = reading.inside(match.span() for match in _CITED.finditer(reading.passage.text))
    cited = {at for inside in sources for at in inside}
    content = {at for places in reading.content.values() for at in places}
    return [
        at in content
        and at not in spoken.own
        and at not in cited
        and not is_empty(word.stem)
        and word.word.isalpha()
        and reading.run(at) == (at, at)
        and (len(word.word) > 2 or _capital(reading, at))
        for at, word in enumerate(reading.words)
    ]


def _name_end(reading: Reading, capital: list[bool], at: int) -> int:
    """The last word of the name that begins at a word."""
    last = at
    while last + 1 < len(capital) and _beside(reading, last):
        step = last + 1
        for joining in _JOINING if reading.words[step].word == _JOINING[0] else ():
            if step < len(capital) and reading.words[step].word == joining and _beside(reading, step - 1):
                step += 1
        if step >= len(capital) or not capital[step] or not _beside(reading, step - 1):
            break
        last = step
    return last


def _begins(reading: Reading, at: int) -> bool:
    """Whether a word begins a sentence, so that its capital says nothing."""
    sentence = reading.sentence_of(at)
    return at == 0 or reading.sentence_of(at - 1) != sentence


def _capital(reading: Reading, at: int) -> bool:
    """Whether a word has a capital as a name has it: a long word in capitals throughout is no name."""
    start, end = reading.span((at, at))
    word = reading.passage.text[start:end]
    return word[:1].isupper() and not (len(word) > 5 and word.isupper())


def _may_be_noun(reading: Reading, at: int) -> bool:
    return not reading.words[at].word.endswith(_NO_NOUN)


def _is_piece(spoken: Spoken, first: int, last: int) -> bool:
    """Whether a name goes on before or after in a word of the topic, or one word in an office or the like."""
    reading = spoken.reading
    before, after = first - 1, last + 1
    if _beside(reading, last) and _capital(reading, after) and (after in spoken.own or first == last):
        return True
    return before in spoken.own and _beside(reading, before) and _capital(reading, before)


def _beside(reading: Reading, at: int) -> bool:
    """Whether only a blank parts a word from the one after it."""
    words = reading.words
    return at + 1 < len(words) and reading.passage.text[words[at].end : words[at + 1].start] == " "


def _told(reading: Reading, first: int, last: int) -> tuple[Stems, str]:
    start, end = reading.span((first, last))
    return tuple(reading.words[at].stem for at in range(first, last + 1)), reading.passage.text[start:end]
