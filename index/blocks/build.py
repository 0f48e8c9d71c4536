"""From lines to blocks."""

from __future__ import annotations

from index.formats.source import Source
from index.model import Block, Kind, Repair


def build_blocks(source: Source) -> tuple[Block, ...]:
    """The blocks of a source: every line with text in exactly one, in order."""
    runs: list[tuple[int, int]] = []
    start = 0
    for number, line in enumerate((*source.lines, ""), 1):
        if line.strip():
            start = start or number
        elif start:
            runs.append((start, number - 1))
            start = 0
    blocks: list[Block] = []
    section: str | None = None
    for n, (first, last) in enumerate(runs, 1):
        raw = "\n".join(source.lines[first - 1 : last])
        kind: Kind = "body"
        if n == 1:
            kind = "title"
        elif len(raw) < 80 and raw.strip()[-1] not in ".,;:)" and n < len(runs):
            kind = "heading"
        text = raw.replace("\n", " ")
        repairs = tuple(
            Repair("join", at, at + 1, first + i, "\n", " ")
            for i, at in enumerate(at for at, char in enumerate(raw) if char == "\n")
        )
        if kind == "heading":
            section = text
        blocks.append(
            Block(
                n, kind, first, last, text, section if kind == "body" else None,
                level=2 if kind == "heading" else 0, repairs=repairs,
            )
        )  # fmt: skip
    return tuple(blocks)
