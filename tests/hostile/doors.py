"""The doors by which something from outside comes in, each tried with one input.

A try gives how it ended (`read`, `refused`), what was told, and the faults found in what came through.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from index.article import read_article
from index.beginning import read_beginning
from index.model import ArticleText, BriefingError, Problem
from tests.hostile.dangers import first_danger
from tests.hostile.payloads import PAYLOADS

Answer = tuple[str, str, tuple[str, ...]]

# Checking is not reading: of what is very long, so much is looked at.
_LOOKED_AT = 2_000_000
_TOLD = (
    *("id", "file", "title", "date", "date_note", "source", "language", "url", "descriptor", "marking"),
    *("format", "encoding"),
)


def file_to_blocks(path: Path) -> Answer:
    """Read a file as an article and look at all that came of it."""
    try:
        text, problems = read_article(path, path.name, {})
    except BriefingError as error:
        return "refused", str(error), tuple(_line_faults(str(error)))
    except OSError as error:
        return "refused", str(error), ()
    faults = tuple(_faults(text, problems))
    beginning = read_beginning(path, text.article, {})
    if beginning is not None and beginning.blocks:
        faults += tuple(f"beginning: {fault}" for fault in _faults(beginning, ()))
    return "read", "; ".join(map(str, problems))[:300], faults


def _faults(text: ArticleText, problems: tuple[Problem, ...]) -> Iterator[str]:
    article = text.article
    told = {name: str(getattr(article, name) or "") for name in _TOLD}
    for which, values in (("author", article.authors), ("tag", article.tags)):
        told |= {f"{which} {number}": value for number, value in enumerate(values)}
    for field, origin in article.provenance:
        told |= {f"provenance of {field}": field + origin}
    for name, value in told.items():
        if "\n" in value:
            yield f"{name} has more than one line"
        yield from _named(name, value)
    for problem in problems:
        yield from _line_faults(str(problem))
    yield from _named("lines", "\n".join(text.lines)[:_LOOKED_AT])
    yield from _lost(text)
    size = 0
    for block in text.blocks:
        size += len(block.text)
        if size > _LOOKED_AT:
            break
        for part in (block.text, block.section or "", block.page, *(span.value for span in block.spans)):
            yield from _named(f"block {block.n}", part)
        for repair in block.repairs:
            yield from _named(f"repair of block {block.n}", repair.removed + repair.put)
        if any(not 0 <= span.start <= span.end <= len(block.text) for span in block.spans):
            yield f"a span of block {block.n} lies outside its text"


def _lost(text: ArticleText) -> Iterator[str]:
    """Lines that stand in no block though they have words, or in more than one."""
    after = 0
    ends = len(text.lines) + 1
    for number, first, last in (
        *((block.n, block.first, block.last) for block in text.blocks),
        (0, ends, ends),
    ):
        if first <= after:
            yield f"block {number} begins at line {first}, the one before ended at {after}"
        if any(line.strip() for line in text.lines[after : first - 1]):
            yield f"lines between {after} and {first} stand in no block"
        after = last


def _named(name: str, value: str) -> Iterator[str]:
    found = first_danger(value)
    if found:
        yield f"{name} has {found}"


def _line_faults(told: str) -> Iterator[str]:
    if "\n" in told:
        yield "a message has more than one line"
    yield from _named("message", told)


def payload_faults(name: str, shown: str) -> Iterator[str]:
    """What is wrong with text made of a file of control sequences: what stayed and what went with them."""
    number = name[:2]
    if not number.isdigit():
        return
    payload = PAYLOADS[int(number)]
    # As cp1252, in which HTML reads character references too, most of C1 are letters and signs.
    if not (
        name.endswith(("latin.txt", ".html", ".eml"))
        and any("\x80" <= char <= "\x9f" for char in payload.text)
    ):
        yield from (f"{word} of {payload.name} is still there" for word in payload.gone if word in shown)
    yield from (f"{word} of {payload.name} is lost" for word in payload.stays if word not in shown)
