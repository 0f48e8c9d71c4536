from __future__ import annotations

import os
from pathlib import Path

import pytest

from index import Comparison, Corpus, Topic, TopicRow, compare, matrix
from index.align.speaks import absence
from tests.index.align.corpora import corpus_of

FILLER = (
    "Nothing of any weight was reported from the provinces during the whole of that quiet week in the autumn."
)
TOPIC = Topic(
    "tariffs",
    "Tariffs",
    alt=("customs duty",),
    since="2014-03",
    rows=(
        TopicRow("steel", "on steel", ("steel",)),
        TopicRow("reply", "the reply", ("retaliation", "answer")),
        TopicRow("farms", "on farms", ("wheat",)),
    ),
)


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return corpus_of(
        tmp_path / "corpus",
        {
            "a": ["The tariffs on steel rose again. Mills in the valley closed after the tariffs.", FILLER],
            "b": [
                "A customs duty was announced. The answer from abroad came soon, and retaliation followed.",
                FILLER,
            ],
            "c": [FILLER, FILLER.replace("autumn", "spring")],
            "d": ["Nobody knew what the tariffs meant for the harbour, which had its own troubles then."],
        },
        {"a": "2015-06", "b": "2014-09~", "c": "2014-02~"},
    )


def row(result: Comparison, label: str) -> dict[str, list[str]]:
    found = next(row for row in result.rows if row.label == label)
    return {article: [cell.passage.text for cell in cells] for article, cells in found.cells.items()}


def test_columns_stand_in_date_order_and_the_undated_last(corpus: Corpus) -> None:
    result = compare(corpus, TOPIC)
    assert [column.article.id for column in result.columns] == ["c", "b", "a", "d"]


def test_who_speaks_mentions_and_is_silent(corpus: Corpus) -> None:
    told = {
        column.article.id: (column.state, column.strength, column.reason)
        for column in compare(corpus, TOPIC).columns
    }
    assert told["a"] == ("speaks", "discusses", "1 passage")
    assert told["d"] == ("speaks", "mentions", "1 passage, one mention")
    assert told["c"] == ("silent", None, "silent: 0 of 2 passages; dated 2014-02~, before 2014-03")


def test_the_date_explains_a_silence_only_where_it_lies_before(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus", {"x": [FILLER], "y": [FILLER + " Again."]}, {"x": "2014", "y": "2013"}
    )
    told = {column.article.id: column.reason for column in compare(corpus, TOPIC).columns}
    assert told == {"x": "silent: 0 of 1 passage", "y": "silent: 0 of 1 passage; dated 2013, before 2014-03"}


def test_a_row_takes_passages_whose_words_stand_near_the_topic(corpus: Corpus) -> None:
    result = compare(corpus, TOPIC)
    assert list(row(result, "on steel")) == ["a"]
    assert list(row(result, "the reply")) == ["b"]
    assert result.empty == ("on farms",)
    assert [each.origin for each in result.rows] == ["declared", "declared", "found"]
    assert set(result.rows[-1].cells) == {"d"}


def test_what_is_missing_in_a_row_is_told_apart(corpus: Corpus) -> None:
    (corpus.root / "e.pdf").write_bytes(b"%PDF-1.4 broken")
    columns = {column.article.id: column for column in compare(corpus, TOPIC).columns}
    assert absence(columns["a"]) == "on the topic (1 passage), not in this row"
    assert absence(columns["c"]).startswith("silent: ")
    unread = [column for column in columns.values() if column.state == "unread"]
    assert len(unread) == 1
    assert unread[0].reason.startswith("could not be read: ")
    assert matrix(corpus, [TOPIC]).cell("tariffs", unread[0].article.id).state == "unread"


def test_spans_mark_the_topic_words_to_the_character(corpus: Corpus) -> None:
    for each in compare(corpus, TOPIC).rows:
        for cells in each.cells.values():
            for cell in cells:
                marked = [cell.passage.text[start:end].lower() for start, end in cell.spans]
                assert marked
                assert set(marked) <= {"tariffs", "customs duty"}


def test_why_is_told_in_words(corpus: Corpus) -> None:
    result = compare(corpus, TOPIC)
    cell = result.rows[0].cells["a"][0]
    assert cell.why.startswith("topic words: tariffs; row words: steel")


def test_a_passage_that_makes_two_points_names_the_other_row(tmp_path: Path) -> None:
    told = "Sanctions weighed on trade, and sanctions were a matter of pride."
    rows = (TopicRow("trade", "on trade", ("trade",)), TopicRow("pride", "on pride", ("pride",)))
    corpus = corpus_of(tmp_path, {"a": [told, "Sanctions hurt trade."], "b": [told]})
    trade, pride = compare(corpus, Topic("s", "sanctions", rows=rows)).rows
    first, second = trade.cells["a"]
    assert (first.also, second.also) == (("on pride",), ())
    assert first.why.endswith("; also in the row “on pride”")
    assert pride.cells["a"][0].also == ("on trade",)


def test_chosen_articles_only(corpus: Corpus) -> None:
    result = compare(corpus, TOPIC, articles=["a", "c"])
    assert [column.article.id for column in result.columns] == ["c", "a"]


@pytest.mark.parametrize(
    ("filters", "looked_at"),
    [
        ("article:a", "a"),
        ("article:a article:c", "ca"),
        ("-article:c", "bad"),
        ("NOT (article:a OR article:b)", "cd"),
        ("date:..2014", "cb"),
    ],
)
def test_articles_that_a_query_leaves_out_are_not_chosen_and_not_silent(
    corpus: Corpus, filters: str, looked_at: str
) -> None:
    every = {column.article.id for column in compare(corpus, TOPIC).columns}
    result = compare(corpus, Topic.adhoc(f"tariffs {filters}"))
    assert [column.article.id for column in result.columns] == list(looked_at)
    assert result.unchosen == len(every) - len(looked_at)


def test_what_narrows_passages_chooses_no_articles(corpus: Corpus) -> None:
    for query in ("tariffs section:nowhere", "tariffs kind:quote", "tariffs OR article:a"):
        assert compare(corpus, Topic.adhoc(query)).unchosen == 0


def test_an_article_chosen_by_hand_that_the_query_leaves_out_says_so(corpus: Corpus) -> None:
    result = compare(corpus, Topic.adhoc("tariffs article:a"), articles=["a", "c"])
    assert [column.reason for column in result.columns] == ["left out by the query", "1 passage"]


def test_the_same_comparison_comes_out_twice(corpus: Corpus) -> None:
    assert compare(corpus, TOPIC) == compare(Corpus.open(corpus.root), TOPIC)


def test_words_inside_a_barred_phrase_do_not_count(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus",
        {
            "p": ["The arms race went on as before, said the minister in the long debate of that day."],
            "q": ["Sales of arms went on as before, and the arms race too, said the minister that day."],
        },
    )
    result = compare(corpus, Topic("arms", "Arms", exclude=("arms race",)))
    assert {column.article.id: column.passages for column in result.columns} == {"p": 0, "q": 1}


def test_passages_alike_stand_in_one_row_and_the_rest_alone(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path / "corpus",
        {
            "p": [
                "The treaty of Portsmouth of 1905 gave southern Sakhalin to Tokyo and ended the war.",
                "A fisheries treaty let trawlers from Nemuro work the kelp beds near Kaigara each summer.",
            ],
            "q": ["Under the Portsmouth treaty of 1905 Tokyo held southern Sakhalin until the next war."],
            "r": ["The treaty on double taxation was ratified by the senate without debate on a Friday."],
        },
    )
    result = compare(corpus, Topic("treaty", "Treaty"))
    together = [set(each.cells) for each in result.rows]
    assert {"p", "q"} in together
    assert {"r"} in together
    assert all(each.origin == "found" and each.label for each in result.rows)
    pair = next(each for each in result.rows if len(each.cells) == 2)
    assert {"Portsmouth", "Sakhalin"} <= set(pair.shared)


def test_above_twelve_articles_the_silent_have_no_column_and_are_told_apart(tmp_path: Path) -> None:
    articles = {f"n{number:02d}": [f"{FILLER} Number {number}."] for number in range(14)}
    articles["n03"] = ["The tariffs rose, and the tariffs rose again in the month that came after it."]
    result = compare(corpus_of(tmp_path / "corpus", articles), TOPIC)
    assert [column.article.id for column in result.columns] == ["n03"]
    assert (result.more_speaking, result.more_silent) == (0, 13)
    assert [each.article.id for each in result.others] == sorted(set(articles) - {"n03"})
    assert {each.reason for each in result.others} == {"silent: 0 of 1 passage"}


def test_no_file_that_could_not_be_read_is_passed_over(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path / "corpus", {f"n{number:02d}": [FILLER] for number in range(3)})
    for number in range(15):
        (tmp_path / "corpus" / f"broken{number:02d}.pdf").write_bytes(b"%PDF-1.4 nothing more")
    result = compare(corpus, TOPIC)
    unread = [each for each in (*result.columns, *result.others) if each.state == "unread"]
    assert len(unread) == 15
    assert result.more_silent == 3


def test_an_adhoc_query_works_like_a_topic(corpus: Corpus) -> None:
    result = compare(corpus, Topic.adhoc('"customs duty" OR harbour'))
    assert {column.article.id: column.state for column in result.columns} == {
        "a": "silent",
        "b": "speaks",
        "c": "silent",
        "d": "speaks",
    }
    spans = [
        cell.passage.text[start:end]
        for row in result.rows
        for cells in row.cells.values()
        for cell in cells
        for start, end in cell.spans
    ]
    assert sorted(spans) == ["customs duty", "harbour"]


def test_a_query_may_name_a_topic_and_is_told_as_it_was_read(corpus: Corpus) -> None:
    (corpus.root / "topics.toml").write_text(
        '[[topic]]\nid = "tariffs"\nlabel = "Tariffs"\nalt = ["customs duty"]\n'
    )
    result = compare(corpus, Topic.adhoc("topic:tariffs NOT harbour"))
    assert [column.article.id for column in result.columns if column.state == "speaks"] == ["b", "a"]
    assert "NOT harbour" in result.read_as


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("mills valley", "mills AND valley"),
        ('mills "rose again" valley', 'mills AND "rose again" AND valley'),
        ("(mills valley) OR harbour", "(mills AND valley) OR harbour"),
        ("mills the -harbour", "mills AND NOT harbour"),
        ("mills mills", "mills"),
        ("-mills", "NOT mills"),
        ("harbour", "harbour"),
    ],
)
def test_plain_words_are_told_to_be_wanted_all_in_one_passage(corpus: Corpus, query: str, told: str) -> None:
    assert compare(corpus, Topic.adhoc(query)).read_as == told


def test_words_that_stand_only_in_a_title_or_heading_make_no_passage_speak(tmp_path: Path) -> None:
    signed = "The peace treaty was signed at last."
    text = f"A customs dispute\n\n{FILLER}\n\nTHE PEACE TREATY\n\n{FILLER}\n\n{signed}\n"
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(text, encoding="utf-8")
    corpus = Corpus.open(tmp_path / "articles")
    (column,) = compare(corpus, Topic.adhoc('"peace treaty"')).columns
    assert (column.state, column.passages) == ("speaks", 1)
    (column,) = compare(corpus, Topic.adhoc("customs")).columns
    assert (column.state, column.passages) == ("silent", 0)


def test_a_damaged_index_is_built_anew(corpus: Corpus) -> None:
    whole = compare(corpus, TOPIC)
    cache = Path(os.environ["XDG_CACHE_HOME"])
    for file in cache.rglob("*"):
        if file.is_file() and file.stat().st_size > 200:
            data = bytearray(file.read_bytes())
            data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
            file.write_bytes(data)
    again = Corpus.open(corpus.root)
    assert compare(again, TOPIC) == whole
    assert matrix(again, [TOPIC]).cell("tariffs", "a").passages == 1
