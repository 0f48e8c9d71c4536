"""What is marked in a text are its words as they were indexed, to the character."""

from __future__ import annotations

import gc

from hypothesis import given
from hypothesis import strategies as st

from index.query.chunks import letters_of
from index.query.marking import Marker, merged
from index.query.tree import Phrase
from index.store.analysis import Token, stem, tokens

# Pieces that make words in one way or another when they stand side by side.
PIECES = (
    st.sampled_from("abZé4 .-_'(\u3000\u00ad\u200b\u0301\u043d\u2019\u2014\u0130½")
    | st.sampled_from(
        ["  ", "\n", "S-400", "U.S.", "Abe\u2019s", "islands,", "(islands)", "\u65e5\u672c", "a" * 70]
    )
    | st.sampled_from([" happily", " dying", "lie ", " ties ", "Exports ", "expor"])
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


ENDINGS = (
    *("s", "es", "ed", "ing", "ying", "ies", "ly", "ational", "enci", "abli", "izer", "alism", "fulness"),
    *("iveness", "biliti", "icate", "ence", "e", "y"),
)


@given(TEXTS, st.data())
def test_marked_are_the_words_that_were_indexed(text: str, data: st.DataObject) -> None:
    indexed = tokens(text)
    asked = data.draw(st.lists(st.sampled_from(indexed), max_size=2)) if indexed else []
    stems = frozenset(token.stem for token in asked[:1])
    words = frozenset(token.word for token in asked[1:])
    expected = [(one.start, one.end) for one in indexed if one.stem in stems or one.word in words]
    assert Marker(stems, words, ()).spans(text) == merged(expected)


@given(st.from_regex(r"[a-z]{1,9}", fullmatch=True), st.lists(st.sampled_from(ENDINGS), max_size=3))
def test_every_form_of_a_word_has_the_letters_that_are_looked_for(beginning: str, endings: list[str]) -> None:
    word = beginning + "".join(endings)
    letters = letters_of([stem(word)], [])
    assert not letters or any(run in word for run in letters)


@given(TEXTS, st.data())
def test_a_phrase_of_neighbours_is_marked(text: str, data: st.DataObject) -> None:
    indexed = tokens(text)
    follow = [(one, other) for one in indexed for other in indexed if other.position == one.position + 1]
    if follow:
        one, other = data.draw(st.sampled_from(follow))
        phrase = Phrase(0, 0, "", (one.stem, other.stem))
        spans = Marker(frozenset(), frozenset(), (phrase,)).spans(text)
        assert any(start <= one.start and other.start < end for start, end in spans)


def test_words_near_one_another_are_marked_in_one_pass_over_a_text_of_megabytes() -> None:
    # Going through all that stands near for each word would take minutes.
    text = "peace treaty " * 100_000
    near = Phrase(0, 0, "", ("peac", "treati"), slop=999)
    assert len(Marker(frozenset(), frozenset(), (near,)).spans(text)) == 200_000


def test_of_long_texts_without_spaces_no_more_is_held_than_there_is_room_for() -> None:
    def held() -> int:
        return sum(type(one) is Token for one in gc.get_objects())

    before = held()
    for number in range(30):
        text = f"{number}," + "a," * 25_000
        assert len(Marker(frozenset("a"), frozenset(), ()).spans(text)) == 25_000
    assert held() - before < 400_000
