"""The fields of a passage in the Whoosh index, and how their postings are kept.

A lean schema is what makes writing quick: one stored blob, stems with positions, and the words as they are
spelt for prefixes, wildcards and suggestions. Kind, dates, language and the bounds of articles stand in the
catalogue instead, where they are known without reading a posting.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from index.store.analysis import tokens
from index.store.engine import Existence, FieldType, Format, Schema

# Fields of stems with positions. `head` holds the words of the article's title on its first passage and
# those of a heading on the first passage under it, so that a word that stands only there is found once, not
# on every passage.
POSITIONED = ("text", "head", "title", "section")
PLAIN = ("word", "author", "source")


class Packed(Format):  # type: ignore[misc]
    """Positions as bare 32-bit numbers: Whoosh's own format pickles each list, most of a phrase's time."""

    posting_size = -1

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions of one posting, in order."""
        return array("I", value).tolist()

    def decode_frequency(self, value: bytes) -> int:
        """Count the positions of one posting."""
        return len(value) // 4

    def decode_weight(self, value: bytes) -> float:
        """Give the count as Whoosh's weight."""
        return float(self.decode_frequency(value))


def pack(positions: Sequence[int]) -> bytes:
    """Write positions as `Packed` reads them."""
    return array("I", positions).tobytes()


def _analyse(value: str, **_: Any) -> Any:
    return iter(tokens(value))


def schema() -> Any:
    """Make the Whoosh schema of the index."""
    fields: dict[str, Any] = {name: FieldType(Packed(), _analyse, scorable=True) for name in POSITIONED}
    fields |= {name: FieldType(Existence(), _analyse, scorable=False) for name in PLAIN}
    fields["blob"] = FieldType(None, None, stored=True)
    return Schema(**fields)
