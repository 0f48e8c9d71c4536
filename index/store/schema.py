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


# Above this position a mask would be long; positions are listed instead.
_LONGEST_MASK = 4096


class Packed(Format):  # type: ignore[misc]
    """Positions as a mask, bit by bit: neighbours are found by a shift, where Whoosh unpickles two lists."""

    posting_size = -1

    def decode_positions(self, value: bytes) -> list[int]:
        """Give the positions of one posting, in order."""
        return places(unpack(value))

    def decode_frequency(self, value: bytes) -> int:
        """Count the positions of one posting."""
        return unpack(value).bit_count()

    def decode_weight(self, value: bytes) -> float:
        """Give the count as Whoosh's weight."""
        return float(self.decode_frequency(value))


def pack(positions: Sequence[int]) -> bytes:
    """Write ascending positions: a mask, whose last byte is not 0, or 32-bit numbers and a byte that is."""
    last = positions[-1]
    if last >= _LONGEST_MASK:
        return array("I", positions).tobytes() + b"\0"
    if len(positions) == 1:
        return (1 << last).to_bytes(last // 8 + 1, "little")
    mask = 0
    for position in positions:
        mask |= 1 << position
    return mask.to_bytes(last // 8 + 1, "little")


def unpack(value: bytes) -> int:
    """Read positions as a mask: bit `p` is set where the term stands at position `p`."""
    if value[-1]:
        return int.from_bytes(value, "little")
    mask = 0
    for position in array("I", value[:-1]):
        mask |= 1 << position
    return mask


def places(mask: int) -> list[int]:
    """Give the positions in a mask, in order."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def _analyse(value: str, **_: Any) -> Any:
    return iter(tokens(value))


def schema() -> Any:
    """Make the Whoosh schema of the index."""
    fields: dict[str, Any] = {name: FieldType(Packed(), _analyse, scorable=True) for name in POSITIONED}
    fields |= {name: FieldType(Existence(), _analyse, scorable=False) for name in PLAIN}
    fields["blob"] = FieldType(None, None, stored=True)
    return Schema(**fields)
