from hypothesis import given
from hypothesis import strategies as st

from tests.tui.opened import opened, screen_text
from tui.screens.compare_start import Start

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)
KEYS = (
    "row",
    "article",
    "index",
    "scroll",
    "chosen",
    "speaking",
    "silences",
    "why",
    "pinned",
    "topic",
    "query",
)


@given(st.dictionaries(st.sampled_from(KEYS), VALUES))
def test_any_remembered_values_give_a_start(parameters: dict[str, object]) -> None:
    start = Start.of(parameters)  # type: ignore[arg-type]
    assert start.row >= 0
    assert all(isinstance(key, str) for key in start.chosen)


async def test_screens_open_from_places_that_make_no_sense() -> None:
    for name, parameters in (
        ("search", {"query": 3, "order": [], "article": 1, "n": "x", "typing": "?"}),
        ("matrix", {"topic": "gone", "article": "gone", "unit": 1, "order": None, "chosen": ["gone"]}),
        ("compare", {"topic": "kurils", "row": 999, "article": "gone", "index": 77, "scroll": [120, 99999]}),
        ("compare", {"topic": "gone"}),
        ("compare", {"topic": "kurils", "chosen": ["gone"], "silences": True, "why": True}),
        ("similar", {"article": "gone", "line": "x", "at": -3}),
    ):
        async with opened(name, **parameters) as (app, _):
            assert screen_text(app).strip()
