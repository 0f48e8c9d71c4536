"""Who says it, where the text itself names someone who is not the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.align.cited import author_cited
from index.align.persons import in_full, named, one_of, speaking
from index.align.reading import sentences
from index.model import ArticleText, Passage

_QUOTED = re.compile(r"[“\"«]([^”\"»]*)|(?<!\w)‘((?:[^’]|’(?=\w))*)")
# Fewer words in quotation marks are a name, a term or a doubt, and not what somebody said.
_FEWEST = 3
_PRONOUN = re.compile(r"\W*(?:He|She)\b")


def speaker_of(passage: Passage, before: Sequence[Passage], text: ArticleText | None = None) -> str:
    """The one person whose words a passage gives, else empty; `before` are the passages before it.

    A quote block is spoken by whoever the sentence that leads it in says to speak, or else by the author whom
    its own last note cites (looked up in `text`), or else by the one person whom that sentence names; whom it
    quotes in turn is told in brackets. A body passage names a speaker when it gives three words or more in
    quotation marks and one person only is said to speak; where two are, no one is named rather than one.
    """
    texts = [each.text for each in before]
    within = in_full(_quoted(passage), (passage.text, *texts))
    if passage.kind != "quote":
        return within
    speaker = (
        in_full(_leading(before), texts) or _noted(passage, text) or in_full(_led_by_name(before), texts)
    )
    if not speaker or not within or within.split()[-1] == speaker.split()[-1]:
        return speaker or within
    return f"{speaker} (quoting {within})"


def _quoted(passage: Passage) -> str:
    """The one person who is said to speak in sentences of a passage that have words in quotation marks."""
    return one_of(
        name for sentence in _sentences(passage.text) if _gives_words(sentence) for name in speaking(sentence)
    )


def _gives_words(sentence: str) -> bool:
    return any(len((one or other).split()) >= _FEWEST for one, other in _QUOTED.findall(sentence))


def _leading(before: Sequence[Passage]) -> str:
    lead = _lead(before)
    names = speaking(lead[-1]) if lead else []
    if not names and len(lead) > 1 and _PRONOUN.match(lead[-1]):
        return one_of(speaking(lead[-2]))
    return names[-1] if names else ""


def _led_by_name(before: Sequence[Passage]) -> str:
    lead = _lead(before)
    return one_of(named(lead[-1])) if lead else ""


def _lead(before: Sequence[Passage]) -> list[str]:
    """The sentences of the body passage that a quote follows, other quotes left out."""
    return _sentences(next((each.text for each in reversed(before) if each.kind == "body"), ""))


def _noted(passage: Passage, text: ArticleText | None) -> str:
    block = next((block for block in text.blocks if block.n == passage.n), None) if text else None
    return author_cited(text, block.note_refs[-1]) if text and block and block.note_refs else ""


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]
