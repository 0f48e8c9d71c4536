"""The head and the foot of an article: its title, who wrote it and when, captions, and who the author is."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from index.blocks.boilerplate import reads_as_paragraph
from index.blocks.piece import Piece
from index.blocks.words import HEADING_WORDS, OPEN_ENDING, ROLES
from index.dates import find_date

_BY = re.compile(r"\s*(?:[Bb]y|BY|[Ww]ritten by|[Aa]uthors?:|[Tt]ext:|[Ww]ords:)\s+(?=\S)")
_TITLE_BY = re.compile(r"[\s,;:|–—-]+(?:by|By|BY)\s+(?=[A-Z])")
_LABEL = re.compile(
    r"\s*\W{0,3}(?:publication|published|posted|updated|last (?:updated|modified)|date|created|issued"
    r"|released|filed|source"
    r"|publisher|author|authors|by|written by|editor|translated by|volume|vol|issue|location|dateline|from"
    r"|to|cc|subject"
    r"|sent|reply-to|received|doi|issn|isbn|keywords|tags|section|category|classification|contact"
    r"|reviewed by|edited by"
    r"|e-?mail|tel|phone|url|link|copyright|version|status|document|report)\b\s*(?:\w+\s*){0,2}[:;|]",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"\s*(?:(?:first |last |originally )?(?:published|posted|updated|modified|written|dated|released"
    r"|issued)\b.{0,80})",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\((?:source|photo|photograph|image|picture|credit|courtesy|foto|illustration|map|graphic|ap photo|afp"
    r"|reuters|epa)\b[^()]{0,80}\)?\s*$"
    r"|^\W{0,3}(?:photo|image|picture|photograph|foto|illustration|map|graphic|credit|caption)\b\s*(?:credit"
    r"|by|courtesy|:|/)"
    r"|\b(?:source|photo|photograph|image|credit|picture):\s+[^:]{2,60}$"
    r"|\b(?:photo(?:graph)?|image|picture) (?:by|credit|courtesy)\b|\bgetty images\b|\breuters/\w|/reuters\b"
    r"|\bap photo\b"
    r"|/(?:afp|ap|getty|epa)\b|\bfile photo\b|\bshutterstock\b|\bflickr\b|wikimedia commons",
    re.IGNORECASE,
)
_CREDIT_WORDS = (
    "source", "photo", "image", "picture", "credit", "courtesy", "foto", "illustration", "map", "graphic", "afp",
    "reuters", "epa", "caption", "/ap", "getty", "shutterstock", "flickr", "wikimedia", "fig", "table", "chart",
    "box", "exhibit", "plate", "abb",
)  # fmt: skip
_NUMBERED_CAPTION = re.compile(
    r"\W{0,3}(?:figure|fig\.?|table|chart|map|box|exhibit|photo|plate|abb\.?)\s*[\dIVX]{1,4}(?:[.:\s–—-]|$)",
    re.I,
)
_NAME_PART = re.compile(
    r"(?:[A-Z]\.|(?:Mc|Mac|O['’]|D['’])?[A-Z][^\W\d_]*(?:[-'’][A-Z]?[^\W\d_]+)*\.?|de|da|del|van|von|der|den"
    r"|la|le|bin|al|el|ibn|and|&)"
)
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|(?:^|\s)@\w{3,}")
_FIRST_APPEARED = re.compile(
    r"\b(?:(?:first|originally) (?:appeared|published)|is a co-?author of|is the author of)\b", re.I
)
# What a title page hangs on a name: a note marker, an asterisk.
_MARKERS = re.compile(r"\s*(?:\[\^?\w{1,3}\]|[*†‡§∗⁎]+|(?<=[a-z])\d{1,2}(?!\d)|[¹²³⁰⁴-⁹]+)")
_PUBLICATION = re.compile(
    r"(?:publication|publisher|source|published in|journal|newspaper):\s*(\S.{1,80}?)(?=\s+(?:vol(?:ume|\.)?"
    r"|issue|no|nr|number|date)\b|\s*[,;|(]|$)",
    re.IGNORECASE,
)
_LONGEST_TITLE = 250
_LONGEST_CAPTION = 400


@dataclass(slots=True)
class Front:
    """What the text says of itself: its title, authors and date, each with the line that says so."""

    title: str = ""
    title_line: int = 0
    authors: list[str] = field(default_factory=list)
    authors_line: int = 0
    date: str = ""
    source: str = ""
    source_line: int = 0
    date_line: int = 0


def explode_head(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with short lines that stand together before the first paragraph each on its own."""
    result: list[Piece] = []
    for number, piece in enumerate(pieces):
        if reads_as_paragraph(piece) and not piece.verbatim:
            return result + pieces[number:]
        short = "\n" in piece.raw and not piece.sure and piece.kind == "body" and not piece.item
        lines = piece.raw.split("\n")
        if (
            short
            and len(lines) <= 12
            and (piece.verbatim or len(lines) == 2)
            and not piece.code
            and not _is_wrapped_title(lines)
        ):
            for offset, line in enumerate(lines):
                result.append(
                    Piece(piece.first + offset, piece.first + offset, line, gap=0 if offset else piece.gap)
                )
        else:
            result.append(piece)
        if number > 30:
            return result + pieces[number + 1 :]
    return result


def _is_wrapped_title(lines: Sequence[str]) -> bool:
    """Two lines of one title: centred, or the first goes on into the second."""
    return len(lines) == 2 and (
        (lines[1].lstrip()[0].islower() and not _BY.match(lines[1]))
        or (shapes_indent(lines[0]) >= 4 and shapes_indent(lines[1]) >= 4 and find_date(lines[1]) is None)
    )


def shapes_indent(line: str) -> int:
    """The number of columns before a line's text."""
    return len(line) - len(line.lstrip())


def mark_front(pieces: Sequence[Piece], *, declared_title: str = "") -> Front:
    """Find title, bylines and captions, give the pieces their kinds and tell what they say."""
    front = Front()
    body = _first_paragraph(pieces)
    head = pieces[:body]
    lower = LowerWords(pieces)
    _find_title(head, front, pieces, declared_title)
    for number, piece in enumerate(head):
        if piece.kind in ("title", "boilerplate") or piece.code:
            continue
        if _is_caption(piece):
            piece.kind = "caption"
        elif piece.sure and piece.kind == "heading":
            continue
        elif _is_byline(piece, lower, front, after_title=bool(front.title), last=number + 1 == body):
            piece.kind = "byline"
            _read_byline(piece, front)
    if body < len(pieces):
        _mark_biography(pieces[: body + 2], front)
    _mark_foot(pieces, body, front, lower)
    for piece in pieces[body:]:
        if piece.kind == "body" and not piece.sure and _is_caption(piece):
            piece.kind = "caption"
    return front


def _first_paragraph(pieces: Sequence[Piece]) -> int:
    for number, piece in enumerate(pieces):
        if (
            piece.kind in ("body", "quote")
            and reads_as_paragraph(piece)
            and not _is_caption(piece)
            and not _is_biography(piece, ())
            and not _LABEL.match(piece.raw)
        ):
            return number
    return min(len(pieces), 12)


class LowerWords:
    """The words that a text writes in lower case, asked one by one: they are no names."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._sample: str | None = None

    def __contains__(self, word: object) -> bool:
        if self._sample is None:
            self._sample = " ".join(piece.raw[:4000] for piece in self._pieces[:400])[:400_000]
        return re.search(rf"(?<!\w){re.escape(str(word))}(?!\w)", self._sample) is not None


def _find_title(head: Sequence[Piece], front: Front, pieces: Sequence[Piece], declared: str) -> None:
    sure = next((p for p in pieces if p.kind == "title"), None)
    if sure is None:
        sure = next((p for p in head if p.sure and p.kind == "heading" and p.level == 1), None)
    for piece in head:
        if sure is not None:
            break
        if piece.kind not in ("body", "heading") or piece.code or _is_caption(piece):
            continue
        shown = " ".join(piece.shown.split())
        if (declared and shown.casefold() == declared.casefold()) or _could_be_title(piece, shown):
            sure = piece
        elif reads_as_paragraph(piece):
            break
    if sure is None:
        return
    sure.kind, sure.level, sure.item, sure.verbatim = "title", 0, False, False
    front.title_line = sure.first
    by = None
    if not declared or " ".join(sure.shown.split()).casefold() != declared.casefold():
        for match in _TITLE_BY.finditer(sure.raw[:_LONGEST_TITLE]):
            by = match
    if by is not None and by.start() > 5 and is_name(sure.raw[by.end() :].strip()):
        sure.cut(by.start(), len(sure.raw.rstrip()), "byline")
        front.authors = split_names(sure.raw[by.end() :])
        front.authors_line = sure.last
        front.title = " ".join(sure.raw[: by.start()].split())
        return
    front.title = " ".join(sure.raw.split())


def promote_heading(pieces: Sequence[Piece]) -> None:
    """Make the first heading the title of a text that begins with something else, such as its author."""
    for number, piece in enumerate(pieces[:8]):
        if piece.kind == "heading":
            if sum(len(before.raw) for before in pieces[:number]) <= 1500:
                piece.kind, piece.level = "title", 0
            return


def _could_be_title(piece: Piece, shown: str) -> bool:
    return (
        4 <= len(shown) <= _LONGEST_TITLE
        and len(shown.split()) <= 35
        and (not shown.endswith((".", ",", ";", ":")) or (shown.endswith(".") and len(shown) < 60))
        and any(char.isalpha() for char in shown)
        and not _BY.match(shown)
        and not _STAMP.match(shown)
        and not (_LABEL.match(shown) and not shown[:1].isdigit())
        and not _is_mostly_date(shown)
        and "@" not in shown
        and "://" not in shown
        and not piece.item
    )


def _is_mostly_date(text: str) -> bool:
    found = find_date(text)
    return found is not None and found.end - found.start > 0.5 * len(text.strip())


def _is_caption(piece: Piece) -> bool:
    if len(piece.raw) > _LONGEST_CAPTION or piece.code or (piece.sure and piece.kind != "body"):
        return False
    lowered = piece.raw.lower()
    return (
        any(word in lowered for word in _CREDIT_WORDS)
        and (
            _CREDIT.search(piece.shown) is not None
            or (_NUMBERED_CAPTION.match(piece.shown) is not None and len(piece.raw) <= 250 and not piece.item)
        )
        and not _BY.match(piece.raw)
    )


def _is_byline(piece: Piece, lower: Container[str], front: Front, *, after_title: bool, last: bool) -> bool:
    shown = " ".join(piece.shown.strip("*_#| ").split())
    if len(shown) > 300 or not shown:
        return False
    found = find_date(shown)
    without_title = shown.casefold().replace(front.title.casefold(), "").strip() if front.title else shown
    if _BY.match(shown) and (len(shown) <= 150):
        return True
    if _LABEL.match(shown) and len(shown) <= 200:
        return True
    if _STAMP.match(shown) and found:
        return True
    if found is not None and (
        found.end - found.start > 0.25 * len(without_title)
        or without_title != shown.casefold()
        or len(shown) <= 60
    ):
        return not (piece.ended and len(shown.split()) > 12)
    if _CONTACT.search(shown) and len(shown) <= 200:
        return True
    if after_title and is_name(shown, lower):
        return True
    parts = re.split(r"\s*[,|•·–—]\s*", shown)
    return (
        after_title
        and len(parts) > 1
        and is_name(parts[0], lower)
        and bool(ROLES.search(shown))
        and not piece.ended
    )


def _read_byline(piece: Piece, front: Front) -> None:
    shown = " ".join(piece.shown.strip("*_#| ").split())
    found = find_date(shown)
    if found is not None and not front.date:
        front.date, front.date_line = found.edtf, piece.first
        shown = shown[: found.start].rstrip(" ,|•·–—-(")
    named = _PUBLICATION.match(shown)
    if named and not front.source:
        front.source, front.source_line = named[1].strip(" ,;.|"), piece.first
    by = _BY.match(shown)
    rest = shown[by.end() :] if by else shown
    names = re.split(r"\s*(?:[|•·–—(]|\s-\s|,\s(?=[a-z]|[A-Z]\w+ (?:of|at)\b))\s*", rest)[0].strip(" ,")
    if not front.authors and (by or is_name(names)) and is_name(names):
        front.authors, front.authors_line = split_names(names), piece.first


def is_name(text: str, lower: Container[str] = ()) -> bool:
    """Whether a text is one person's name or several: two to four capitalised words that are nothing else here.

    `lower` are words that the text also writes in lower case.
    """
    names = split_names(_MARKERS.sub("", text))
    if not names or len(names) > 8:
        return False
    for name in names:
        parts = name.split()
        if not 2 <= len(parts) <= 5 or not all(_NAME_PART.fullmatch(part) for part in parts):
            return False
        capital = [part.strip(".").lower() for part in parts if part[0].isupper() and len(part) > 2]
        if not capital or any(
            part in HEADING_WORDS or part in OPEN_ENDING or part in lower for part in capital
        ):
            return False
    return True


def split_names(text: str) -> list[str]:
    """The single names in a list such as "A. One, B. Two and C. Three"."""
    text = _MARKERS.sub("", text)
    parts = re.split(r"\s*(?:,\s*and\s|,|;|\band\b|&|\bwith\b)\s*", " ".join(text.split()).strip(" .,;"))
    return [part.strip() for part in parts if part.strip()]


def _is_biography(piece: Piece, authors: Sequence[str]) -> bool:
    """Whether a paragraph tells who the author is rather than what the article says."""
    shown = piece.shown.lstrip("*_[ ")
    if len(shown) > 900 or piece.code or (piece.sure and piece.kind != "body"):
        return False
    named = next((name for name in authors if shown.lower().startswith(name.lower())), "")
    contact = _CONTACT.search(shown)
    role = ROLES.search(shown[:250])
    appeared = _FIRST_APPEARED.search(shown)
    if named:
        return bool(role or contact or appeared)
    opening = re.match(
        r"((?:[A-Z][\w.'’-]*\s+){2,4})(?:\([^)]*\),?\s*)?(?:is|are|was|has been|works|teaches|serves)\b",
        shown,
    )
    if opening and is_name(opening[1].strip()):
        return bool(
            role
            and (contact or appeared or len(shown) < 500)
            and re.search(r"\b(?:is|was|serves as) (?:an?|the|currently)\b", shown[:120])
        )
    return bool(contact and role and appeared)


def _mark_biography(head: Sequence[Piece], front: Front) -> None:
    for piece in head:
        if piece.kind == "body" and _is_biography(piece, front.authors):
            piece.kind = "byline"


def _mark_foot(pieces: Sequence[Piece], body: int, front: Front, lower: Container[str]) -> None:
    """Bylines after the last paragraph: a name with its office, a date, who the author is."""
    last = next(
        (
            number
            for number in range(len(pieces) - 1, -1, -1)
            if pieces[number].kind in ("body", "quote", "heading")
            and reads_as_paragraph(pieces[number])
            and not _is_biography(pieces[number], front.authors)
        ),
        len(pieces),
    )
    if last <= body:
        last = max(last, body)
    for piece in pieces[last + 1 :]:
        if piece.kind != "body" or piece.sure or piece.item or piece.verbatim or len(piece.raw) > 900:
            continue
        shown = " ".join(piece.shown.strip("*_—– ").split())
        name = re.match(r"((?:[A-Z][^\W\d_.'’-]*[.'’-]?\w*\s+){1,3}[A-Z][^\W\d_]+)\s*[,|–—]", shown)
        office = (
            bool(name)
            and is_name(_proper(name[1]) if name else "", lower)
            and bool(ROLES.search(shown))
            and len(shown) <= 300
        )
        if (
            office
            or _is_biography(piece, front.authors)
            or (_BY.match(shown) and is_name(_BY.sub("", shown, count=1)))
        ):
            piece.kind = "byline"
            if name and office and not front.authors:
                front.authors, front.authors_line = [_proper(name[1])], piece.first
        elif (_STAMP.match(shown) and find_date(shown)) or _is_mostly_date(shown):
            piece.kind = "byline"
            found = find_date(shown)
            if found and not front.date:
                front.date, front.date_line = found.edtf, piece.first


def _proper(name: str) -> str:
    """A name with its capitals as a title page has them: STRELTSOV becomes Streltsov."""
    return " ".join(part.capitalize() if part.isupper() and len(part) > 3 else part for part in name.split())
