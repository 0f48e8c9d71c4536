"""Who says it, where the text itself names someone who is not the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.align.reading import sentences
from index.model import ArticleText, Passage

_VERBS = (
    "said|says|stated|states|noted|notes|argued|argues|observed|observes|wrote|writes|told|added|adds|claimed|claims|"
    "declared|declares|warned|warns|explained|explains|remarked|commented|concluded|concludes|asserted|asserts|"
    "insisted|insists|announced|stressed|stresses|emphasized|emphasizes|suggested|suggests|continued|continues|"
    "pointed out|points out|maintained|maintains|contended|contends|called|complained|put it|puts it"
)
# No name is longer than this: text that is all capitals and hyphens must not be tried at every length.
_PART = r"(?:[A-Z]\.|(?:Mc|Mac|O['’])?[A-Z][\w’'-]{0,28}[a-z])"
_NAME = rf"(?:{_PART}\s+){{0,3}}(?:(?:van|von|de|der|al|bin)\s+)?[A-Z][\w’'-]{{0,28}}[a-z]"
_SAYS = re.compile(
    rf"\b(?P<name>{_NAME})(?:,[^,.;:]{{1,80}},)?\s+(?:\w+ly\s+|has\s+|had\s+|also\s+)*(?:{_VERBS})\b"
)
_ACCORDING = re.compile(rf"\b[Aa]ccording to\s+(?:[a-z][\w\s’'-]{{0,60}}?)?(?P<name>{_NAME})")
_SAID_BY = re.compile(rf"[,”\"]\s*(?:{_VERBS})\s+(?:[a-z][\w\s’'-]{{0,40}}?)?(?P<name>{_NAME})")
_PATTERNS = (_SAYS, _ACCORDING, _SAID_BY)
_FULL_NAME = re.compile(rf"\b(?P<name>(?:{_PART}\s+){{1,3}}[A-Z][\w’'-]{{0,28}}[a-z])")
# A source in a note: the author's name, then a title in quotation marks or italics.
_SOURCE = re.compile(
    rf"(?:^|\bsee |\bin |;\s)(?P<name>(?:{_PART}\s+){{1,3}}[A-Z][\w’'-]{{0,28}}[a-z]),\s+[“\"*_A-Z]"
)
_OPENING = re.compile(r"[“\"«]")

# Capitals that are no person's name: beginnings of sentences, peoples, places, offices, bodies, months.
_NO_NAMES = """
the this that these those it he she they we i you and but yet so thus however moreover furthermore indeed
finally while when where if as in on at for from by with after before since also one two some many most
others another experts analysts officials observers commentators critics russian russians japanese chinese
american americans western moscow tokyo beijing washington russia japan china ukraine korea kremlin america
europe united states minister president ambassador deputy foreign prime defense secretary general director
chairman senator professor january february march april may june july august september october november
december report article study paper analysis there here what who which its his her their party ministry
institute government council union agency house department news university committee times daily post club
center centre forum review association bank group treaty agreement islands sea east west north south
"""
_NOBODY = frozenset(_NO_NAMES.split())


def speaker_of(passage: Passage, before: Sequence[Passage], text: ArticleText | None = None) -> str:
    """The one person whose words a passage gives, else empty.

    A quote block is spoken by whoever the passage `before` it names last, or else by the author whom its own
    note cites (looked up in `text`). A body passage names a speaker when it gives words in quotation marks
    and one person only is said to speak; where two are, no one is named rather than one of them.
    """
    if passage.kind == "quote":
        led = next((each.text for each in reversed(before) if each.kind == "body"), "")
        last = _sentences(led)[-1:]
        names = [name for one in last for name in _speaking(one) or _people(one)]
        return names[-1] if names else _cited(passage, text)
    speaking = [name for one in _sentences(passage.text) if _OPENING.search(one) for name in _speaking(one)]
    surnames = {name.split()[-1]: name for name in reversed(speaking)}
    return next(iter(surnames.values())) if len(surnames) == 1 else ""


def _sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def _speaking(text: str) -> list[str]:
    found = [
        (match.start("name"), name)
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if (name := _person(match["name"]))
    ]
    return [name for _, name in sorted(set(found))]


def _people(text: str) -> list[str]:
    return [name for match in _FULL_NAME.finditer(text) if " " in (name := _person(match["name"]))]


def _person(name: str) -> str:
    words = re.sub(r"['’]s$", "", name).split()
    while words and words[0].lower() in _NOBODY:
        words.pop(0)
    if not words or any(word.lower() in _NOBODY for word in words):
        return ""
    return " ".join(words)


def _cited(passage: Passage, text: ArticleText | None) -> str:
    """The author whom the last note of a quote block cites; empty where it cites none or several."""
    block = next((block for block in text.blocks if block.n == passage.n), None) if text else None
    if text is None or block is None or not block.note_refs:
        return ""
    note = text.notes.get(block.note_refs[-1])
    names = (
        {name for match in _SOURCE.finditer(note.text) if (name := _person(match["name"]))} if note else set()
    )
    return names.pop() if len(names) == 1 else ""
