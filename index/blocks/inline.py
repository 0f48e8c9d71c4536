"""Marks within a line: emphasis, code, links, addresses; the words stay, the marks become spans."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from index.blocks.draft import Draft, Edit
from index.hygiene import clean
from index.model import Span, SpanKind

# What is looked for first, because emphasis never begins or ends within it.
_ATOMS = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`{1,3})(?P<code>[^`\n]{1,400})(?P=ticks)(?!`)"
    r"|(?P<image>!\[(?P<alt>[^\[\]]{0,1000})\]\((?P<src>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\))"
    r"|\[(?P<link>[^\[\]]{1,2000})\]\((?P<to><[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+\"[^\"\n]*\")?\)"
    r"|\[(?P<named>[^\[\]]{1,1000})\]\[(?P<name>[^\[\]]{0,200})\]"
    r"|(?P<tag><!--(?:[^-<]|-(?!->)|<(?!!--))*-->|</?(?:a|b|i|em|strong|br|p|div|span|sup|sub|u|s|small|big|center|img|font|code|kbd|hr|details|summary|li|ul|ol)(?:\s[^<>]*)?/?>)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[\da-fA-F]{1,6}|[A-Za-z][A-Za-z\d]{1,30});)"
    r"|<(?P<auto>(?:https?://|mailto:)[^\s<>]+)>"
    r"|(?P<url>(?:https?://|ftp://|(?<![\w.@/])www\.)[^\s<>\"“”«»\[\]{}|\\^`]+)",
    re.DOTALL,
)
# What reStructuredText writes before a name in backticks, which then are no plain code: :mod:`os`.
_ROLE = re.compile(r"(?<!\w):[A-Za-z][\w.+:-]*:$")
_STARTS = re.compile(r"[\\`\[<&]")
_DELIMITERS = re.compile(r"\*{1,3}|_{1,3}")


def mark_inline(draft: Draft, *, markdown: bool, references: Mapping[str, str]) -> None:
    """Take the marks of emphasis, code and links out of a draft and keep what they mean as spans.

    In `markdown` a backslash takes the meaning from the mark after it, tags and entities are not text, and
    `references` has the addresses of links by name. Takes time in proportion to the text.
    """
    text = draft.text
    edits: list[Edit] = []
    spans: list[Span] = []
    taken: list[tuple[int, int]] = []
    for match in _atoms(text):
        start, end = match.span()
        if match["escape"]:
            if markdown:
                edits.append(Edit(start, start + 1, "", "markup"))
                taken.append((start, end))
        elif match["code"]:
            taken.append((start, end))
            if (
                not markdown
                and text[start - 1 : start] == ":"
                and _ROLE.search(text, max(0, start - 40), start)
            ):
                continue
            inner = match.start("code"), match.end("code")
            edits += (Edit(start, inner[0], "", "markup"), Edit(inner[1], end, "", "markup"))
            spans.append(Span(*inner, "code"))
        elif match["image"]:
            edits += (
                Edit(start, match.start("alt"), "", "image"),
                Edit(match.end("alt"), end, "", "image"),
            )
            taken.append((start, end))
        elif match["link"] is not None:
            inner = match.start("link"), match.end("link")
            edits += (Edit(start, inner[0], "", "link"), Edit(inner[1], end, "", "link"))
            spans.append(Span(*inner, "link", _address(match["to"])))
            taken += ((start, inner[0]), (inner[1], end))
        elif match["named"] is not None:
            inner = match.start("named"), match.end("named")
            address = references.get((match["name"] or match["named"]).lower())
            if address is not None:
                edits += (Edit(start, inner[0], "", "link"), Edit(inner[1], end, "", "link"))
                spans.append(Span(*inner, "link", _address(address)))
                taken += ((start, inner[0]), (inner[1], end))
        elif match["tag"]:
            if markdown:
                edits.append(Edit(start, end, "", "tag"))
            taken.append((start, end))
        elif match["entity"]:
            character, _ = clean(html.unescape(match["entity"]))
            if markdown and character and character != match["entity"]:
                edits.append(Edit(start, end, " " if character.isspace() else character, "entity"))
        elif match["auto"]:
            edits += (Edit(start, start + 1, "", "link"), Edit(end - 1, end, "", "link"))
            spans.append(Span(start + 1, end - 1, "link", match["auto"]))
            taken.append((start, end))
        else:
            stop = start + _address_length(match["url"])
            spans.append(Span(start, stop, "link", text[start:stop]))
            taken.append((start, stop))
    if "*" in text or "_" in text:
        more_edits, more_spans = _emphasis(text, taken)
        edits += more_edits
        spans += more_spans
    draft.apply(edits, spans)


def _atoms(text: str) -> Iterator[re.Match[str]]:
    """The atoms of a text, tried only where one can begin."""
    starts = [match.start() for match in _STARTS.finditer(text)]
    for sign in ("![", "https://", "http://", "ftp://", "www."):
        at = text.find(sign)
        while at >= 0:
            starts.append(at)
            at = text.find(sign, at + 1)
    end = 0
    for start in sorted(starts):
        match = _ATOMS.match(text, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


def _address(to: str) -> str:
    """A link's address; a dead one has none."""
    address = to.strip("<>")
    return "" if address in ("", "#", "javascript:void(0)", "about:blank") else address


def _address_length(url: str) -> int:
    """How much of a run without spaces is the address: the punctuation after it belongs to the sentence."""
    end = len(url)
    while end:
        last = url[end - 1]
        unpaired = last == ")" and url.count("(", 0, end) < url.count(")", 0, end)
        if last not in ".,;:!?'’”*_…" and not unpaired:
            break
        end -= 1
    return end


def _emphasis(text: str, taken: list[tuple[int, int]]) -> tuple[list[Edit], list[Span]]:
    edits: list[Edit] = []
    spans: list[Span] = []
    open_marks: list[tuple[str, int, int]] = []
    place = 0
    for match in _DELIMITERS.finditer(text):
        start, end = match.span()
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        if place < len(taken) and taken[place][0] < end:
            continue
        mark = match[0]
        before, after = text[start - 1 : start], text[end : end + 1]
        opens = bool(after) and not after.isspace() and _may_touch(before, mark)
        closes = bool(before) and not before.isspace() and _may_touch(after, mark)
        if closes:
            at = next(
                (
                    i
                    for i in range(len(open_marks) - 1, max(-1, len(open_marks) - 5), -1)
                    if open_marks[i][0] == mark
                ),
                -1,
            )
            if at >= 0 and start > open_marks[at][2]:
                _, open_start, open_end = open_marks[at]
                del open_marks[at:]
                edits += (Edit(open_start, open_end, "", "markup"), Edit(start, end, "", "markup"))
                kinds: tuple[SpanKind, ...] = (
                    ("emphasis",)
                    if len(mark) == 1
                    else ("strong",)
                    if len(mark) == 2
                    else ("emphasis", "strong")
                )
                spans += (Span(open_end, start, kind) for kind in kinds)
                continue
        if opens:
            open_marks.append((mark, start, end))
    return edits, spans


def _may_touch(char: str, mark: str) -> bool:
    """Whether a mark may have this character on its outer side; a letter makes it part of a name."""
    return not char or not (char.isalnum() or char in "_*/\\") or (mark[0] == "*" and char in "’'")
