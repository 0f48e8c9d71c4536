"""What was done to a block's raw lines can always be told and done again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.blocks.draft import Draft, Edit
from index.model import Span

Places = list[tuple[int, int, str]]
ROUNDS = st.lists(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("xy ", max_size=3)), max_size=5),
    max_size=4,
)


def apart(places: Places, length: int) -> list[Edit]:
    edits: list[Edit] = []
    at = 0
    for start, size, put in sorted(places):
        start, end = min(start, length), min(start + size, length)
        if start >= at and (put or end > start):
            edits.append(Edit(start, end, put, "test"))
            at = end + 1
    return edits


def redone(draft: Draft) -> str:
    text, at = "", 0
    for repair in draft.repairs():
        assert repair.start >= at
        assert draft.raw[repair.start : repair.end] == repair.removed
        assert repair.line == draft.first + draft.raw.count("\n", 0, repair.start)
        text += draft.raw[at : repair.start] + repair.put
        at = repair.end
    return text + draft.raw[at:]


@given(st.text("ab\n", max_size=30), ROUNDS)
def test_repairs_made_on_the_raw_text_give_the_text(raw: str, rounds: list[Places]) -> None:
    draft = Draft(raw, 7)
    for places in rounds:
        expected = draft.text
        edits = apart(places, len(expected))
        for edit in reversed(edits):
            expected = expected[: edit.start] + edit.put + expected[edit.end :]
        draft.apply(edits)
        assert draft.text == expected
        assert redone(draft) == draft.text


@given(st.text("ab", min_size=1, max_size=20), ROUNDS, st.data())
def test_spans_stay_within_the_text(raw: str, rounds: list[Places], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    draft = Draft(raw, 1, [Span(start, end, "emphasis")])
    for places in rounds:
        draft.apply(apart(places, len(draft.text)))
    assert all(0 <= span.start <= span.end <= len(draft.text) for span in draft.spans)


def test_a_span_keeps_its_words_when_text_before_and_within_it_goes() -> None:
    draft = Draft("see the *big [red] dog* run", 1, [Span(9, 22, "emphasis")])
    draft.apply([Edit(0, 4, "", "x"), Edit(8, 9, "", "x"), Edit(13, 14, "", "x"), Edit(17, 18, "", "x")])
    assert draft.text == "the big red dog* run"
    span = draft.spans[0]
    assert draft.text[span.start : span.end] == "big red dog"
