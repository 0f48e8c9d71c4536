from __future__ import annotations

from pathlib import Path

from index import Topic
from index.align.suggest import suggest
from tests.index.align.corpora import corpus_of

FILLER = [
    "The harvest was late that year and the mills stood idle until the frost had gone from the valley.",
    "A ferry crossed the strait twice a day, and the crossing took an hour in the calm of summer.",
    "Schools opened again in the autumn, though the roof of the oldest had still not been mended.",
]


def test_names_beside_the_topics_words_are_suggested(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus",
        {
            "a": ["The Kuril Islands, to Tokyo the Northern Territories, were on the table.", *FILLER],
            "b": ["No one spoke of the Kuril chain or of the Northern Territories that evening.", *FILLER],
        },
    )
    topic = Topic("kurils", "Kuril")
    found = suggest(corpus, topic)
    assert found[0] == "Northern Territories"
    assert "Kuril" not in found
    wider = Topic("kurils", "Kuril", alt=("Northern Territories",))
    assert "Northern Territories" not in suggest(corpus, wider)


def test_nothing_is_suggested_where_nothing_is_found(tmp_path: Path) -> None:
    assert suggest(corpus_of(tmp_path / "corpus", {"a": FILLER}), Topic("none", "Kuril")) == ()
