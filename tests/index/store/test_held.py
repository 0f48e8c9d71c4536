"""What is held because it is asked for again stays within its bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.store.held import Held

STEPS = st.lists(st.tuples(st.integers(0, 5), st.integers(1, 7), st.booleans()), max_size=40)


@given(STEPS)
def test_the_latest_are_held_and_no_more_than_fit(steps: list[tuple[int, int, bool]]) -> None:
    held: Held[int, int] = Held(10)
    known: list[tuple[int, int]] = []
    for key, size, asks in steps:
        before = dict(known).get(key)
        if asks:
            assert held.get(key) == before
        else:
            assert held.hold(key, size, size) == (before or size)
        if asks and before is not None:
            known.sort(key=lambda one: one[0] == key)
        if not asks and before is None:
            known.append((key, size))
        while sum(one for _, one in known) > 10:
            known.pop(0)
    for key in range(6):
        assert held.get(key) == dict(known).get(key)


def test_what_is_larger_than_all_by_itself_is_held_alone() -> None:
    held: Held[str, str] = Held(10)
    held.hold("small", "one", 3)
    held.hold("large", "many", 30)
    assert (held.get("small"), held.get("large")) == (None, "many")
