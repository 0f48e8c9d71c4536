"""Dates in EDTF: what they can mean, how they are said, where a line has one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dates import certainty, earliest, find_date, in_words, is_edtf, latest


@pytest.mark.parametrize(
    ("edtf", "first", "last", "words"),
    [
        ("2016-09-19", date(2016, 9, 19), date(2016, 9, 19), "19 September 2016"),
        ("2016-01~", date(2016, 1, 1), date(2016, 1, 31), "about January 2016"),
        ("2015?", date(2015, 1, 1), date(2015, 12, 31), "2015 (uncertain)"),
        ("2015%", date(2015, 1, 1), date(2015, 12, 31), "about 2015 (uncertain)"),
        ("2014-XX", date(2014, 1, 1), date(2014, 12, 31), "2014"),
        ("201X", date(2010, 1, 1), date(2019, 12, 31), "2010s"),
        ("2015-21", date(2015, 3, 1), date(2015, 5, 31), "spring 2015"),
        ("2014/2016", date(2014, 1, 1), date(2016, 12, 31), "2014 to 2016"),
        ("../2016", date.min, date(2016, 12, 31), "until 2016"),
        ("2014/..", date(2014, 1, 1), date.max, "from 2014"),
        ("2016-09-19T10:56:00Z", date(2016, 9, 19), date(2016, 9, 19), "19 September 2016"),
    ],
)
def test_what_a_date_means(edtf: str, first: date, last: date, words: str) -> None:
    assert is_edtf(edtf)
    assert (earliest(edtf), latest(edtf), in_words(edtf)) == (first, last, words)


@pytest.mark.parametrize(
    "text", ["", "x", "2016-13", "2016-02-30", "16", "2016/2014", "../..", "0000", "201X-05", "a/b/c"]
)
def test_what_is_no_date(text: str) -> None:
    assert not is_edtf(text)
    assert in_words(text) == text
    for bound in (earliest, latest):
        with pytest.raises(ValueError, match=r"\A"):
            bound(text)


@given(st.text("0123456789-/X?~%.T", max_size=16))
def test_any_text_is_a_date_or_none(text: str) -> None:
    if is_edtf(text):
        assert earliest(text) <= latest(text)
        assert in_words(text)


def test_certainty() -> None:
    assert [certainty(edtf) for edtf in ("2016", "2016~", "2016?", "2016%")] == [
        "", "approximate", "uncertain", "uncertain",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("A Skeptical View 19.09.2016 10:56", "2016-09-19"),
        ("Published Sept. 5, 2016", "2016-09-05"),
        ("on 3 March 2014 in Moscow", "2014-03-03"),
        ("March 2014", "2014-03"),
        ("2016-09-19", "2016-09-19"),
        ("25/12/2015", "2015-12-25"),
        ("03/04/2016", "2016-XX"),
        ("le 14 juillet 2013", "2013-07-14"),
        ("19 сентября 2016", "2016-09-19"),
        ("2016年9月19日", "2016-09-19"),
    ],
)
def test_dates_in_lines(line: str, edtf: str) -> None:
    found = find_date(line)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "line", ["Volume 13 Issue 8", "In 2015 it was so", "Marchand 2015", "31.02.2016", "1.2.3"]
)
def test_lines_without_a_date(line: str) -> None:
    assert find_date(line) is None


def test_a_season_is_a_date() -> None:
    found = find_date("The Steppe Quarterly, Summer 2013")
    assert found is not None
    assert found.edtf == "2013-22"
