"""One block in rows: indents, bars and note numbers before it, a blank row above it, its words wrapped.

How a kind of block looks is decided here and nowhere else; which colours it has, in the widget.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from rich.cells import cell_len

from index import ArticleText, Block, Kind
from tui.layout.line import Offsets, cut
from tui.layout.shown import Shown, Stretch, Style, shown
from tui.layout.source_lines import line_of, line_starts
from tui.layout.wrapping import wrapped

WIDTH = 80
NARROWEST = 20

_LOOK: dict[Kind, Style] = {
    "title": "title",
    "heading": "heading",
    "body": "text",
    "quote": "quote",
    "note": "note",
    "byline": "faint",
    "caption": "faint",
    "boilerplate": "faint",
}


class Setting(NamedTuple):
    """How an article is laid out.

    `width` is the width of the text in cells. `margins` shows what is not text in full, else each such block
    has one row. `raw` shows the file's own lines with each block; `beside` puts them at the right of it.
    `raised` allows raised digits, `lines` allows characters that draw lines. `remarks` stand over
    passages, by the source lines of these.
    """

    width: int = WIDTH
    margins: bool = False
    raw: bool = False
    beside: bool = False
    raised: bool = True
    lines: bool = True
    remarks: Mapping[tuple[int, int], str] = MappingProxyType({})


class Row(NamedTuple):
    """One row of a block.

    `start` and `end` are offsets into the block's text. `stretches` style the row's own text. `line` is the
    source line that the row begins on, 0 for a row that has none. `first` marks the row that begins a block.
    """

    text: str
    style: Style
    start: int = 0
    end: int = 0
    prefix: str = ""
    stretches: tuple[Stretch, ...] = ()
    line: int = 0
    first: bool = False
    of_text: bool = False
    shown: Shown | None = None
    cut: int = 0
    beside: str = ""


def rows_of(article: ArticleText, block: Block, before: Block | None, setting: Setting) -> tuple[Row, ...]:
    """The rows of a block, with the blank rows and rules above it."""
    if not block.text.strip() and not setting.raw:
        return ()
    rows = list(_above(block, before, setting))
    remark = setting.remarks.get((block.first, block.last)) if block.is_passage else None
    if remark:
        rows.append(Row(cut(remark, setting.width), "faint"))
    raw = article.raw(block)
    own = _own_rows(block, raw, setting)
    if setting.raw:
        own = _with_raw(block, own, raw, setting)
    return (*rows, *own)


def _above(block: Block, before: Block | None, setting: Setting) -> list[Row]:
    if block.kind == "note" and (before is None or before.kind not in ("note", "heading")):
        rule = " Notes ".center(min(setting.width, 40), "─" if setting.lines else "-")
        return [Row("", "text"), Row(rule, "faint")]
    if before is None or (before.kind == block.kind and block.kind in ("note", "byline", "boilerplate")):
        return []
    if before.kind == "heading" and block.kind != "heading":
        return []
    return [Row("", "text")]


def _prefixes(block: Block, setting: Setting) -> tuple[str, str]:
    bar = "│ " if setting.lines else "| "
    if block.kind == "quote":
        return "  " + bar, "  " + bar
    if block.kind == "note" and block.note is not None:
        number = f"{block.note:>3} "
        return number, " " * len(number)
    if block.kind == "boilerplate":
        dot = "· " if setting.lines else ". "
        return dot, "  "
    if block.kind == "caption":
        return "  ", "  "
    return "", ""


def _own_rows(block: Block, raw: str, setting: Setting) -> list[Row]:
    first, rest = _prefixes(block, setting)
    width = max(setting.width - cell_len(rest), NARROWEST // 2)
    if setting.raw and setting.beside:
        width = max((setting.width - 3) // 2 - cell_len(rest), NARROWEST // 2)
    style = _LOOK[block.kind]
    if block.kind == "boilerplate" and not setting.margins and not setting.raw:
        words = cut(block.text, width)
        return [Row(words, style, 0, len(block.text), first, line=block.first, first=True, of_text=True)]
    what = shown(block, raised=setting.raised)
    starts = line_starts(block, raw)
    rows: list[Row] = []
    for (begin, end), stretches in _with_stretches(wrapped(what.text, width), what.stretches):
        offset = what.to_text(begin)
        rows.append(
            Row(
                what.text[begin:end].replace("\t", " ").replace("\n", " "),
                style,
                offset,
                what.to_text(end),
                rest if rows else first,
                stretches,
                line_of(block, starts, offset),
                not rows,
                True,
                what,
                begin,
            )
        )
    return rows


def _with_stretches(
    lines: Iterable[Offsets], stretches: Iterable[Stretch]
) -> Iterator[tuple[Offsets, tuple[Stretch, ...]]]:
    """Each line with the stretches in it, in the line's own offsets; one pass over both."""
    coming = deque(sorted(stretches))
    open_ones: list[Stretch] = []
    for begin, end in lines:
        open_ones = [stretch for stretch in open_ones if stretch[1] > begin]
        while coming and coming[0][0] < end:
            open_ones.append(coming.popleft())
        yield (
            (begin, end),
            tuple(
                (max(first, begin) - begin, min(last, end) - begin, style)
                for first, last, style in open_ones
                if last > begin and first < end
            ),
        )


def _with_raw(block: Block, own: list[Row], raw: str, setting: Setting) -> list[Row]:
    """The block's rows with the file's own lines, at their right or under them, and what was repaired."""
    if setting.beside:
        width = (setting.width - 3) // 2
        return _side_by_side(own, _raw_pieces(block, raw, width), width, setting.lines)
    width = setting.width
    mark = "│" if setting.lines else "|"
    rows = [row for row in own if block.text.strip()]
    rows += [Row(f"{mark} {piece}", "raw", len(block.text)) for piece in _raw_pieces(block, raw, width - 2)]
    return rows


def _raw_pieces(block: Block, raw: str, width: int) -> list[str]:
    pieces: list[str] = []
    for number, line in enumerate(raw.split("\n"), block.first):
        label = f"{number:>5} "
        for begin, end in wrapped(line.replace("\t", " "), width - len(label)):
            pieces.append(label + line[begin:end].replace("\t", " "))
            label = " " * len(label)
    pieces += [
        f"      {repair.kind}, line {repair.line}: {_named(repair.removed)} became {_named(repair.put)}"
        for repair in block.repairs
    ]
    return [part for piece in pieces for part in _fitted(piece, width)]


def _fitted(piece: str, width: int) -> list[str]:
    return [piece] if cell_len(piece) <= width else [piece[a:b] for a, b in wrapped(piece, width)]


def _named(text: str) -> str:
    if text.strip():
        return f"“{cut(text, 40)}”"
    return "a line break" if "\n" in text else "a blank" if text else "nothing"


def _side_by_side(own: list[Row], pieces: list[str], width: int, lines: bool) -> list[Row]:
    rows: list[Row] = []
    mark = "│" if lines else "|"
    last = own[-1].end if own else 0
    for number in range(max(len(own), len(pieces))):
        beside = pieces[number] if number < len(pieces) else ""
        row = own[number] if number < len(own) else Row("", "text", last, last)
        gap = " " * max(width - cell_len(row.prefix) - cell_len(row.text), 0)
        rows.append(row._replace(beside=f"{gap} {mark} {beside}"))
    return rows
