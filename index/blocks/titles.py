"""The title of an article among the lines above its text: rubrics, mastheads and printed lines are not it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.blocks.boilerplate import reads_as_paragraph
from index.blocks.bylines import (
    BY,
    LABEL,
    RUBRIC,
    STAMP,
    Front,
    is_mostly_date,
    is_of_periodical,
    tells_no_more,
)
from index.blocks.captions import is_caption
from index.blocks.passages import is_sentence
from index.blocks.people import is_name, split_names
from index.blocks.piece import Piece

_TITLE_BY = re.compile(r"[\s,;:|–—-]+(?:by|By|BY)\s+(?=[A-Z])")
# The lines above a letter or a message; one in capitals is a cable's.
_HEADER = re.compile(r"\s*(?:From|To|Cc|Date|Sent|Subject):\s")
_SUBJECT = re.compile(r"\s*(?:Subject:|SUBJECT:)\s+(?=\S)")
_LABELLED = re.compile(r"\s*(?:Title|TITLE):\s+(?=\S)")
# Labels stand among the first pieces of a text, a notice of where it is from before them maybe.
_LABELS = 20
_LONGEST_TITLE = 250
# What stands between a title and a site's name.
_PRINTED = re.compile(r"\s+(?:[-|–—·:]\s+\S|\d)")
# What a masthead has under it: the number of the issue, or the names of a site's parts.
_UNDER_MASTHEAD = re.compile(
    r"\s*(?:vol(?:ume)?|issue|no|number|nr)\b\.?\s*[\dIVXLC]|[^|]*\|[^|]*\|", re.IGNORECASE
)
_LONGEST_MASTHEAD = 5
# Buttons that are also what a document may be called.
_NAMES = frozenset(
    (
        "about", "about us", "accessibility", "careers", "feedback", "help", "history", "navigation",
        "newsletter", "privacy", "privacy policy", "report", "search", "talk", "terms", "terms of service",
        "terms of use",
    )
)  # fmt: skip


def find_title(head: Sequence[Piece], front: Front, pieces: Sequence[Piece], declared: str) -> None:
    """Give the title of a text its kind and tell it to `front`, with an author who stands on its line.

    `head` are the pieces above the text, `declared` what stronger sources call the article.
    """
    title = _told_title(head, pieces) or _title_by_looks(head, declared)
    if title is None or (is_sentence(title) and not title.sure):
        title = _button_that_names(head) or title
    if title is None:
        return
    title.kind, title.level, title.item, title.verbatim = "title", 0, False, False
    front.title_line = title.first
    subject = _SUBJECT.match(title.raw) or _LABELLED.match(title.raw)
    if subject is not None:
        title.cut(0, subject.end(), "heading mark")
        front.title = " ".join(title.raw[subject.end() :].split())
        return
    by = 0 if _shown(title).casefold() == declared.casefold() else _author_at(title.raw)
    if by:
        title.cut(by, len(title.raw.rstrip()), "byline")
        front.authors = split_names(_TITLE_BY.sub("", title.raw[by:], count=1))
        front.authors_line, front.authors_told = title.last, True
    front.title = " ".join(title.raw[: by or None].split())


def _told_title(head: Sequence[Piece], pieces: Sequence[Piece]) -> Piece | None:
    """The piece that its format, its markup or its label calls the title."""
    told = next((p for p in pieces if p.kind == "title"), None)
    if told is None:
        told = next((p for p in head if p.sure and p.kind == "heading" and p.level == 1), None)
    if told is not None:
        return told
    labelled = [piece for piece in pieces[:_LABELS] if _LABELLED.match(piece.raw)]
    if len(labelled) == 1 and any(LABEL.match(piece.raw) for piece in pieces[:_LABELS]):
        return labelled[0]
    message = sum(1 for piece in head if _HEADER.match(piece.raw)) >= 2
    subjects = (piece for piece in head if _SUBJECT.match(piece.raw))
    return next((piece for piece in subjects if message or piece.shown.isupper()), None)


def _title_by_looks(head: Sequence[Piece], declared: str) -> Piece | None:
    """The first piece of a head that may be a title, after what a paper or a browser puts above it."""
    found: list[int] = []
    for number, piece in enumerate(head):
        if _may_be_title(piece, declared):
            found.append(number)
        elif piece.kind == "body" and reads_as_paragraph(piece):
            break
    if not found:
        return None
    if declared and _shown(head[found[0]]).casefold() == declared.casefold():
        return head[found[0]]
    signed = next((head[number] for number in found if _author_at(head[number].raw)), None)
    if signed is not None:
        return signed
    rubrics = {number for number in found if RUBRIC.fullmatch(_shown(head[number]))}
    first = next((number for number in found if number not in rubrics), None)
    if first is None or (rubrics and (len(head[first].shown.split()) < 2 or is_name(_shown(head[first])))):
        return head[found[0]]
    for number in rubrics:
        if number < first:
            head[number].kind = "byline"
    printed = _printed_under(_shown(head[first]), head[first + 1 :])
    if printed is not None:
        head[first].kind = "boilerplate"
        return printed
    return _under_masthead(head, first, found) or head[first]


def _may_be_title(piece: Piece, declared: str) -> bool:
    if piece.kind not in ("body", "heading") or piece.code or is_caption(piece):
        return False
    shown = _shown(piece)
    return (bool(declared) and shown.casefold() == declared.casefold()) or _could_be_title(piece, shown)


def _shown(piece: Piece) -> str:
    return " ".join(piece.raw.split())


def _author_at(raw: str) -> int:
    """Where the author begins who stands on the line of a title, with what parts them; 0 without one."""
    by = 0
    for match in _TITLE_BY.finditer(raw[:_LONGEST_TITLE]):
        if match.start() > 5 and is_name(raw[match.end() :].strip()):
            by = match.start()
    return by


def _printed_under(shown: str, head: Sequence[Piece]) -> Piece | None:
    """The title that a line repeats with the site's name or the time after it, as browsers print it."""
    for piece in head:
        title = _shown(piece)
        if len(title.split()) >= 3 and shown.startswith(title) and _PRINTED.match(shown[len(title) :]):
            return piece if piece.kind in ("body", "heading") else None
    return None


def _under_masthead(head: Sequence[Piece], first: int, found: Sequence[int]) -> Piece | None:
    """The title right above the author's line, where a masthead and what belongs to it stand above both."""
    by = next((at for at in range(first + 2, len(head)) if _names_author(head[at])), None)
    later = [number for number in found if by is not None and first < number < by <= number + 2]
    if not later:
        return None
    between = head[first + 1 : later[0]]
    masthead = len(head[first].shown.split()) <= _LONGEST_MASTHEAD
    if not masthead or not any(_UNDER_MASTHEAD.match(piece.raw) for piece in between):
        return None
    for piece in head[first : later[0]]:
        if piece.kind in ("body", "heading"):
            piece.kind = "byline"
    return head[later[0]]


def _names_author(piece: Piece) -> bool:
    by = BY.match(piece.raw)
    return by is not None and is_name(piece.raw[by.end() :].strip())


def _button_that_names(head: Sequence[Piece]) -> Piece | None:
    """The only button of a text's head, where it is first and may as well be what the text is called."""
    buttons = [piece for piece in head if piece.kind == "boilerplate"]
    alone = len(buttons) == 1 and buttons[0] is head[0]
    return head[0] if alone and head[0].shown.casefold() in _NAMES else None


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
        and not BY.match(shown)
        and not STAMP.match(shown)
        and not (LABEL.match(shown) and not shown[:1].isdigit())
        and not is_mostly_date(shown)
        and not is_of_periodical(shown)
        and not tells_no_more(shown)
        and "@" not in shown
        and "://" not in shown
        and not piece.item
    )
