"""What must hold of the blocks of any text at all."""

from __future__ import annotations

from collections.abc import Sequence

from index.model import KINDS, Block


def assert_nothing_lost(lines: Sequence[str], blocks: Sequence[Block]) -> None:
    """Every line with text is in exactly one block, in order, and repairs explain each block's text."""
    assert [block.n for block in blocks] == list(range(1, len(blocks) + 1))
    last = 0
    held: set[int] = set()
    for block in blocks:
        assert last < block.first <= block.last <= len(lines)
        last = block.last
        held.update(range(block.first, block.last + 1))
        assert block.kind in KINDS
        assert block.text.strip()
        assert redone(lines, block) == block.text
        for span in block.spans:
            assert 0 <= span.start <= span.end <= len(block.text)
    missed = [number for number, line in enumerate(lines, 1) if line.strip() and number not in held]
    assert not missed


def redone(lines: Sequence[str], block: Block) -> str:
    raw = "\n".join(lines[block.first - 1 : block.last])
    text, at = "", 0
    for repair in block.repairs:
        assert repair.start >= at
        assert raw[repair.start : repair.end] == repair.removed
        assert repair.line == block.first + raw.count("\n", 0, repair.start)
        text += raw[at : repair.start] + repair.put
        at = repair.end
    return text + raw[at:]
