"""Names of persons in a text: who is said to speak, who is named, and how a name reads in full."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VERBS = (
    "said|says|stated|states|noted|notes|argued|argues|observed|observes|wrote|writes|told|added|adds|"
    "claimed|claims|declared|declares|warned|warns|explained|explains|remarked|remarks|commented|"
    "comments|concluded|concludes|asserted|asserts|insisted|insists|announced|announces|stressed|"
    "stresses|emphasized|emphasizes|emphasised|suggested|suggests|continued|continues|pointed out|"
    "points out|maintained|maintains|contended|contends|called|calls|complained|complains|put it|"
    "puts it|demonstrated|demonstrates|recalled|recalls|replied|replies|responded|responds|acknowledged|"
    "acknowledges|admitted|admits|reiterated|reiterates|predicted|predicts|testified|testifies|"
    "summed up|sums up|described|describes|lamented|laments|cautioned|cautions|went on|goes on|"
    "had this to say"
)
# No name is longer than this: text that is all capitals and hyphens must not be tried at every length.
_PART = r"(?:[A-Z]\.|(?:Mc|Mac|O['’])?[A-Z][\w’'-]{0,28}[a-z])"
_LAST = r"(?:(?:van|von|de|der|al|bin)\s+)?[A-Z][\w’'-]{0,28}[a-z]"
_NAME = rf"(?:{_PART}\s+){{0,3}}{_LAST}"
FULL_NAME = rf"(?:{_PART}\s+){{1,3}}{_LAST}"
"""A pattern for a name of two words or more."""
_OF_HOUSE = r"(?:\s+(?:of|from|at)\s+(?:the\s+)?[A-Z][\w.-]{0,28}(?:\s+[A-Z][\w.-]{0,28}){0,4})?"
_ASIDE = r"(?:,[^,.;:]{1,80},|\s+\([^()]{1,80}\))?"
_SAYS = re.compile(
    rf"\b(?P<name>{_NAME}){_OF_HOUSE}{_ASIDE}\s+(?:\w+ly\s+|has\s+|had\s+|also\s+|then\s+|once\s+|further\s+)*(?:{_VERBS})\b"
)
_ACCORDING = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of)\s+"
    rf"(?:[a-z][\w\s’'-]{{0,60}}?)?(?P<name>{_NAME})"
)
_SAID_BY = re.compile(rf"[,”’\"]\s*(?:{_VERBS})\s+(?:[a-z][\w\s’'-]{{0,40}}?)?(?P<name>{_NAME})")
_PATTERNS = (_SAYS, _ACCORDING, _SAID_BY)
_WHOLE = re.compile(rf"\b(?P<name>{FULL_NAME})")

# Capitals that are no person's name: beginnings of sentences, peoples, places, offices, bodies, months.
_NO_NAMES = """
the this that these those it he she they we i you and but yet so thus however moreover furthermore indeed
finally while when where if as in on at for from by with after before since also one two some many most
others another experts analysts officials observers commentators critics russian russians japanese chinese
american americans western moscow tokyo beijing washington russia japan china ukraine korea kremlin
america europe united states minister president ambassador deputy foreign prime defense secretary general
director chairman senator professor january february march april may june july august september october
november december then later soon today yesterday tomorrow now again earlier meanwhile still already even
once perhaps nor such each every both only here report article study paper analysis there what who which
its his her their party ministry institute government council union agency house department news
university committee times daily post club center centre forum review association bank group treaty
agreement islands sea east west north south
"""
_NOBODY = frozenset(_NO_NAMES.split())

_OFFICE = re.compile(
    r"\b(?:President|Premier|Minister|Chancellor|Secretary|Ambassador|Governor|Senator|Chairman"
    rf"|General|Admiral|King|Queen|Emperor|Pope|Professor|PM|Dr\.|Mrs?\.|Ms\.)s?\s+(?P<name>{_NAME})"
)


def in_office(text: str) -> set[str]:
    """The last names of the persons whom a text names after an office: Putin, of "President Putin"."""
    return {name.split()[-1] for match in _OFFICE.finditer(text) if (name := person(match["name"]))}


def speaking(text: str) -> list[str]:
    """The persons that a sentence says to speak, in text order."""
    found = [
        (match.start("name"), name)
        for pattern in _PATTERNS
        for match in pattern.finditer(text)
        if (name := person(match["name"]))
    ]
    return [name for _, name in sorted(set(found))]


def named(text: str) -> list[str]:
    """The persons that a sentence names in full, in text order."""
    return [name for match in _WHOLE.finditer(text) if " " in (name := person(match["name"]))]


def person(name: str) -> str:
    """A run of capitalised words as a person's name, offices before it left out; empty for what is none."""
    words = re.sub(r"['’]s$", "", name).split()
    while words and words[0].lower() in _NOBODY:
        words.pop(0)
    if not words or any(word.lower() in _NOBODY for word in words):
        return ""
    return " ".join(words)


def one_of(names: Iterable[str]) -> str:
    """The only person among some names, by the first full form; empty where there are two or none."""
    by_surname: dict[str, str] = {}
    for name in names:
        surname = name.split()[-1]
        if " " not in by_surname.get(surname, ""):
            by_surname[surname] = name
    return next(iter(by_surname.values())) if len(by_surname) == 1 else ""


def in_full(name: str, texts: Iterable[str]) -> str:
    """A surname with the given name that some texts have it with; as it is where they have none or two."""
    if not name or " " in name:
        return name
    wanted = re.compile(rf"\b(?P<name>(?:{_PART}\s+){{1,3}}{re.escape(name)})\b")
    found = {
        full
        for text in texts
        if name in text
        for match in wanted.finditer(text)
        if " " in (full := person(match["name"]))
    }
    return found.pop() if len(found) == 1 else name
