"""Marked words of an article in text order, and the one at which we are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index import Block
from tui.messages import Spans

Words = tuple[int, tuple[int, int]]

LAST = -2
"""Stands for the number of the last words of an article that is not read yet."""

_HEADS = ("title", "heading")


class Hits:
    """A walk over marked words: `spans` by block number, given out with the block's index in the article.

    `heads` are those in title and headings, by their text.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        spans: Mapping[int, Spans],
        label: str,
        heads: Mapping[str, Spans] | None = None,
    ) -> None:
        over = {block.n: (heads or {}).get(block.text, ()) for block in blocks if block.kind in _HEADS}
        self.spans = {**over, **spans}
        self.label = label
        self.all: list[Words] = [
            (at, span) for at, block in enumerate(blocks) for span in self.spans.get(block.n, ())
        ]
        self.at = -1

    def __len__(self) -> int:
        return len(self.all)

    @property
    def here(self) -> Words | None:
        """The words at which we are."""
        return self.all[self.at] if 0 <= self.at < len(self.all) else None

    def go(self, at: int) -> Words | None:
        """Go to the words of a number, if there are such, or to the `LAST`."""
        at = len(self.all) - 1 if at == LAST else at
        self.at = at if 0 <= at < len(self.all) else -1
        return self.here

    def from_place(self, block: int, offset: int) -> Words | None:
        """Go to the first words at a place or after it, else to the first of all."""
        self.at = next((n for n, (b, span) in enumerate(self.all) if (b, span[0]) >= (block, offset)), 0)
        return self.here

    def ahead(self, by: int, seen: range) -> int:
        """The number of the words so many further, or back; it may lie beyond the first or the last.

        It is counted from those at which we are while they are seen, else from what is `seen`.
        """
        if self.at in seen:
            return self.at + by
        return (seen.start - 1 if by > 0 else seen.stop) + by

    def told(self) -> str:
        """Where in the walk we are: "4/14 sanctions"."""
        return f"{self.at + 1}/{len(self.all)} {self.label}"
