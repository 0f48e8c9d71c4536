"""Words that fit a pattern with stars and question marks."""

from __future__ import annotations

import fnmatch

from hypothesis import given
from hypothesis import strategies as st

from index.query.expansion import fits


@given(st.text("ab?*", min_size=1, max_size=8), st.text("abc", max_size=9))
def test_a_word_fits_as_a_name_of_a_file_would(pattern: str, word: str) -> None:
    assert fits(pattern, word) == fnmatch.fnmatchcase(word, pattern)


def test_a_word_of_megabytes_is_gone_through_once_for_all_stars() -> None:
    # Trying each place of each piece would take longer than anybody lives.
    assert not fits("a*a*a*b", "a" * 1_000_000)
    assert fits("*a*a?a*", "a" * 1_000_000)
