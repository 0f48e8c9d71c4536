"""The fields of a passage in the Whoosh index, and how their postings are kept.

A lean schema is what makes writing quick: one blob, stems with positions, and the words as they are
spelt for prefixes, wildcards and suggestions. Kind, dates, language and the bounds of articles stand in the
catalogue instead, where they are known without reading a posting.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from index.store.analysis import tokens
from index.store.engine import Existence, FieldType, Format, Schema, VarBytesColumn

# Fields of stems with positions. `head` holds the words of the article's title on its first passage and
# those of a heading on the first passage under it, so that a word that stands only there is found once, not
# on every passage.
POSITIONED = ("text", "head", "title", "section")
PLAIN = ("word", "author", "source")

# The passages themselves. Whoosh's stored fields are pickled and compressed one by one, which takes three
# times as long to read and saves an eighth of the index.
BLOB = "blob"
BLOBS = VarBytesColumn()


# Above this position a mask would be long; positions are listed instead.
_LONGEST_MASK = 4096
_BITS = range(8)


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


def mask_of(positions: Sequence[int]) -> int:
    """Give ascending positions as a mask: bit `p` is set for position `p`; 0 for none."""
    mask = 0
    if not positions or positions[-1] < _LONGEST_MASK:
        for position in positions:
            mask |= 1 << position
        return mask
    # A shift for each word of a text of megabytes would copy the whole mask each time.
    bits = bytearray(positions[-1] // 8 + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")


def pack(positions: Sequence[int]) -> bytes:
    """Write ascending positions: a mask, whose last byte is not 0, or 32-bit numbers and a byte that is."""
    last = positions[-1]
    if last >= _LONGEST_MASK:
        return array("I", positions).tobytes() + b"\0"
    mask = 1 << last if len(positions) == 1 else mask_of(positions)
    return mask.to_bytes(last // 8 + 1, "little")


def unpack(value: bytes) -> int:
    """Read positions as a mask: bit `p` is set where the term stands at position `p`."""
    if value[-1]:
        return int.from_bytes(value, "little")
    return mask_of(array("I", value[:-1]))


def places(mask: int) -> list[int]:
    """Give the positions in a mask, in order."""
    found: list[int] = []
    if mask.bit_length() > _LONGEST_MASK:
        for at, bits in enumerate(mask.to_bytes(mask.bit_length() // 8 + 1, "little")):
            found.extend(8 * at + bit for bit in _BITS if bits >> bit & 1)
        return found
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
    return Schema(**fields)
