from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.store import analysis
from index.store.analysis import stem, stems, tokens
from index.store.folding import fold


def pieces_held() -> int:
    return analysis._pieces_of_word.cache_info().currsize


def terms(text: str) -> list[str]:
    return [token.stem for token in tokens(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shinzō", "Shinzo"),
        ("SANCTIONS", "sanctions"),
        ("Сold", "cold"),
        ("naïve", "naive"),
        ("ﬁle", "file"),
        ("Straße", "strasse"),
        ("co\u00adoperation", "cooperation"),
        ("cafe\u0301", "café"),
        ("Łódź", "lodz"),
    ],
)
def test_spellings_of_a_word_fold_into_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_word_wholly_in_another_script_keeps_its_letters() -> None:
    assert fold("Россия") == "россия"


@pytest.mark.parametrize("spelling", ["Kuril", "Kurile", "Kurils", "Kuriles", "KURILE"])
def test_all_spellings_of_the_kurils_have_one_stem(spelling: str) -> None:
    assert stem(fold(spelling)) == "kuril"


@pytest.mark.parametrize("text", ["S-400", "S400", "S‑400"])
def test_a_name_in_pieces_gives_pieces_and_joined_form(text: str) -> None:
    assert terms(text) == ["s", "400", "s400"]


def test_a_hyphenated_word_is_found_by_its_parts_and_as_one() -> None:
    assert terms("Sino-Russian") == ["sino", "russian", "sinorussian"]


@pytest.mark.parametrize("text", ["Tokyo's", "Tokyo’s", "tokyo"])
def test_a_possessive_is_the_word_itself(text: str) -> None:
    assert terms(text) == ["tokyo"]


def test_an_abbreviation_with_stops_is_also_one_word() -> None:
    assert terms("the U.S. fleet") == ["the", "u", "s", "us", "fleet"]


def test_marks_of_markdown_are_no_letters() -> None:
    assert terms("**bold** _light_ `code`") == ["bold", "light", "code"]


def test_neighbours_differ_by_one_position_and_joined_forms_share_the_first() -> None:
    found = {token.word: token.position for token in tokens("the Sino-Russian deal")}
    assert found == {"the": 0, "sino": 1, "russian": 2, "sinorussian": 1, "deal": 3}


def test_stems_leave_stop_words_out_and_keep_offsets() -> None:
    text = "The sanctions of Tokyo"
    assert [(word, text[start:end]) for word, start, end in stems(text)] == [
        ("sanction", "sanctions"),
        ("tokyo", "Tokyo"),
    ]


@given(st.text())
def test_offsets_are_those_of_the_word_in_any_text(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        assert any(mark.isalnum() for mark in text[token.start : token.end])


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="abcXYZ -'’.0189é\u0301\u00adС", max_size=60))
def test_the_word_of_a_token_is_the_folded_text_at_its_offsets(text: str) -> None:
    for token in tokens(text):
        parts = tokens(text[token.start : token.end])
        assert token.word in {part.word for part in parts}


def test_signs_that_stand_without_spaces_are_terms_by_themselves() -> None:
    assert [(token.word, token.position) for token in tokens("四島とS-400")] == [
        ("四", 0),
        ("島", 1),
        ("と", 2),
        ("s", 3),
        ("400", 4),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("Senkakus", "Senkaku"), ("plateaus", "plateau"), ("viruses", "virus"), ("surpluses", "surplus")],
)
def test_a_plural_in_us_has_the_stem_of_its_singular(one: str, other: str) -> None:
    assert terms(one) == terms(other)


def test_a_status_is_no_statue() -> None:
    assert terms("status") != terms("statue")


@pytest.mark.parametrize("form", ["санкций", "санкциям", "Санкциями", "санкциях", "САНКЦИЮ"])
def test_the_forms_of_a_russian_word_have_one_stem(form: str) -> None:
    assert terms(form) == terms("санкции")


def test_a_russian_adjective_is_found_in_its_other_endings() -> None:
    assert terms("мирный договор") == terms("мирного договора")


def test_a_million_of_one_letter_is_a_word_like_another() -> None:
    # Snowball looks at each y by all before it, and would take minutes.
    assert terms("y" * 1_000_000) == ["y" * 1_000_000]


def test_of_sentences_without_spaces_nothing_is_held() -> None:
    before = pieces_held()
    for number in range(200):
        tokens(f"{chr(0x4E00 + number)}日本は制裁に参加した")
    assert pieces_held() == before
