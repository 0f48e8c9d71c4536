from typing import NoReturn

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.opened import opened, screen_text, settle
from tui.screens.compare import CompareScreen
from tui.screens.compare_start import Start
from tui.screens.similar import SimilarScreen

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
    assert Start.of(start.parameters()) == start


def test_a_comparison_that_is_not_worked_out_yet_is_remembered_as_it_was() -> None:
    place = {
        "topic": "kurils", "query": "", "row": 2, "article": "001", "index": 1, "scroll": [120, 40],
        "chosen": ["001"], "speaking": True, "silences": False, "why": True, "pinned": "003",
    }  # fmt: skip
    assert CompareScreen.from_place(place).place() == place


async def test_an_index_that_is_ready_first_leaves_the_cursor_on_its_answer() -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        screen = SimilarScreen("001", 37, at=2)
        await app.push_screen(screen)
        screen.corpus_changed()
        await settle(pilot)
        assert screen.list.cursor == 2


class Broken(CompareScreen):
    """A side by side of which nothing can be worked out, for no reason that is known."""

    def open_topic(self) -> None:
        def question() -> NoReturn:
            raise OSError("the disk is gone")

        self.expect()
        self.work_out("compare", question, self.tell, self.tell)


async def test_keys_are_answered_again_where_a_thread_has_failed() -> None:
    async with opened(size=(120, 40)) as (app, pilot):
        screen = Broken("sanctions")
        await app.push_screen(screen)
        while not screen.told:
            await pilot.pause()
        assert screen.told == "this could not be done: the disk is gone"
        await pilot.press("h")
        assert screen.told == "this is the first article"


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
