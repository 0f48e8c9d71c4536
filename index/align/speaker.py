"""Who says it, where the text itself names someone who is not the author."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.model import Passage

_VERBS = (
    "said|says|stated|states|noted|notes|argued|argues|observed|observes|wrote|writes|told|added|adds|claimed|claims|"
    "declared|declares|warned|warns|explained|explains|remarked|commented|concluded|concludes|asserted|"
    "asserts|insisted|insists|announced|stressed|stresses|emphasized|emphasizes|suggested|suggests|continued|"
    "continues|pointed out|points out|maintained|maintains|contended|contends|believes|put it|puts it"
)
# A name is two to four words in capitals (particles and initials between), or one after a title.
_PART = r"(?:[A-Z]\.|(?:Mc|Mac|O['’])?[A-Z][\w’'-]*[a-z])"
_NAME = rf"(?P<name>(?:{_PART}\s+)*(?:(?:van|von|de|der|al|bin)\s+)?[A-Z][\w’'-]*[a-z])"
_OPENS = r"[\"“«‘]"
_BEFORE = re.compile(rf"\b{_NAME}(?:,[^,.;:]{{1,80}},)?\s+(?:\w+ly\s+|has\s+|had\s+|also\s+)*(?:{_VERBS})\b")
_AS = re.compile(rf"\b[Aa]s\s+(?:[\w\s,’'-]{{0,60}}?)?{_NAME}\s+(?:{_VERBS})\b")
_ACCORDING = re.compile(rf"\b[Aa]ccording to\s+(?:[a-z][\w\s’'-]{{0,60}}?)?{_NAME}")
_AFTER = re.compile(rf"[,”\"]\s*(?:{_VERBS})\s+(?:[a-z][\w\s’'-]{{0,40}}?)?{_NAME}")
_PATTERNS = (_AS, _BEFORE, _ACCORDING, _AFTER)
_LEADS_IN = re.compile(rf"(?:{_VERBS}|follows|this way|as such|words)\b[^.!?]{{0,60}}:\s*$")

# Capitals that name no one who speaks: the beginning of a sentence, peoples, places, offices, months.
_NO_NAMES = """
    the this that these those it he she they we i you and but yet so thus however moreover furthermore
    indeed finally while when where if as in on at for from by with after before since also one two
    some many most others another experts analysts officials observers commentators critics russian
    russians japanese chinese american americans western moscow tokyo beijing washington russia japan
    china ukraine korea kremlin america europe minister president ambassador deputy foreign prime
    defense secretary general director january february march april may june july august september
    october november december report article study paper analysis there here what who which its his her
    their
"""
_NOBODY = frozenset(_NO_NAMES.split())


def speaker_of(passage: Passage, before: Sequence[Passage] = ()) -> str:
    """The one person whose words a passage gives, else empty.

    A quote block is spoken by whoever the passage before it leads in; a body passage by the one person whose
    words it quotes or reports. Where two people are quoted, no one is named rather than one of them.
    """
    if passage.kind == "quote":
        led = next((each.text for each in reversed(before) if each.kind == "body"), "")
        names = _names(_last_sentence(led)) if _LEADS_IN.search(led) else []
        return names[-1] if names else ""
    names = list(dict.fromkeys(_names(passage.text)))
    surnames = {name.split()[-1]: name for name in reversed(names)}
    return next(iter(surnames.values())) if len(surnames) == 1 else ""


def _names(text: str) -> list[str]:
    found: list[tuple[int, str]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            name = _person(match["name"])
            if name:
                found.append((match.start("name"), name))
    return [name for _, name in sorted(set(found))]


def _person(name: str) -> str:
    words = name.split()
    while words and words[0].lower() in _NOBODY:
        words.pop(0)
    if not words or any(word.lower().strip("’'s") in _NOBODY for word in words):
        return ""
    return " ".join(words)


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!?][”\"’ ])\s*(?=[A-Z“\"])", text.rstrip())[-1]
