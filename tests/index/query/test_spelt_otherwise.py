"""Names that the corpus spells in several ways: the other spelling is offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, search
from index.query.variants import sound
from tests.index.store.small_corpora import write


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sergei", "sergey"),
        ("zelensky", "zelenskyy"),
        ("zelenskiy", "zelenskyy"),
        ("kyiv", "kiev"),
        ("aleksei", "alexey"),
        ("medvedev", "medvedyev"),
        ("shoigu", "shoygu"),
        ("khabarov", "habarov"),
    ],
)
def test_transcriptions_of_one_name_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("putin", "patin"), ("lavrov", "lebedev"), ("abe", "obe")])
def test_other_names_do_not(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_word_of_megabytes_sounds_as_it_is_written() -> None:
    # Trying each letter as the beginning of a sound that never comes would take hours.
    assert sound("be" * 10 + "e" * 1_000_000 + "r") == "be" * 10 + "r"


def test_the_five_articles_spell_two_names_in_two_ways(seeds: Path, tmp_path: Path) -> None:
    corpus = Corpus.open(seeds, cache=tmp_path)
    asked = search(corpus, "Sergei")
    assert asked.suggestion == "Sergei OR Sergey"
    assert search(corpus, asked.suggestion).total > asked.total
    assert search(corpus, asked.suggestion).suggestion is None
    assert search(corpus, "sergey lavrov").suggestion == "(sergey OR sergei) lavrov"
    assert search(corpus, "Diaoyu").suggestion == "Diaoyu OR Diayoutai"
    assert search(corpus, "Diayoutai").suggestion == "Diayoutai OR Diaoyu"
    assert search(corpus, "Sergei", complete=True).suggestion is None


@pytest.mark.parametrize("word", ["sanctions", "Kurile", "Japan", "Russian", "Tokyo", "island", "visit"])
def test_what_is_spelt_in_one_way_is_not_asked_about(seeds: Path, tmp_path: Path, word: str) -> None:
    assert search(Corpus.open(seeds, cache=tmp_path), word).suggestion is None


def test_a_word_of_a_file_that_is_gone_is_not_taken_for_itself(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "texts",
        {
            "a.txt": "Alpha report\n\nThe talks went on in the harbour for the whole of that year.\n",
            "b.txt": "Beta report\n\nThe talks collapsed in the harbour at the end of that year.\n",
        },
    )
    corpus = Corpus.open(folder, cache=tmp_path / "cache")
    assert search(corpus, "collapsed").total == 1
    (folder / "b.txt").unlink()
    corpus.refresh()
    result = search(corpus, "collapsed")
    assert (result.total, result.read_as, result.suggestion) == (0, "collapsed", None)


def test_words_that_are_no_names_are_left_alone(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Alpha report\n\nThe chapter on the treaty was read in the harbour, and that was all.\n",
        "b.txt": "Beta report\n\nThe charter of the league was read there, and that was all of it.\n",
        "c.txt": "Gamma report\n\nTHE CHARTER OF SERGEI AND THE OTHER OF SERGEY WERE READ THERE.\n",
    }
    corpus = Corpus.open(write(tmp_path / "texts", texts), cache=tmp_path / "cache")
    assert search(corpus, "chapter").suggestion is None
    assert search(corpus, "sergei league").suggestion is None


def test_a_plural_of_letters_and_digits_finds_one_and_several_but_a_decade_no_year(tmp_path: Path) -> None:
    texts = {
        "one.txt": "Moscow delivered an S-400 and an F16 to its neighbour in the spring of 1990.\n",
        "several.txt": "The S-400s and F-16s were last seen in the mid-1990s, when nobody counted them.\n",
    }
    folder = write(tmp_path / "texts", texts)
    corpus = Corpus.open(folder, cache=tmp_path / "cache")
    for query in ("S-400s", "S400S", "F16s", "f-16s"):
        for typing in (True, False):
            assert set(search(corpus, query, complete=typing).counts) == {"one", "several"}, query
    assert set(search(corpus, "s 400s").counts) == {"one", "several"}
    for query in ("1990s", "mid-1990s"):
        assert set(search(corpus, query).counts) == {"several"}, query
