"""The reason for a cell contradicts neither itself nor the texts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from index import Corpus, Topic, TopicRow, compare, similar
from tests.index.align.corpora import corpus_of

STEEL = (TopicRow("steel", "on steel", ("steel",)),)


def why(folder: Path, told: dict[str, Sequence[str]]) -> dict[str, str]:
    """The reason for the first passage of each article in one row."""
    row = compare(corpus_of(folder, told), Topic("t", "Tariffs", rows=STEEL)).rows[0]
    return {article: cells[0].why for article, cells in row.cells.items()}


def test_each_shared_word_is_told_with_the_articles_that_have_it(tmp_path: Path) -> None:
    told = why(
        tmp_path,
        {
            "a": ["Tariffs on steel hurt Ostrava, Nemuro and the bakers of Gdansk."],
            "b": ["In Ostrava tariffs on steel came first, and Gdansk followed."],
            "c": ["Tariffs on steel reached Ostrava and Nemuro."],
        },
    )
    assert "; also in b, c: Ostrava, steel; " in told["a"]
    assert "; also in b: Gdansk; " in told["a"]
    assert "; also in c: Nemuro; " in told["a"]
    assert "; only here: hurt, bakers" in told["a"]


@pytest.mark.parametrize(
    ("other", "both", "here"),
    [
        ("Tariffs on steel made Eastern mills idle.", "Eastern", "dominated"),
        ("Tariffs on steel made Eastern-dominated mills idle.", "Eastern-dominated", ""),
        ("Tariffs on steel made foundries idle.", "idle", "Eastern-dominated"),
    ],
)
def test_a_hyphenated_word_is_shared_whole_or_in_its_part(
    tmp_path: Path, other: str, both: str, here: str
) -> None:
    told = why(
        tmp_path, {"a": ["Tariffs on steel came to the Eastern-dominated ports, idle since."], "b": [other]}
    )
    shared = told["a"].split("also in b: ")[1].split("; ")[0].split(", ")
    alone = told["a"].split("only here: ")[1].split("; ")[0].split(", ")
    assert both in shared
    assert not here or here in alone
    assert not set(shared) & set(alone)
    assert "Eastern-dominated" not in alone or "Eastern" not in shared


def test_a_name_and_another_word_of_its_stem_are_not_shared(tmp_path: Path) -> None:
    told = why(
        tmp_path,
        {
            "a": ["Tariffs on steel crossed the Pacific and its Islands."],
            "b": ["Tariffs on steel were preached against by islands of pacifism."],
        },
    )
    assert "also in b: Islands, steel; " in told["a"]
    assert "only here: crossed, Pacific" in told["a"]
    assert "pacifism" in told["b"].split("only here: ")[1]


def test_no_word_of_the_five_articles_is_both_shared_and_alone() -> None:
    corpus = Corpus.open()
    for topic in corpus.topics():
        for row in compare(corpus, topic).rows:
            for cell in (cell for cells in row.cells.values() for cell in cells):
                parts = [part.partition(": ") for part in cell.why.split("; ")]
                words = [
                    word
                    for label, _, said in parts
                    if "in the row" not in label
                    for word in said.split(", ")
                    if label.startswith(("also in", "only here"))
                ]
                assert len(words) == len(set(words)), cell.why


def test_likeness_is_told_by_no_other_word_of_a_stem(tmp_path: Path) -> None:
    first = "The fishermen of Nemuro and Ostrava crossed the Pacific for kelp."
    second = "Kelp was the pacifism of the fishermen of Nemuro and Ostrava."
    corpus = corpus_of(tmp_path, {"a": [first], "b": [second]})
    (hit,) = similar(corpus, "a", 3).hits
    assert "Nemuro" in hit.shared
    assert "Pacific" not in hit.shared
