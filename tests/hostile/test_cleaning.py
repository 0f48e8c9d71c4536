"""Cleaning leaves no danger in any text, takes whole sequences out, and leaves alone what scripts need."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.hygiene import clean, clean_name
from tests.hostile.dangers import first_danger
from tests.hostile.payloads import PAYLOADS, Payload

# Mostly what sequences, joiners and selectors are made of; between them any character at all.
ODD = st.text(
    st.one_of(
        st.sampled_from(
            "\x1b\x1b\x1b[]PX^_k\\\x07\x9c\x9b\x9d\x90 0;19aA<\n\r\t\0\x7f\x85"
            "\u200b\u200c\u200d\u202e\u2066\u2028\ufe0f\u20e3"
            "\U000e0041\U000e0100\u3164\u180b\u0915\u0647葛👩❤\ufeff\ud800\U0001f3fd"
        ),
        st.characters(),
    ),
    max_size=30,
)


@given(ODD)
def test_no_danger_is_left_of_any_text(text: str) -> None:
    cleaned, removed = clean(text)
    assert first_danger(cleaned) == ""
    assert (removed == 0) == (cleaned == text.replace("\r\n", "\n")) or "\r\n" in text
    assert clean(cleaned) == (cleaned, 0)


@given(ODD)
def test_a_name_stays_on_one_line(name: str) -> None:
    shown = clean_name(name)
    assert first_danger(shown) == ""
    assert shown
    assert len(shown.splitlines()) == 1
    assert "\t" not in shown


@pytest.mark.parametrize("payload", PAYLOADS, ids=lambda payload: payload.name)
def test_sequences_go_whole_and_the_text_after_them_stays(payload: Payload) -> None:
    cleaned, _ = clean(payload.text)
    assert first_danger(cleaned) == ""
    assert not [word for word in payload.gone if word in cleaned]
    assert all(word in cleaned for word in payload.stays)


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d👩\u200d👧",
        "🏴\u200d☠\ufe0f",
        "❤\ufe0f",
        "1\ufe0f\u20e3",
        "葛\U000e0100",
        "naïve – “S‑400”",
    ],
)
def test_what_a_script_or_a_picture_needs_stays(text: str) -> None:
    assert clean(text) == (text, 0)


@pytest.mark.parametrize(
    "piece", ["\x1b]", "\x1b[1;", "\x9b1", "\x1bP\x1b", "\u200d", "a\ufe0f", "\r", "\x1b[31", "\x90\x9d"]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def spent(times: int) -> float:
        text = piece * times
        before = time.process_time()
        clean(text)
        return time.process_time() - before

    # A quadratic way would take a thousand times as long for thirty times the text.
    assert spent(300_000) < 200 * max(spent(10_000), 0.002)
