"""Lines that a web page or a printer put round a text: buttons, menus, share bars, disclaimers, rules.

A word such as "Search" is a button at the top of a page and a heading in the middle of a manual; so most of
these count only at the ends of a file or beside others of their kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from index.blocks.contents import has_leaders, mark_contents
from index.blocks.piece import Piece

# A whole line of nothing but these is a button or a link for the page's visitor.
_BUTTON = re.compile(
    r"(?:e-?mail(?: (?:this|a friend|article|story|us|address))?|print(?: (?:this|article|page|story"
    r"|friendly))?"
    r"|share(?: (?:this|on|via|with)\b.{0,40}| article| story)?|tweet(?: this)?|facebook|twitter|x|linkedin"
    r"|whatsapp"
    r"|pinterest|reddit|telegram|instagram|youtube|flipboard|pocket|rss(?: feed)?|like"
    r"|follow(?: us)?(?: on .{0,30})?|copy link"
    r"|save(?: article)?|bookmark|listen(?: to (?:this )?article)?|download(?: (?:pdf|article|as pdf|this))?"
    r"|(?:available )?downloads?|pdf(?: \(.{1,20}\))?"
    r"|subscribe(?: (?:now|today|here|to .{0,40}))?|sign (?:in|up)(?: .{0,40})?|log ?in|log ?out|register"
    r"|join now"
    r"|newsletters?|menu|main menu|toggle navigation|navigation|search(?: (?:for|this site))?:?"
    r"|home(?: page)?|skip to (?:main )?content"
    r"|skip to .{0,30}|back(?: to .{0,40})?|go back|top|next(?: (?:article|page|post|story))?"
    r"|prev(?:ious)?(?: (?:article|page|post|story))?"
    r"|continue(?: reading)?|read (?:more|next|also|the full .{0,40})(?:: .{0,120})?|more(?: (?:from|on"
    r"|in) .{0,60})?|show more|load more|see (?:more|also|all)"
    r"|related(?: (?:articles|posts|stories|content|topics|links|reading))?|recommended(?: for you)?"
    r"|most (?:read|popular|viewed)|trending(?: now)?"
    r"|popular(?: posts)?|you (?:may|might) also (?:like|be interested in).{0,20}|up next|editor'?s picks?"
    r"|in this (?:article|story)"
    r"|\d+ (?:thoughts?|responses?|replies|comments?) (?:on|to) .{0,200}|view profile"
    r"|(?:get |join |try )?(?:our |the |a )?(?:free |daily |weekly |monthly )*newsletters?|tags"
    r"|\d* ?comments?(?: \(\d+\))?"
    r"|(?:shares?|comments?|likes?|views?):? \(?\d[\d,.]*k?\)?"
    r"|leave a (?:comment|reply)|add (?:a )?comment|post a comment|reply|report"
    r"|permalink|cite(?: this)?"
    r"|advertisements?|sponsored(?: content)?|advert|ad|promoted|close|dismiss|accept(?: all)?(?: cookies)?"
    r"|cookie (?:policy|settings)"
    r"|privacy(?: policy)?|terms(?: (?:of (?:use|service)|and conditions|& conditions))?|contact(?: us)?"
    r"|about(?: us)?|site ?map|careers|help|faqs?"
    r"|accessibility|feedback|donate(?: now)?|support us|font size|text size|a-? a\+?|enlarge(?: image)?"
    r"|view (?:gallery|image|all|larger).{0,20}"
    r"|click to .{0,40}|tags?:.{0,200}|filed under:?.{0,200}|posted in:?.{0,120}|categor(?:y|ies):.{0,200}"
    r"|topics?(?::.{0,200})?|keywords?:.{0,200}"
    r"|\d+ shares?|\d+ min(?:ute)?s?(?: read)?|est\.? read(?:ing)? time.{0,20}|reading time.{0,20}"
    r"|(?:reuse|republish) this (?:content|article|story)|forward (?:this )?to a friend|unsubscribe.{0,40}"
    r"|(?:update|manage) (?:your )?(?:e-?mail )?(?:preferences|subscriptions?)"
    r"|edit(?: this page)?|view source|history|talk|jump to .{0,40})",
    re.IGNORECASE,
)
# These say what they are wherever they stand.
_ANYWHERE = re.compile(
    r"(?:home\s*[>›»/|].{0,120}|[«‹←<]+\s*(?:back|previous|prev|return|home|zurück|retour)\b.{0,60}|(?:next"
    r"|more|read more"
    r"|continue)\b.{0,60}[»›→>]+"
    r"|now reading\b.{0,200}|skip to (?:main )?content|share this(?: article| story| post| page)?:?"
    r"|share on \w+|follow us on .{0,40}"
    r"|back to (?:the )?top|advertisement|scroll (?:down )?(?:to|for) .{0,60}|click here to .{0,80}"
    r"|(?:https?|file)://\S+\s+(?:page )?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?"
    r"|read (?:also:?|more:|next:) .{0,150}|also read: .{0,150}"
    r"|your email address will not be published.{0,100}|(?:proudly )?powered by \w+.{0,40}"
    r"|\(?(?:more|end|ends|continued)\)|continued (?:on|from) (?:page|p\.).{0,20}|-30-"
    r"|related: .{0,150}|a version of this (?:article|story|essay|piece) .{0,30}\bappear.{0,200}"
    r"|this (?:entry|post|article) was (?:posted|filed|published) (?:in|under) .{0,200}"
    r"|enjoying this .{0,120}\bsubscri.{0,80}"
    r"|view (?:this|it|in) .{0,30}\b(?:browser|online)"
    r"|you(?: are|'re|’re|) receiv(?:ing|ed) this (?:e-?mail|message|newsletter).{0,200}"
    r"|this (?:site|website) uses cookies.{0,300}|we use cookies.{0,300}"
    r"|your browser does not support .{0,100}|please enable javascript.{0,100}"
    r"|(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s)?.{0,20}(?:19|20)\d\d.{0,200}"
    r"|sign up (?:for|to) .{0,100}(?:newsletter|updates?|briefing|inbox).{0,100})",
    re.IGNORECASE,
)
_DISCLAIMER = re.compile(
    r"(?:views|opinions|statements)(?: and (?:views|opinions|conclusions|statements))?,?"
    r"(?:\s\w+){0,4}\s(?:expressed|stated|presented|represented|contained)?.{0,80}"
    r"(?:(?:are|is|remain|represent)\b.{0,40}\b(?:author|authors|contributor|contributors|writer|writers"
    r"|speaker)\b"
    r"|(?:do|does|should|may) not\b.{0,60}\b(?:reflect|represent|be attributed|be construed))"
    r"|solely those of the authors?|represents? the views? of the (?:respective )?(?:authors?|contributors?"
    r"|writers?)"
    r"|\btakes? no (?:institutional )?positions?\b"
    r"|\bthis (?:e-?mail|message)\b.{0,60}\bconfidential\b"
    r"|\bno (?:part|portion) of this (?:publication|document|book)\b|\breproduc(?:ed"
    r"|tion)\b.{0,60}\bpermission\b",
    re.IGNORECASE | re.DOTALL,
)
_NETWORKS = frozenset(
    (
        "facebook", "twitter", "x", "google+", "google", "linkedin", "email", "e-mail", "print", "reddit",
        "whatsapp", "telegram", "pinterest", "tumblr", "vk", "share", "tweet", "mastodon", "bluesky",
    )
)  # fmt: skip
_LEADS = frozenset(
    (
        "nex",
        "hom",
        "mor",
        "rea",
        "con",
        "now",
        "ski",
        "sha",
        "fol",
        "bac",
        "adv",
        "scr",
        "cli",
        "thi",
        "we ",
        "you",
        "ple",
        "cop",
        "sig",
        "vie",
        "als",
        "htt",
        "pro",
        "pow",
        "enj",
        "rel",
        "a v",
        "fil",
    )
)
_LONG_BUTTON = re.compile(
    r"\W{0,5}(?:tags?|categor|topics?|keywords?|filed|posted|read|share|home|follow)\b|[^|]{0,40}\|", re.I
)
_DISCLAIMER_WORDS = (
    "view",
    "opinion",
    "statement",
    "position",
    "confidential",
    "this publication",
    "this document",
    "this book",
    "permission",
)
# After these, on a line of its own, stands what an article is about.
_LISTS = re.compile(r"tags|topics|categories|keywords|filed under|posted in", re.IGNORECASE)
_OTHERS = re.compile(
    r"most (?:read|popular|viewed)|related|recommended|trending|up next|more from", re.IGNORECASE
)
_LONGEST_OTHER = 120
_EDGES = "«»‹›←→<>|•·-–—*#_:\u00a0 \t▲▼▶►✕×…()[]"
_LONGEST = 400


def mark_boilerplate(pieces: Sequence[Piece]) -> None:
    """Give its kind to what surrounds the text. `pieces` are those of a file, in order."""
    first, last = _text_zone(pieces)
    buttons = [_is_button(piece) for piece in pieces]
    for number, piece in enumerate(pieces):
        size = len(piece.raw)
        if (piece.sure and piece.kind != "body") or piece.code or size > 4 * _LONGEST:
            continue
        if size > _LONGEST:
            if (number >= last - 1 and number > first and _is_disclaimer(piece)) or has_leaders(piece):
                piece.kind = "boilerplate"
            continue
        outside = number < first or number > last
        beside = any(buttons[near] for near in (number - 1, number + 1) if 0 <= near < len(pieces))
        if (
            _is_known(piece)
            or (buttons[number] and (outside or beside or piece.verbatim))
            or (((number >= last - 1 and number > first) or number <= first) and _is_disclaimer(piece))
            or has_leaders(piece)
        ):
            piece.kind = "boilerplate"
    for before, piece in pairwise(pieces[last + 1 :]):
        if before.kind == "boilerplate" and _LISTS.fullmatch(before.shown.strip(_EDGES)) and not piece.ended:
            piece.kind = "boilerplate"
    _mark_others(pieces[last + 1 :])
    mark_contents(pieces)
    _mark_menus(pieces, first, last)


def _text_zone(pieces: Sequence[Piece]) -> tuple[int, int]:
    """The numbers of the first and the last piece that read like a paragraph (0 and the end without any)."""
    count = len(pieces)
    first = next((number for number in range(count) if _is_article_text(pieces[number])), count)
    last = next((number for number in range(count - 1, first, -1) if _is_article_text(pieces[number])), first)
    return first, last


def _is_article_text(piece: Piece) -> bool:
    return piece.kind in ("body", "quote") and reads_as_paragraph(piece) and not _is_disclaimer(piece)


def reads_as_paragraph(piece: Piece) -> bool:
    """Whether a piece is running text: long enough for a sentence or two that come to an end."""
    return not piece.code and (
        len(piece.raw) >= 300 or (len(piece.raw) >= 80 and piece.ended and len(piece.raw.split()) >= 14)
    )


def _is_button(piece: Piece) -> bool:
    if len(piece.raw) > 250 or piece.sure:
        return False
    if piece.verbatim:
        # A box of a few lines that asks its reader to do something.
        return sum(_BUTTON.fullmatch(line.strip(_EDGES)) is not None for line in piece.raw.split("\n")) > 1
    if len(piece.raw) > 80 and not _LONG_BUTTON.match(piece.raw):
        return False
    shown = piece.shown.strip(_EDGES)
    if _NETWORKS.issuperset(shown.lower().split()):
        return bool(shown)
    words = [part.strip(_EDGES) for part in shown.split("|")]
    return all(_BUTTON.fullmatch(part) for part in words if part) and any(words)


def _is_known(piece: Piece) -> bool:
    lead = piece.raw.lstrip()[:3].lower()
    if (lead in _LEADS or lead[:1] in "«‹←<©(-") and _ANYWHERE.fullmatch(piece.shown):
        return True
    if len(piece.raw) <= 250 and piece.shown.startswith("***") and piece.shown.endswith("***"):
        return piece.raw.isupper()
    return len(piece.raw) <= 250 and "ights reserved" in piece.raw


def _is_disclaimer(piece: Piece) -> bool:
    if len(piece.raw) > 4 * _LONGEST:
        return False
    lowered = piece.raw.lower()
    for word in _DISCLAIMER_WORDS:
        if word in lowered:
            return _DISCLAIMER.search(piece.raw) is not None
    return False


def _mark_others(pieces: Sequence[Piece]) -> None:
    """After the text, short lines under a button for other articles are those articles."""
    others = False
    for piece in pieces:
        others = others or (
            piece.kind == "boilerplate" and _OTHERS.match(piece.shown.strip(_EDGES)) is not None
        )
        if others and not piece.sure and len(piece.raw) <= _LONGEST_OTHER and not piece.ended:
            piece.kind = "boilerplate"


def _mark_menus(pieces: Sequence[Piece], first: int, last: int) -> None:
    """Rows of very short lines beyond the text are a page's menu, when a button is among them."""
    # A title may stand among the short lines of a head.
    for low, high, least in ((0, first, 6), (last + 1, len(pieces), 4)):
        start = low
        for number in range(low, high + 1):
            if number < high and _may_be_of_menu(pieces[number]):
                continue
            run = pieces[start:number]
            if len(run) >= least and sum(piece.kind == "boilerplate" for piece in run) >= 2:
                for piece in run:
                    piece.kind = "boilerplate"
            start = number + 1


def _may_be_of_menu(piece: Piece) -> bool:
    return piece.kind == "boilerplate" or (
        len(piece.raw) <= 40 and len(piece.raw.split()) <= 4 and not piece.sure and not piece.ended
    )
