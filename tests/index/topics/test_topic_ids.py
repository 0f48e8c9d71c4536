"""The id of a topic: of what a person typed, of a name in any script."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index import Corpus, Topic, compare, save_topic, search, user_file
from index.topics import Judgement, judge, judgement_of, read_topics, slug
from index.topics.parse import parse_topics
from tests.index.align.corpora import corpus_of

LONG = "economic cooperation on the islands between Russia and"

APART = [
    ("islands -senkaku", "islands senkaku"),
    ("islands OR senkaku", "islands or senkaku"),
    ('"islands senkaku"', "islands senkaku"),
    ("islands-senkaku", "islands senkaku"),
    ("(NOT gas)", "(not gas)"),
    ("sanct*", "sanct"),
    ("制裁", "北方領土"),
    ("制裁", "制裁 -日本"),
    ("санкции", "острова"),
    ("?!", "!?"),
    ("½", "1 2"),
    (f"{LONG} Japan", f"{LONG} China"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_queries_that_differ_are_topics_that_differ(one: str, other: str) -> None:
    assert Topic.adhoc(one).id != Topic.adhoc(other).id


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_is_said_for_one_query_is_not_said_for_another(one: str, other: str, own_home: Path) -> None:
    judge(user_file(), _rejected(Topic.adhoc(one)))
    kept = read_topics(own_home).judgements
    assert judgement_of(kept, Topic.adhoc(one).id, "42fc45f4", (21, 21))
    assert judgement_of(kept, Topic.adhoc(other).id, "42fc45f4", (21, 21)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fishing rights", "  Fishing   rights "),
        ("Shinzō Abe", "Shinzo Abe"),
        ("islands -senkaku", " islands  -senkaku"),
        ("Санкции", "санкции"),
    ],
)
def test_the_same_query_is_the_same_topic(one: str, other: str) -> None:
    assert Topic.adhoc(one).id == Topic.adhoc(other).id


@pytest.mark.parametrize(
    ("query", "ident"),
    [
        ("fishing rights", "fishing-rights"),
        ("S400", "s400"),
        ("Shinzō", "shinzo"),
        ("北方 領土", "北方-領土"),
    ],
)
def test_plain_words_are_their_own_id_so_that_what_was_said_for_them_before_is_found(
    query: str, ident: str
) -> None:
    assert Topic.adhoc(query).id == ident


@given(st.text(max_size=80))
def test_an_id_is_short_read_again_as_itself_and_never_empty_for_a_query(text: str) -> None:
    ident = slug(text)
    assert slug(ident) == ident
    assert len(ident) <= 40
    assert 0 < len(Topic.adhoc(text).id) <= 49


@pytest.mark.parametrize(
    ("name", "ident"),
    [
        ("制裁", "制裁"),
        ("Санкции 2014", "санкции-2014"),
        ("हिन्दी", "हिन्दी"),
        ("한국 제재", "한국-제재"),
        ("A draw's", "a-draw-s"),
    ],
)
def test_a_topic_is_declared_under_a_name_of_any_script(name: str, ident: str) -> None:
    found = parse_topics(f'[[topic]]\nid = "{ident}"\nlabel = "{name}"\n', "topics.toml")
    assert ([topic.id for topic in found.topics], found.problems) == ([ident], [])
    found = parse_topics(
        f'[[topic]]\nlabel = "{name}"\n  [[topic.row]]\n  label = "{name}"\n  any = ["x"]\n', "topics.toml"
    )
    assert ([topic.id for topic in found.topics], found.problems) == ([ident], [])
    assert [row.id for row in found.topics[0].rows] == [ident]


def test_a_topic_of_another_script_is_saved_and_asked_for_by_its_name(tmp_path: Path) -> None:
    corpus_of(tmp_path / "corpus", {"a": ["日本は制裁を発動した。"], "b": ["Санкции против России."]})
    corpus = Corpus.open(tmp_path / "corpus")
    save_topic(user_file(), Topic.adhoc("制裁"), label="制裁")
    save_topic(user_file(), Topic.adhoc("санкции"), label="Санкции ЕС")
    assert corpus.problems() == ()
    for name, article in (("制裁", "a"), ("Санкции ЕС", "b"), ("САНК", "b"), ("санкции-ес", "b")):
        (speaks,) = [each for each in compare(corpus, corpus.topic(name)).columns if each.state == "speaks"]
        assert speaks.article.id == article
        result = search(corpus, f'topic:"{name}"' if " " in name else f"topic:{name}")
        assert ([hit.passage.article for hit in result.hits], result.problems) == ([article], ())


def _rejected(topic: Topic) -> Judgement:
    return Judgement(topic.id, "003", "42fc45f4", (21, 21), "reject", datetime.date(2026, 11, 23))
