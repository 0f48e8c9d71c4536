"""Lines become blocks: every rule of cleaning, and the bookkeeping that makes each one undoable."""

from index.blocks.build import Built, build_blocks

__all__ = ["Built", "build_blocks"]
