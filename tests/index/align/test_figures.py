from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.align.figures import figures


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in figures(text)]


def test_numbers_and_dates_come_with_their_units() -> None:
    text = "In 1956, on January 3, 2016 and 5 May 2014, 40 years and $12.5 billion, 15% of 1992-93."
    assert shown(text) == [
        "1956",
        "January 3, 2016",
        "5 May 2014",
        "40 years",
        "$12.5 billion",
        "15%",
        "1992-93",
    ]


def test_ranges_and_compounds_are_one_number() -> None:
    text = "A 400-kilometer-range system for 10–12 percent of 1,500 men in 1992–93 and the 1980s."
    assert shown(text) == ["400-kilometer", "10–12 percent", "1,500", "1992–93", "1980s"]


@pytest.mark.parametrize(
    "text",
    [
        "The S-400, the 40N6, a YJ-12, the G7 and the Group of 7.",
        "The S\u2011400 and the S–400, the S 400, a Su 35, a MiG 29 and the G 20.",
        "The other G7 countries met 2+2 after 9/11, Sakhalin-2, F-16s, No. 35 and the 14th place.",
    ],
)
def test_names_with_digits_are_no_numbers(text: str) -> None:
    assert shown(text) == []


def test_a_number_after_a_short_word_is_a_number() -> None:
    assert shown("In 24 days. On 12 ships. In May 2014. By 2012 all 24 came. The 30 men.") == [
        "24 days",
        "12",
        "May 2014",
        "2012",
        "24",
        "30",
    ]


@given(st.text(max_size=200))
def test_figures_are_in_order_and_apart(text: str) -> None:
    found = figures(text)
    assert all(start < end for start, end in found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
