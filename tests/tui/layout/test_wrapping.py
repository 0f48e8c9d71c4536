"""The quick way to break lines gives what the thorough one gives."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout import wrapping
from tui.layout.line import wrap
from tui.layout.wrapping import wrapped


@given(st.text(alphabet="aaab   —é.-/⁴\t\n漢\u0301", max_size=60), st.integers(1, 20))
def test_lines_are_those_of_the_thorough_way(text: str, width: int) -> None:
    assert tuple(wrapped(text, width)) == tuple(wrap(text, width))


def test_what_is_counted_by_characters_has_one_cell_each() -> None:
    narrow = [char for char in map(chr, range(0x20, 0x3000)) if wrapping._NARROW.fullmatch(char)]
    assert len(narrow) > 1000
    assert [char for char in narrow if cell_len(char) != 1 or cell_len("a" + char) != 2] == []
