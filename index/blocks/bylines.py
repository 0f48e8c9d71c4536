"""Bylines at the head of a text: who wrote it, where it appeared and when."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from index.blocks.people import is_name, proper_name, split_names
from index.blocks.piece import Piece
from index.blocks.words import ROLES
from index.dates import find_date

BY = re.compile(
    r"\s*(?:[Bb]y:?|BY:?|[Aa]uthor(?:s|\(s\))?:|[Tt]ext:|[Ww]ords:"
    r"|(?:[Ww]ritten|[Pp]osted|[Ee]dited|[Cc]ommentary|[Rr]eport(?:ing)?|[Aa]nalysis|[Ss]tory|[Oo]pinion|[Ee]ssay"
    r"|[Aa]rticle|[Rr]eview|[Ii]nterview(?:ed)?|[Cc]olumn)(?: and \w+)? by)\s+(?=\S)"
)
LABEL = re.compile(
    r"\s*\W{0,3}(?:publication|published|posted|updated|last (?:updated|modified)|date|created|issued"
    r"|released|filed|source"
    r"|publisher|author|authors|by|written by|editor|translated by|volume|vol|issue|location|dateline|from"
    r"|to|cc|subject"
    r"|sent|reply-to|received|doi|issn|isbn|keywords|tags|section|category|classification|contact"
    r"|reviewed by|edited by"
    r"|e-?mail|tel|phone|url|link|copyright|version|status|document|report)\b\s*+(?:\w++\s*+){0,2}[:;|]",
    re.IGNORECASE,
)
STAMP = re.compile(
    r"\s*(?:(?:first |last |originally )?(?:published|posted|updated|modified|written|dated|released"
    r"|issued)\b.{0,80})",
    re.IGNORECASE,
)
CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:^|\s)@\w{3,}")
_PUBLICATION = re.compile(
    r"(?:publication|publisher|source|published in|journal|newspaper):\s*(\S.{1,80}?)(?=\s+(?:vol(?:ume|\.)?"
    r"|issue|no|nr|number|date)\b|\s*[,;|(]|$)",
    re.IGNORECASE,
)
# A reporter and where the report is from.
_IN_PLACE = re.compile(r"(.{4,60}?) in (?:[A-Z][\w.'’-]+)(?:(?:, | )[A-Z][\w.'’-]+){0,3}")
_AFFILIATION = re.compile(
    r"(?:[A-Z][\w'’-]+\s+){0,3}(?:department|faculty|institut\w*|university|school|centre|center|college"
    r"|academy|ministry)\b",
    re.IGNORECASE,
)
# What tells a volume or pages of a periodical.
_PERIODICAL = re.compile(r"\b(?:vol(?:ume|\.)?|no\.|issue|pp?\.)\s*\d|\b(?:ISSN|DOI)\b", re.IGNORECASE)
# The part of a paper or a book that a text stands in.
_PART = (
    r"(?:world|uk|us|eu|asia|europe|africa|americas|middle east|international|politics|business|economy"
    r"|security|defen[cs]e|culture|books|opinions?|op-?eds?|analysis|commentary|comments?|interviews?|news"
    r"|editorials?|features?|essays?|reviews?|columns?|special report|policy brief|issue brief|press release"
    r"|fact sheet|working paper|research(?: note| paper)?|report|briefing|backgrounder|explainer|exclusive"
    r"|long ?read|q ?& ?a|profile|dispatch(?:es)?|perspectives?|viewpoints?)"
)
RUBRIC = re.compile(
    rf"{_PART}(?: (?:(?:&|and) )?{_PART})?"
    r"|(?:chapter|part|book|section)\s+(?:\d{1,3}|[ivxlc]{1,7}|one|two|three|four|five|six|seven|eight|nine|ten)"
    r"|.{0,60}\bdo not (?:cite|quote|circulate|distribute)\b.{0,60}",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"([A-Z][^\d:|]{3,80}?),?\s+(?:vol(?:ume|\.)?|no\.|issue)\s*\d", re.IGNORECASE)
# A line that says no more than that a name, a number or an address is given.
_BARE = re.compile(r"by:?|(?:ISSN|ISBN|DOI)\b.{0,60}|<?https?://\S+>?", re.IGNORECASE)
# What parts the names from the rest of a byline.
_APART = re.compile(r"\s*[|•·–—(]|\s-\s")
_LONGEST_BY = 150
# Eight names and an office; a name without capitals, as in "by the editors of The Paper"; any other.
_MOST_WORDS, _MOST_SMALL_WORDS, _MOST_OTHER_WORDS = 25, 6, 12


@dataclass(slots=True)
class Front:
    """What the text says of itself: its title, authors and date, each with the line that says so.

    `authors_told` tells that a line says who wrote it, rather than only bearing a name.
    """

    title: str = ""
    title_line: int = 0
    authors: list[str] = field(default_factory=list)
    authors_line: int = 0
    authors_told: bool = False
    date: str = ""
    source: str = ""
    source_line: int = 0
    date_line: int = 0

    def forget(self, line: int) -> None:
        """Take back what a line was thought to say, because it is text after all."""
        if self.title_line == line:
            self.title, self.title_line = "", 0
        if self.authors_line == line:
            self.authors, self.authors_line, self.authors_told = [], 0, False
        if self.source_line == line:
            self.source, self.source_line = "", 0
        if self.date_line == line:
            self.date, self.date_line = "", 0


def is_mostly_date(text: str) -> bool:
    """Whether a date takes most of a text."""
    found = find_date(text)
    return found is not None and found.end - found.start > 0.5 * len(text.strip())


def is_of_periodical(text: str) -> bool:
    """Whether a text tells in which volume, number or pages an article appeared."""
    return len(_PERIODICAL.findall(text)) >= 2


def tells_no_more(text: str) -> bool:
    """Whether a line is only an address or a number of a book, or hands over to the name under it."""
    return _BARE.fullmatch(text) is not None


def is_byline(piece: Piece, lower: Container[str], front: Front, *, after_title: bool) -> bool:
    """Whether a piece of the head says who wrote the text, where it appeared or when."""
    shown = " ".join(piece.shown.strip("*_#| ").split())
    if len(shown) > 300 or not shown or (piece.verbatim and piece.raw.count("\n") > 2):
        return False
    found = find_date(shown)
    without_title = shown.casefold().replace(front.title.casefold(), "").strip() if front.title else shown
    if tells_no_more(shown):
        return True
    by = BY.match(shown)
    if by is not None:
        return len(shown) <= _LONGEST_BY and _tells_who(by[0], shown[by.end() :])
    if LABEL.match(shown) and len(shown) <= 200:
        return True
    if STAMP.match(shown) and found:
        return True
    if found is not None and (
        found.end - found.start > 0.25 * len(without_title)
        or without_title != shown.casefold()
        or len(shown) <= 60
    ):
        return not (piece.ended and (len(shown.split()) > 12 or shown.endswith(("。", "！", "？"))))
    if len(shown) <= 200 and (CONTACT.search(shown) or is_of_periodical(shown)):
        return True
    if after_title and is_name(shown, lower):
        return True
    place = _IN_PLACE.fullmatch(shown)
    if after_title and place is not None and is_name(place[1], lower):
        return True
    if after_title and front.authors and _AFFILIATION.match(shown) and len(shown) <= 120 and not piece.ended:
        return True
    parts = re.split(r"\s*[,|•·–—]\s*", shown)
    return (
        after_title
        and len(parts) > 1
        and is_name(parts[0], lower)
        and bool(ROLES.search(shown))
        and not piece.ended
    )


def read_byline(piece: Piece, front: Front) -> None:
    """Take what a byline says into `front`, unless an earlier one said it."""
    shown = " ".join(piece.shown.strip("*_#| ").split())
    found = find_date(shown)
    if found is not None and not front.date:
        front.date, front.date_line = found.edtf, piece.first
        after = shown[found.end :].lstrip(" ,|•·–—-)")
        shown = after if BY.match(after) else shown[: found.start].rstrip(" ,|•·–—-(")
    named = _PUBLICATION.match(shown)
    if named and not front.source:
        front.source, front.source_line = named[1].strip(" ,;.|"), piece.first
    volume = _VOLUME.match(shown)
    if volume and not front.source and is_of_periodical(shown):
        front.source, front.source_line = volume[1], piece.first
    by = BY.match(shown)
    rest = shown[by.end() :] if by else shown
    names = _names(rest)
    if not is_name(names):
        # What follows may be where they work.
        names = names.partition(",")[0]
    # A line that says "by" is believed before one that is only a name.
    if is_name(names) and (not front.authors or (by and not front.authors_told)):
        front.authors = [proper_name(name) for name in split_names(names)]
        front.authors_line, front.authors_told = piece.first, by is not None


def _names(rest: str) -> str:
    apart = r"\s*(?:[|•·–—(]|\s-\s|\s(?:in|for)\s(?=[A-Z])|,\s(?=[a-z]|[A-Z]\w+ (?:of|at)\b))\s*"
    return re.split(apart, rest)[0].strip(" ,")


def _tells_who(by: str, rest: str) -> bool:
    """Whether what stands after "by" is someone, not the rest of a sentence such as "By then it was over"."""
    words = rest.split()
    if len(words) > _MOST_WORDS:
        return False
    if is_name(_names(rest)) or is_mostly_date(rest):
        return True
    head = _APART.split(rest)[0].split()
    if by.rstrip().endswith(":"):
        return len(head) <= _MOST_OTHER_WORDS
    if not head or head[0][0].isdigit():
        return False
    small, ended = head[0][0].islower(), rest.rstrip("\"'”’)*_ ").endswith((".", "!", "?", "。"))
    if ended and (small or sum(word[0].islower() for word in words) >= 3):
        return False
    return len(head) <= (_MOST_SMALL_WORDS if small else _MOST_OTHER_WORDS)
