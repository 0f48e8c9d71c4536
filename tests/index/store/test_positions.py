from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.store.schema import mask_of, pack, places, unpack

POSITIONS = st.sets(st.integers(0, 9_000), min_size=1, max_size=40).map(sorted)


@given(POSITIONS)
def test_positions_come_back_as_they_were_packed(positions: list[int]) -> None:
    assert places(unpack(pack(positions))) == positions


@given(POSITIONS)
def test_a_mask_has_a_bit_for_each_position(positions: list[int]) -> None:
    assert mask_of(positions) == sum(1 << position for position in positions)


def test_the_places_of_a_word_in_a_text_of_megabytes_are_read_in_one_pass() -> None:
    # A mask that is copied for each of these places would take minutes.
    positions = list(range(0, 4_000_000, 13))
    assert places(unpack(pack(positions))) == positions
