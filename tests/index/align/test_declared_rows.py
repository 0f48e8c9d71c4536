from __future__ import annotations

from pathlib import Path

import pytest

from index import Comparison, Topic, TopicRow, compare
from index.align.declared import Spoken, standing
from index.align.finding import places_in, words_of
from index.align.kin import kin
from index.align.reading import Reading
from index.align.terms import term
from index.model import Passage
from tests.index.align.corpora import corpus_of

TOPIC = Topic("tariffs", "Tariffs")


def stands(text: str, *words: str, beside: str = "") -> bool:
    spoken = []
    for n, each in enumerate(filter(None, (text, beside)), 2):
        reading = Reading(Passage("a", n, "body", None, n, n, each))
        spoken.append(Spoken(reading, tuple(places_in(words_of(TOPIC), reading))))
    there, _ = standing(TopicRow("row", "the row", words), spoken)
    return spoken[0] in [each.spoken for each in there]


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs on steel rose again. Nobody was glad of it.",
        "The tariffs rose. They hit steel first of all, and coal after it.",
        "The tariffs rose. But even these were felt most by the makers of steel.",
        "The tariffs rose. They were new. Their weight fell on steel.",
    ],
)
def test_a_word_counts_in_a_sentence_that_speaks_of_the_topic(text: str) -> None:
    assert stands(text, "steel", "wheat")


@pytest.mark.parametrize(
    "text",
    [
        "The tariffs rose. Makers of steel had a good year.",
        "Makers of steel had a good year. They paid tariffs.",
        "The tariffs rose. It is well known that makers of steel had a good year.",
        "The tariffs rose. That said, makers of steel had a good year.",
        "The tariffs rose. Steel was sold to the steelworks.",
    ],
)
def test_a_word_away_from_the_topic_does_not_count_beside_a_nearer_one(text: str) -> None:
    assert not stands(text, "steel", "wheat", beside="Tariffs on wheat rose.")


def test_a_word_away_from_the_topic_is_better_than_an_empty_row() -> None:
    assert stands("The tariffs rose. Makers of steel had a good year.", "steel", "wheat")
    assert not stands("The tariffs rose. Mills continued.", "continue", "wheat")


@pytest.mark.parametrize("word", ["steel", "despite"])
def test_a_row_tells_of_an_article_whose_words_are_too_far_from_the_topic(tmp_path: Path, word: str) -> None:
    told = {
        "a": [f"The tariffs rose. {word.capitalize()} the market mills went on.", "Tariffs on wheat fell."],
        "b": ["Tariffs on wheat and steel rose.", f"The tariffs rose. {word.capitalize()} the mills."],
        "c": ["The tariffs came into force."],
    }
    rows = (TopicRow("steel", "on steel", ("steel", "despite")), TopicRow("wheat", "on wheat", ("wheat",)))
    steel, wheat, *_ = compare(corpus_of(tmp_path, told), Topic("t", "Tariffs", rows=rows)).rows
    assert steel.far == {"a": (f"row words in line 3, too far from the topic's words: {word.capitalize()}",)}
    assert wheat.far == {}


def test_two_different_words_count_wherever_they_stand() -> None:
    text = "The tariffs rose. Makers of steel and growers of wheat had a good year."
    assert stands(text, "steel", "wheat")


def test_words_that_are_about_nothing_count_only_beside_the_topic() -> None:
    assert not stands("The tariffs rose. Despite the frost the mills went on.", "despite", "continue")
    assert stands("Despite the tariffs the mills were busy.", "despite", "continue")


def test_words_of_links_are_no_words_of_the_text() -> None:
    text = "The tariffs rose (https://example.org/steel/Sec4.pdf), and wheat fell."
    content = Reading(Passage("a", 2, "body", None, 3, 3, text)).content
    assert "wheat" in content
    assert not {"steel", "exampl", "pdf", "sec"} & content.keys()


def test_two_forms_of_a_word_are_one_word() -> None:
    text = "The tariffs rose. Nationalists marched, and nationalistic songs were heard."
    assert not stands(text, "nationalist", "nationalistic", beside="Nationalist tariffs rose.")
    assert not stands(
        "The tariffs rose. Near was Anna.", "anna", "Anna", "wheat", beside="Tariffs on wheat rose."
    )


def test_a_phrase_counts_wherever_it_stands() -> None:
    assert stands("The tariffs rose. Makers had a trade deficit.", "trade deficit")
    assert not stands("The tariffs rose. Makers met at the G7 dinner.", "G7", beside="G7 tariffs rose.")


def test_an_adjective_is_found_in_its_comparative_and_its_verb() -> None:
    assert stands("These tariffs are milder than those of the north.", "mild")
    assert stands("They softened the tariffs.", "soft")
    assert not stands("The former tariffs are gone.", "form")


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("mild", {"mild", "milder", "mildest"}),
        ("large", {"large", "larger", "largest"}),
        ("easy", {"easy", "easier", "easiest"}),
        ("loose", {"loose", "looser", "loosest", "loosen"}),
        ("big", {"big", "bigger", "biggest"}),
        ("steel", {"steel"}),
        ("mild steel", {"mild steel"}),
    ],
)
def test_kin_of_a_word(word: str, forms: set[str]) -> None:
    read = term(word)
    assert read is not None
    assert {each.text for each in kin(read)} == forms


def test_of_many_passages_of_an_article_those_most_like_the_others_stay(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus",
        {
            "a": [
                "Tariffs on steel were praised by the bishop of the valley in his sermon on a Sunday of May.",
                "Tariffs on steel closed the mills of Ostrava, where many smelters lost their wages.",
                "Tariffs on steel came up at the banquet, between the fish and the speech about old bridges.",
                "Smelters of Ostrava blamed the tariffs on steel for the mills that were shut that winter.",
            ],
            "b": ["When the tariffs on steel came, Ostrava shut its mills and sent the smelters home."],
        },
    )
    topic = Topic("tariffs", "Tariffs", rows=(TopicRow("steel", "on steel", ("steel",)),))
    result = compare(corpus, topic)
    row = result.rows[0]
    assert [cell.passage.text.split()[0:4] for cell in row.cells["a"]] == [
        ["Tariffs", "on", "steel", "closed"],
        ["Smelters", "of", "Ostrava", "blamed"],
    ]
    told = "2 of 4 passages here of a, with most of the row's words and most like the others'"
    assert told in row.cells["a"][0].why
    assert "passages here" not in row.cells["b"][0].why
    assert [each.text.split()[3] for each in row.also["a"]] == ["were", "came"]
    assert _texts(result) == 5


def test_of_many_passages_of_an_article_the_one_with_most_words_of_the_row_stays(tmp_path: Path) -> None:
    told = [
        "Tariffs on steel angered the mayor of Ostrava.",
        "Tariffs on steel angered the smelters of Ostrava.",
        "Tariffs on steel, iron, coal and tin were agreed upon, and Ostrava heard of it last.",
    ]
    beside = "When the tariffs on steel came, Ostrava grieved and sent the smelters home."
    corpus = corpus_of(tmp_path / "corpus", {"a": told, "b": [beside]})
    asked = TopicRow("ore", "on metals", ("steel", "iron", "coal", "tin"))
    row = compare(corpus, Topic("tariffs", "Tariffs", rows=(asked,))).rows[0]
    assert told[2] in [cell.passage.text for cell in row.cells["a"]]


def test_of_many_passages_of_an_article_those_that_touch_on_the_row_in_passing_give_way(
    tmp_path: Path,
) -> None:
    passing = [f"Tariffs on steel angered the {each} of Ostrava." for each in ("mayor", "smelters")]
    half = "Tariffs on steel and iron were new."
    full = "Tariffs on steel, iron, coal and tin were agreed upon."
    beside = "When the tariffs on steel came, the smelters of Ostrava were angered."
    corpus = corpus_of(tmp_path / "corpus", {"a": [*passing, half, full], "b": [beside]})
    asked = TopicRow("ore", "on metals", ("steel", "iron", "coal", "tin"))
    row = compare(corpus, Topic("tariffs", "Tariffs", rows=(asked,))).rows[0]
    assert [cell.passage.text for cell in row.cells["a"]] == [half, full]
    assert [each.text for each in row.also["a"]] == passing
    assert [cell.passage.text for cell in row.cells["b"]] == [beside]


def test_what_one_article_alone_says_stays_whole(tmp_path: Path) -> None:
    told = [f"Tariffs on steel rose in the {each} month of the year." for each in ("second", "fifth", "last")]
    topic = Topic("tariffs", "Tariffs", rows=(TopicRow("steel", "on steel", ("steel",)),))
    row = compare(corpus_of(tmp_path / "corpus", {"a": told, "b": ["No word of it at all."]}), topic).rows[0]
    assert len(row.cells["a"]) == 3
    assert not row.also


def _texts(result: Comparison) -> int:
    return len({cell.passage for row in result.rows for cells in row.cells.values() for cell in cells})
