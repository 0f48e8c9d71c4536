from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from index import Corpus, Topic, compare
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
    assert next(iter(found)) == "Northern Territories"
    assert "Kuril" not in found
    wider = Topic("kurils", "Kuril", alt=("Northern Territories",))
    assert "Northern Territories" not in suggest(corpus, wider)


def test_nothing_is_suggested_where_nothing_is_found(tmp_path: Path) -> None:
    assert suggest(corpus_of(tmp_path / "corpus", {"a": FILLER}), Topic("none", "Kuril")) == {}


def suggested(folder: Path, *told: str) -> dict[str, int]:
    """What is suggested for the word Kuril where two articles say the same about it and two nothing."""
    articles = {"a": [*told, *FILLER], "b": [*told, *FILLER], "c": FILLER, "d": FILLER}
    return suggest(corpus_of(folder, articles), Topic("kurils", "Kuril"), most=20)


def test_neither_verbs_nor_what_stands_everywhere_are_suggested(tmp_path: Path) -> None:
    found = suggested(
        tmp_path,
        "The Kuril question divides them, and fishermen trawling there were divided by the harvest.",
        "Over the Kuril question fishermen divide again, dividing catch and harvest.",
    )
    assert "fishermen" in found
    assert not {"divides", "divide", "divided", "dividing", "harvest"} & set(found)


def test_a_piece_of_the_topics_own_name_is_not_suggested(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, "Ferries leave for the Kuril Islands, off Hokkaido, and the Kuril Islands wait."
    )
    assert "Hokkaido" in found
    assert "Islands" not in found


def test_sources_in_brackets_are_not_suggested(tmp_path: Path) -> None:
    found = suggested(
        tmp_path, "Ships met off the Kuril coast near Nemuro (Interfax, January 4; see Daily Monitor, 2016)."
    )
    assert "Nemuro" in found
    assert not {"Interfax", "Daily Monitor"} & set(found)


def test_a_longer_name_takes_the_place_of_its_parts_and_joins_over_of(tmp_path: Path) -> None:
    found = suggested(tmp_path, "A trawler crossed the Sea of Okhotsk to reach the Kuril coast.")
    assert "Sea of Okhotsk" in found
    assert not {"Sea", "Okhotsk"} & set(found)


def test_persons_are_not_suggested_by_their_full_names_or_their_last(tmp_path: Path) -> None:
    found = suggested(
        tmp_path,
        "Over the Kuril question President Anna Lindqvist met Brandt at Nemuro, and Lindqvist had her way.",
        "It was Prime Minister Otto Brandt who paid for the harbour of Kuril, said Anna Lindqvist.",
    )
    assert "Nemuro" in found
    assert not {"Brandt", "Lindqvist", "Anna Lindqvist", "Otto Brandt"} & set(found)


def test_with_each_word_is_told_how_many_passages_it_would_add(tmp_path: Path) -> None:
    told = ["Sanctions and the Kuril question were raised at Nemuro.", "A ferry left Nemuro.", *FILLER]
    barred = "Nemuro crab was served, and nobody minded the cold."
    corpus = corpus_of(tmp_path, {"a": told, "b": told, "c": [*FILLER, barred], "d": FILLER, "e": FILLER})
    topic = Topic("kurils", "Kuril", exclude=("Nemuro crab",))
    assert suggest(corpus, topic)["Nemuro"] == 2
    wider = compare(corpus, replace(topic, alt=("Nemuro",)))
    before = compare(corpus, topic)
    assert sum(each.passages for each in wider.columns) == sum(each.passages for each in before.columns) + 2


def test_what_another_topic_asks_for_is_not_suggested(tmp_path: Path) -> None:
    told = ["Sanctions and the Kuril question were raised at Nemuro.", *FILLER]
    corpus = corpus_of(tmp_path, {"a": told, "b": told, "c": FILLER})
    (tmp_path / "topics.toml").write_text('schema = 1\n[[topic]]\nlabel = "Other"\nalt = ["Nemuro"]\n')
    corpus = Corpus.open(tmp_path)
    assert "Nemuro" not in suggest(corpus, Topic("kurils", "Kuril"))


def test_a_passage_of_half_a_megabyte_is_gone_through_in_one_pass(tmp_path: Path) -> None:
    # Looking through all links, brackets and names for each word would take minutes.
    told = "The Kuril fishermen of Nemuro (1990) met. See https://nemuro.example/a. "
    assert suggested(tmp_path, told * 6_000 + "(" + "1 " * 60_000) == {"Nemuro": 0}
