from __future__ import annotations

from pathlib import Path

import pytest

from index import Corpus, Topic, TopicRow, compare
from index.align.declared import Spoken, Standing
from index.align.finding import places_in, words_of
from index.align.label import clause_of
from index.align.reading import Reading
from index.model import Passage
from tests.index.align.corpora import corpus_of


def clause(text: str, *words: str) -> str:
    reading = Reading(Passage("a", 2, "body", None, 3, 3, text))
    topic = Topic("t", words[0], alt=words[1:])
    return clause_of(Standing(Spoken(reading, tuple(places_in(words_of(topic), reading))), ()))


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        (
            "Once more, they broke up the sanctions regime, which held.",
            ["sanctions"],
            "“broke up the sanctions regime”",
        ),
        ("It came. Sanctions are what it was of. It went.", ["sanctions"], "“Sanctions”"),
        ("The S-400 system of the south (a new one) came.", ["S-400"], "“S-400 system of the south”"),
        ("A share of 2.2% in trade.", ["trade"], "“share of 2.2% in trade”"),
        (
            "The sanctions, and\nthe  Kuril\nIslands then returned.",
            ["sanctions", "Kuril Islands"],
            "“Kuril Islands then returned”",
        ),
    ],
)
def test_a_clause_is_cut_where_the_text_breaks(text: str, words: list[str], label: str) -> None:
    assert clause(text, *words) == label


def test_a_row_of_one_article_is_called_by_its_words(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", {"a": ["In the end, nobody lifted the tariffs on steel."]})
    assert [row.label for row in compare(corpus, Topic("t", "Tariffs")).rows] == [
        "“nobody lifted the tariffs on steel”"
    ]


def test_a_row_of_several_is_called_by_what_they_share(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus",
        {
            "a": ["The treaty of Portsmouth gave southern Sakhalin to the empire, as President Hoey wished."],
            "b": [
                "Under the Portsmouth treaty the empire held southern Sakhalin, as President Falk deplored."
            ],
            "c": ["A treaty on taxes came into force without debate, and nobody took note of its terms."],
        },
    )
    labels = [row.label for row in compare(corpus, Topic("t", "Treaty")).rows]
    assert sorted(labels[0].split(", ")) == ["Portsmouth", "empire", "southern Sakhalin"]
    assert labels[1] == "“treaty on taxes came”"


def test_a_row_of_several_that_share_little_is_called_by_that_and_by_no_quotation(tmp_path: Path) -> None:
    told = {
        "a": ["Tariffs closed the smelters of Ostrava. A cold winter came and the bakers were idle."],
        "b": ["In Ostrava the price of oats fell when tariffs came. Its bakers had seen worse in their day."],
    }
    (row,) = compare(corpus_of(tmp_path, told), Topic("t", "Tariffs")).rows
    assert row.label == "Ostrava, bakers"


def test_rows_of_one_comparison_have_different_labels(tmp_path: Path) -> None:
    twice = ["Nobody lifted the tariffs."] * 2
    rows = (TopicRow("lifted", "“Nobody lifted the tariffs”", ("wheat",)),)
    corpus = corpus_of(tmp_path, {"a": [*twice, "The tariffs on wheat fell."]})
    labels = [row.label for row in compare(corpus, Topic("t", "Tariffs", rows=rows)).rows]
    assert labels == [f"“Nobody lifted the tariffs”{more}" for more in ("", " (2)", " (3)")]


@pytest.mark.parametrize("query", ['"Kuril Islands"', "treaty", "moscow", "japan"])
def test_what_several_say_is_called_by_words_that_they_share(query: str) -> None:
    rows = compare(Corpus.open(), Topic.adhoc(query)).rows
    assert len({row.label for row in rows}) == len(rows)
    for row in rows:
        if row.shared and not all(word.isdigit() for word in row.shared):
            assert not row.label.startswith("“")


@pytest.mark.parametrize("query", ["flour", '"sold flour" OR oats', "barley flour"])
def test_the_words_of_a_query_name_no_row(tmp_path: Path, query: str) -> None:
    told = "The miller sold flour, barley and oats at the fair in Harwich."
    idle = "Nobody remembers the winter when the harbour froze and the mail came by sledge."
    corpus = corpus_of(tmp_path, {"a": [told, idle], "b": [f"Again {told.lower()}", idle]})
    (row,) = compare(corpus, Topic.adhoc(query)).rows
    assert "Harwich" in row.shared
    assert not set(query.replace('"', "").split()) & {word.lower() for word in row.shared}
