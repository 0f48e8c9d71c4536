from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.query.snippet import LENGTH, snippet

FIRST = "The first sentence speaks of trade and of nothing else that anyone could remember later on."
SECOND = "Then Mr. Abe met Mr. Putin in Sochi, where both spoke of the islands and of a treaty."
THIRD = "A third sentence, added to make the passage long enough, closes the paragraph for good and all."
TEXT = f"{FIRST} {SECOND} {THIRD} {FIRST}"


def shown(text: str, word: str) -> str:
    place = text.index(word)
    start, end = snippet(text, [(place, place + len(word))])
    return text[start:end]


def test_a_short_passage_is_shown_whole() -> None:
    assert snippet(FIRST, []) == (0, len(FIRST))


def test_whole_sentences_are_shown_around_the_word() -> None:
    found = shown(TEXT, "treaty")
    assert found.startswith("Then Mr. Abe")
    assert found.endswith("all.")


def test_a_title_ends_no_sentence() -> None:
    assert shown(TEXT, "Putin").startswith("Then Mr. Abe")


def test_without_marks_the_beginning_is_shown() -> None:
    start, end = snippet(TEXT, [])
    assert start == 0
    assert TEXT[start:end].endswith(".")


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    clauses = [f"while clause number {number} goes on about the weather in Sapporo" for number in range(12)]
    text = "It began early, " + ", ".join(clauses) + "."
    found = shown(text, "number 7")
    assert found.startswith("while clause")
    assert found.endswith("Sapporo")
    assert len(found) <= LENGTH + 20


def test_a_cut_leaves_no_small_word_behind() -> None:
    text = f"The islands {'have long been held by ships ' * 9}and the end of it all."
    cut = len(shown(text, "islands"))
    for length in range(100, cut):
        start, end = snippet(text, [(4, 11)], length)
        assert text[start:end].split()[-1] in ("long", "held", "ships", "been") or end == len(text)


def test_a_word_that_comes_again_does_not_draw_in_a_sentence_that_does_not_fit() -> None:
    text = f"The islands are far. The other islands {'lie in the sea and ' * 14}that is all."
    assert shown(text, "islands") == "The islands are far."


def test_the_place_with_most_different_words_is_chosen() -> None:
    text = f"{FIRST} {FIRST} {FIRST} {SECOND} {FIRST}"
    spans = []
    for word in ("trade", "islands", "treaty"):
        place = text.index(word)
        while place >= 0:
            spans.append((place, place + len(word)))
            place = text.find(word, place + 1)
    start, end = snippet(text, sorted(spans))
    assert "islands" in text[start:end]
    assert "treaty" in text[start:end]


@given(st.text(alphabet="ab cd. ,;A—)\n", max_size=900), st.data())
def test_a_snippet_is_part_of_its_text_and_holds_a_marked_word(text: str, data: st.DataObject) -> None:
    spans = []
    for match in (
        data.draw(st.lists(st.integers(0, max(0, len(text) - 1)), max_size=5, unique=True)) if text else []
    ):
        spans.append((match, min(len(text), match + 3)))
    start, end = snippet(text, sorted(spans))
    assert 0 <= start <= end <= len(text)
    if text.strip() and spans:
        assert any((start <= left and right <= end) or left < end for left, right in spans)


def test_a_passage_of_megabytes_with_marks_throughout_is_gone_through_once() -> None:
    # A copy of all marks that follow, made for each of them, would take minutes.
    text = "x" * 59 + " "
    assert snippet(text * 200_000, [(place, place + 59) for place in range(0, 12_000_000, 60)]) == (0, 239)


def test_a_sentence_without_spaces_after_it_ends_at_its_full_stop() -> None:
    text = "日本は制裁に参加した。" * 40
    start, end = snippet(text, [(170, 172)])
    assert start > 0
    assert text[start - 1] == text[end - 1] == "。"
    assert end - start <= 240
