"""Which line of the file an offset of a block's text comes from."""

from __future__ import annotations

from bisect import bisect_right

from index import Block


def line_starts(block: Block, raw: str) -> tuple[int, ...]:
    """Where in the block's text each of its source lines begins; `raw` is the block's source lines."""
    starts = [0]
    at = raw.find("\n")
    repair = shift = 0
    repairs = block.repairs
    while at >= 0:
        begins = at + 1
        while repair < len(repairs) and repairs[repair].end <= begins:
            shift += len(repairs[repair].put) - len(repairs[repair].removed)
            repair += 1
        if repair < len(repairs) and repairs[repair].start < begins:
            starts.append(repairs[repair].start + shift + len(repairs[repair].put))
        else:
            starts.append(begins + shift)
        at = raw.find("\n", begins)
    return tuple(starts)


def line_of(block: Block, starts: tuple[int, ...], offset: int) -> int:
    """The 1-based source line of an offset."""
    return block.first + max(bisect_right(starts, offset) - 1, 0)
