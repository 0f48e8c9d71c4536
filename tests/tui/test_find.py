"""Finding in an article in spite of spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Block, Corpus
from tui.find import BadPatternError, Finder, total
from tui.layout.levels import level


def found(text: str, words: str) -> list[str]:
    block = Block(1, "body", 1, 1, text)
    return [text[a:b] for a, b in Finder([block]).find(words).get(1, ())]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Sanctions and sanctions", "sanctions", ["Sanctions", "sanctions"]),
        ("Sanctions and sanctions", "Sanctions", ["Sanctions"]),
        ("Shinzō Abe", "shinzo abe", ["Shinzō Abe"]),
        ("the Сold War of cold war", "cold war", ["Сold War", "cold war"]),
        ("“hikiwake,” a judo term", '"hikiwake', ["“hikiwake"]),
        ("Tokyo’s hedging", "tokyo's", ["Tokyo’s"]),
        ("S-400, S400 and s 400", "s400", ["S-400", "S400", "s 400"]),
        ("the Sino-Russian\nSino Russian", "sino-russian", ["Sino-Russian", "Sino Russian"]),
        ("peace\u00a0treaty and peace  treaty", "peace treaty", ["peace\u00a0treaty", "peace  treaty"]),
        ("Kuril, Kurile", "regex:kurile?\\b", ["Kuril", "Kurile"]),
        ("Kuril, kuril", "regex:Kuril", ["Kuril"]),
        ("a [sic] b", "[sic]", ["[sic]"]),
        ("a peace treaty was", '"peace treaty"', ["peace treaty"]),
        ("a Peace  treaty was", "“peace treaty”", ["Peace  treaty"]),
        ("a “peace treaty” and a peace treaty", '"peace treaty"', ["“peace treaty”"]),
        ("a peace treaty", '"peace', []),
        ("a peace treaty", '" peace treaty "', ["peace treaty"]),
        ("none here", '" "', []),
        ("peace, a treaty", '"peace treaty"', []),
        ('no "" here', '""', ['""']),
        ("none here", '""', []),
        ("none here", '"', []),
        ("nothing here", "", []),
    ],
)
def test_words_are_found_as_they_are_meant(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@pytest.mark.parametrize("words", ["regex:(", "regex:(a+)+b", "regex:[z-a]"])
def test_a_pattern_that_cannot_be_used_is_told(words: str) -> None:
    with pytest.raises(BadPatternError) as told:
        found("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", words)
    assert "\n" not in str(told.value)


@given(st.text(max_size=60), st.text(max_size=20))
def test_any_text_and_any_words_can_be_looked_for(text: str, words: str) -> None:
    if not words.startswith("regex:"):
        for part in found(text, words):
            assert part


@given(st.text(max_size=80), st.booleans())
def test_every_levelled_character_comes_from_a_place_in_the_text(text: str, exact: bool) -> None:
    levelled = level(text, exact)
    places = [levelled.place(at) for at in range(len(levelled.text))]
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    for at, place in enumerate(places):
        if text[place].isascii() and text[place].isalnum():
            assert levelled.text[at] == (text[place] if exact else text[place].lower())


def test_hikiwake_is_found_once_in_the_second_article() -> None:
    assert total(Finder(Corpus.open().text("001").blocks).find("hikiwake")) == 1
