"""What CommonMark makes certain of a Markdown text: headings, quotes, items, tables, code, by their lines.

Only its block rules run: what stands within a line is marked by index.blocks.inline, which knows where each
character came from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from index.formats.markdown_tables import table_lines
from index.formats.source import Mark, MarkKind

_TAG = re.compile(r"<!--(?:[^-<]|-(?!->)|<(?!!--))*-->|</?[A-Za-z][^<>]*>")
_DEFINITION = re.compile(r"\s{0,3}\[[^\]^][^\]]*\]:\s*\S")
_NOTE = re.compile(r"\s{0,3}\[\^[^\]\s]+\]:")


def mark_markdown(lines: Sequence[str], skip: int) -> tuple[list[Mark], dict[str, str]]:
    """Marks of the lines after the first `skip`, in order and apart, and the addresses of named links."""
    parser = MarkdownIt("commonmark").enable("table")
    parser.block.ruler.at("table", table_lines, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.enableOnly(["normalize", "block"])
    env: dict[str, dict[str, dict[str, str]]] = {}
    try:
        tokens = parser.parse("\n".join(lines[skip:]), env)
    except RecursionError:
        return [], {}
    marks: list[Mark] = []
    at = skip
    for mark in _marks(tokens, lines, skip):
        if mark.first <= at:
            continue
        while at < mark.first - 1:
            at += 1
            line = lines[at - 1]
            if marks and marks[-1].kind == "quote" and marks[-1].last == at - 1 and line.strip() == ">":
                marks[-1] = replace(marks[-1], last=at)
            elif _DEFINITION.match(line):
                marks.append(Mark(at, at, "boilerplate"))
        marks.append(mark)
        at = mark.last
    marks += [
        Mark(n, n, "boilerplate") for n in range(at + 1, len(lines) + 1) if _DEFINITION.match(lines[n - 1])
    ]
    references = {name.lower(): entry.get("href", "") for name, entry in env.get("references", {}).items()}
    return marks, references


def _marks(tokens: Sequence[Token], lines: Sequence[str], skip: int) -> list[Mark]:
    marks: list[Mark] = []
    quotes = 0
    fresh_item = False
    for token in tokens:
        kind: MarkKind | None = None
        match token.type:
            case "blockquote_open":
                quotes += 1
            case "blockquote_close":
                quotes -= 1
            case "list_item_open":
                fresh_item = True
            case "table_open":
                kind = "verbatim"
            case "heading_open":
                kind = "heading"
            case "fence" | "code_block":
                kind = "code"
            case "html_block":
                kind = "body" if _TAG.sub("", token.content).strip() else "boilerplate"
            case "hr":
                kind = "boilerplate"
            case "paragraph_open":
                kind = "quote" if quotes else "item" if fresh_item else "body"
            case _:
                pass
        if kind is None or token.map is None:
            continue
        first, last = token.map[0] + skip + 1, token.map[1] + skip
        if token.type == "paragraph_open" and _NOTE.match(lines[first - 1]):
            continue
        level = int(token.tag[1]) if kind == "heading" else 0
        if kind in ("item", "heading", "code"):
            fresh_item = False
        if kind == "quote" and marks and marks[-1].kind == "quote" and marks[-1].last == first - 1:
            continue
        marks.append(Mark(first, last, kind, level))
    return marks
