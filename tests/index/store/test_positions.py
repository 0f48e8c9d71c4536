from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.store.schema import pack, places, unpack

POSITIONS = st.sets(st.integers(0, 9_000), min_size=1, max_size=40).map(sorted)


@given(POSITIONS)
def test_positions_come_back_as_they_were_packed(positions: list[int]) -> None:
    assert places(unpack(pack(positions))) == positions
