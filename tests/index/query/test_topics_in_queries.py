from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, compare, matrix, search
from tests.index.align.corpora import corpus_of
from tests.index.store.small_corpora import write

TOPICS = """
[[topic]]
id = "arms"
label = "Arms"
not = ["arms race", "test ban"]
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = corpus_of(
        tmp_path / "corpus",
        {
            "a": ["The arms race went on as before, said the minister in the long debate of that day."],
            "b": ["Sales of arms went on as before, the minister said in the long debate of that day."],
            "c": ["Sales of arms went on, and the arms race too, the minister said in the long debate."],
            "d": ["Sales of arms went on, and the talks of a test ban too, the minister said in the debate."],
        },
    )
    (made.root / "topics.toml").write_text(TOPICS)
    return Corpus.open(made.root)


def test_what_is_not_the_topic_is_not_found_by_it(corpus: Corpus) -> None:
    result = search(corpus, "topic:arms")
    assert set(result.counts) == {"b", "c"}
    assert dict(result.facets)["topic"] == (("arms", 2),)


def test_barring_holds_beside_other_words_and_under_operators(corpus: Corpus) -> None:
    assert set(search(corpus, "topic:arms minister").counts) == {"b", "c"}
    assert set(search(corpus, "minister NOT topic:arms").counts) == {"a", "d"}


def test_what_is_not_the_topic_may_stand_in_the_heading_above(tmp_path: Path) -> None:
    made = write(
        tmp_path / "corpus", {"a.md": "# The arms race\n\nSales of arms went on, said the minister.\n"}
    )
    (made / "topics.toml").write_text(TOPICS)
    assert search(Corpus.open(made), "topic:arms").total == 1
    assert search(Corpus.open(made), "minister NOT topic:arms").total == 0


@pytest.mark.parametrize("topic", ["sanctions", "kurils", "arms-transfers", "energy-trade", "north-korea"])
def test_a_topic_is_found_by_its_name_where_it_is_compared(topic: str) -> None:
    corpus = Corpus.open()
    found = search(corpus, f"topic:{topic}", limit=500)
    compared = compare(corpus, corpus.topic(topic))
    passages = {cell.passage for row in compared.rows for cells in row.cells.values() for cell in cells}
    assert {hit.passage for hit in found.hits} == passages
    counted = matrix(corpus, [corpus.topic(topic)])
    assert found.total == sum(cell.passages for cell in counted.cells)
