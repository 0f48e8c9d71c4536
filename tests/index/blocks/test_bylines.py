"""A byline is short and names someone; a sentence that begins with "By" is text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.index.blocks.pieces import LONG, blocks_of, kinds

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9), min_size=13, max_size=60)


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Writer", "BY ANN WRITER", "By Ann Writer.", "by Ann Writer, Bob Reporter and Carol Editor",
        "By Reuters", "By Reuters staff.", "by the editors of The Paper", "By admin | March 3, 2014",
        "By Ann Writer, senior fellow at the Institute.", "By Иван Петров", "Posted by admin",
        "By J. Smith, Ph.D.",
    ],
)  # fmt: skip
def test_who_wrote_it_is_a_byline(line: str) -> None:
    assert kinds(blocks_of(f"A title of it\n\n{line}\n\n{LONG}")) == ["title", "byline", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "By 2012, relations had improved.",
        "By 2012, relations between the two countries were as warm as ever; their ministers met",
        "By March 2012, relations had improved and the ministers had met.",
        "By then they had met.",
        "By Monday, it was clear that nothing would come of it.",
        "By the end of the year they agreed on gas, on oil and on all else that was to be agreed on",
    ],
)
def test_a_sentence_that_begins_with_by_is_no_byline(line: str) -> None:
    assert set(kinds(blocks_of(f"A title of it\n\n{line}\n\n{LONG}"))) == {"title", "body"}


@given(WORDS, st.sampled_from([".", "", "!", ". It ended in March 2012."]))
def test_no_long_paragraph_is_a_byline(words: list[str], end: str) -> None:
    assert kinds(blocks_of(f"A title of it\n\nBy {' '.join(words)}{end}"))[1] != "byline"
