"""Nothing that a terminal obeys gets through, and nothing that a person reads is lost."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.hygiene import clean, clean_name, split_lines

NASTY = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x1b[]PX^_\\\x07\x9b\x9c\x9d\x90mK0;\u202e\u2066\u200b\u200d\ufe0f\ufeff\U000e0041\ud800\n\t"
        ),
    ),
    max_size=80,
)


@given(NASTY)
def test_what_is_left_is_seen_or_a_line_end_or_a_tab(text: str) -> None:
    cleaned, removed = clean(text)
    for char in cleaned:
        assert char in "\n\t" or unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp"), hex(ord(char))
        assert not "\u202a" <= char <= "\u202e"
        assert not "\u2060" <= char <= "\u206f"
        assert not "\U000e0000" <= char <= "\U000e007f"
    assert (cleaned == text.replace("\r\n", "\n")) == (removed == 0)


@given(NASTY)
def test_lines_stay_lines(text: str) -> None:
    assert clean(text)[0].count("\n") == text.count("\n")


@given(NASTY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once, _ = clean(text)
    twice, _ = clean(once)
    assert twice == once


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("red \x1b[31mred\x1b[0m end", "red red end"),
        ("title \x1b]0;owned\x07 end", "title  end"),
        ("paste \x1b]52;c;cm0gLXJm\x1b\\ end", "paste  end"),
        ("never ended \x1b]0;the rest stays", "never ended 0;the rest stays"),
        ("tmux \x1bPtmux;x\x1b\\ end", "tmux  end"),
        ("c1 \x9b31mred \x9d0;t\x9c end", "c1 red  end"),
        ("bell\x07 back\x08space del\x7f", "bell backspace del"),
        ("form\x0cfeed and\rreturn", "form feed and return"),
        ("bidi \u202eevil\u202c and \u2066x\u2069", "bidi evil and x"),
        ("zero\u200bwidth \ufeffand\u2060 so", "zerowidth and so"),
        ("tags\U000e0068\U000e0069 hide", "tags hide"),
        ("half \ud800 pair", "half \ufffd pair"),
        ("line\u2028separator", "line separator"),
    ],
)
def test_sequences_go_whole(text: str, cleaned: str) -> None:
    result, removed = clean(text)
    assert result == cleaned
    assert removed > 0


@pytest.mark.parametrize(
    "text",
    [
        "Shinzō “Abe”—naïve Ελλάδα Россия 日本 עברית العربية",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d💻 and ❤\ufe0f and 👨\u200d👩\u200d👧",
        "葛\U000e0100",
        "a\ttab",
    ],
)
def test_what_scripts_and_emoji_need_stays(text: str) -> None:
    assert clean(text) == (text, 0)


def test_a_name_is_on_one_line() -> None:
    assert clean_name("a\nb\x1b[2J\t\udcffc.txt") == "a b \ufffdc.txt"
    assert clean_name("\x07") == "(no name)"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\nb\n", ["a", "b"]),
        ("a\r\nb\r\n\r\n", ["a", "b", ""]),
        ("a\rb\r", ["a", "b"]),
        ("\n\n", ["", ""]),
    ],
)
def test_lines_are_those_that_editors_count(text: str, lines: list[str]) -> None:
    assert split_lines(text) == lines
